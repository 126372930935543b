#include "tag/branch.h"

#include <algorithm>
#include <string_view>

namespace onrecord::tag {
namespace {

constexpr std::uint16_t kSteps = 3;  // Up from the predicate: 1, 2, and 3 or more.
constexpr std::uint16_t kSorts = 5;
constexpr std::uint16_t kOtherSort = 4;
constexpr std::uint32_t kNotAbove = 0xFFFFFFFFU;

std::uint16_t sort_of(std::string_view relation) {
  const std::string_view universal = relation.substr(0, relation.find(':'));
  if (universal == "nsubj" || universal == "csubj") return 0;
  if (universal == "obj" || universal == "iobj") return 1;
  if (universal == "obl" || universal == "advmod" || universal == "advcl") return 2;
  if (universal == "punct") return 3;
  return kOtherSort;
}

}  // namespace

Branches::Branches(std::span<const std::string> relations) {
  for (const std::string& relation : relations) sort_of_.push_back(sort_of(relation));
}

void Branches::find(std::uint32_t predicate, std::span<const std::uint32_t> heads,
                    std::span<const std::uint16_t> relations, std::vector<std::uint16_t>& places) const {
  const auto count = static_cast<std::uint32_t>(heads.size());
  const auto known = static_cast<std::uint16_t>(sort_of_.size());
  std::vector<std::uint32_t> steps_up(count, kNotAbove);
  std::uint32_t step = 0;
  for (std::uint32_t at = predicate; at < count && steps_up[at] == kNotAbove; at = heads[at])
    steps_up[at] = step++;

  places.resize(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    std::uint32_t child = count;  // The last word passed on the way up: it begins the branch.
    std::uint32_t at = i;
    while (steps_up[at] == kNotAbove) {  // A tree: the root's word is above the predicate.
      child = at;
      at = heads[at];
    }
    const auto up = static_cast<std::uint16_t>(std::min<std::uint32_t>(steps_up[at], kSteps));
    if (up == 0) {
      places[i] = child == count ? std::uint16_t{0} : static_cast<std::uint16_t>(1 + relations[child]);
    } else if (child == count) {
      places[i] = static_cast<std::uint16_t>(1 + known + up - 1);
    } else {
      places[i] =
          static_cast<std::uint16_t>(1 + known + kSteps + kSorts * (up - 1) + sort_of_[relations[child]]);
    }
  }
}

}  // namespace onrecord::tag
