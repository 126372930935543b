// view/times.h — days, clocks and times in words.

#ifndef ONRECORD_VIEW_TIMES_H_
#define ONRECORD_VIEW_TIMES_H_

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/reading.h"
#include "onrecord/time.h"

namespace onrecord::view {

std::string day_text(std::chrono::sys_days day);  // "2022-03-25"

// "2022-03-25", "2022-03-21 to 2022-03-27", "2014-01-01 or earlier to 2022-03-28"
std::string period_text(const Period& period);

// "2022-03-27 (explicit, 0.95)", "unknown"
std::string clock_text(const Clock& clock);

// Whether the views for people show when a statement was said: the JSON has it however unsure it is, but
// one "on Sunday" carried to every other statement of a report is clutter.
bool worth_showing(const Clock& said);

// What a reader of the record must know of all its times: nothing, or that the day of publication is not
// known.
std::string time_notice(const Reading& reading);

// The words of each mention, its value, its days and how they were obtained, mentions of the same words and
// days as one.
struct TimeRow {
  Span span;  // Of the first.
  std::size_t count = 1;
  std::string value, days, how;
};
std::vector<TimeRow> time_rows(const Reading& reading);

}  // namespace onrecord::view

#endif  // ONRECORD_VIEW_TIMES_H_
