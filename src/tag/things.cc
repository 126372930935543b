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
    const float* const earlier = vectors_.data() + e * width;
    float dot = 0;
    for (std::size_t k = 0; k < width; ++k) dot += later[k] * earlier[k];
    const float odds = dot / root - as_new;
    if (odds > kLeastOdds) thing.earlier.push_back({static_cast<std::uint32_t>(e), odds});
  }
  // The nearer first among equals.
  std::stable_sort(thing.earlier.begin(), thing.earlier.end(), [](const auto& a, const auto& b) {
    return a.odds != b.odds ? a.odds > b.odds : a.thing > b.thing;
  });
  if (thing.earlier.size() > kKept) thing.earlier.resize(kKept);
}

}  // namespace onrecord::tag
