#include "statement/finish.h"

#include <algorithm>

#include "statement/addressee.h"
#include "statement/phrase.h"

namespace onrecord::statement {
namespace {

constexpr double kDirectShare = 0.9;  // Of the content's letters within quotation marks.

bool is_letter(char c) {  // Or the first byte of one outside ASCII; E2 begins dashes and quotation marks.
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (byte >= 0xC3 && byte != 0xE2);
}

std::size_t letters(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  if (begin >= end) return 0;
  return static_cast<std::size_t>(
      std::count_if(text.begin() + begin, text.begin() + end, [](char c) { return is_letter(c); }));
}

std::size_t quoted_letters(const Sheet& sheet, Span content) {
  std::size_t count = 0;
  auto at = content.begin;
  if (const auto held = sheet.quote_holding(at)) {
    const Span inner = sheet.quotes()[*held].inner;
    count += letters(sheet.text(), std::max(at, inner.begin), std::min(content.end, inner.end));
    at = sheet.quotes()[*held].span.end;
  }
  for (auto next = sheet.quote_from(at); next; next = sheet.quote_from(at)) {
    const Quote& quote = sheet.quotes()[*next];
    if (quote.span.begin >= content.end) break;
    count += letters(sheet.text(), quote.inner.begin, std::min(content.end, quote.inner.end));
    at = quote.span.end;
  }
  return count;
}

// Whether the contents are a noun phrase that the verb of `cue` has beside it: "rejected the terms".
bool is_thing(const Sheet& sheet, const Draft& draft) {
  const Tree& tree = sheet.tree();
  if (!draft.cue || draft.contents.size() != 1 || !announcing_word(tree, tree.words(*draft.cue)))
    return false;
  // "No reason to trust them, says the envoy": a clause cut short.
  if (draft.contents.front().begin < draft.cue->begin) return false;
  const TokenRange words = tree.words(draft.contents.front());
  if (words.empty() || tree.sentence_number(words.first) != tree.sentence_number(words.end - 1)) return false;
  for (Word word = words.first; word < words.end; ++word) {
    const Word above = tree.head(word);
    if ((above != kRoot && words.contains(above)) || tree.is_punctuation(word)) continue;
    return is_nominal(tree, word) && tree.is_any(word, {"obj", "iobj", "obl", "nmod", "xcomp"}) &&
           !tree.child(word, "cop") && !tree.child(word, "nsubj");
  }
  return false;
}

// "It is feared", "has been said": the report keeps silent on who did.
bool is_impersonal(const Sheet& sheet, const Draft& draft) {
  if (draft.nobody) return true;
  if (draft.speaker || !draft.cue) return false;
  const Tree& tree = sheet.tree();
  const auto word = announcing_word(tree, tree.words(*draft.cue));
  return word && tree.is_verb(*word) && tree.child(*word, "aux:pass") && !tree.child(*word, "obl:agent");
}

Form form_of(const Sheet& sheet, const Draft& draft) {
  if (draft.continuation) return Form::continuation;
  if (draft.turn) return Form::direct;
  std::size_t all = 0;
  std::size_t quoted = 0;
  for (const Span content : draft.contents) {
    all += letters(sheet.text(), content.begin, content.end);
    quoted += quoted_letters(sheet, content);
  }
  if (quoted > 0) {
    return static_cast<double>(quoted) >= kDirectShare * static_cast<double>(all) ? Form::direct
                                                                                  : Form::mixed;
  }
  if (is_impersonal(sheet, draft)) return Form::no_speaker;
  return is_thing(sheet, draft) ? Form::reported : Form::indirect;
}

// "'It is a trap,' she said, referring to the offer": what the outlet explains of a quotation is none of it.
bool is_gloss(const Sheet& sheet, Span content) {
  const Tree& tree = sheet.tree();
  const TokenRange words = tree.words(content);
  if (words.empty() || words.first < 2 || quoted_letters(sheet, content) > 0) return false;
  if (tree.text(words.first - 1) != "to") return false;
  const std::string_view before = tree.text(words.first - 2);
  return before == "referring" || before == "alluding" || before == "reference";
}

Draft without_glosses(const Sheet& sheet, Draft draft) {
  const bool quoted = std::any_of(draft.contents.begin(), draft.contents.end(),
                                  [&](Span content) { return quoted_letters(sheet, content) > 0; });
  if (quoted) std::erase_if(draft.contents, [&](Span content) { return is_gloss(sheet, content); });
  return draft;
}

}  // namespace

Statement finish(const Sheet& sheet, const Draft& whole) {
  const Draft draft = without_glosses(sheet, whole);
  Statement statement;
  statement.contents = draft.contents;
  statement.speaker = draft.speaker;
  statement.cue = draft.cue;
  statement.form = form_of(sheet, draft);
  const auto touches = [&](Span content) { return draft.told && content.overlaps(*draft.told); };
  if (std::none_of(draft.contents.begin(), draft.contents.end(), touches)) statement.addressee = draft.told;
  statement.score = std::clamp(draft.score, 0.0F, 1.0F);
  const Span anchor = draft.cue ? *draft.cue : draft.contents.front();
  const auto kind = sheet.document().blocks()[sheet.block_of(anchor.begin)].kind;
  statement.in_heading = kind == BlockKind::headline || kind == BlockKind::subheadline;
  return statement;
}

std::uint32_t first_byte(const Statement& statement) {
  std::uint32_t first = statement.contents.front().begin;
  if (statement.cue) first = std::min(first, statement.cue->begin);
  if (statement.speaker && statement.form != Form::continuation)
    first = std::min(first, statement.speaker->begin);
  return first;
}

}  // namespace onrecord::statement
