#include "event/phrase.h"

#include <algorithm>

namespace onrecord::event {
namespace {

constexpr int kDeepest = 4;  // Phrases within phrases.

bool identifies(const Tree& tree, Word child) {
  if (tree.is_any(child, {"flat", "fixed", "goeswith", "compound", "nummod"})) return true;
  return tree.is(child, "nmod") && has_case(tree, child, "of");
}

Word end_of(const Tree& tree, Word head, int depth) {
  Word end = head + 1;
  if (end < tree.size() && tree.is(end, "case") && tree.head(end) == head) ++end;  // 's
  if (depth == kDeepest) return end;
  for (const Word child : tree.children(head)) {
    if (child < end) continue;
    if (tree.subtree(child).first > end || !identifies(tree, child)) break;
    end = std::max(end, end_of(tree, child, depth + 1));
  }
  return end;
}

}  // namespace

TokenRange phrase_round(const Tree& tree, Word head) {
  Word first = head;
  for (const Word child : tree.children(head)) {
    if (child > head) break;
    if (!tree.is_any(child,
                     {"det", "amod", "compound", "nummod", "nmod:poss", "flat", "advmod", "nmod", "appos"}))
      continue;
    if (tree.is(child, "advmod") && child + 1 != head && tree.upos(child + 1) != "NUM") continue;
    first = std::min(first, tree.subtree(child).first);
  }
  // Nothing that belongs to another phrase stands between.
  while (first < head && (tree.is_punctuation(first) || tree.is_any(first, {"case", "cc", "mark"})) &&
         tree.head(first) == head)
    ++first;
  TokenRange words{first, end_of(tree, head, 0)};
  if (words.end == head + 2 && tree.is(head + 1, "case"))
    words.end = head + 1;  // Without the 's of the whole.
  return words;
}

std::vector<Word> joined_to(const Tree& tree, Word head) {
  std::vector<Word> all{head};
  for (const Word child : tree.children(head)) {
    if (tree.is(child, "conj") && is_nominal(tree, child)) all.push_back(child);
  }
  return all;
}

Word antecedent_of(const Tree& tree, Word word) {
  const std::string text = lower(tree.text(word));
  if (text != "who" && text != "which" && text != "that" && text != "whom") return word;
  for (Word at = tree.head(word), depth = 0; at != kRoot && depth < 4; at = tree.head(at), ++depth) {
    if (tree.is(at, "acl") && tree.head(at) != kRoot) return tree.head(at);
  }
  return word;
}

}  // namespace onrecord::event
