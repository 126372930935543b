// entity/find_entities.h — the room's one verb.

#ifndef ONRECORD_ENTITY_FIND_ENTITIES_H_
#define ONRECORD_ENTITY_FIND_ENTITIES_H_

#include <cstdint>
#include <span>
#include <vector>

#include "onrecord/entity.h"
#include "onrecord/statement.h"
#include "syntax/tree.h"

namespace onrecord::entity {

// Who answers for a statement.
struct Speakers {
  std::vector<std::uint32_t> entities = {};  // Indices into Entities::entities; empty: unknown.
  float score = 0;                           // In [0, 1].
};

struct Found {
  Entities entities;
  std::vector<Speakers> speakers;  // One a statement.
};

// Finds all mentions, joins those that stand for one, and tells for each statement who its speaker is. The
// statements are needed because "I" inside a quotation is whoever says it. Never fails.
Found find_entities(const syntax::Tree& tree, std::span<const Statement> statements);

}  // namespace onrecord::entity

#endif  // ONRECORD_ENTITY_FIND_ENTITIES_H_
