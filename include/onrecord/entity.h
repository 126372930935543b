// onrecord/entity.h — who and what a report speaks of, and every place where it does.
//
// An entity is what mentions stand for: "Kyrylo Budanov", "the head of military intelligence" and "he" may be
// one. Mentions are joined only when the report gives reason to; in doubt they stay apart.

#ifndef ONRECORD_ENTITY_H_
#define ONRECORD_ENTITY_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "onrecord/span.h"

namespace onrecord {

// Stored in ledgers: append only, never renumber.
enum class MentionKind : std::uint8_t {
  name = 1,     // "Kyrylo Budanov", "Moscow"
  role = 2,     // A noun phrase: "the minister", "his office", "residents"
  pronoun = 3,  // "she", "who", "I"
};

enum class EntityKind : std::uint8_t {
  unknown = 0,
  person = 1,
  group = 2,         // Several persons: "residents", "Smith and Jones"
  organization = 3,  // Also governments, armies, outlets.
  place = 4,
  document = 5,  // A poll, a report, a law: something that shows or says.
  other = 6,
};

struct Mention {
  Span span;               // In Document::text().
  std::uint32_t head = 0;  // The token that carries it, an index into Document::tokens().
  MentionKind kind = MentionKind::role;
  std::uint32_t entity = 0;  // Index into Entities::entities.
  float score = 0;           // In [0, 1]: how sure it is that this mention stands for that entity.
};

struct Entity {
  EntityKind kind = EntityKind::unknown;
  std::uint32_t clearest = 0;           // The mention to show it by: the fullest name, else the fullest role.
  std::vector<std::uint32_t> mentions;  // Indices into Entities::mentions, in order of the text.
  std::vector<std::uint32_t>
      members{};  // Of a group: the entities it is made of, as far as the report names them.
};

struct Entities {
  std::vector<Mention> mentions;  // In order of their first byte; the longer first.
  std::vector<Entity> entities;   // In order of their first mention.
};

std::string_view to_string(MentionKind kind);
std::string_view to_string(EntityKind kind);

}  // namespace onrecord

#endif  // ONRECORD_ENTITY_H_
