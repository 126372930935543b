// time/find_times.h — the room's one verb.

#ifndef ONRECORD_TIME_FIND_TIMES_H_
#define ONRECORD_TIME_FIND_TIMES_H_

#include <chrono>
#include <optional>
#include <vector>

#include "onrecord/time.h"
#include "syntax/tree.h"

namespace onrecord::time {

// All words of the document of `tree` that tell when, how long or how often, in order, none within another.
// `published`: the day of publication; without it, what is counted from it has a value that leaves open what
// is not known, and no days. Linear in the words. Never fails.
std::vector<TimeMention> find_times(const syntax::Tree& tree,
                                    std::optional<std::chrono::year_month_day> published);

}  // namespace onrecord::time

#endif  // ONRECORD_TIME_FIND_TIMES_H_
