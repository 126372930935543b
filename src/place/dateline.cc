#include "place/dateline.h"

#include <algorithm>
#include <string_view>

namespace onrecord::place {
namespace {

using syntax::Tree;
using syntax::Word;

constexpr Word kLongest = 16;  // Words of a dateline.

bool is_dash(std::string_view word) { return word == "—" || word == "–" || word == "--" || word == "-"; }

bool is_all_upper(std::string_view word) {
  bool any = false;
  for (const char c : word) {
    if (c >= 'a' && c <= 'z') return false;
    any = any || (c >= 'A' && c <= 'Z');
  }
  return any;
}

// Where the dateline that begins a block ends: behind its dash. `first` where there is none.
Word end_of_dateline(const Tree& tree, TokenRange block) {
  const Word end = std::min(block.end, block.first + kLongest);
  if (block.empty() || !is_all_upper(tree.text(block.first)) || tree.text(block.first).size() < 2)
    return block.first;
  bool in_brackets = false;
  for (Word word = block.first; word < end; ++word) {
    const std::string_view text = tree.text(word);
    if (text == "(") in_brackets = true;
    if (text == ")") in_brackets = false;
    if (is_dash(text) && !in_brackets && word > block.first) {
      const bool glued =
          word + 1 < block.end && text == "-" && !tree.document().tokens()[word - 1].space_after;
      if (!glued) return word;
    }
    // A verb: a sentence in capitals, not a dateline.
    if (!in_brackets && tree.is_verb(word) && !is_all_upper(text)) break;
  }
  return block.first;
}

}  // namespace

void mark_datelines(const Tree& tree, std::vector<Draft>& drafts) {
  std::size_t next = 0;
  for (const Block& block : tree.document().blocks()) {
    const Word end =
        block.kind == BlockKind::dateline ? block.tokens.end : end_of_dateline(tree, block.tokens);
    while (next < drafts.size() && drafts[next].words.first < block.tokens.first) ++next;
    for (; next < drafts.size() && drafts[next].words.end <= end; ++next) drafts[next].at_head = true;
  }
}

}  // namespace onrecord::place
