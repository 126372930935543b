// stance/clause.h — how a clause presents its happening: negation, auxiliaries, conditions, tense.

#ifndef ONRECORD_STANCE_CLAUSE_H_
#define ONRECORD_STANCE_CLAUSE_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "stance/shape.h"

namespace onrecord::stance {

// What an auxiliary, or a phrase that does its work ("be likely to", "have to"), makes of the clause.
enum class Mode : std::uint8_t {
  none,
  may,
  might,  // "could"
  can,
  cannot,
  will,
  would,
  should,
  must,
  expect,
  likely,
  unlikely,
  permit,
  plan,
  wish,
  refuse,
  fail,
  seem,
  attempt,
  manage,
  used
};

enum class Tense : std::uint8_t { none, past, present, future };

struct Clause {
  Word head = 0;                 // Of what happens: below phrases and "I think".
  std::optional<Word> negation;  // The word that negates it.
  bool negative = false;         // Negations and "fail to" together.
  Mode mode = Mode::none;
  std::optional<Word> mode_word;
  std::optional<Word> modal_word;  // The outermost modal, whatever outdoes it: "would have liked to".
  std::optional<Word>
      mode_clause;       // The clause in which the mode stands; its subject is the one that will, may, must.
  bool perfect = false;  // "have" + participle below a modal: "might have left".
  Certainty hedge = Certainty::unknown;  // By an adverb or "I think".
  std::optional<Word> hedge_word;
  std::optional<Word> open;       // What leaves it open: "it is unclear whether", "we'll see".
  std::optional<Word> condition;  // "if", "unless", the inverted "had".
  bool subjunctive = false;       // "that she resign"
  bool unreal = false;            // The condition is contrary to fact.
  Tense tense = Tense::none;
  std::optional<Word> tense_word;
  bool habitual = false;  // "always", "usually"
  std::optional<Word> habit_word;
};

// Reads the clause of `head`, and those that it is only a frame for.
Clause read_clause(const Tree& tree, Word head);

// Makes the clause hang on what `mark` opens, unless it hangs on something already.
void condition(const Tree& tree, Word mark, Clause& clause);

// The word that negates `word`'s clause: an adverb, "no" at its subject or object, "nobody".
std::optional<Word> negation_of(const Tree& tree, Word word);
// The modal auxiliary of `word`.
std::optional<Word> modal_of(const Tree& tree, Word word);
// The word that makes `word`'s clause hang on another.
std::optional<Word> condition_of(const Tree& tree, Word word);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_CLAUSE_H_
