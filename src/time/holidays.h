// time/holidays.h — days with a name of their own.

#ifndef ONRECORD_TIME_HOLIDAYS_H_
#define ONRECORD_TIME_HOLIDAYS_H_

#include <optional>
#include <string_view>

#include "time/calendar.h"

namespace onrecord::time {

// The row of times_holidays.tsv by its name in lower case; -1 when there is none.
int find_holiday(std::string_view name);

// When `holiday` is in `year`.
std::optional<Day> holiday_in(int holiday, int year);

}  // namespace onrecord::time

#endif  // ONRECORD_TIME_HOLIDAYS_H_
