// entity/look.h — what one word that heads a mention tells by itself and by what stands round it.

#ifndef ONRECORD_ENTITY_LOOK_H_
#define ONRECORD_ENTITY_LOOK_H_

#include <optional>
#include <string>
#include <string_view>

#include "entity/mention.h"
#include "entity/scene.h"

namespace onrecord::entity {

Sighting look_at(const Scene& scene, Word word);

// The label of the name that `word` belongs to, empty where it belongs to none; dates and sums are no names.
std::string_view name_label(const Scene& scene, Word word);
bool is_named(const Scene& scene, Word word);
std::string_view xpos_of(const Scene& scene, Word word);
// From the noun's modifiers on the left to those on the right; without what the sentence adds round it.
TokenRange extent_of(const Scene& scene, Word word);
// The verb of the relative clause that `word` opens.
std::optional<Word> relative_clause(const Scene& scene, Word word);

bool is_personal_role(const std::string& noun);

}  // namespace onrecord::entity

#endif  // ONRECORD_ENTITY_LOOK_H_
