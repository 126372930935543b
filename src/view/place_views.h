// view/place_views.h — the places of a reading, for programs and for people.

#ifndef ONRECORD_VIEW_PLACE_VIEWS_H_
#define ONRECORD_VIEW_PLACE_VIEWS_H_

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "onrecord/reading.h"
#include "view/positions.h"

namespace onrecord::view {

nlohmann::ordered_json places_json(const Reading& reading);
nlohmann::ordered_json place_mentions_json(const Reading& reading, const Positions& positions);

// One place as people read it.
struct PlaceLine {
  std::string name;      // As the gazetteer has it.
  std::string what;      // "city, UKR"
  std::string status;    // "de jure UKR, administered by RUS, claimed by RUS"; empty when undisputed.
  std::string mentions;  // "Kyiv, place 12:5 · Kyiv, modifier 14:2"
};
// One for each place, in their order; then one for the mentions whose place is not known, if there are any,
// its name empty.
std::vector<PlaceLine> place_lines(const Reading& reading, const Positions& positions);

std::string places_markdown(const Reading& reading, const Positions& positions);

}  // namespace onrecord::view

#endif  // ONRECORD_VIEW_PLACE_VIEWS_H_
