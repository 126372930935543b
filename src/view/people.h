// view/people.h — entities by their names, and statements by what they stand inside.

#ifndef ONRECORD_VIEW_PEOPLE_H_
#define ONRECORD_VIEW_PEOPLE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "onrecord/reading.h"
#include "onrecord/span.h"

namespace onrecord::view {

// The words to show an entity by. Nothing when the reading has no such entity, or it no such mention.
std::optional<Span> name_of(const Reading& reading, std::uint32_t entity);

// The entity's mention that covers exactly `span`, else the first that overlaps it, by index.
std::optional<std::uint32_t> mention_at(const Reading& reading, std::uint32_t entity, Span span);

// Who the entity is; null: no actor.
const Actor* actor_of(const Reading& reading, std::uint32_t entity);

// "UKR MIL", "RUS GOV, Vladimir Putin", "GOV OPP"; empty when neither country nor sector is known.
std::string code_of(const Actor& actor);

// Inside how many others each statement stands: 0 for what the report itself tells. Statements that would
// stand inside themselves count as told by the report.
std::vector<unsigned> depths_of(const std::vector<Statement>& statements);

}  // namespace onrecord::view

#endif  // ONRECORD_VIEW_PEOPLE_H_
