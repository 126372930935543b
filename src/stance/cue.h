// stance/cue.h — the announcing words: which row of the table they are.

#ifndef ONRECORD_STANCE_CUE_H_
#define ONRECORD_STANCE_CUE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "onrecord/statement.h"
#include "stance/shape.h"

namespace onrecord::stance {

// How a cue presents what it announces.
enum class Presents : std::uint8_t {
  unknown,
  fact,
  probable,
  possible,
  open,
  doubt,
  deny,
  refuse,
  plan,
  wish,
  want,
  demand,
  offer,
  predict
};

struct Sense {
  Act act = Act::unknown;
  Commitment commitment = Commitment::unknown;
  Presents presents = Presents::unknown;
  bool framed = false;  // The row is that of the very frame.
};

struct CueWords {
  TokenRange words;          // Of the cue.
  std::optional<Word> head;  // The word that says what is done.
  std::vector<Word> above;   // Words of the cue that govern it: "expected" in "is expected to announce".
};

// The words of `statement`'s cue; no head when there are none that are known.
CueWords read_cue(const Tree& tree, const Statement& statement);

// What the cue does with such a content; nothing when no row knows it.
std::optional<Sense> sense_of(const Tree& tree, const CueWords& cue, const Content& content);

// What a verb does by itself, whatever it is followed by.
std::optional<Sense> own_sense(const Tree& tree, Word word);

// Whether the table has any row for the word.
bool is_cue(const Tree& tree, Word word);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_CUE_H_
