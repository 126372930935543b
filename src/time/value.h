// time/value.h — TIMEX3's values.

#ifndef ONRECORD_TIME_VALUE_H_
#define ONRECORD_TIME_VALUE_H_

#include <string>

#include "time/calendar.h"
#include "time/expression.h"

namespace onrecord::time {

std::string year_value(int year);                  // "1998"
std::string month_value(int year, int month);      // "1998-03"; the year unsaid: "XXXX-03"
std::string day_value(Day day);                    // "1998-03-12"
std::string week_value(Day day);                   // "1998-W11"
std::string weekend_value(Day day);                // "1998-W11-WE"
std::string quarter_value(int year, int quarter);  // "1998-Q3"
std::string half_value(int year, int half);        // "1998-H2"
std::string season_value(int year, int season);    // "1998-FA"
std::string_view part_value(Part part);            // "MO"
// "T17:00", "TEV"; empty when the words say no time of the day.
std::string clock_value(const Fields& fields);
// "P3W", "PT2H30M", "PXY"
std::string span_value(const Amount& amount, Unit unit, Unit more_unit, double more);

}  // namespace onrecord::time

#endif  // ONRECORD_TIME_VALUE_H_
