// time/calendar.h — days, weeks and months by the Gregorian calendar, never out of its bounds.

#ifndef ONRECORD_TIME_CALENDAR_H_
#define ONRECORD_TIME_CALENDAR_H_

#include <chrono>
#include <optional>

#include "onrecord/time.h"

namespace onrecord::time {

using Day = std::chrono::sys_days;

// As in times_words.tsv.
enum class Unit : std::uint8_t {
  none = 0,
  second = 1,
  minute = 2,
  hour = 3,
  day = 4,
  week = 5,
  month = 6,
  quarter = 7,
  year = 8,
  decade = 9,
  century = 10,
  millennium = 11,
  weekend = 12,
  fortnight = 13,
  period = 14,
  night = 15,
};

inline constexpr int kFirstYear = 1, kLastYear = 9999;

// Nothing when there is no such day.
std::optional<Day> make_day(int year, int month, int day);

int year_of(Day day);
int month_of(Day day);
int day_of_month(Day day);
int weekday_of(Day day);  // 1 Monday to 7 Sunday.
int quarter_of(Day day);

struct Week {
  int year = 0, week = 0;
};
Week week_of(Day day);                             // ISO 8601.
std::optional<Day> monday_of(int year, int week);  // Nothing when that year has no such week.
Day monday_of(Day day);

// Each nothing when out of bounds.
std::optional<Period> year_period(int year);
std::optional<Period> month_period(int year, int month);
std::optional<Period> quarter_period(int year, int quarter);
std::optional<Period> half_period(int year, int half);
std::optional<Period> season_period(int year, int season);  // A winter is of the year in which it begins.
std::optional<Period> years_period(int first, int last);
Period week_period(Day monday);

// The day `count` units later; of months and years the same day of the month, else its last.
std::optional<Day> shift(Day day, Unit unit, int count);

Day easter(int year);

}  // namespace onrecord::time

#endif  // ONRECORD_TIME_CALENDAR_H_
