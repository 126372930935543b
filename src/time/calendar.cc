#include "time/calendar.h"

#include <algorithm>

namespace onrecord::time {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

bool is_year(int year) { return year >= kFirstYear && year <= kLastYear; }

year_month_day civil(Day day) { return year_month_day{day}; }

std::optional<Period> between(std::optional<Day> first, std::optional<Day> after) {
  if (!first || !after) return std::nullopt;
  return Period{*first, *after - days{1}};
}

std::optional<Period> months_period(int year, int month, int count) {
  const auto first = make_day(year, month, 1);
  if (!first) return std::nullopt;
  return between(first, shift(*first, Unit::month, count));
}

// Months count from 0 here, over all years.
std::optional<Day> add_months(Day day, long long count) {
  const auto date = civil(day);
  const long long month =
      static_cast<long long>(static_cast<int>(date.year())) * 12 + (month_of(day) - 1) + count;
  const long long year = month >= 0 ? month / 12 : -1;
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  const auto of_year = static_cast<unsigned>(month % 12 + 1);
  const auto last =
      (std::chrono::year{static_cast<int>(year)} / std::chrono::month{of_year} / std::chrono::last).day();
  return make_day(static_cast<int>(year), static_cast<int>(of_year),
                  std::min(day_of_month(day), static_cast<int>(static_cast<unsigned>(last))));
}

}  // namespace

std::optional<Day> make_day(int year, int month, int day) {
  if (!is_year(year) || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                            std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return Day{date};
}

int year_of(Day day) { return static_cast<int>(civil(day).year()); }
int month_of(Day day) { return static_cast<int>(static_cast<unsigned>(civil(day).month())); }
int day_of_month(Day day) { return static_cast<int>(static_cast<unsigned>(civil(day).day())); }
int weekday_of(Day day) { return static_cast<int>(std::chrono::weekday{day}.iso_encoding()); }
int quarter_of(Day day) { return (month_of(day) + 2) / 3; }

Day monday_of(Day day) { return day - days{weekday_of(day) - 1}; }

Week week_of(Day day) {
  const Day thursday = monday_of(day) + days{3};
  const int year = year_of(thursday);
  const Day first{year_month_day{std::chrono::year{year}, std::chrono::January, std::chrono::day{1}}};
  return {year, static_cast<int>((thursday - first).count() / 7 + 1)};
}

std::optional<Day> monday_of(int year, int week) {
  const auto fourth = make_day(year, 1, 4);  // Always lies in the first week.
  if (!fourth || week < 1 || week > 53) return std::nullopt;
  const Day monday = monday_of(*fourth) + days{7 * (week - 1)};
  if (week_of(monday).year != year) return std::nullopt;
  return monday;
}

std::optional<Period> year_period(int year) { return years_period(year, year); }

std::optional<Period> years_period(int first, int last) {
  const auto begin = make_day(first, 1, 1), end = make_day(last, 12, 31);
  if (!begin || !end || *end < *begin) return std::nullopt;
  return Period{*begin, *end};
}

std::optional<Period> month_period(int year, int month) { return months_period(year, month, 1); }

std::optional<Period> quarter_period(int year, int quarter) {
  return months_period(year, quarter * 3 - 2, 3);
}

std::optional<Period> half_period(int year, int half) { return months_period(year, half * 6 - 5, 6); }

std::optional<Period> season_period(int year, int season) { return months_period(year, season * 3, 3); }

Period week_period(Day monday) { return {monday, monday + days{6}}; }

std::optional<Day> shift(Day day, Unit unit, int count) {
  constexpr int kMost = 4'000'000;  // Days in some 10,000 years: past it nothing is in bounds.
  if (count > kMost || count < -kMost) return std::nullopt;
  int in_days = 0;
  switch (unit) {
    case Unit::day:
    case Unit::night:
      in_days = 1;
      break;
    case Unit::week:
    case Unit::weekend:
      in_days = 7;
      break;
    case Unit::fortnight:
      in_days = 14;
      break;
    case Unit::month:
      return add_months(day, count);
    case Unit::quarter:
      return add_months(day, 3LL * count);
    case Unit::year:
      return add_months(day, 12LL * count);
    case Unit::decade:
      return add_months(day, 120LL * count);
    case Unit::century:
      return add_months(day, 1200LL * count);
    case Unit::millennium:
      return add_months(day, 12000LL * count);
    default:
      return day;
  }
  const Day moved = day + days{static_cast<long long>(in_days) * count};
  const Day least = *make_day(kFirstYear, 1, 1), most = *make_day(kLastYear, 12, 31);
  if (moved < least || moved > most) return std::nullopt;
  return moved;
}

// The anonymous Gregorian computus.
Day easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
  const int g = (8 * b + 13) / 25, h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 19 * l) / 433;
  const int month = (h + l - 7 * m + 90) / 25, day = (h + l - 7 * m + 33 * month + 19) % 32;
  return make_day(year, month, day).value_or(Day{});
}

}  // namespace onrecord::time
