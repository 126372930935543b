#include "statement/aside.h"

#include <algorithm>

#include "statement/announced.h"
#include "statement/beside.h"
#include "statement/cut.h"

namespace onrecord::statement {
namespace {

constexpr Word kLongestAside = 12;  // Words of an announcement between two commas.
constexpr Word kLongestFront = 40;  // Words before it.

// Whether a verb among `words` has its subject there.
bool has_clause(const Tree& tree, TokenRange words) {
  for (Word word = words.first; word < words.end; ++word) {
    if (tree.is_any(word, {"nsubj", "csubj", "expl"}) && words.contains(tree.head(word))) return true;
  }
  return false;
}

}  // namespace

void complete_aside(Sheet& sheet, std::size_t draft) {
  const Draft& tagged = sheet.drafts()[draft];
  if (tagged.held || tagged.turn || tagged.continuation || !tagged.cue || !tagged.speaker ||
      tagged.contents.size() != 1)
    return;
  const Tree& tree = sheet.tree();
  const Span hull = {std::min(tagged.cue->begin, tagged.speaker->begin),
                     std::max(tagged.cue->end, tagged.speaker->end)};
  const TokenRange own = tree.words(hull);
  const TokenRange sentence = tree.sentence(own.first);
  const TokenRange front = tree.words(tagged.contents.front());
  if (own.size() > kLongestAside || own.first <= sentence.first + 1 || own.end + 2 >= sentence.end) return;
  if (tree.text(own.first - 1) != "," || tree.text(own.end) != ",") return;
  if (front.empty() || front.first < sentence.first || front.end + 1 != own.first ||
      front.size() > kLongestFront)
    return;
  if (has_clause(tree, front) || is_within_quote(sheet, front.first) || is_within_quote(sheet, own.end + 1))
    return;
  const Span rest = trim_content(sheet, sheet.document().span_of({own.end + 1, sentence.end}));
  if (!rest.empty()) sheet.absorb(draft, rest);
}

}  // namespace onrecord::statement
