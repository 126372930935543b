// view/json_times.h — times and clocks as JSON.

#ifndef ONRECORD_VIEW_JSON_TIMES_H_
#define ONRECORD_VIEW_JSON_TIMES_H_

#include <nlohmann/json.hpp>

#include "onrecord/reading.h"
#include "view/positions.h"

namespace onrecord::view {

nlohmann::ordered_json times_json(const Reading& reading, const Positions& positions);
nlohmann::ordered_json dated_json(const Reading& reading, const Positions& positions);
nlohmann::ordered_json clock_json(const Clock& clock);

}  // namespace onrecord::view

#endif  // ONRECORD_VIEW_JSON_TIMES_H_
