// clock/happenings.h — the words that tell a happening, and the times that stand at each.

#ifndef ONRECORD_CLOCK_HAPPENINGS_H_
#define ONRECORD_CLOCK_HAPPENINGS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "onrecord/time.h"
#include "syntax/tree.h"

namespace onrecord::clock {

// How a time's preposition places the happening: "on Friday", "by Friday", "since Friday", "before", "after".
enum class Place : std::uint8_t { in, by, since, before, after };

struct TimeAt {
  std::uint32_t time = 0;  // Index of the mention.
  Place place = Place::in;
};

struct Happening {
  syntax::Word word = 0;
  std::optional<TimeAt> at = {};   // When it was.
  std::optional<TimeAt> due = {};  // By when it is to be.
};

// In order of their words.
std::vector<Happening> find_happenings(const syntax::Tree& tree, std::span<const TimeMention> times);

// The happening of `word`, or the nearest above it in its tree; nullptr when there is none.
const Happening* happening_above(const syntax::Tree& tree, const std::vector<Happening>& all,
                                 syntax::Word word);

}  // namespace onrecord::clock

#endif  // ONRECORD_CLOCK_HAPPENINGS_H_
