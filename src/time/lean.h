// time/lean.h — whether a time told without its year or week lies ahead of the day it is told on or behind.

#ifndef ONRECORD_TIME_LEAN_H_
#define ONRECORD_TIME_LEAN_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/span.h"
#include "syntax/tree.h"

namespace onrecord::time {

// What is told: each has its own prior.
enum class Told : std::uint8_t { weekday, month, day, season };

// How likely, in [0, 1], the time that `words` tell, carried by `head`, lies ahead: the prior of its kind,
// how far off its next occurrence is (a share of the round of seven days or twelve months) and what the
// clause round it says, weighed by data/lexicon/en/times_direction.tsv.
double likely_ahead(const syntax::Tree& tree, TokenRange words, std::uint32_t head, Told told,
                    double distance);

// The signs that likely_ahead adds up, each a row of that table; for those who fit it.
std::vector<std::string> lean_signs(const syntax::Tree& tree, TokenRange words, std::uint32_t head, Told told,
                                    double distance);

// The row that a distance is weighed by.
std::string_view distance_sign(Told told);

}  // namespace onrecord::time

#endif  // ONRECORD_TIME_LEAN_H_
