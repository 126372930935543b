// tag/tree.h — one sentence's dependency tree out of the scores of its arcs.

#ifndef ONRECORD_TAG_TREE_H_
#define ONRECORD_TAG_TREE_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace onrecord::tag {

// at(i, j) is the score of word j as the head of word i; j == words is the root. A word's score for itself is
// −∞.
struct ArcScores {
  const float* data = nullptr;
  std::size_t words = 0;
  std::size_t stride = 0;  // Floats from one word's row to the next; at least words + 1.

  float at(std::size_t dependent, std::size_t head) const { return data[dependent * stride + head]; }
};

// Whether exactly one word hangs on the root and all others on it in the end.
bool is_tree(const std::vector<std::uint32_t>& heads);

// Every word's best head by itself, if that is a tree; otherwise the tree of the highest sum in which exactly
// one word hangs on the root (Chu-Liu-Edmonds). heads[i] is a word, or the number of words for the root.
void best_tree(const ArcScores& scores, std::vector<std::uint32_t>& heads);

}  // namespace onrecord::tag

#endif  // ONRECORD_TAG_TREE_H_
