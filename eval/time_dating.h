// eval/time_dating.h — happenings against the days that people gave them: SemEval-2015's timelines.

#ifndef ONRECORD_EVAL_TIME_DATING_H_
#define ONRECORD_EVAL_TIME_DATING_H_

#include <iosfwd>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "eval/measure.h"
#include "eval/time_timeml.h"
#include "onrecord/reading.h"

namespace onrecord::eval {

// One happening of a timeline: "4764-6-announced", "2000-02-XX".
struct DatedEvent {
  std::string document;
  std::size_t sentence = 0;
  std::string word;  // "court case"
  std::string date;  // "XXXX-XX-XX" where people could not tell.
};

// Lines of a timeline: order, date, events, with tabs between.
std::vector<DatedEvent> parse_timeline(std::string_view text);

// "2005-02-17", "2005-02-XX", "2005-XX-XX" by the days of `clock`; "XXXX-XX-XX" where it has none.
std::string date_of(const Clock& clock);

struct DatingScore {
  std::size_t dated = 0, right = 0, missing = 0;                         // missing: no such word among ours.
  std::size_t undated = 0, left_unknown = 0;                             // Those that people could not date.
  std::size_t published = 0;                                             // Dated on the day of publication.
  std::map<std::string, std::pair<std::size_t, std::size_t>> by_dating;  // How ours was obtained: all, right.
};

void score_dating(const std::vector<DatedEvent>& events, const TimedReport& report, const Reading& reading,
                  DatingScore& score, std::ostream* list);

// `onrecord eval dating`: trial and corpus 1 (dev), corpus 2 (held-out).
Result<Figures> measure_dating(const Engine& engine, const Options& options, Talk talk);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_TIME_DATING_H_
