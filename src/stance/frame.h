// stance/frame.h — what a clause only frames: "I think", "there is a risk that", "has no plans to".

#ifndef ONRECORD_STANCE_FRAME_H_
#define ONRECORD_STANCE_FRAME_H_

#include <optional>

#include "stance/clause.h"

namespace onrecord::stance {

// What frames the clause of `below`, and what it makes of it.
struct Frame {
  Word below = 0;  // The framed clause's head; the framing word itself where nothing is told but the frame.
  Word word = 0;   // What frames.
  Mode mode = Mode::none;
  Certainty hedge = Certainty::unknown;
  bool negates = false;  // "I doubt that", "no chance that": the framed clause is told as not so.
  bool settles = false;  // The frame's own negation is used up: "no doubt that".
  bool open = false;     // "It is unclear whether", "we'll see".
  bool says = false;     // "I would say that": no more than a way to begin.
};

// The infinitive or gerund that `word` only carries: "is able to [go]", "has no plans of [going]".
std::optional<Frame> carried_by(const Tree& tree, Word word);

// The clause below the speaker's own thought: "I fear [it broke]", "there is a chance that [it holds]".
// `negated`: the framing clause itself has a negation.
std::optional<Frame> thought_by(const Tree& tree, Word word, bool negated);

// The noun that tells how the clause of `word`, which says what it is, is meant: "the [goal] is to go", "my
// [fear] is that it broke".
std::optional<Frame> named_by(const Tree& tree, Word word);

Mode mode_named(std::string_view name);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_FRAME_H_
