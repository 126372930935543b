#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "statement/announce.h"
#include "statement/beside.h"
#include "statement/cues.h"
#include "statement/cut.h"
#include "statement/join.h"
#include "statement/subject.h"

namespace onrecord::statement {
namespace {

constexpr float kClauseScore = 0.75F;
constexpr float kAsideScore = 0.7F;  // The bridge, she said, is closed.
constexpr float kAccordingScore = 0.75F;
constexpr std::size_t kFewestWords = 2;  // Of a content.

// "did she say …?": nothing is told.
bool is_asked(const Tree& tree, Word verb) { return tree.text(tree.sentence(verb).end - 1) == "?"; }

bool is_within_quote(const Sheet& sheet, Word word) {
  return sheet.quote_holding(sheet.document().tokens()[word].span.begin).has_value();
}

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

bool add(Sheet& sheet, TokenRange speaker_range, TokenRange cue_range, const std::vector<TokenRange>& parts,
         float score) {
  Span speaker = trim_speaker(sheet, sheet.document().span_of(speaker_range));
  if (speaker_range.end <= cue_range.first) speaker = with_closing_comma(sheet, speaker);
  const Span cue = sheet.document().span_of(cue_range);
  if (speaker.empty() || speaker.overlaps(cue)) return false;
  auto contents = contents_of(sheet, parts, {cue, speaker});
  std::size_t words = 0;
  for (const Span content : contents) words += sheet.tree().words(content).size();
  if (words < kFewestWords) return false;
  const auto draft = sheet.add({std::move(contents), speaker, cue, score, false});
  if (draft) complete_quotation(sheet, *draft);
  return draft.has_value();
}

// She said that the bridge was closed.   The bridge was closed, she said.
void announce_clause(Sheet& sheet, Word verb) {
  const Tree& tree = sheet.tree();
  const Cue* cue = find_cue(tree.lemma(verb));
  if (cue == nullptr || !cue->clause || sheet.owner(verb) || is_within_quote(sheet, verb)) return;
  const auto subject = subject_of(tree, verb);
  if (!subject || is_hollow(tree, *subject) || tree.relation(*subject) != "nsubj" || !is_told(tree, verb) ||
      is_asked(tree, verb))
    return;
  const TokenRange cue_range = cue_words(tree, verb);
  const TokenRange speaker = speaker_words(tree, *subject);
  if (const auto clause = tree.child(verb, "ccomp")) {
    if (!tree.child(*clause, "nsubj") && !tree.child(*clause, "expl")) return;
    const TokenRange own = {std::min(cue_range.first, speaker.first), std::max(cue_range.end, speaker.end)};
    add(sheet, speaker, cue_range, clause_words(tree, *clause, own), kClauseScore);
  } else if (tree.is(verb, "parataxis") && tree.head(verb) != kRoot &&
             tree.is_any(tree.head(verb), {"root"})) {
    add(sheet, speaker, cue_range, clause_words(tree, tree.head(verb), tree.subtree(verb)), kAsideScore);
  }
}

// "according to plan", "according to custom"
bool is_way_of_doing(const Tree& tree, TokenRange speaker) {
  const auto word = tree.text(speaker.first);
  return speaker.size() == 1 && word[0] >= 'a' && word[0] <= 'z' && !word.ends_with("s") &&
         tree.upos(speaker.first) != "PRON";
}

// According to the army, the port was shelled.
void announce_according(Sheet& sheet, Word according) {
  const Tree& tree = sheet.tree();
  if (according + 1 >= tree.size() || tree.text(according + 1) != "to" || sheet.owner(according)) return;
  Word noun = tree.head(according);
  if (tree.is_verb(according) || !tree.is(according, "case")) {
    const auto below = tree.child(according, "obl");
    if (!below) return;
    noun = *below;
  }
  if (noun == kRoot || noun <= according || is_within_quote(sheet, according)) return;
  const Word outer = tree.head(noun) == according ? tree.head(according) : tree.head(noun);
  if (outer == kRoot || !tree.is_any(outer, {"root"}))
    return;  // Where it hangs lower, what it covers is unsure.
  TokenRange speaker = speaker_words(tree, noun);
  speaker.first = std::max(speaker.first, according + 2);
  if (speaker.empty() || is_way_of_doing(tree, speaker)) return;
  add(sheet, speaker, {according, according + 2},
      clause_words(tree, outer, {according, std::max(speaker.end, tree.subtree(noun).end)}), kAccordingScore);
}

}  // namespace

void announce_clauses(Sheet& sheet) {
  const Tree& tree = sheet.tree();
  for (const Block& block : sheet.document().blocks()) {
    if (is_silent(block.kind)) continue;
    for (Word word = block.tokens.first; word < std::min(block.tokens.end, tree.size()); ++word) {
      const auto text = tree.text(word);
      if (text == "according" || text == "According") {
        announce_according(sheet, word);
      } else if (tree.is_verb(word)) {
        announce_clause(sheet, word);
      }
    }
  }
}

}  // namespace onrecord::statement
