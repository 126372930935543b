// statement/turns.h — the turns of an interview that is printed without quotation marks.

#ifndef ONRECORD_STATEMENT_TURNS_H_
#define ONRECORD_STATEMENT_TURNS_H_

#include "statement/sheet.h"

namespace onrecord::statement {

// "Ana Ruiz: We were asleep." ¶ "Herald: And then?" — each labelled paragraph of an interview is a statement
// of its label. "Q:" and "A:" name nobody. Does nothing in a report that is no interview.
void take_turns(Sheet& sheet);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_TURNS_H_
