#include "report/shingles.h"

#include <algorithm>

namespace onrecord::report {
namespace {

bool is_wordy(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash ^= value + 0x9E3779B97F4A7C15ULL + (hash << 6) + (hash >> 2);
  return hash * 0xBF58476D1CE4E5B9ULL;
}

}  // namespace

std::vector<std::uint64_t> shingles_of(std::string_view text) {
  constexpr std::size_t kWords = 4;
  std::vector<std::uint64_t> words;
  // Only ASCII letters and digits make words here: quotation marks and accents are what two versions differ
  // in.
  for (std::size_t at = 0; at < text.size();) {
    if (!is_wordy(text[at])) {
      ++at;
      continue;
    }
    std::uint64_t hash = 0;
    for (; at < text.size() && is_wordy(text[at]); ++at) {
      hash = mix(hash, static_cast<unsigned char>(text[at]) | 0x20U);
    }
    words.push_back(hash);
  }
  if (words.empty()) return {};
  const std::size_t size = std::min(kWords, words.size());
  std::vector<std::uint64_t> shingles;
  shingles.reserve(words.size());
  for (std::size_t i = 0; i + size <= words.size(); ++i) {
    std::uint64_t hash = size;
    for (std::size_t j = i; j < i + size; ++j) hash = mix(hash, words[j]);
    shingles.push_back(hash);
  }
  return shingles;
}

double share_in(const std::vector<std::uint64_t>& shingles, const ShingleSet& set) {
  if (shingles.empty()) return 0;
  const auto found = std::count_if(shingles.begin(), shingles.end(),
                                   [&set](std::uint64_t shingle) { return set.contains(shingle); });
  return static_cast<double>(found) / static_cast<double>(shingles.size());
}

}  // namespace onrecord::report
