// report/shingles.h — how much of one text stands in another, whatever their spaces and marks.

#ifndef ONRECORD_REPORT_SHINGLES_H_
#define ONRECORD_REPORT_SHINGLES_H_

#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace onrecord::report {

// Hashes of all runs of four words (of all words together, where there are fewer), in any case, without
// marks.
std::vector<std::uint64_t> shingles_of(std::string_view text);

using ShingleSet = std::unordered_set<std::uint64_t>;

// The share of `shingles` that are in `set`; 0 of none.
double share_in(const std::vector<std::uint64_t>& shingles, const ShingleSet& set);

}  // namespace onrecord::report

#endif  // ONRECORD_REPORT_SHINGLES_H_
