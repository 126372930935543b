// time/expression.h — what words say of a time, before it is counted from anything.

#ifndef ONRECORD_TIME_EXPRESSION_H_
#define ONRECORD_TIME_EXPRESSION_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "onrecord/time.h"
#include "time/calendar.h"

namespace onrecord::time {

enum class Shape : std::uint8_t {
  none,
  refers,    // The past, the present, the future.
  date,      // Fields of a calendar, as many as are said.
  near_day,  // Today, yesterday, tomorrow.
  near,      // Last week, next Friday, this summer, the quarter.
  shifted,   // Two days ago, a year earlier.
  span,      // Three weeks; the past eight years.
  often,     // Daily, every Friday.
};

// How a unit, a day of the week or a month stands to the day it is counted from. The numbers are those of
// times_words.tsv.
enum class Relation : std::int8_t {
  previous = -2,
  last = -1,
  now = 0,
  next = 1,
  following = 2,
  that = 3,
  latest = 4,
  past = 5,
  coming = 6,
  same = 7,
  these = 8,
  definite = 9,  // "the quarter": no more than the article.
  none = 10,
};

// Of the day; the numbers are those of times_words.tsv.
enum class Part : std::uint8_t {
  none = 0,
  morning = 1,
  midday = 2,
  afternoon = 3,
  evening = 4,
  night = 5,
  dawn = 6
};

// A number of units; two when the words give a range or a rest ("two years and six months").
struct Amount {
  double low = 1, high = 1;
  bool vague = false;    // "several years": no number.
  bool spelt = false;    // Any number at all: "years" has none.
  bool article = false;  // "a year"
};

inline constexpr int kUnsaid = -1;

// The fields of a calendar that the words fill. kUnsaid or 0 where they do not.
struct Fields {
  std::int32_t year = kUnsaid;
  std::int32_t year_count = 1;                   // 10 for decades, 100 for centuries, more for "2009-2010".
  bool two_digits = false;                       // The century is unsaid: "'98".
  std::optional<int> from_this_year = {};        // "October last year": -1.
  std::int8_t month = 0, day = 0, last_day = 0;  // last_day: of "March 3-5".
  std::int8_t weekday = 0;
  std::int8_t quarter = 0, half = 0, season = 0;
  std::int8_t quarter_count = 1;
  std::int8_t holiday = kUnsaid;
  Part part = Part::none;
  std::int8_t hour = kUnsaid, minute = kUnsaid, second = kUnsaid;
  bool fiscal = false, weekend = false, week_of = false;
  bool universal = false;  // The hour is of UTC.
};

enum class Turn : std::int8_t {
  ago = -1,
  earlier = -2,
  later = 2,
  before = -3,
  after = 3,
  hence = 4,
  none = 0
};

struct Expression {
  Shape shape = Shape::none;
  std::string_view rule = {};
  Fields fields = {};
  Relation relation = Relation::none;
  Unit unit = Unit::none;
  Amount amount = {};
  Unit more_unit = Unit::none;  // "2 hours 30 minutes"
  double more = 0;
  Turn turn = Turn::none;
  int number = 0;  // Of days from today; of Shape::refers 1, 2, 3; of Shape::often the unit.
  TimeModifier modifier = TimeModifier::none;
  std::optional<std::int32_t> zone = {};
  bool exact = false;      // "a week ago Friday", "a year ago today": the day is told too.
  int days_beside = 0;     // "the day before last Tuesday": -1.
  std::uint32_t head = 0;  // The word that carries it.
};

}  // namespace onrecord::time

#endif  // ONRECORD_TIME_EXPRESSION_H_
