#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <utility>

#include "statement/announce.h"
#include "statement/beside.h"
#include "statement/cues.h"
#include "statement/cut.h"
#include "statement/join.h"
#include "statement/subject.h"

namespace onrecord::statement {
namespace {

constexpr float kBesideScore = 0.8F;        // "…," she said
constexpr float kBeforeScore = 0.7F;        // She said: "…"
constexpr float kNamedScore = 0.6F;         // She calls it "…"
constexpr float kSignedScore = 0.7F;        // "…" — Ana Ruiz
constexpr Word kReach = 16;                 // Words between a quote and the verb that announces it.
constexpr std::uint32_t kLongestName = 30;  // Words of a content that names: "the plan of … as '…'".
constexpr Word kLongestSignature = 8;

struct Announcement {
  TokenRange cue;
  TokenRange speaker;
};

// Whether `verb` tells what somebody said of a speech: "witnesses said the guard shouted …". The outer one is
// read first.
bool is_told_of(const Sheet& sheet, Word verb) {
  const Tree& tree = sheet.tree();
  const Word above = tree.head(verb);
  if (above == kRoot || above > verb || !tree.is(verb, "ccomp") || !tree.is_verb(above)) return false;
  const Cue* cue = cue_of(tree, above);
  return cue != nullptr && tells(cue->clause, sheet.is_inner()) && !sheet.owner(above) &&
         tree.child(above, "nsubj").has_value();
}

std::optional<Announcement> announcement_by(const Sheet& sheet, Word verb) {
  const Tree& tree = sheet.tree();
  if (is_told_of(sheet, verb)) return std::nullopt;
  const auto subject = subject_of(tree, verb);
  if (!subject || is_hollow(tree, *subject) || !is_told(tree, verb)) return std::nullopt;
  Announcement found = {with_colon(tree, cue_words(tree, verb)), speaker_words(tree, *subject)};
  if (*subject < found.cue.first) found.speaker.end = std::min(found.speaker.end, found.cue.first);
  if (found.speaker.empty() || found.cue.overlaps(found.speaker)) return std::nullopt;
  const auto last = tree.text(found.speaker.end - 1);
  if (last == "'s" || last == "’s") return std::nullopt;  // Half a name: the tree went astray.
  return found;
}

bool add(Sheet& sheet, const Announcement& by, Span content, float score) {
  Span speaker = trim_speaker(sheet, sheet.document().span_of(by.speaker));
  if (by.speaker.end <= by.cue.first) speaker = with_closing_comma(sheet, speaker);
  const Span cue = sheet.document().span_of(by.cue);
  if (speaker.empty() || content.empty() || speaker.overlaps(content) || cue.overlaps(content)) return false;
  const auto draft = sheet.add({{content}, speaker, cue, score, false});
  if (draft) complete_quotation(sheet, *draft);
  return draft.has_value();
}

TokenRange block_words(const Sheet& sheet, const Quote& quote) {
  return sheet.document().blocks()[quote.block].tokens;
}

bool is_tagged(const Sheet& sheet, const Quote& quote) {
  const char last = last_inside(sheet, quote);
  const auto text = sheet.text();
  return last == ',' || last == '?' || last == '!' ||
         (quote.span.end < text.size() && text[quote.span.end] == ',');
}

// Whether nothing of the clause stands before the quote.
bool stands_alone(const Sheet& sheet, const Quote& quote) {
  const Word first = sheet.tree().word_from(quote.span.begin);
  return begins_sentence(sheet, quote) || sheet.tree().text(first - 1) == ":";
}

// It was "a disgrace," she said: the content begins with the sentence. Not: On the show "At Noon," she said …
bool announce_with_clause(Sheet& sheet, const Quote& quote, Word verb, const Announcement& by) {
  const Tree& tree = sheet.tree();
  const Word first = tree.word_from(quote.span.begin);
  const TokenRange sentence = tree.sentence(first);
  if (!sentence.contains(verb)) return false;
  const auto clause = tree.child(verb, "ccomp");
  if (clause && *clause > verb) return false;
  bool has_subject = false;
  for (Word word = sentence.first; word < first; ++word) has_subject |= tree.is(word, "nsubj");
  const Span content = {sheet.document().tokens()[sentence.first].span.begin, quote.span.end};
  return has_subject && add(sheet, by, content, kBeforeScore);
}

// "…," she said    "…," said the mayor of Lund
bool announce_after(Sheet& sheet, const Quote& quote) {
  const Tree& tree = sheet.tree();
  if (!is_tagged(sheet, quote)) return false;
  Word first = tree.word_from(quote.span.end);
  const Word end = std::min(block_words(sheet, quote).end, first + kReach);
  while (first < end && tree.is_punctuation(first)) ++first;
  if (first >= end) return false;
  for (Word verb = first; verb < end && tree.sentence_number(verb) == tree.sentence_number(first); ++verb) {
    if (!announces(tree, verb)) continue;
    const auto by = announcement_by(sheet, verb);
    if (!by || std::min(by->cue.first, by->speaker.first) > first) return false;
    if (stands_alone(sheet, quote)) return add(sheet, *by, quote.span, kBesideScore);
    return announce_with_clause(sheet, quote, verb, *by);
  }
  return false;
}

// Whether the clause stops with the quote: then it is what was said, not a word in it.
bool closes_clause(const Sheet& sheet, const Quote& quote) {
  const Tree& tree = sheet.tree();
  const Word next = tree.word_from(quote.span.end);
  if (ends_sentence(sheet, quote) || next >= block_words(sheet, quote).end) return true;
  return tree.is_punctuation(next) || is_tagged(sheet, quote);
}

// The verb left of `word` that may announce what begins there, no other verb between.
std::optional<Word> verb_before(const Sheet& sheet, Word word, Word begin) {
  const Tree& tree = sheet.tree();
  for (Word left = word; left-- > begin && word - left <= kReach;) {
    if (sheet.owner(left)) return std::nullopt;
    if (announces(tree, left)) return left;
    if (tree.is_verb(left)) return std::nullopt;
  }
  return std::nullopt;
}

// Whether a paragraph announces the next: it ends with a colon, or with "she said,".
bool ends_open(const Tree& tree, TokenRange block) {
  const auto last = tree.text(block.end - 1);
  return last == ":" || (last == "," && announces(tree, block.end - 2));
}

// She said: "…"    She told the court, "…"    She said "…"
bool announce_before(Sheet& sheet, const Quote& quote) {
  const Tree& tree = sheet.tree();
  const Word first = tree.word_from(quote.span.begin);
  if (first >= tree.size()) return false;
  TokenRange block = block_words(sheet, quote);
  Word word = first;
  if (first <= block.first) {  // At the head of its block: the one before may end with a colon.
    if (quote.block == 0 || quote.goes_on_from) return false;
    block = sheet.document().blocks()[quote.block - 1].tokens;
    if (block.size() < 2 || !ends_open(tree, block)) return false;
    word = block.end;
  }
  const Word begin = std::max(block.first, word > block.first ? tree.sentence(word - 1).first : block.first);
  const auto verb = verb_before(sheet, word, begin);
  if (!verb || !closes_clause(sheet, quote) || is_work_of(sheet, quote, *verb)) return false;
  const auto before = tree.text(word - 1);
  if (before != ":" && before != "," && *verb + 1 != word) return false;
  const auto by = announcement_by(sheet, *verb);
  return by && add(sheet, *by, quote.span, kBeforeScore);
}

// They call it "…"    She described the talks as "…"
bool announce_name(Sheet& sheet, const Quote& quote) {
  const Tree& tree = sheet.tree();
  const Word first = tree.word_from(quote.span.begin);
  if (first >= tree.size()) return false;
  const Word begin = tree.sentence(first).first;
  for (Word verb = first; verb-- > begin && first - verb <= kLongestName;) {
    const Cue* cue = tree.is_verb(verb) ? cue_of(tree, verb) : nullptr;
    if (cue == nullptr || !cue->name) continue;
    const Word inside = tree.word_from(quote.inner.begin);
    if (!tree.is_below(inside, verb) || !closes_clause(sheet, quote)) return false;
    const auto by = announcement_by(sheet, verb);
    if (!by || by->speaker.end > by->cue.first) return false;
    const Span content = {sheet.document().tokens()[by->cue.end].span.begin, quote.span.end};
    return add(sheet, *by, content, kNamedScore);
  }
  return false;
}

// "…" — Ana Ruiz    the dash and the name close the block, or are one of their own after it
bool announce_signed(Sheet& sheet, const Quote& quote) {
  const Tree& tree = sheet.tree();
  const auto& blocks = sheet.document().blocks();
  Word dash = tree.word_from(quote.span.end);
  std::uint32_t block = quote.block;
  if (dash >= blocks[block].tokens.end && block + 1 < blocks.size() && begins_sentence(sheet, quote)) {
    dash = blocks[++block].tokens.first;
  }
  const Word end = blocks[block].tokens.end;
  if (dash + 1 >= end || !is_dash(tree.text(dash)) || end - dash - 1 > kLongestSignature) return false;
  if (!begins_with_capital(tree.text(dash + 1)) || !begins_sentence(sheet, quote)) return false;
  const TokenRange name = signature(tree, dash + 1, end);
  if (name.empty()) return false;
  return add(sheet, {{dash, dash + 1}, name}, quote.span, kSignedScore);
}

// Ana Ruiz: "…"
bool announce_labelled(Sheet& sheet, const Quote& quote) {
  const Tree& tree = sheet.tree();
  const TokenRange block = block_words(sheet, quote);
  const Word first = tree.word_from(quote.span.begin);
  if (first < block.first + 2 || first > block.first + kLongestSignature || tree.text(first - 1) != ":")
    return false;
  for (Word word = block.first; word + 1 < first; ++word) {
    const bool name_like = begins_with_capital(tree.text(word)) || tree.upos(word) == "ADP";
    if (!name_like || tree.is_verb(word)) return false;
  }
  const bool sentence = begins_with_capital(sheet.document().text(quote.inner));
  if (!closes_clause(sheet, quote) || (!sentence && first - block.first < 3))
    return false;  // Price: "from 9 crowns"
  return add(sheet, {{first - 1, first}, {block.first, first - 1}}, quote.span, kSignedScore);
}

// The bank called the ruling a farce:  (and in the next paragraph)  "…"
bool announce_by_colon(Sheet& sheet, const Quote& quote) {
  const Tree& tree = sheet.tree();
  const auto& blocks = sheet.document().blocks();
  if (quote.block == 0 || quote.goes_on_from ||
      tree.word_from(quote.span.begin) != blocks[quote.block].tokens.first) {
    return false;
  }
  const Block& before = blocks[quote.block - 1];
  if (before.kind != blocks[quote.block].kind || before.tokens.empty()) return false;
  const Word colon = before.tokens.end - 1;
  if (tree.text(colon) != ":" || sheet.owner(colon)) return false;
  const Word begin = std::max(before.tokens.first, tree.sentence(colon).first);
  for (Word word = colon; word-- > begin;) {
    const auto draft = sheet.owner(word);
    if (!draft || *draft >= sheet.drafts().size() || !sheet.drafts()[*draft].speaker) continue;
    const auto& last = sheet.drafts()[*draft];
    if (last.continuation || !last.cue || tree.sentence(tree.word_from(last.cue->begin)).first > word)
      return false;
    return sheet.add({{quote.span}, last.speaker, sheet.document().tokens()[colon].span, kBeforeScore})
        .has_value();
  }
  return false;
}

// In the words of the prosecutor, "…"
bool announce_in_words(Sheet& sheet, const Quote& quote) {
  const Tree& tree = sheet.tree();
  const Word first = tree.word_from(quote.span.begin);
  if (first >= tree.size()) return false;
  const Word begin = tree.sentence(first).first;
  for (Word of = first; of-- > begin + 2 && first - of <= kReach;) {
    if (tree.text(of) != "of" || tree.text(of - 1) != "words" || tree.text(of - 2) != "the") continue;
    TokenRange speaker = {of + 1, first};
    while (speaker.size() > 1 && tree.is_punctuation(speaker.end - 1)) --speaker.end;
    const bool in = of > begin + 2 && (tree.text(of - 3) == "in" || tree.text(of - 3) == "In");
    if (!in || speaker.empty() || tree.text(first - 1) != "," || !closes_clause(sheet, quote)) return false;
    return add(sheet, {{of - 3, of + 1}, speaker}, quote.span, kBesideScore);
  }
  return false;
}

}  // namespace

void announce_quotes(Sheet& sheet) {
  for (const Quote& quote : sheet.quotes()) {
    if (quote.depth > 0 || quote.confidence < kUsable || !sheet.is_free(quote.span)) continue;
    if (is_silent(sheet.document().blocks()[quote.block].kind)) continue;
    if (announce_after(sheet, quote) || announce_before(sheet, quote) || announce_signed(sheet, quote) ||
        announce_labelled(sheet, quote) || announce_by_colon(sheet, quote) ||
        announce_in_words(sheet, quote)) {
      continue;
    }
    announce_name(sheet, quote);
  }
}

}  // namespace onrecord::statement
