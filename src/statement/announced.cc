#include "statement/announced.h"

#include <algorithm>
#include <utility>

#include "statement/cut.h"
#include "statement/join.h"
#include "statement/no_reports.h"

namespace onrecord::statement {
namespace {

constexpr std::size_t kFewestWords = 2;  // Of a content.

std::vector<Span> contents_of(const Sheet& sheet, const std::vector<TokenRange>& parts,
                              const std::vector<Span>& fixed) {
  std::vector<Span> contents;
  const std::size_t nobody = sheet.drafts().size();
  for (TokenRange words : parts) {
    const Tree& tree = sheet.tree();
    while (words.size() > 1 && contents.empty() &&
           (tree.is(words.first, "cc") || tree.is_punctuation(words.first)) &&
           !sheet.quote_holding(sheet.document().tokens()[words.first].span.begin)) {
      ++words.first;  // "But", "And" at the head of a sentence join it to the one before.
    }
    const Span bare = sheet.document().span_of(words);
    const Span content = trim_content(sheet, snap_to_quotes(sheet, nobody, bare, fixed));
    if (content.empty()) continue;
    const auto touches = [&](Span other) { return other.overlaps(content); };
    if (std::any_of(fixed.begin(), fixed.end(), touches)) return {};
    if (!contents.empty() && contents.back().end > content.begin) return {};
    contents.push_back(content);
  }
  return contents;
}

}  // namespace

bool is_asked(const Tree& tree, Word verb) { return tree.text(tree.sentence(verb).end - 1) == "?"; }

bool is_within_quote(const Sheet& sheet, Word word) {
  return sheet.quote_holding(sheet.document().tokens()[word].span.begin).has_value();
}

bool add_announced(Sheet& sheet, const Announced& announced) {
  const Span cue = sheet.document().span_of(announced.cue);
  std::vector<Span> fixed = {cue};
  std::optional<Span> speaker;
  if (announced.speaker) {
    Span words = trim_speaker(sheet, sheet.document().span_of(*announced.speaker));
    if (announced.speaker->end <= announced.cue.first) words = with_closing_comma(sheet, words);
    if (words.empty() || words.overlaps(cue)) return false;
    speaker = words;
    fixed.push_back(words);
  }
  auto contents = contents_of(sheet, announced.contents, fixed);
  std::size_t words = 0;
  for (const Span content : contents) words += sheet.tree().words(content).size();
  if (words < kFewestWords) return false;
  Draft made{std::move(contents), speaker, cue, announced.score, false, announced.nobody};
  if (is_no_report(sheet, made)) return false;
  const auto draft = announced.wraps ? sheet.wrap(std::move(made)) : sheet.add(std::move(made));
  if (draft) complete_quotation(sheet, *draft);
  return draft.has_value();
}

}  // namespace onrecord::statement
