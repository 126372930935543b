// eval/speed.h — how fast the whole reading is, and how much memory it takes.

#ifndef ONRECORD_EVAL_SPEED_H_
#define ONRECORD_EVAL_SPEED_H_

#include <cstdint>
#include <string>
#include <vector>

#include "eval/engine.h"

namespace onrecord::eval {

struct TimedText {
  std::string name, bytes;
};

struct SpeedRow {
  unsigned threads = 1;
  double seconds = 0;  // The median of the runs.
  double fastest = 0, slowest = 0;
  std::uint64_t words = 0;         // As Document::tokens() counts them (UD words).
  std::uint64_t spaced_words = 0;  // Stretches between white space, the same for every program.
  double words_per_second() const { return seconds > 0 ? static_cast<double>(words) / seconds : 0; }
  double spaced_per_second() const { return seconds > 0 ? static_cast<double>(spaced_words) / seconds : 0; }
};

// From bytes in memory to readings, `runs` times after one run to warm up.
SpeedRow time_reading(const Engine& engine, const std::vector<TimedText>& texts, unsigned threads,
                      unsigned runs);

std::uint64_t count_spaced_words(const std::string& text);

// The most memory this process has held, in MiB.
double peak_memory();

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_SPEED_H_
