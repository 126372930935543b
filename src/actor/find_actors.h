// actor/find_actors.h — who those that a report speaks of are: of which country, in what part.

#ifndef ONRECORD_ACTOR_FIND_ACTORS_H_
#define ONRECORD_ACTOR_FIND_ACTORS_H_

#include <chrono>
#include <optional>
#include <vector>

#include "actor_table/tables.h"
#include "onrecord/actor.h"
#include "onrecord/entity.h"
#include "onrecord/place.h"
#include "syntax/tree.h"

namespace onrecord::actor {

// One actor for each entity that can act: every person, group and organization, and places that stand for a
// state or a government. In order of their entities. `published`: the day on which offices are looked up;
// without it only what does not hang on the day is said. `places`, when there are any, tell the countries of
// towns.
std::vector<Actor> find_actors(const syntax::Tree& tree, const Entities& entities,
                               std::optional<std::chrono::year_month_day> published,
                               const actor_table::Tables& tables, const Places* places = nullptr);

}  // namespace onrecord::actor

#endif  // ONRECORD_ACTOR_FIND_ACTORS_H_
