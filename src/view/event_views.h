// view/event_views.h — the events of a reading, for programs and for people.

#ifndef ONRECORD_VIEW_EVENT_VIEWS_H_
#define ONRECORD_VIEW_EVENT_VIEWS_H_

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "onrecord/reading.h"
#include "view/positions.h"

namespace onrecord::view {

nlohmann::ordered_json events_json(const Reading& reading, const Positions& positions);

// "at least 12 killed", "10 to 15 injured", "about 3,000 displaced"
std::string count_text(const EventCount& count);

// One event as people read it; what the report does not tell is empty.
struct EventLine {
  std::string type;                     // "ASSAULT drone"
  std::string status;                   // "ALLEGED"
  std::string who, whom;                // "Russia (RUS)"; several joined by " · ".
  std::string trigger;                  // The clearest mention's words,
  Span trigger_span;                    // and where they stand.
  std::string also;                     // The other mentions: "the attack 3:14".
  std::string where, when, counts, by;  // By: "statement 4".
  std::string codes;                    // "CAMEO 195 · military, territory"
  float score = 0;
};
std::vector<EventLine> event_lines(const Reading& reading, const Positions& positions);

std::string events_markdown(const Reading& reading, const Positions& positions);

}  // namespace onrecord::view

#endif  // ONRECORD_VIEW_EVENT_VIEWS_H_
