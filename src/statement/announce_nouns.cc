#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "statement/announce.h"
#include "statement/announced.h"
#include "statement/beside.h"
#include "statement/cues.h"
#include "statement/cut.h"
#include "statement/forms.h"
#include "statement/phrase.h"
#include "statement/subject.h"

namespace onrecord::statement {
namespace {

constexpr float kImpersonalScore = 0.7F;
constexpr float kNounScore = 0.6F;
constexpr float kAdjectiveScore = 0.65F;
constexpr float kAdverbScore = 0.6F;
constexpr Word kLongestCue = 6;

// A clause of its own: with a subject, or "there".
bool is_clause(const Tree& tree, Word verb) {
  return tree.child(verb, "nsubj").has_value() || tree.child(verb, "expl").has_value();
}

bool has_that(const Tree& tree, Word clause) {
  const auto mark = tree.child(clause, "mark");
  return mark && tree.text(*mark) == "that";
}

// "if it is feared", "to be feared"
bool is_open(const Tree& tree, Word verb) {
  for (const Word child : tree.children(verb)) {
    if (child > verb) break;
    const auto lemma = tree.text(child);
    if (tree.is(child, "mark") && (lemma == "if" || lemma == "If" || lemma == "unless" || lemma == "to" ||
                                   lemma == "whether" || lemma == "Unless")) {
      return true;
    }
  }
  return is_asked(tree, verb);
}

// It is feared that the dam will not hold.   It was announced by the ministry that …
void announce_impersonal(Sheet& sheet, Word verb) {
  const Tree& tree = sheet.tree();
  if (sheet.owner(verb) || is_within_quote(sheet, verb) || !tree.child(verb, "aux:pass")) return;
  const Cue* cue = cue_of(tree, verb);
  if (cue == nullptr || !tells(cue->clause, sheet.is_inner()) || is_open(tree, verb)) return;
  std::optional<Word> it = tree.child(verb, "expl");
  if (!it) it = tree.child(verb, "nsubj");
  if (!it || *it > verb || (tree.text(*it) != "it" && tree.text(*it) != "It")) return;
  std::optional<Word> clause = tree.child(verb, "ccomp");
  if (!clause) clause = tree.child(verb, "csubj");
  if (!clause || *clause < verb || !is_clause(tree, *clause)) return;
  Announced found;
  found.cue = cue_words(tree, verb);
  found.cue.first = std::max(found.cue.first, *it + 1);
  found.contents = clause_words(tree, *clause, found.cue);
  found.score = kImpersonalScore;
  const auto by = tree.child(verb, "obl:agent");
  if (by) {
    found.speaker = speaker_words(tree, *by);
    if (found.speaker->overlaps(tree.subtree(*clause))) return;
  }
  found.nobody = !by;
  add_announced(sheet, found);
}

// Whose claim it is: "his claim", "the army's claim", "a claim by the army".
std::optional<TokenRange> owner_of(const Tree& tree, Word noun, Word clause) {
  for (const Word child : tree.children(noun)) {
    if (child == clause) continue;
    const TokenRange below = tree.subtree(child);
    if (tree.is(child, "nmod:poss") && child < noun) return below;
    if (tree.is(child, "nmod") && child > noun && child < clause && tree.text(below.first) == "by") {
      return speaker_words(tree, child);
    }
  }
  return std::nullopt;
}

// "issued", "made": verbs whose subject answers for what their object announces.
bool makes(const Tree& tree, Word verb) {
  constexpr std::array<std::string_view, 12> kMakers = {"make",  "issue",     "repeat", "express",
                                                        "voice", "reiterate", "give",   "deliver",
                                                        "share", "raise",     "renew",  "offer"};
  const auto is_maker = [&](std::string_view lemma) {
    return std::find(kMakers.begin(), kMakers.end(), lemma) != kMakers.end();
  };
  if (!tree.is_verb(verb)) return false;
  const auto stems = verb_stems(tree.text(verb));
  return is_maker(tree.lemma(verb)) || std::any_of(stems.begin(), stems.end(), is_maker);
}

// His claim that the dam is safe.   The army issued a warning that …   There are fears that …
void announce_by_noun(Sheet& sheet, Word noun) {
  const Tree& tree = sheet.tree();
  if (sheet.owner(noun) || is_within_quote(sheet, noun)) return;
  const Cue* cue = cue_of(tree, noun);
  if (cue == nullptr || cue->noun != 1) return;
  std::optional<Word> clause;
  for (const Word child : tree.children(noun)) {
    const bool clausal = tree.is_any(child, {"acl", "ccomp"}) && tree.relation(child) != "acl:relcl";
    if (clausal && child > noun && has_that(tree, child) && is_clause(tree, child)) clause = child;
  }
  if (!clause) return;
  Announced found;
  found.score = kNounScore;
  found.cue = {noun, noun + 1};
  found.speaker = owner_of(tree, noun, *clause);
  const Word above = tree.head(noun);
  if (!found.speaker && above != kRoot && above < noun && tree.is(noun, "obj") && makes(tree, above)) {
    const auto subject = subject_of(tree, above);
    if (!subject || is_hollow(tree, *subject) || !is_told(tree, above)) return;
    found.speaker = speaker_words(tree, *subject);
    const TokenRange whole = {cue_words(tree, above).first, noun + 1};
    if (noun - above < kLongestCue) found.cue = whole;
  }
  found.nobody = !found.speaker;
  if (found.speaker && (found.speaker->empty() || found.speaker->overlaps(found.cue))) return;
  found.contents = clause_words(tree, *clause, found.cue);
  add_announced(sheet, found);
}

// The mayor is confident that the dam will hold.
void announce_by_adjective(Sheet& sheet, Word adjective) {
  const Tree& tree = sheet.tree();
  if (sheet.owner(adjective) || is_within_quote(sheet, adjective)) return;
  const Cue* cue = cue_of(tree, adjective);
  if (cue == nullptr || cue->noun != 2 || is_open(tree, adjective)) return;
  const auto copula = tree.child(adjective, "cop");
  const auto subject = tree.child(adjective, "nsubj");
  auto clause = tree.child(adjective, "ccomp");
  if (!clause && tells(cue->to, sheet.is_inner())) clause = tree.child(adjective, "xcomp");
  if (!copula || !subject || !clause || *clause < adjective) return;
  if (tree.is(*clause, "ccomp") && !is_clause(tree, *clause)) return;
  if (is_hollow(tree, *subject) || *copula > adjective || adjective - *copula > kLongestCue) return;
  Announced found;
  found.score = kAdjectiveScore;
  found.speaker = speaker_words(tree, *subject);
  found.cue = {*copula, adjective + 1};
  while (found.cue.first > tree.sentence(adjective).first && tree.is(found.cue.first - 1, "aux")) {
    --found.cue.first;
  }
  if (found.speaker->overlaps(found.cue)) return;
  found.contents = clause_words(tree, *clause, found.cue);
  add_announced(sheet, found);
}

// "Allegedly": somebody says so, and the report does not say who.
bool is_hearsay(std::string_view word) {
  const std::string lower = lower_case(word);
  return lower == "allegedly" || lower == "reportedly" || lower == "purportedly" || lower == "supposedly";
}

// He allegedly sold the boat.   Reportedly, the boat was sold.
void announce_by_adverb(Sheet& sheet, Word adverb) {
  const Tree& tree = sheet.tree();
  if (sheet.owner(adverb) || !is_hearsay(tree.text(adverb)) || is_within_quote(sheet, adverb)) return;
  const TokenRange sentence = tree.sentence(adverb);
  Announced found;
  found.score = kAdverbScore;
  found.cue = {adverb, adverb + 1};
  found.nobody = true;
  found.wraps = true;
  if (adverb == sentence.first) {
    if (sentence.size() > 2) found.contents = {{adverb + 1, sentence.end}};
  } else if (const Word verb = tree.head(adverb); verb != kRoot && tree.is(adverb, "advmod")) {
    const auto subject = tree.child(verb, "nsubj");
    const Word end = end_of_clause(tree, verb);
    if (!subject || *subject > adverb || end <= adverb + 1) return;
    found.contents = {{tree.subtree(*subject).first, adverb}, {adverb + 1, end}};
  }
  if (!found.contents.empty()) add_announced(sheet, found);
}

}  // namespace

void announce_by_nouns(Sheet& sheet) {
  const Tree& tree = sheet.tree();
  for (const Block& block : sheet.document().blocks()) {
    if (is_silent(block.kind)) continue;
    for (Word word = block.tokens.first; word < std::min(block.tokens.end, tree.size()); ++word) {
      const auto upos = tree.upos(word);
      if (tree.text(word).ends_with("edly")) {
        announce_by_adverb(sheet, word);
      } else if (upos == "VERB") {
        announce_impersonal(sheet, word);
      } else if (upos == "NOUN") {
        announce_by_noun(sheet, word);
      } else if (upos == "ADJ") {
        announce_by_adjective(sheet, word);
      }
    }
  }
}

}  // namespace onrecord::statement
