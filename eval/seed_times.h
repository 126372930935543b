// eval/seed_times.h — the times of the seed report against its record.

#ifndef ONRECORD_EVAL_SEED_TIMES_H_
#define ONRECORD_EVAL_SEED_TIMES_H_

#include <chrono>
#include <optional>
#include <string_view>

#include "eval/count.h"
#include "eval/measure.h"
#include "onrecord/reading.h"

namespace onrecord::eval {

// The day on which the record says the report was published.
std::optional<std::chrono::year_month_day> seed_published(std::string_view json);

// Prints a row for each of "times", each right when its words, type, value, modifier, days and count are, and
// adds "seed.times.right" and "seed.times.expected".
void append_seed_times(const Reading& reading, std::string_view json, Figures& figures, Talk talk);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_SEED_TIMES_H_
