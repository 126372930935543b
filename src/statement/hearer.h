// statement/hearer.h — subjects that only hear what is told: "had been told", "the court heard".

#ifndef ONRECORD_STATEMENT_HEARER_H_
#define ONRECORD_STATEMENT_HEARER_H_

#include "statement/sheet.h"

namespace onrecord::statement {

// Makes the speaker of `draft` whom it is said to, where the cue says that they were told it; nobody is left
// to answer for it then.
void take_hearer_out(const Sheet& sheet, Draft& draft);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_HEARER_H_
