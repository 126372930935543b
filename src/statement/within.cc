#include "statement/within.h"

#include <algorithm>
#include <optional>

#include "statement/beside.h"
#include "statement/cues.h"

namespace onrecord::statement {
namespace {

constexpr Word kLongestAnnouncement = 25;  // Words of speaker and cue, with what stands between.
constexpr Word kFewWords = 3;

bool is_quoted(const Sheet& sheet, Span content) {
  const auto next = sheet.quote_from(content.begin);
  return sheet.quote_holding(content.begin) || (next && sheet.quotes()[*next].span.begin < content.end);
}

// The verb of the cue that may announce what stands beside it.
std::optional<Word> announcing_verb(const Tree& tree, TokenRange cue) {
  for (Word word = cue.first; word < cue.end; ++word) {
    if (announces(tree, word)) return word;
  }
  return std::nullopt;
}

// A paragraph of quotation that was closed, above the announcement of other words, goes on with what stands
// above it.
void drop_paragraphs_before(const Sheet& sheet, Draft& draft) {
  const std::uint32_t home = sheet.block_of(draft.cue->begin);
  const auto is_at_home = [&](Span content) { return sheet.block_of(content.begin) >= home; };
  if (std::none_of(draft.contents.begin(), draft.contents.end(), is_at_home)) return;
  const auto is_closed_before = [&](Span content) {
    if (is_at_home(content)) return false;
    const auto held = sheet.quote_holding(content.begin);
    if (!held || sheet.going_on(*held)) return false;
    return last_inside(sheet, sheet.quotes()[*held]) != ',';
  };
  std::erase_if(draft.contents, is_closed_before);
}

// The clause before "…, she said": its words in the sentence, nothing when none stands there.
TokenRange clause_before(const Tree& tree, Word verb, TokenRange own) {
  const TokenRange sentence = tree.sentence(own.first);
  if (own.first <= sentence.first + 2 || tree.text(own.first - 1) != ",") return {};
  const TokenRange front = {sentence.first, own.first - 1};
  for (Word word = front.first; word < front.end; ++word) {
    const bool announced = (tree.head(word) == verb && tree.is(word, "ccomp")) ||
                           (tree.head(verb) == word && tree.is(verb, "parataxis"));
    const auto subject = announced ? tree.child(word, "nsubj") : std::nullopt;
    if (subject && front.contains(*subject)) return front;
  }
  return {};
}

// "The dam is safe, she said on Friday, the first word on the matter"; "…, she added without mentioning the
// strike".
void prefer_clause_before(const Sheet& sheet, Draft& draft) {
  const Tree& tree = sheet.tree();
  const auto verb = announcing_verb(tree, tree.words(*draft.cue));
  if (!verb || !draft.speaker) return;
  const TokenRange own = tree.words(
      {std::min(draft.cue->begin, draft.speaker->begin), std::max(draft.cue->end, draft.speaker->end)});
  if (own.size() > kLongestAnnouncement) return;
  const TokenRange front = clause_before(tree, *verb, own);
  if (front.empty()) return;
  const auto is_clause = [&](TokenRange words) {
    for (Word word = words.first; word < words.end; ++word) {
      const Word above = tree.head(word);
      if (above != kRoot && words.contains(above)) continue;
      if (tree.child(word, "nsubj") || tree.child(word, "cop") || tree.is(word, "ccomp")) return true;
    }
    return false;
  };
  const auto is_beyond = [&](Span content) {
    return content.begin >= draft.cue->end && !is_quoted(sheet, content) && !is_clause(tree.words(content));
  };
  const std::size_t before = draft.contents.size();
  std::erase_if(draft.contents, is_beyond);
  if (before == draft.contents.size() || !draft.contents.empty()) return;
  const Span span = sheet.document().span_of(front);
  if (sheet.is_free(span)) draft.contents.push_back(span);
}

// – “It was a bad year,” she said – and the club …: what stands outside the dashes is the report's own.
void drop_beyond_dash(const Sheet& sheet, Draft& draft) {
  const Tree& tree = sheet.tree();
  const Span hull = {std::min(draft.cue->begin, draft.speaker ? draft.speaker->begin : draft.cue->begin),
                     std::max(draft.cue->end, draft.speaker ? draft.speaker->end : draft.cue->end)};
  const TokenRange own = tree.words(hull);
  if (own.empty() || own.first == 0 || own.size() > kLongestAnnouncement) return;
  const auto held = sheet.quote_holding(hull.begin > 1 ? hull.begin - 2 : 0);
  if (!held) return;
  const Quote& quote = sheet.quotes()[*held];
  const Word opening = tree.word_from(quote.span.begin);
  if (opening == 0 || !is_dash(tree.text(opening - 1)) || quote.span.end > hull.begin) return;
  const auto is_beyond = [&](Span content) {
    const Word first = tree.word_from(content.begin);
    if (content.begin < hull.end || is_quoted(sheet, content)) return false;
    for (Word word = own.end; word <= first && word < own.end + kLongestAnnouncement; ++word) {
      if (is_dash(tree.text(word))) return true;
    }
    return false;
  };
  const std::size_t before = draft.contents.size();
  std::erase_if(draft.contents, is_beyond);
  if (before > draft.contents.size() && draft.contents.empty() && sheet.is_free(quote.span))
    draft.contents.push_back(quote.span);
}

// Outside quotation marks nobody speaks on beyond the sentence.
void clip_to_sentence(const Sheet& sheet, const Draft& draft, Span& content) {
  const Tree& tree = sheet.tree();
  if (content.begin < draft.cue->end || is_quoted(sheet, content)) return;
  const TokenRange words = tree.words(content);
  if (words.size() < kFewWords) return;
  const Word end = tree.sentence(words.first).end;
  if (end >= words.end || end <= words.first) return;
  if (tree.text(end - 1) != "." && tree.text(end - 1) != "?" && tree.text(end - 1) != "!") return;
  if (!begins_with_capital(tree.text(end))) return;
  content.end = sheet.document().tokens()[end - 1].span.end;
}

// "said the dam was safe and | left for Port Elm", "said it was safe, | adding that …": the cue's own verb
// goes on.
void clip_at_second_verb(const Sheet& sheet, const Draft& draft, Span& content) {
  const Tree& tree = sheet.tree();
  if (content.begin < draft.cue->end || is_quoted(sheet, content)) return;
  const TokenRange words = tree.words(content);
  const TokenRange cue = tree.words(*draft.cue);
  for (Word verb = cue.first; verb < cue.end; ++verb) {
    if (!tree.is_verb(verb)) continue;
    for (const Word child : tree.children(verb)) {
      if (!words.contains(child) || !tree.is_verb(child)) continue;
      const auto to = tree.child(child, "mark");
      const bool joined = tree.is(child, "conj") && tree.child(child, "cc") &&
                          cue_of(tree, child) != nullptr && !(to && tree.text(*to) == "to");
      const bool goes_on = tree.is(child, "advcl") && tree.text(child).ends_with("ing") &&
                           tree.text(child - 1) == "," && announces(tree, child);
      if (!joined && !goes_on) continue;
      Word end = joined ? *tree.child(child, "cc") : child;
      while (end > words.first && tree.is_punctuation(end - 1)) --end;
      if (end < words.first + 1 || end >= words.end) continue;
      content.end = sheet.document().tokens()[end - 1].span.end;
      return;
    }
  }
}

}  // namespace

void keep_within(const Sheet& sheet, Draft& draft) {
  if (!draft.cue) return;
  drop_paragraphs_before(sheet, draft);
  prefer_clause_before(sheet, draft);
  drop_beyond_dash(sheet, draft);
  for (Span& content : draft.contents) {
    clip_to_sentence(sheet, draft, content);
    clip_at_second_verb(sheet, draft, content);
  }
}

}  // namespace onrecord::statement
