// onrecord/time.h — when, as far as the report lets us know.
//
// Intervals come first: a time is a run of days, both ends included, with how fine it is told and how it was
// obtained. TIMEX3 (type and value) is a projection of it for those who count in that.
//
// The numbers of all enumerations are stored in ledgers: append only, never renumber.

#ifndef ONRECORD_TIME_H_
#define ONRECORD_TIME_H_

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/span.h"

namespace onrecord {

// TIMEX3's four.
enum class TimeType : std::uint8_t { date = 1, time = 2, duration = 3, set = 4 };

// How fine a time is told.
enum class Granularity : std::uint8_t {
  unknown = 0,
  minute = 1,
  hour = 2,
  part_of_day = 3,  // "overnight", "Friday morning"
  day = 4,
  weekend = 5,
  week = 6,
  month = 7,
  season = 8,
  quarter = 9,
  half_year = 10,
  year = 11,
  decade = 12,
  century = 13,
  vague = 14,  // "recently", "now", "in the past"
};

// TIMEX3's MOD.
enum class TimeModifier : std::uint8_t {
  none = 0,
  before = 1,
  after = 2,
  on_or_before = 3,
  on_or_after = 4,
  less_than = 5,
  more_than = 6,
  equal_or_less = 7,
  equal_or_more = 8,
  start = 9,
  middle = 10,
  end = 11,
  approximate = 12,
};

// How the days of a time, or of a record, were obtained.
enum class Dating : std::uint8_t {
  unknown = 0,
  explicit_ = 1,      // The words say it whole: "28 March 2022"; or the clause that tells it carries a time.
  publication = 2,    // Counted from the day of publication: "on Friday", "last year".
  earlier_time = 3,   // Counted from another time in the report: "two days later".
  earlier_event = 4,  // Counted from a happening told before: "the day before the vote".
  carried = 5,        // Told with no time of its own, in a run of sentences that has one.
  tense = 6,          // By the tense of its clause, against the day of publication or of speaking.
};

// Days [first, last], both included: "in March" is 31 days long, not a guess at one. An end that the words
// leave open ("since 2014", "until Friday") is open, and its day the best bound there is.
struct Period {
  std::chrono::sys_days first{};
  std::chrono::sys_days last{};
  bool open_first = false;  // Begins on `first` or earlier, the words do not say when.
  bool open_last = false;   // Goes on beyond `last`, or may.

  friend bool operator==(const Period&, const Period&) = default;
};

// Words that tell when, how long or how often.
struct TimeMention {
  Span span;  // In Document::text(): TIMEX3's extent, without the preposition.
  TokenRange words;
  TimeType type = TimeType::date;
  std::string
      value;  // TIMEX3's: "2022-03-25", "P4W", "XXXX-WXX-5" where the day of publication is not known.
  TimeModifier modifier = TimeModifier::none;
  Granularity granularity = Granularity::unknown;
  std::optional<Period> period = {};  // None: not known, or a duration with no place in time.
  Dating dating = Dating::unknown;    // How `period` was obtained.
  std::optional<Span> anchor = {};    // The words it is counted from, when those stand in the report.
  std::optional<std::int32_t> zone_minutes = {};  // East of UTC, when the words name a zone.
  std::string_view rule = {};  // Which rule composed it; a published name, of static duration.
  float score = 0;             // In [0, 1]: how sure value and period are.
};

// One clock of a record.
struct Clock {
  std::optional<Period> period = {};
  Granularity granularity = Granularity::unknown;
  Dating dating = Dating::unknown;
  std::optional<std::uint32_t> time = {};  // Index into Reading::times, when a mention there gave it.
  float score = 0;                         // In [0, 1].
};

// When what a word tells happened, and by when it must. A happening never silently gets the day of
// publication: Clock::dating says how its days were obtained, and unknown is an answer.
struct DatedWord {
  std::uint32_t word = 0;  // The head of a happening: a predicate, or a noun that tells one.
  Clock happened = {};
  Clock due = {};
};

std::string_view to_string(TimeType value);
std::string_view to_string(Granularity value);
std::string_view to_string(TimeModifier value);  // TIMEX3's words: "MORE_THAN"; empty for none.
std::string_view to_string(Dating value);

}  // namespace onrecord

#endif  // ONRECORD_TIME_H_
