#include "event/operators.h"

#include <string>
#include <string_view>
#include <vector>

#include "event/grammar.h"
#include "event/tables.h"
#include "stance/clause.h"
#include "stance/words.h"

namespace onrecord::event {
namespace {

constexpr int kHighest = 6;  // Steps outward.

std::optional<EventStatus> status_named(std::string_view name) {
  if (name == "did-not") return EventStatus::did_not;
  if (name == "conditional") return EventStatus::conditional;
  if (name == "demanded") return EventStatus::demanded;
  if (name == "planned") return EventStatus::planned;
  if (name == "possible") return EventStatus::possible;
  if (name == "alleged") return EventStatus::alleged;
  return std::nullopt;
}

// What the announcing verbs of data/lexicon/en/stance_cues.tsv make of what they govern.
std::optional<EventStatus> status_presented(std::string_view row) {
  const std::string_view presents = row.substr(row.rfind('\t') + 1);
  if (presents == "deny" || presents == "refuse") return EventStatus::did_not;
  if (presents == "plan" || presents == "offer") return EventStatus::planned;
  if (presents == "demand") return EventStatus::demanded;
  if (presents == "want" || presents == "wish" || presents == "possible" || presents == "doubt" ||
      presents == "open" || presents == "predict" || presents == "probable")
    return EventStatus::possible;
  return std::nullopt;
}

// What a modal makes of its clause.
std::optional<EventStatus> status_of_modal(std::string_view modal) {
  if (modal == "will") return EventStatus::planned;
  if (modal == "must") return EventStatus::demanded;
  if (modal == "should") return EventStatus::demanded;
  if (modal == "may" || modal == "could" || modal == "can" || modal == "would") return EventStatus::possible;
  return std::nullopt;
}

std::optional<Word> mark_of(const Tree& tree, Word clause, std::string_view cls) {
  for (const Word c : tree.children(clause)) {
    if (tree.is_any(c, {"mark", "advmod", "case"}) && c < clause && table_value(cls, lower(tree.text(c))))
      return c;
  }
  return std::nullopt;
}

bool has_perfect(const Tree& tree, Word verb) {
  for (const Word c : tree.children(verb)) {
    if (tree.is(c, "aux") && lemma_of(tree, c) == "have") return true;
  }
  return false;
}

// "Is to leave", "are to be freed"; also a headline's "Varr to free two".
std::optional<Word> be_to(const Tree& tree, Word verb) {
  std::optional<Word> to;
  for (const Word c : tree.children(verb)) {
    if (c < verb && lower(tree.text(c)) == "to" && tree.is_any(c, {"mark", "aux"})) to = c;
  }
  if (!to) return std::nullopt;
  const Word head = tree.head(verb);
  if (*to > 0 && lemma_of(tree, *to - 1) == "be" && tree.upos(*to - 1) == "AUX") return *to - 1;
  if (head != kRoot && tree.is(verb, "xcomp") && lemma_of(tree, head) == "be") return head;
  if (head == kRoot && tree.child(verb, "nsubj")) return to;
  if (head == kRoot && tree.child(verb, "nsubj:pass")) return to;
  return std::nullopt;
}

// Of one clause: what its own words say.
std::optional<Operator> in_clause(const Tree& tree, Word verb) {
  if (const auto negation = stance::negation_of(tree, verb)) return Operator{EventStatus::did_not, *negation};
  if (const auto mark = mark_of(tree, verb, "condition")) return Operator{EventStatus::conditional, *mark};
  if (const auto modal = stance::modal_of(tree, verb)) {
    const auto kind = stance::written_in(tree, *modal, "modal").value_or("");
    if (kind == "would" && has_perfect(tree, verb)) return Operator{EventStatus::conditional, *modal};
    // "Must have left" guesses what was.
    if (has_perfect(tree, verb) && (kind == "must" || kind == "should"))
      return Operator{EventStatus::possible, *modal};
    if (const auto status = status_of_modal(kind)) {
      // "Would leave if": on the condition.
      if (kind == "would" || kind == "could" || kind == "will") {
        if (const auto condition = stance::condition_of(tree, verb))
          return Operator{EventStatus::conditional, *condition};
      }
      return Operator{*status, *modal, kind == "would" || kind == "will"};
    }
  }
  if (const auto word = be_to(tree, verb)) return Operator{EventStatus::planned, *word};
  for (const Word c : tree.children(verb)) {
    if (!tree.is_any(c, {"advmod", "amod"})) continue;
    if (const auto value = table_value("adverb", lower(tree.text(c)))) {
      if (const auto status = status_named(*value)) return Operator{*status, c};
    }
  }
  return std::nullopt;
}

// Of a noun: "no talks", "planned talks", "the alleged raid".
std::optional<Operator> in_phrase(const Tree& tree, Word noun) {
  for (const Word c : tree.children(noun)) {
    if (c > noun || !tree.is_any(c, {"det", "amod", "advmod", "case"})) continue;
    const std::string text = lower(tree.text(c));
    for (const std::string& key : {text, lemma_of(tree, c)}) {
      if (const auto value = table_value("at-noun", key)) {
        if (const auto status = status_named(*value)) return Operator{*status, c};
      }
    }
  }
  return std::nullopt;
}

// How `word` hangs on what governs it: the frames under which the tables may know the governor.
std::vector<std::string> frames_of(const Tree& tree, Word word, Word governor) {
  std::vector<std::string> frames;
  for (const Word c : tree.children(word)) {
    if (tree.is(c, "case") && c < word) frames.push_back(lower(tree.text(c)));
  }
  if (is_nominal(tree, word)) {
    frames.emplace_back("obj");
    return frames;
  }
  const auto mark = tree.child(word, "mark");
  const std::string opened = mark && *mark < word ? lower(tree.text(*mark)) : "";
  if (opened == "to") {
    if (tree.child(governor, "obj") || tree.child(governor, "iobj") || is_passive(tree, governor))
      frames.emplace_back("objto");
    frames.emplace_back("to");
  } else if (opened == "whether" || opened == "if") {
    frames.emplace_back("if");
  } else if (!opened.empty() && opened != "that") {
    frames.push_back(opened);  // "accused of bombing"
    frames.emplace_back("ing");
  } else if (std::string_view(tree.text(word)).ends_with("ing") && !tree.child(word, "nsubj")) {
    frames.emplace_back("ing");
  } else {
    frames.emplace_back("that");
  }
  return frames;
}

enum class Step { outward, stop };

struct Governed {
  std::optional<EventStatus> status = {};
  Step step = Step::stop;
};

// What the governor makes of it, and whether one looks further out when it makes nothing.
Governed governed_by(const Tree& tree, Word word, Word governor) {
  const bool nominal_governor = !tree.is_verb(governor) && tree.upos(governor) != "AUX";
  for (const std::string& base : stance::base_forms(tree, governor)) {
    for (const std::string& frame : frames_of(tree, word, governor)) {
      const auto own = table_value("over", base + "/" + frame);
      if (own) {
        if (*own == "through") return {std::nullopt, Step::outward};
        return {status_named(*own), Step::stop};
      }
      const std::string key = (nominal_governor ? "n:" : "") + base + "/" + frame;
      if (const auto row = stance::cue_row(key)) {
        const auto status = status_presented(*row);
        if (status) return {status, Step::stop};
        return {std::nullopt, Step::stop};
      }
    }
    if (const auto own = table_value("over", base)) {
      if (*own == "through") return {std::nullopt, Step::outward};
      return {status_named(*own), Step::stop};
    }
    if (const auto row = stance::cue_row((nominal_governor ? "n:" : "") + base);
        row && !is_nominal(tree, word)) {
      if (const auto status = status_presented(*row)) return {status, Step::stop};
      return {std::nullopt, Step::stop};
    }
  }
  return {};
}

// Whether the clause of `word` belongs to what governs it as a part of it: joined clauses share their modal
// ("will come and [talk]"), purposes and complements hang on their verb.
bool shares_clause(const Tree& tree, Word word) {
  if (!tree.is(word, "conj")) return false;
  return !tree.child(word, "nsubj") && !tree.child(word, "nsubj:pass") && !tree.child(word, "aux");
}

}  // namespace

std::optional<Operator> operator_over(const Ground& ground, Word trigger) {
  const Tree& tree = ground.tree();
  Word at = trigger;
  for (int step = 0; step < kHighest; ++step) {
    const bool clause = tree.is_verb(at) || tree.child(at, "cop") || tree.upos(at) == "AUX";
    if (const auto found = clause ? in_clause(tree, at) : in_phrase(tree, at)) return found;
    if (clause && !tree.is_verb(at)) {
      if (const auto found = in_phrase(tree, at)) return found;
    }
    const Word governor = tree.head(at);
    if (governor == kRoot) return std::nullopt;
    if (shares_clause(tree, at) || (tree.is(at, "conj") && is_nominal(tree, at))) {
      at = governor;
      continue;
    }
    if (light_verb_of(tree, at)) {
      at = governor;
      continue;
    }
    if (tree.is_any(at,
                    {"nsubj", "acl:relcl", "parataxis", "appos", "amod", "conj", "vocative", "dislocated"})) {
      // "Talks are planned", "an attack was foiled": what is said of it.
      if (!tree.is(at, "nsubj")) return std::nullopt;
      for (const std::string& base : stance::base_forms(tree, governor)) {
        const auto own = table_value("of-subject", base);
        if (!own) continue;
        if (*own == "through") break;
        if (const auto status = status_named(*own)) return Operator{*status, governor};
      }
      if (!table_value("of-subject", lemma_of(tree, governor)) &&
          !table_value("light", lemma_of(tree, governor)))
        return std::nullopt;
      at = governor;
      continue;
    }
    const Governed governed = governed_by(tree, at, governor);
    if (governed.status) return Operator{*governed.status, governor};
    // "Has been asked to": purposes of what is done, not known to be reached.
    if (tree.is(at, "advcl") || tree.is(at, "acl")) {
      const auto mark = tree.child(at, "mark");
      if (mark && lower(tree.text(*mark)) == "to") {
        at = governor;
        if (const auto found = tree.is_verb(at) ? in_clause(tree, at) : std::nullopt) return found;
        return Operator{EventStatus::planned, *mark};
      }
      return std::nullopt;
    }
    if (governed.step == Step::stop) return std::nullopt;
    at = governor;
  }
  return std::nullopt;
}

}  // namespace onrecord::event
