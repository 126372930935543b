// eval/time_score.h — times found against times marked: strict, relaxed and by value, as TempEval-3 counts.

#ifndef ONRECORD_EVAL_TIME_SCORE_H_
#define ONRECORD_EVAL_TIME_SCORE_H_

#include <iosfwd>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "eval/count.h"
#include "eval/measure.h"
#include "eval/time_timeml.h"
#include "onrecord/reading.h"

namespace onrecord::eval {

// A time of ours, its span in the bytes of the report.
struct FoundTime {
  Span span;
  std::string type, value, rule;
};

std::vector<FoundTime> times_of(const Reading& reading);

// Right by value, of those of one kind of expression.
struct ClassScore {
  std::size_t gold = 0, found = 0, right = 0;
};

struct TimeScore {
  Count strict, relaxed, type, value;
  std::map<std::string, ClassScore> classes;
  void add(const TimeScore& other);
};

// What kind of expression the words are: "weekday", "month", "ago", …
std::string class_of(std::string_view words);

// Every gold time takes at most one of ours: the same span, else the first that overlaps. Marks and white
// space at the ends of spans do not count. Lists what is not right to `list`, where it is given.
TimeScore score_times(const TimedReport& gold, const std::vector<FoundTime>& found, std::ostream* list);

// `onrecord eval times`: TimeBank and AQUAINT, every fifth document by name held out.
Result<Figures> measure_times(const Engine& engine, const Options& options, Talk talk);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_TIME_SCORE_H_
