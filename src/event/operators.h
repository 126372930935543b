// event/operators.h — the words that make a happening denied, planned, asked for: the first one outward.

#ifndef ONRECORD_EVENT_OPERATORS_H_
#define ONRECORD_EVENT_OPERATORS_H_

#include <optional>

#include "event/ground.h"
#include "onrecord/event.h"

namespace onrecord::event {

struct Operator {
  EventStatus status = EventStatus::unknown;
  Word word = 0;       // The word that decides.
  bool hedge = false;  // A modal of foretelling, which a speaker's own plan outdoes: "would".
};

// The first operator that governs the trigger, or nothing: it is told as having happened or going on.
std::optional<Operator> operator_over(const Ground& ground, Word trigger);

}  // namespace onrecord::event

#endif  // ONRECORD_EVENT_OPERATORS_H_
