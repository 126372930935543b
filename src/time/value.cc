#include "time/value.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace onrecord::time {
namespace {

std::string padded(int number, std::size_t width) {
  std::string digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

struct Letter {
  std::string_view letter;
  double times;  // Of the unit before it in TIMEX3's list.
  bool of_day = false;
};

Letter letter_of(Unit unit) {
  switch (unit) {
    case Unit::second:
      return {"S", 1, true};
    case Unit::minute:
      return {"M", 1, true};
    case Unit::hour:
      return {"H", 1, true};
    case Unit::day:
      return {"D", 1};
    case Unit::week:
      return {"W", 1};
    case Unit::fortnight:
      return {"W", 2};
    case Unit::month:
      return {"M", 1};
    case Unit::quarter:
      return {"Q", 1};
    case Unit::year:
      return {"Y", 1};
    case Unit::decade:
      return {"Y", 10};
    case Unit::century:
      return {"Y", 100};
    case Unit::millennium:
      return {"Y", 1000};
    case Unit::weekend:
      return {"WE", 1};
    case Unit::night:
      return {"NI", 1};
    default:
      return {"X", 1};
  }
}

std::string_view vague_letter(Unit unit) {
  switch (unit) {
    case Unit::decade:
      return "DE";
    case Unit::century:
      return "CE";
    case Unit::millennium:
      return "ML";
    default:
      return letter_of(unit).letter;
  }
}

// The next finer unit, and how many of it make one.
std::pair<Unit, double> finer(Unit unit) {
  switch (unit) {
    case Unit::year:
      return {Unit::month, 12};
    case Unit::week:
      return {Unit::day, 7};
    case Unit::day:
      return {Unit::hour, 24};
    case Unit::hour:
      return {Unit::minute, 60};
    case Unit::minute:
      return {Unit::second, 60};
    default:
      return {Unit::none, 1};
  }
}

std::string plain(double number) {
  std::array<char, 32> digits{};
  const int size = std::snprintf(digits.data(), digits.size(), "%.10g", number);
  return {digits.data(), static_cast<std::size_t>(size)};
}

}  // namespace

std::string year_value(int year) { return year == kUnsaid ? "XXXX" : padded(year, 4); }

std::string month_value(int year, int month) { return year_value(year) + '-' + padded(month, 2); }

std::string day_value(Day day) {
  return month_value(year_of(day), month_of(day)) + '-' + padded(day_of_month(day), 2);
}

std::string week_value(Day day) {
  const Week week = week_of(day);
  return year_value(week.year) + "-W" + padded(week.week, 2);
}

std::string weekend_value(Day day) { return week_value(day) + "-WE"; }

std::string quarter_value(int year, int quarter) { return year_value(year) + "-Q" + std::to_string(quarter); }

std::string half_value(int year, int half) { return year_value(year) + "-H" + std::to_string(half); }

std::string season_value(int year, int season) {
  constexpr std::array<std::string_view, 5> kSeasons = {"", "SP", "SU", "FA", "WI"};
  return year_value(year) + '-' + std::string(kSeasons[static_cast<std::size_t>(season)]);
}

std::string_view part_value(Part part) {
  switch (part) {
    case Part::none:
      return "";
    case Part::morning:
    case Part::dawn:
      return "MO";
    case Part::midday:
      return "MI";
    case Part::afternoon:
      return "AF";
    case Part::evening:
      return "EV";
    case Part::night:
      return "NI";
  }
  return "";
}

std::string clock_value(const Fields& fields) {
  if (fields.hour == kUnsaid)
    return fields.part == Part::none ? std::string() : "T" + std::string(part_value(fields.part));
  std::string value = "T" + padded(fields.hour, 2) + ':' + padded(std::max<int>(fields.minute, 0), 2);
  if (fields.second != kUnsaid) value += ':' + padded(fields.second, 2);
  return value;
}

std::string span_value(const Amount& amount, Unit unit, Unit more_unit, double more) {
  if (unit == Unit::period || unit == Unit::none) return "PX";
  const Letter letter = letter_of(unit);
  const std::string start = letter.of_day ? "PT" : "P";
  if (amount.vague) return start + 'X' + std::string(vague_letter(unit));
  const double number = amount.low * letter.times;
  const double whole = std::floor(number);
  const auto [fine, times] = finer(unit);
  if (more_unit != Unit::none && number == whole) {
    const Letter rest = letter_of(more_unit);
    const std::string mark = rest.of_day && !letter.of_day ? "T" : "";
    return start + plain(number) + std::string(letter.letter) + mark + plain(more * rest.times) +
           std::string(rest.letter);
  }
  const double rest = (number - whole) * times;
  if (number == whole || fine == Unit::none || rest != std::floor(rest))
    return start + plain(number) + std::string(letter.letter);
  const Letter finer_letter = letter_of(fine);
  std::string value = whole > 0 ? start + plain(whole) + std::string(letter.letter) : start;
  if (finer_letter.of_day && !letter.of_day) value += 'T';
  return value + plain(rest) + std::string(finer_letter.letter);
}

}  // namespace onrecord::time
