#include "place/feature_weights.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>

namespace onrecord::place {
namespace {

constexpr float kScale = 1.0F / 1000;

// Eight bytes at a time: features are longer than the words that other tables hold.
std::uint64_t hash(std::string_view text) {
  std::uint64_t value = 0x9E3779B97F4A7C15ULL ^ text.size();
  const auto mix = [&value](std::uint64_t bytes) {
    value = (value ^ bytes) * 0xD6E8FEB86659FD93ULL;
    value ^= value >> 32U;
  };
  while (text.size() >= 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data(), 8);
    mix(bytes);
    text.remove_prefix(8);
  }
  std::uint64_t rest = 0;
  if (!text.empty()) std::memcpy(&rest, text.data(), text.size());
  mix(rest);
  return value * 0x9E3779B97F4A7C15ULL;
}

std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32U) | 1U; }

}  // namespace

FeatureWeights::FeatureWeights(std::string_view table) {
  const auto lines = static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n')) + 1;
  slots_.resize(std::bit_ceil(2 * lines));
  while (!table.empty()) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    const std::string_view line = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    const std::uint64_t key = hash(line.substr(0, tab));
    Slot& slot = slots_[place_of(key)];
    if (slot.tag != 0) continue;
    slot.tag = tag_of(key);
    std::from_chars(line.data() + tab + 1, line.data() + line.size(), slot.thousandths);
  }
}

std::size_t FeatureWeights::place_of(std::uint64_t key) const {
  std::size_t place = key & (slots_.size() - 1);
  while (slots_[place].tag != 0 && slots_[place].tag != tag_of(key))
    place = (place + 1) & (slots_.size() - 1);
  return place;
}

std::uint64_t FeatureWeights::key_of(std::string_view feature) const {
  const std::uint64_t key = hash(feature);
  __builtin_prefetch(&slots_[key & (slots_.size() - 1)]);
  return key;
}

float FeatureWeights::at(std::uint64_t key) const {
  return static_cast<float>(slots_[place_of(key)].thousandths) * kScale;
}

}  // namespace onrecord::place
