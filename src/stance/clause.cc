#include "stance/clause.h"

#include <algorithm>

#include "stance/frame.h"

namespace onrecord::stance {
namespace {

constexpr int kDeepest = 4;  // Phrases within phrases: "is likely to have to be able to go".

bool follows_not(const Tree& tree, Word word) {
  return word + 1 < tree.size() && written_in(tree, word + 1, "after_not").has_value();
}

// "No" at a noun of the clause, or "nobody" as that noun.
std::optional<Word> negative_noun(const Tree& tree, Word noun) {
  if (written_in(tree, noun, "negative_subject")) return noun;
  for (const Word c : tree.children(noun)) {
    if (tree.is_any(c, {"det", "advmod"}) && c < noun && written_in(tree, c, "negative_determiner")) return c;
  }
  return std::nullopt;
}

bool is_state(const Tree& tree, Word word) {
  return tree.child(word, "cop").has_value() || !is_verbal(tree, word) ||
         found_in(tree, word, "state").has_value();
}

bool has_have(const Tree& tree, Word word) {
  for (const Word c : tree.children(word)) {
    if (!tree.is(c, "aux")) continue;
    const std::string text = lower(tree, c);
    if (text == "have" || text == "'ve" || text == "has" || text == "had") return true;
  }
  return false;
}

bool is_past_form(const Tree& tree, Word word) {
  return has_feature(tree, word, "Tense=Past") && !has_feature(tree, word, "VerbForm=Part");
}

Tense tense_of_modal(const Tree& tree, Word word, Word modal, bool perfect) {
  if (perfect) return Tense::past;
  const auto kind = written_in(tree, modal, "modal").value_or("");
  if (kind == "will" || kind == "would") return Tense::future;
  if (kind == "can" || found_in(tree, word, "perceiving")) return Tense::present;
  return is_state(tree, word) ? Tense::present : Tense::future;
}

// "He won't": with the verb left out.
bool is_lone_modal(const Tree& tree, Word word) {
  return tree.upos(word) == "AUX" && written_in(tree, word, "modal") && tree.child(word, "nsubj");
}

void read_tense(const Tree& tree, Word word, Clause& clause) {
  auto modal = modal_of(tree, word);
  if (!modal && is_lone_modal(tree, word)) modal = word;
  const bool have = has_have(tree, word) && lower(tree, word) != "got";  // "has got to"
  if (modal) {
    clause.perfect = clause.perfect || have;
    clause.tense = tense_of_modal(tree, word, *modal, have);
    clause.tense_word = modal;
    return;
  }
  if (have) {
    for (const Word c : tree.children(word)) {
      if (tree.is(c, "aux") && !clause.tense_word) clause.tense_word = c;
    }
    clause.tense = Tense::past;
    return;
  }
  const auto finite = finite_of(tree, word);
  if (!finite) {
    // A headline's participle: "Mill closed after fire".
    if (is_verbal(tree, word) && has_feature(tree, word, "Tense=Past") && !to_of(tree, word))
      clause.tense = Tense::past, clause.tense_word = word;
    return;
  }
  clause.tense_word = finite;
  clause.tense = is_past_form(tree, *finite) ? Tense::past : Tense::present;
}

// "My guess is that it was sold": the tense behind "that".
void read_named_tense(const Tree& tree, Word word, Clause& clause) {
  const auto mark = tree.child(word, "mark");
  if (!mark || modal_of(tree, word) || has_have(tree, word)) return;
  auto finite =
      is_verbal(tree, word) && has_feature(tree, word, "VerbForm=Fin") ? std::optional(word) : std::nullopt;
  for (const Word c : tree.children(word)) {
    if (c > *mark && c < word && tree.is_any(c, {"aux", "cop"}) && has_feature(tree, c, "VerbForm=Fin"))
      finite = c;
  }
  if (!finite) return;
  clause.tense_word = finite;
  clause.tense = is_past_form(tree, *finite) ? Tense::past : Tense::present;
}

void add_mode(const Tree& tree, Word frame, Mode mode, Word word, Clause& clause) {
  if (mode == Mode::fail) clause.negative = !clause.negative;
  if (mode == Mode::fail && !clause.negation) clause.negation = word;
  if (mode == Mode::manage || mode == Mode::none) return;
  // The outer one decides, but for "will", which every other one outdoes: "will have to", "will be able to".
  const bool plain = clause.mode == Mode::none || clause.mode == Mode::will || clause.mode == Mode::would;
  if (!plain) return;
  clause.mode = mode;
  clause.mode_word = word;
  clause.mode_clause = frame;
  (void)tree;
}

void read_adverbs(const Tree& tree, Word word, Clause& clause) {
  for (const Word c : tree.children(word)) {
    if (!tree.is_any(c, {"advmod", "parataxis"})) continue;
    if (const auto hedge = written_in(tree, c, "hedge"); hedge && clause.hedge == Certainty::unknown) {
      clause.hedge = *hedge == "possible" ? Certainty::possible : Certainty::probable;
      clause.hedge_word = c;
    }
    if (written_in(tree, c, "generic")) clause.habitual = true, clause.habit_word = c;
  }
}

void read_level(const Tree& tree, Word word, Clause& clause) {
  if (const auto negation = negation_of(tree, word)) {
    clause.negative = !clause.negative;
    if (!clause.negation) clause.negation = negation;
  }
  auto modal = modal_of(tree, word);
  if (!modal && is_lone_modal(tree, word)) modal = word;
  if (modal && !clause.modal_word) clause.modal_word = modal;
  if (modal) add_mode(tree, word, mode_named(written_in(tree, *modal, "modal").value_or("")), *modal, clause);
  // "Would love to go", "would like them to stay".
  if (modal && written_in(tree, *modal, "modal") == "would" && found_in(tree, word, "tasting"))
    add_mode(tree, word, Mode::wish, word, clause);
  // "Cuts are likely."
  if (tree.child(word, "cop") && tree.child(word, "nsubj") && found_in(tree, word, "phrase") == "likely" &&
      !tree.child(word, "xcomp"))
    add_mode(tree, word, Mode::likely, word, clause);
  // "Could smell the fuel": they did.
  if (clause.mode == Mode::might && found_in(tree, word, "perceiving")) clause.mode = Mode::can;
  read_adverbs(tree, word, clause);
  if (!clause.condition) clause.condition = condition_of(tree, word);
}

// Takes a thought's frame into the clause; gives whether there is a clause below to go on with.
bool take_frame(const Frame& frame, const Clause& before, Clause& clause) {
  if (frame.open) {
    clause.open = frame.word;
    return false;
  }
  if (frame.says) {  // Its "would" is a courtesy; its "not" is meant.
    clause.mode = before.mode, clause.mode_word = before.mode_word, clause.mode_clause = before.mode_clause;
    clause.modal_word = before.modal_word;
  }
  if (frame.settles) clause.negative = before.negative, clause.negation = before.negation;
  if (frame.negates) clause.negative = !clause.negative, clause.negation = frame.word;
  clause.hedge = frame.hedge;
  clause.hedge_word = frame.word;
  if (frame.mode != Mode::none)
    clause.mode = frame.mode, clause.mode_word = frame.word, clause.mode_clause = clause.head;
  const bool goes_on = frame.below != clause.head;
  clause.head = frame.below;
  return goes_on;
}

// "The goal is to go", "my fear is that it broke": what the noun makes of the clause that names it.
void take_name(const Tree& tree, Clause& clause) {
  const auto named = named_by(tree, clause.head);
  if (!named) return;
  if (named->mode != Mode::none) add_mode(tree, clause.head, named->mode, named->word, clause);
  if (named->hedge == Certainty::unknown) return;
  read_named_tense(tree, clause.head, clause);
  clause.hedge = named->hedge;
  clause.hedge_word = named->word;
  if (named->negates) clause.negative = !clause.negative, clause.negation = named->word;
}

// Whether the subject is a pronoun that may stand for the speaker, or is left out.
bool speaks_for_itself(const Tree& tree, Word word) {
  const auto subject = tree.child(word, "nsubj");
  return !subject || tree.upos(*subject) == "PRON";
}

// A base form where the subject asks for another: "that the council review".
bool is_subjunctive(const Tree& tree, Word word) {
  const auto subject = tree.child(word, "nsubj");
  if (!subject || !is_verbal(tree, word) || tree.child(word, "aux") || to_of(tree, word)) return false;
  if (written_in(tree, word, "modal")) return false;  // "It will not."
  const std::string who = lower(tree, *subject);
  const bool third = has_feature(tree, *subject, "Number=Sing") && who != "i" && who != "you" &&
                     !has_feature(tree, *subject, "Person=1") && !has_feature(tree, *subject, "Person=2");
  const std::string form = lower(tree, word);
  return third && !form.ends_with("s") && !form.ends_with("ing") && !has_feature(tree, word, "Tense=Past");
}

// "Without them, farms would close."
std::optional<Word> without_of(const Tree& tree, Word word) {
  for (const Word c : tree.children(word)) {
    if (!tree.is(c, "obl")) continue;
    for (const Word mark : tree.children(c)) {
      if (tree.is(mark, "case") && lower(tree, mark) == "without") return mark;
    }
  }
  return std::nullopt;
}

// "If they had rung, he would be alive"; "had they rung".
bool is_contrary_to_fact(const Tree& tree, const Clause& clause) {
  if (!clause.condition || (clause.mode != Mode::would && clause.mode != Mode::might)) return false;
  if (lower(tree, *clause.condition) == "had") return true;
  const Word hanging = tree.head(*clause.condition);
  if (hanging == kRoot || hanging == clause.head) return false;
  for (const Word c : tree.children(hanging)) {
    if (tree.is(c, "aux") && lower(tree, c) == "had") return true;
  }
  return false;
}

void finish(const Tree& tree, Word top, Clause& clause) {
  // What somebody wanted or planned is told as a fact; so is what others wish.
  const bool willed = clause.mode == Mode::wish || clause.mode == Mode::plan;
  const bool foreign =
      clause.mode == Mode::wish && clause.mode_clause && !speaks_for_itself(tree, *clause.mode_clause);
  const bool hoped = clause.mode_word && written_in(tree, *clause.mode_word, "hoping");
  if (willed && !hoped && (clause.tense == Tense::past || foreign)) clause.mode = Mode::none;
  if (clause.mode == Mode::expect || clause.mode == Mode::likely || clause.mode == Mode::unlikely ||
      clause.mode == Mode::plan || clause.mode == Mode::wish || clause.mode == Mode::will) {
    if (!clause.perfect && clause.tense != Tense::past) clause.tense = Tense::future;
    if (clause.mode_word && clause.tense != Tense::past) clause.tense_word = clause.mode_word;
  }
  if (clause.mode == Mode::used) clause.tense = Tense::past;
  if (clause.mode == Mode::unlikely) clause.negative = !clause.negative;
  if ((clause.mode == Mode::unlikely || clause.mode == Mode::cannot) && !clause.negation)
    clause.negation = clause.mode_word;
  if (clause.mode == Mode::cannot) clause.negative = !clause.negative;
  if (!clause.condition && clause.mode == Mode::would && !clause.perfect)
    clause.condition = without_of(tree, clause.head);
  const bool would =
      clause.modal_word && written_in(tree, *clause.modal_word, "modal").value_or("") == "would";
  clause.unreal = clause.perfect &&
                  (would || clause.mode == Mode::would || (clause.condition && clause.mode == Mode::might));
  clause.unreal = clause.unreal || is_contrary_to_fact(tree, clause);
  clause.subjunctive = is_subjunctive(tree, top);
}

}  // namespace

std::optional<Word> negation_of(const Tree& tree, Word word) {
  for (const Word c : tree.children(word)) {
    if (tree.is_any(c, {"advmod", "aux", "cc", "det"}) && written_in(tree, c, "negation") &&
        !follows_not(tree, c))
      return c;
    if (tree.is(c, "advmod") && lower(tree, c) == "longer") {
      if (const auto no = negative_noun(tree, c)) return no;
    }
    const bool core = tree.is_any(c, {"nsubj", "obj"});
    if (!core) continue;
    if (const auto no = negative_noun(tree, c)) return no;
  }
  return is_verbal(tree, word) ? std::nullopt : negative_noun(tree, word);
}

std::optional<Word> modal_of(const Tree& tree, Word word) {
  for (const Word c : tree.children(word)) {
    if (!tree.is(c, "aux")) continue;
    if (!written_in(tree, c, "modal")) continue;
    // "'d" is "had" before a participle.
    const std::string text = lower(tree, c);
    if (text == "'d" && has_feature(tree, word, "VerbForm=Part")) continue;
    return c;
  }
  return std::nullopt;
}

std::optional<Word> condition_of(const Tree& tree, Word word) {
  for (const Word c : tree.children(word)) {
    if (!tree.is(c, "advcl")) continue;
    if (const auto mark = condition_mark(tree, c)) return mark;
  }
  return std::nullopt;
}

void condition(const Tree& tree, Word mark, Clause& clause) {
  if (clause.condition) return;
  clause.condition = mark;
  clause.unreal = clause.unreal || is_contrary_to_fact(tree, clause);
}

Clause read_clause(const Tree& tree, Word head) {
  Clause clause;
  clause.head = head;
  for (int depth = 0; depth < kDeepest; ++depth) {
    const Word word = clause.head;
    const Clause before = clause;
    read_level(tree, word, clause);
    if (depth == 0) take_name(tree, clause);
    if (const auto carried = carried_by(tree, word)) {
      if (clause.tense == Tense::none) read_tense(tree, word, clause);
      add_mode(tree, word, carried->mode, carried->word, clause);
      clause.head = carried->below;
      continue;
    }
    if (depth > 1 || (depth == 1 && clause.hedge_word == std::nullopt)) break;
    const auto thought = thought_by(tree, word, clause.negative != before.negative);
    if (!thought || !take_frame(*thought, before, clause)) break;
  }
  if (clause.tense == Tense::none) read_tense(tree, clause.head, clause);
  if (has_have(tree, clause.head) && clause.mode != Mode::none) {
    clause.perfect = true;
    if (clause.tense != Tense::future || clause.mode != Mode::will) clause.tense = Tense::past;
  }
  finish(tree, head, clause);
  return clause;
}

}  // namespace onrecord::stance
