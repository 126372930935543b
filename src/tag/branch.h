// tag/branch.h — where a sentence's words stand to a predicate in the tree: what tells their roles best.

#ifndef ONRECORD_TAG_BRANCH_H_
#define ONRECORD_TAG_BRANCH_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace onrecord::tag {

// Numbers the places as doc/format/weights.md does. Immutable once made.
class Branches {
 public:
  Branches() = default;
  // `relations` are the labels of arcs, in the order of their ids.
  explicit Branches(std::span<const std::string> relations);

  // How many places there are for so many relations.
  static constexpr std::size_t count(std::size_t relations) { return 1 + relations + 3 + 3 * 5; }

  // The place of every word of one sentence. heads[i] is a word, or the number of words for the root; the
  // heads are a tree. relation[i] is the label of the arc from heads[i] to i.
  void find(std::uint32_t predicate, std::span<const std::uint32_t> heads,
            std::span<const std::uint16_t> relations, std::vector<std::uint16_t>& places) const;

 private:
  std::vector<std::uint16_t> sort_of_;  // Of each relation, one of five.
};

}  // namespace onrecord::tag

#endif  // ONRECORD_TAG_BRANCH_H_
