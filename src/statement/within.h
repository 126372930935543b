// statement/within.h — which of the words tagged as a content lie within reach of their announcement.

#ifndef ONRECORD_STATEMENT_WITHIN_H_
#define ONRECORD_STATEMENT_WITHIN_H_

#include "statement/sheet.h"

namespace onrecord::statement {

// Takes out of the contents of `draft` (in order) what cannot be announced by its cue: a paragraph of
// quotation that closed before, words beyond the sentence's end, a noun phrase behind "…, she said", what a
// second verb tells. May leave none.
void keep_within(const Sheet& sheet, Draft& draft);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_WITHIN_H_
