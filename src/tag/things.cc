#include "tag/things.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace onrecord::tag {
namespace {

constexpr std::size_t kBack = 160;   // How many earlier things one is held against.
constexpr std::size_t kKept = 8;     // How many of them are told.
constexpr float kLeastOdds = -4.0F;  // One in fifty: less likely ones are not worth telling.

// Summed in sixteen lanes that meet at the end: one order on every processor, and one that vectors can
// follow.
float dot(const float* a, const float* b, std::size_t width) {
  constexpr std::size_t kSums = 16;
  float sums[kSums] = {};
  std::size_t i = 0;
  for (; i + kSums <= width; i += kSums) {
    for (std::size_t lane = 0; lane < kSums; ++lane) sums[lane] += a[i + lane] * b[i + lane];
  }
  for (std::size_t lane = 0; i < width; ++i, ++lane) sums[lane] += a[i] * b[i];
  for (std::size_t half = kSums / 2; half > 0; half /= 2) {
    for (std::size_t lane = 0; lane < half; ++lane) sums[lane] += sums[lane + half];
  }
  return sums[0];
}

// Puts `one` where it belongs among the likeliest, the nearer before the farther when they are equally
// likely.
void keep(std::vector<Thing::Earlier>& likeliest, Thing::Earlier one) {
  if (likeliest.size() == kKept && likeliest.back().odds > one.odds) return;
  const auto place = std::find_if(likeliest.begin(), likeliest.end(),
                                  [one](const Thing::Earlier& other) { return other.odds <= one.odds; });
  likeliest.insert(place, one);
  if (likeliest.size() > kKept) likeliest.pop_back();
}

}  // namespace

ThingReader::ThingReader(const Heads& heads, std::vector<float>& vectors, Tags& tags)
    : heads_(heads), use_(kernels()), vectors_(vectors), tags_(tags) {
  vectors_.clear();
}

void ThingReader::read(const WordRows& words) {
  if (heads_.entity.size() == 0) return;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const float* const row = words.rows[i];
    const auto token = words.first + static_cast<std::uint32_t>(i);
    tags_.words[token].fact = std::clamp(row[heads_.fact.begin], -3.0F, 3.0F);
    const std::span<const float> scores(row + heads_.entity.begin, heads_.entity.size());
    const std::size_t kind = use_.argmax(scores.data(), scores.size());
    if (kind == heads_.no_thing) continue;
    Thing thing{token, static_cast<std::uint16_t>(kind), probability(use_, scores, kind), {}};
    find_earlier(row, thing);
    tags_.things.push_back(std::move(thing));
    const float* const as_earlier = row + heads_.coref_earlier.begin;
    vectors_.insert(vectors_.end(), as_earlier, as_earlier + heads_.coref_earlier.size());
  }
}

void ThingReader::find_earlier(const float* row, Thing& thing) {
  const std::size_t width = heads_.coref_earlier.size();
  const float root = std::sqrt(static_cast<float>(width));
  const float* const later = row + heads_.coref_later.begin;
  const float as_new = row[heads_.coref_new.begin];
  const std::size_t count = tags_.things.size();
  for (std::size_t e = count > kBack ? count - kBack : 0; e < count; ++e) {
    const float odds = dot(later, vectors_.data() + e * width, width) / root - as_new;
    if (odds > kLeastOdds) keep(thing.earlier, {static_cast<std::uint32_t>(e), odds});
  }
}

}  // namespace onrecord::tag
