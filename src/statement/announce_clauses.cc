#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "statement/announce.h"
#include "statement/announced.h"
#include "statement/beside.h"
#include "statement/cues.h"
#include "statement/cut.h"
#include "statement/forms.h"
#include "statement/subject.h"

namespace onrecord::statement {
namespace {

constexpr float kClauseScore = 0.75F;
constexpr float kAsideScore = 0.7F;  // The bridge, she said, is closed.
constexpr float kAccordingScore = 0.75F;
constexpr float kInfinitiveScore = 0.6F;  // She wants to leave.

// Polls, studies and papers show; what else shows something is no source.
bool shows(const Tree& tree, Word subject) {
  constexpr std::array<std::string_view, 27> kPapers = {
      "analysis", "audit",    "autopsy", "census",  "data",      "document", "email",  "estimate", "evidence",
      "figure",   "file",     "finding", "footage", "inquiry",   "memo",     "paper",  "poll",     "record",
      "report",   "research", "result",  "review",  "statistic", "study",    "survey", "tally",    "test"};
  if (std::find(kPapers.begin(), kPapers.end(), tree.lemma(subject)) != kPapers.end()) return true;
  const auto stems = noun_stems(tree.text(subject));
  return std::any_of(stems.begin(), stems.end(), [&](const std::string& stem) {
    return std::find(kPapers.begin(), kPapers.end(), stem) != kPapers.end();
  });
}

// The clause after "to" that `verb` announces, with whom it asks for it: she wants | to leave; she ordered |
// him to leave.
TokenRange infinitive_of(const Tree& tree, Word verb) {
  auto clause = tree.child(verb, "xcomp");
  if (!clause) clause = tree.child(verb, "ccomp");
  if (!clause || *clause < verb || tree.child(*clause, "nsubj")) return {};
  const auto mark = tree.child(*clause, "mark");
  if (!mark || tree.text(*mark) != "to") return {};
  TokenRange words = tree.subtree(*clause);
  for (const Word child : tree.children(verb)) {
    if (child > verb && child < *clause && tree.is_any(child, {"obj", "iobj"})) {
      words.first = std::min(words.first, tree.subtree(child).first);
    }
  }
  words.first = std::max(words.first, verb + 1);
  return words;
}

// What `verb` announces, before it or after; its `own` words left out.
Announced announced_by(const Sheet& sheet, Word verb, const Cue& cue, TokenRange own) {
  const Tree& tree = sheet.tree();
  Announced found;
  const auto clause = tree.child(verb, "ccomp");
  const bool is_clause = clause && (tree.child(*clause, "nsubj") || tree.child(*clause, "expl"));
  if (is_clause && tells(cue.clause, sheet.is_inner())) {
    found.contents = clause_words(tree, *clause, own);
    if (found.contents.empty())
      return found;  // A tree gone astray: the clause lies within its own announcement.
    if (*clause > verb)
      found.contents.back().end = std::min(found.contents.back().end, end_of_clause(tree, *clause));
    found.score = kClauseScore;
    found.wraps = true;
    return found;
  }
  if (!clause && (cue.clause == 1 || cue.quote) && tree.is(verb, "parataxis") && tree.head(verb) != kRoot &&
      tree.is_any(tree.head(verb), {"root"})) {
    found.contents = clause_words(tree, tree.head(verb), tree.subtree(verb));
    found.score = kAsideScore;
    return found;
  }
  const TokenRange infinitive = tells(cue.to, sheet.is_inner()) ? infinitive_of(tree, verb) : TokenRange{};
  if (!infinitive.empty()) found.contents = {infinitive};
  found.score = kInfinitiveScore;
  return found;
}

// She said that the bridge was closed.   The bridge was closed, she said.   She wants to close the bridge.
void announce_clause(Sheet& sheet, Word verb) {
  const Tree& tree = sheet.tree();
  if (sheet.owner(verb)) return;
  const Cue* cue = cue_of(tree, verb);
  if (cue == nullptr || (cue->clause == 0 && cue->to == 0 && !cue->quote) || is_within_quote(sheet, verb))
    return;
  const auto subject = subject_of(tree, verb);
  if (!subject || is_hollow(tree, *subject) || tree.relation(*subject) != "nsubj" || !is_told(tree, verb) ||
      is_asked(tree, verb) || (cue->act == "SHOW" && !shows(tree, *subject)))
    return;
  const TokenRange cue_range = cue_words(tree, verb);
  TokenRange speaker = speaker_words(tree, *subject);
  if (*subject < cue_range.first) speaker.end = std::min(speaker.end, cue_range.first);
  const TokenRange own = {std::min(cue_range.first, speaker.first), std::max(cue_range.end, speaker.end)};
  Announced found = announced_by(sheet, verb, *cue, own);
  found.speaker = speaker;
  found.cue = cue_range;
  if (!found.contents.empty()) add_announced(sheet, found);
}

// "according to plan", "according to custom"
bool is_way_of_doing(const Tree& tree, TokenRange speaker) {
  const auto word = tree.text(speaker.first);
  return speaker.size() == 1 && word[0] >= 'a' && word[0] <= 'z' && !word.ends_with("s") &&
         tree.upos(speaker.first) != "PRON";
}

// The words that "according to …" covers, `phrase`: its sentence when it begins that, else the clause that it
// hangs on, `outer`; nothing where that is not the main one.
std::vector<TokenRange> covered_by(const Tree& tree, TokenRange phrase, Word outer) {
  const TokenRange sentence = tree.sentence(phrase.first);
  Word first = sentence.first;
  while (first < phrase.first && (tree.is_punctuation(first) || tree.is(first, "cc"))) ++first;
  if (first == phrase.first && phrase.end < sentence.end) return {{phrase.end, sentence.end}};
  Word last = phrase.end;
  while (last < sentence.end && tree.is_punctuation(last)) ++last;
  if (last == sentence.end && phrase.first > first && tree.text(phrase.first - 1) == ",")
    return {{first, phrase.first - 1}};
  if (outer == kRoot || !tree.is_any(outer, {"root"})) return {};
  return clause_words(tree, outer, phrase);
}

// According to the army, the port was shelled.
void announce_according(Sheet& sheet, Word according) {
  const Tree& tree = sheet.tree();
  if (according + 1 >= tree.size() || tree.text(according + 1) != "to" || sheet.owner(according)) return;
  Word noun = tree.head(according);
  if (!tree.is(according, "case")) {
    const auto below = tree.child(according, "obl");
    if (!below) return;
    noun = *below;
  }
  if (noun == kRoot || noun <= according || is_within_quote(sheet, according)) return;
  const Word outer = tree.head(noun) == according ? tree.head(according) : tree.head(noun);
  TokenRange speaker = speaker_words(tree, noun);
  speaker.first = std::max(speaker.first, according + 2);
  if (speaker.empty() || is_way_of_doing(tree, speaker)) return;
  TokenRange phrase = {according, std::max(speaker.end, tree.subtree(noun).end)};
  if (phrase.end + 1 >= tree.sentence(according).end)
    phrase.end = speaker.end;  // The tree went astray, or it is last.
  Announced found{speaker, {according, according + 2}, covered_by(tree, phrase, outer), kAccordingScore};
  found.wraps = true;
  if (!found.contents.empty()) add_announced(sheet, found);
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
