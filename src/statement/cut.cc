#include "statement/cut.h"

#include <algorithm>
#include <string_view>

namespace onrecord::statement {
namespace {

constexpr std::uint32_t kFewWords = 3;  // What a doubtful quotation may add to a content.

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> set) {
  return std::find(set.begin(), set.end(), word) != set.end();
}

bool has_word(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

std::uint32_t words_between(const Sheet& sheet, std::uint32_t begin, std::uint32_t end) {
  return begin < end ? sheet.tree().words({begin, end}).size() : 0;
}

// One quotation against one content.
Span snap_to(const Sheet& sheet, std::size_t draft, Span content, const Quote& quote,
             const std::vector<Span>& fixed) {
  if (!content.overlaps(quote.span) || content.contains(quote.span)) return content;
  for (const Span part : fixed) {
    if (!quote.span.overlaps(part)) continue;
    // The announcement stands inside the quotation, so it is a report within it.
    const Span inner = {std::max(content.begin, quote.inner.begin), std::min(content.end, quote.inner.end)};
    return inner.begin < inner.end ? inner : content;
  }
  const Span shared = {std::max(content.begin, quote.inner.begin), std::min(content.end, quote.inner.end)};
  if (shared.begin >= shared.end || !has_word(sheet.text().substr(shared.begin, shared.end - shared.begin))) {
    if (quote.span.begin <= content.begin) return {std::min(quote.span.end, content.end), content.end};
    return {content.begin, quote.span.begin};
  }
  const Span whole = {std::min(content.begin, quote.span.begin), std::max(content.end, quote.span.end)};
  const std::uint32_t added =
      words_between(sheet, whole.begin, content.begin) + words_between(sheet, content.end, whole.end);
  if (quote.confidence < kSure && added > kFewWords) return content;
  const bool free =
      (whole.begin == content.begin || sheet.is_free_for(draft, {whole.begin, content.begin})) &&
      (whole.end == content.end || sheet.is_free_for(draft, {content.end, whole.end}));
  return free ? whole : content;
}

bool is_edge(std::string_view word) { return is_one_of(word, {",", ";", ":", ".", "-", "--", "–", "—"}); }

// Words at the right edge of a speaker that only add to it.
bool only_adds(const Tree& tree, Word word, Word head) {
  if (tree.is_any(word, {"parataxis", "advcl", "list", "discourse", "cop"})) return true;
  if (tree.relation(word) == "acl:relcl" || tree.is(word, "acl")) {
    // "the man who led the search" identifies; "Ruiz, who led the search" adds.
    const Word first = tree.subtree(word).first;
    return first > head + 1 && tree.text(first - 1) == ",";
  }
  return false;
}

bool belongs_to_cue(const Tree& tree, Word word) {
  if (tree.is_any(word, {"aux", "cop"})) return true;
  return tree.is(word, "advmod") && tree.subtree(word).size() == 1;
}

}  // namespace

Span snap_to_quotes(const Sheet& sheet, std::size_t draft, Span content, const std::vector<Span>& fixed) {
  if (content.empty()) return content;
  const auto& quotes = sheet.quotes();
  auto at = std::partition_point(quotes.begin(), quotes.end(),
                                 [&](const Quote& quote) { return quote.span.begin < content.begin; });
  for (int back = 0; back < 32 && at != quotes.begin();
       ++back) {  // Those that began before and may reach in.
    --at;
    if (at->depth == 0 && at->span.end <= content.begin) break;
  }
  for (; at != quotes.end() && at->span.begin < content.end; ++at) {
    if (at->confidence >= kUsable) content = snap_to(sheet, draft, content, *at, fixed);
    if (content.empty()) break;
  }
  return content;
}

Span trim_content(const Sheet& sheet, Span content) {
  const Tree& tree = sheet.tree();
  TokenRange words = tree.words(content);
  while (!words.empty() && is_edge(tree.text(words.first))) ++words.first;
  const bool ends_quote = sheet.quote_ending(content.end).has_value();
  while (!ends_quote && !words.empty() && is_edge(tree.text(words.end - 1))) --words.end;
  if (words.empty()) return {content.begin, content.begin};
  const Span whole = sheet.document().span_of(words);
  return {std::max(content.begin, whole.begin), std::min(content.end, whole.end)};
}

Span with_closing_comma(const Sheet& sheet, Span speaker) {
  const Tree& tree = sheet.tree();
  const TokenRange words = tree.words(speaker);
  if (words.empty() || words.end >= tree.size() || tree.text(words.end) != ",") return speaker;
  for (Word word = words.first; word < words.end; ++word) {
    if (tree.text(word) == "," && word + 1 < words.end && tree.is_any(tree.head(word), {"appos", "nummod"})) {
      return {speaker.begin, sheet.document().tokens()[words.end].span.end};
    }
  }
  return speaker;
}

Span trim_speaker(const Sheet& sheet, Span speaker) {
  const Tree& tree = sheet.tree();
  const auto is_mark = [](std::string_view word) {
    return is_one_of(word, {"\"", "“", "”", "''", "``", "‘", "«", "»", "„"});
  };
  TokenRange words = tree.words(speaker);
  while (!words.empty() && (is_edge(tree.text(words.first)) || is_mark(tree.text(words.first))))
    ++words.first;
  while (!words.empty() && (is_edge(tree.text(words.end - 1)) || is_mark(tree.text(words.end - 1)))) {
    if (tree.text(words.end - 1) == ",") {
      bool pair = false;
      for (Word word = words.first; word + 1 < words.end; ++word) pair |= tree.text(word) == ",";
      if (pair) break;
    }
    --words.end;
  }
  if (words.empty()) return {speaker.begin, speaker.begin};
  const Span whole = sheet.document().span_of(words);
  return {std::max(speaker.begin, whole.begin), std::min(speaker.end, whole.end)};
}

TokenRange speaker_words(const Tree& tree, Word head) {
  TokenRange words = tree.subtree(head);
  for (const Word child : tree.children(head)) {
    const TokenRange below = tree.subtree(child);
    if (below.end <= head && tree.is_any(child, {"cc", "mark", "case", "discourse", "parataxis", "advcl"})) {
      words.first = std::max(words.first, below.end);
    }
    if (child > head && only_adds(tree, child, head)) {
      words.end = std::min(words.end, below.first);
      break;
    }
  }
  for (Word word = std::max(head + 1, words.first + 1); word < words.end;
       ++word) {  // Hung lower, it adds all the same.
    if (tree.text(word - 1) == "," && is_one_of(tree.text(word), {"who", "which", "whose", "whom"}))
      words.end = word;
  }
  while (words.end > head + 1 && tree.is_punctuation(words.end - 1) &&
         !is_one_of(tree.text(words.end - 1), {")", "."})) {
    --words.end;
  }
  while (words.first < head && tree.is_punctuation(words.first)) ++words.first;
  return words;
}

TokenRange cue_words(const Tree& tree, Word verb) {
  TokenRange words = {verb, verb + 1};
  const Word lowest = tree.sentence(verb).first;
  while (words.first > lowest) {
    const Word before = words.first - 1;
    if (tree.head(before) != verb || !belongs_to_cue(tree, before)) break;
    words.first = before;
  }
  if (words.end < tree.sentence(verb).end && tree.head(words.end) == verb &&
      tree.relation(words.end) == "compound:prt") {
    ++words.end;
  }
  return words;
}

TokenRange with_colon(const Tree& tree, TokenRange cue) {
  if (cue.empty() || cue.end >= tree.size() || tree.text(cue.end) != ":") return cue;
  return {cue.first, cue.end + 1};
}

std::vector<TokenRange> clause_words(const Tree& tree, Word head, TokenRange hole) {
  const TokenRange whole = tree.subtree(head);
  std::vector<TokenRange> parts;
  const TokenRange left = {whole.first, std::min(whole.end, hole.first)};
  const TokenRange right = {std::max(whole.first, hole.end), whole.end};
  if (left.first < left.end) parts.push_back(left);
  if (right.first < right.end) parts.push_back(right);
  return parts;
}

Word end_of_clause(const Tree& tree, Word head) {
  for (const Word child : tree.children(head)) {
    if (child < head || !tree.is(child, "conj") || !tree.child(child, "nsubj") || tree.child(child, "mark"))
      continue;
    const Word first = tree.subtree(child).first;
    if (first > head && tree.text(first) == "," && tree.is(first + 1, "cc")) return first;
  }
  return tree.subtree(head).end;
}

}  // namespace onrecord::statement
