#include "stance/fact.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

#include "lexicon/table.h"
#include "stance/clause.h"
#include "stance/cue.h"

namespace onrecord::stance {
namespace {

constexpr int kHighest = 8;  // Clauses above the word's own that are looked at.

constexpr std::string_view kWeights =
#include "stance_fact.inc"
    ;

const lexicon::Table& weights() {
  static const lexicon::Table kTable(kWeights);
  return kTable;
}

// Thousandths, as "-1250": what from_chars can read in every library. First the author's column, then the
// reader's.
float weight_of(std::string_view sign, FactScale scale) {
  auto value = weights().find(sign);
  if (!value) return 0;
  if (scale == FactScale::reader) value->remove_prefix(std::min(value->find('\t') + 1, value->size()));
  int thousandths = 0;
  std::from_chars(value->data(), value->data() + value->size(), thousandths);
  return static_cast<float>(thousandths) / 1000.0F;
}

struct Signs {
  const Tree& tree;
  std::vector<std::string> all = {"base"};
  bool negated = false;  // In the word's own clause.
  bool open = false;     // Something has made the happening less than a fact.

  void add(std::string sign) {
    if (std::find(all.begin(), all.end(), sign) == all.end()) all.push_back(std::move(sign));
  }
};

std::string modal_name(const Tree& tree, Word modal) {
  const std::string text = lower(tree, modal);
  return text == "may" || text == "might" || text == "could" ? text
                                                             : std::string(*written_in(tree, modal, "modal"));
}

bool is_question(const Tree& tree, Word word) {
  const TokenRange sentence = tree.sentence(word);
  for (Word w = sentence.end, steps = 0; w-- > sentence.first && steps < 3; ++steps) {
    if (tree.text(w) == "?") return true;
  }
  return false;
}

// Negation, auxiliaries, tense, marks of the word's own clause.
void add_own(Word word, Signs& signs) {
  const Tree& tree = signs.tree;
  signs.add("upos." + std::string(tree.upos(word)));
  if (negation_of(tree, word)) signs.negated = true;
  if (const auto modal = modal_of(tree, word)) {
    signs.open = true;
    signs.add("modal." + modal_name(tree, *modal));
    const Clause clause = read_clause(tree, word);
    if (clause.perfect) signs.add("modal.perfect");
  }
  if (condition_of(tree, word)) signs.add("hangs_on_condition");
  const auto finite = finite_of(tree, word);
  if (finite && !modal_of(tree, word))
    signs.add(has_feature(tree, *finite, "Tense=Past") ? "tense.past" : "tense.present");
  if (!finite && is_verbal(tree, word) && !to_of(tree, word))
    signs.add(has_feature(tree, word, "VerbForm=Ger")     ? "form.gerund"
              : !has_feature(tree, word, "VerbForm=Part") ? "form.bare"
              : has_feature(tree, word, "Tense=Pres")     ? "form.gerund"
                                                          : "form.participle");
  if (has_feature(tree, word, "Mood=Imp")) signs.add("imperative"), signs.open = true;
  for (const Word c : tree.children(word)) {
    if (const auto hedge = tree.is(c, "advmod") ? written_in(tree, c, "hedge") : std::nullopt) {
      signs.add("hedge." + std::string(*hedge));
      signs.open = true;
    }
  }
}

// What kind of word it is: what it frames, how it is told, whose doing it is.
void add_kind(Word word, Signs& signs) {
  const Tree& tree = signs.tree;
  if (const auto phrase = found_in(tree, word, "phrase")) {
    for (const Word c : tree.children(word)) {
      if (c > word && tree.is(c, "xcomp") && to_of(tree, c)) signs.add("frames." + std::string(*phrase));
    }
  }
  for (const Word c : tree.children(word)) {
    const std::string text = lower(tree, c);
    if (tree.is(c, "aux") && (text == "have" || text == "has" || text == "had" || text == "'ve"))
      signs.add("perfect");
    if (tree.is(c, "aux:pass")) signs.add("passive");
    if (tree.is(c, "cop")) signs.add("copula");
    if (!tree.is(c, "nsubj")) continue;
    signs.add(text == "i" || text == "we" ? "subject.own" : text == "you" ? "subject.you" : "subject.other");
  }
  if (has_feature(tree, word, "Tense=Pres") && has_feature(tree, word, "VerbForm=Part") &&
      finite_of(tree, word))
    signs.add("progressive");
  if (is_verbal(tree, word) && found_in(tree, word, "state")) signs.add("state");
  if (const auto sense = own_sense(tree, word); sense && is_verbal(tree, word))
    signs.add("act." + std::string(to_string(sense->act)));
  const std::string relation(tree.relation(word).substr(0, tree.relation(word).find(':')));
  signs.add("relation." + relation);
}

std::string presents_name(Presents presents) {
  switch (presents) {
    case Presents::fact:
      return "fact";
    case Presents::probable:
      return "probable";
    case Presents::possible:
      return "possible";
    case Presents::open:
      return "open";
    case Presents::doubt:
      return "doubt";
    case Presents::deny:
      return "deny";
    case Presents::refuse:
      return "refuse";
    case Presents::plan:
      return "plan";
    case Presents::wish:
      return "wish";
    case Presents::want:
      return "want";
    case Presents::demand:
      return "demand";
    case Presents::offer:
      return "offer";
    case Presents::predict:
      return "predict";
    case Presents::unknown:
      break;
  }
  return "unknown";
}

// What the governor makes of the clause below it: "phrase.fail", "cue.plan", "cue.fact.endorses", else its
// relation.
std::string governor_name(const Tree& tree, Word below, Word governor) {
  const bool infinitive = to_of(tree, below).has_value();
  if (infinitive) {
    if (const auto phrase = found_in(tree, governor, "phrase")) {
      return "phrase." + std::string(*phrase);
    }
  }
  CueWords cue;
  cue.head = governor;
  cue.words = {governor, governor + 1};
  Content content;
  content.head = below;
  const bool object = tree.child(governor, "obj").has_value();
  content.shape = infinitive               ? (object ? Shape::told : Shape::infinitive)
                  : finite_of(tree, below) ? Shape::clause
                  : is_verbal(tree, below) ? Shape::gerund
                                           : Shape::noun;
  for (const Word c : tree.children(below)) {
    if (c < below && tree.is(c, "mark") && (lower(tree, c) == "whether" || lower(tree, c) == "if"))
      content.shape = Shape::question;
  }
  const auto sense = sense_of(tree, cue, content);
  std::string name = sense ? presents_name(sense->presents) : "none";
  if (sense && sense->presents == Presents::fact && sense->commitment == Commitment::endorses) name = "known";
  return (infinitive ? "to." : finite_of(tree, below) ? "that." : "bare.") + name;
}

std::string mark_of(const Tree& tree, Word clause) {
  for (const Word c : tree.children(clause)) {
    if (c < clause && tree.is_any(c, {"mark", "advmod"}) &&
        (tree.is(c, "mark") || written_in(tree, c, "question")))
      return lower(tree, c);
  }
  return "";
}

// One step up: how `governor` presents the clause or noun of `below`.
void add_governor(Word below, Word governor, int height, Signs& signs) {
  const Tree& tree = signs.tree;
  const bool complement = tree.is_any(below, {"ccomp", "xcomp", "csubj"});
  const bool adverbial = tree.is(below, "advcl");
  const bool nominal = tree.is_any(below, {"obj", "obl", "nmod", "nsubj"});
  const std::string level = height == 0 ? "" : "up.";
  std::string name;
  if (complement || (tree.is(below, "acl") && !tree.is(below, "acl:relcl"))) {
    name = level + (complement ? "under." : "noun.") + governor_name(tree, below, governor);
  } else if (adverbial) {
    const std::string mark = mark_of(tree, below);
    static constexpr std::string_view kMarks[] = {
        "if",      "unless",   "to",     "because", "after", "before", "when", "while", "as", "until",
        "without", "although", "though", "since",   "by",    "so",     "once", "in",    "for"};
    const bool listed = std::find(std::begin(kMarks), std::end(kMarks), mark) != std::end(kMarks);
    name = level + "beside." + (listed ? mark : mark.empty() ? "none" : "other");
  } else if (nominal && height == 0) {
    name = "object." + governor_name(tree, below, governor).substr(5);
  } else if (tree.is(below, "acl:relcl") && height == 0) {
    name = "relative";
  } else if (tree.is(below, "conj") && height == 0) {
    name = "joined";
  } else {
    return;
  }
  const bool denied = negation_of(tree, governor).has_value();
  if (denied) signs.add(name + ".not");
  if (!denied || height > 0) signs.add(name);
  if (const auto modal = modal_of(tree, governor); modal && !tree.is_any(below, {"acl", "nmod", "nsubj"})) {
    signs.add("above." + modal_name(tree, *modal));
    signs.open = true;
  }
  const bool plain = name.ends_with(".fact") || name.ends_with(".known") || name.ends_with("manage") ||
                     name == "relative" || name == "joined";
  signs.open = signs.open || !plain;
}

}  // namespace

std::vector<std::string> fact_signs(const Tree& tree, Word word) {
  Signs signs{tree};
  if (word >= tree.size()) return {};
  add_own(word, signs);
  add_kind(word, signs);
  Word below = word;
  int height = 0;
  for (int steps = 0; steps < kHighest; ++steps) {
    const Word governor = tree.head(below);
    if (governor == kRoot) break;
    add_governor(below, governor, height, signs);
    // "Will go and buy": the second has what the first has.
    const bool shares = tree.is(below, "conj") && !tree.child(below, "nsubj") && steps == height;
    if (shares && to_of(tree, governor)) signs.add("joined.to");
    if (!shares) ++height;
    below = governor;
  }
  if (is_question(tree, word)) signs.add("question"), signs.open = true;
  if (signs.negated) signs.add(signs.open ? "not.open" : "not");
  return signs.all;
}

float fact_of(const Tree& tree, Word word, FactScale scale) {
  float sum = 0;
  for (const std::string& sign : fact_signs(tree, word)) sum += weight_of(sign, scale);
  return std::clamp(sum, -3.0F, 3.0F);
}

}  // namespace onrecord::stance

namespace onrecord {

std::vector<float> facts_by_rules(const Document& document, const Tags& tags, FactScale scale) {
  const syntax::Tree tree(document, tags);
  std::vector<float> facts;
  facts.reserve(tree.size());
  for (syntax::Word word = 0; word < tree.size(); ++word) facts.push_back(stance::fact_of(tree, word, scale));
  return facts;
}

float fact_of(float by_rules, float by_reader, FactScale scale) {
  if (std::isnan(by_reader)) return by_rules;
  const float share = scale == FactScale::reader ? 0.8F : 0.3F;
  const float mean = share * by_reader + (1 - share) * by_rules;
  // Authors that are all but sure are told as sure: on UW's train part too the error is least from about
  // here.
  constexpr float kSure = 2.7F;
  return scale == FactScale::author && mean > kSure ? 3.0F : mean;
}

}  // namespace onrecord
