#include "statement/beside.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "statement/cues.h"
#include "statement/forms.h"

namespace onrecord::statement {

bool is_mark(std::string_view word) {
  return word == "\"" || word == "“" || word == "”" || word == "''" || word == "``" || word == "'" ||
         word == "’" || word == "‘" || word == "«" || word == "»";
}

bool is_stop(char c) { return c == '.' || c == '?' || c == '!'; }

Word next_word(const Tree& tree, Word word, Word end) {
  while (word < end && (tree.is_punctuation(word) || is_mark(tree.text(word)))) ++word;
  return word;
}

bool announces(const Tree& tree, Word word) {
  if (!tree.is_verb(word)) return false;
  const Cue* cue = cue_of(tree, word);
  return cue != nullptr && cue->quote;
}

bool is_dash(std::string_view word) {
  return word == "—" || word == "–" || word == "-" || word == "--" || word == "―";
}

bool begins_with_capital(std::string_view word) {
  return !word.empty() && ((word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) >= 0xC3);
}

TokenRange signature(const Tree& tree, Word first, Word end) {
  TokenRange name = {first, first};
  while (name.end < end && begins_with_capital(tree.text(name.end)) && !tree.is_verb(name.end)) ++name.end;
  const bool whole = name.end == end || tree.text(name.end) == "," || tree.text(name.end) == ".";
  return whole ? name : TokenRange{};
}

bool is_title(std::string_view text) {
  int words = 0;
  int capitals = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = text[i] != ' ' && (i == 0 || text[i - 1] == ' ');
    if (!begins) continue;
    ++words;
    capitals += text[i] >= 'A' && text[i] <= 'Z' ? 1 : 0;
  }
  return words < 9 && capitals * 2 > words;
}

// Verbs that make works: what they have in quotation marks is a title, if it looks like one.
namespace {

bool makes_works(const Tree& tree, Word verb) {
  constexpr std::array<std::string_view, 7> kMakers = {"write",   "publish",  "play",  "sing",
                                                       "release", "announce", "direct"};
  const auto is_maker = [&](std::string_view lemma) {
    return std::find(kMakers.begin(), kMakers.end(), lemma) != kMakers.end();
  };
  const auto stems = verb_stems(tree.text(verb));
  return is_maker(tree.lemma(verb)) || std::any_of(stems.begin(), stems.end(), is_maker);
}

}  // namespace

bool is_work_of(const Sheet& sheet, const Quote& quote, Word verb) {
  const char last = last_inside(sheet, quote);
  return makes_works(sheet.tree(), verb) && is_title(sheet.document().text(quote.inner)) && !is_stop(last);
}

bool is_labelled(std::string_view text) {
  const auto colon = text.find(':');
  return colon != std::string_view::npos && colon > 1 && colon < 30 &&
         std::none_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon),
                      [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_silent(BlockKind kind) {
  return kind == BlockKind::promo || kind == BlockKind::byline || kind == BlockKind::dateline;
}

char last_inside(const Sheet& sheet, const Quote& quote) {
  auto text = sheet.text().substr(quote.inner.begin, quote.inner.size());
  // Past the marks of quotes within: 'No,'"
  const auto last = text.find_last_not_of(" \"'\xE2\x80\x99\x9D");
  return last == std::string_view::npos ? '\0' : text[last];
}

bool begins_sentence(const Sheet& sheet, const Quote& quote) {
  const Tree& tree = sheet.tree();
  const Word first = tree.word_from(quote.span.begin);
  if (first >= tree.size()) return false;
  const TokenRange block = sheet.document().blocks()[quote.block].tokens;
  if (first <= block.first || first == tree.sentence(first).first) return true;
  const auto before = tree.text(first - 1);
  return before == "." || before == "?" || before == "!" ||
         (is_mark(before) && sheet.quote_ending(sheet.document().tokens()[first - 1].span.end));
}

bool ends_sentence(const Sheet& sheet, const Quote& quote) {
  const Tree& tree = sheet.tree();
  const Word last = tree.word_from(quote.span.end - 1);
  if (last >= tree.size()) return true;
  const Word end = std::min(tree.sentence(last).end, sheet.document().blocks()[quote.block].tokens.end);
  const Word next = next_word(tree, last + 1, end);
  if (next >= end) return true;
  if (!is_stop(last_inside(sheet, quote))) return false;
  // The sentences were not parted: a new one begins if it begins like one and does not announce this quote.
  const char first = tree.text(next)[0];
  const bool capital = first >= 'A' && first <= 'Z';
  return capital && last_inside(sheet, quote) == '.';
}

}  // namespace onrecord::statement
