// clock/tense.h — how a clause stands in time by its verb forms alone.

#ifndef ONRECORD_CLOCK_TENSE_H_
#define ONRECORD_CLOCK_TENSE_H_

#include <cstdint>

#include "syntax/tree.h"

namespace onrecord::clock {

enum class Tense : std::uint8_t {
  none,        // No verb, or a form that says nothing: "launching".
  past,        // "launched"
  perfect,     // "has launched"
  pluperfect,  // "had launched"
  present,     // "launches", "is launching"
  future,      // "will launch", "is to launch", "is going to launch"
  modal,       // "would launch", "could launch"
  infinitive,  // "to launch"
};

// Of the verb, adjective or noun that carries a clause.
Tense tense_of(const syntax::Tree& tree, syntax::Word word);

// Whether what the clause tells lies ahead of its telling, or may never be.
inline bool lies_ahead(Tense tense) {
  return tense == Tense::future || tense == Tense::modal || tense == Tense::infinitive;
}

}  // namespace onrecord::clock

#endif  // ONRECORD_CLOCK_TENSE_H_
