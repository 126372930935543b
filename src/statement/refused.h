// statement/refused.h — what the neural reader tagged and what is no statement all the same.

#ifndef ONRECORD_STATEMENT_REFUSED_H_
#define ONRECORD_STATEMENT_REFUSED_H_

#include "onrecord/tags.h"
#include "statement/sheet.h"

namespace onrecord::statement {

// "That said, …" announces nothing.
bool is_that_said(const Tree& tree, const Attribution& attribution);

// "If the court says …", "let us say …", "did she say …?": nobody has said it.
bool is_untold(const Tree& tree, TokenRange cue);

// She wrote "The Quiet Field" at the age of nine.
bool names_work(const Sheet& sheet, const Draft& draft);

// "it", "them", "nothing": words that tell nothing of what was said.
bool tells_nothing(const Tree& tree, TokenRange content);

// She claimed the title; the flood claimed two lives.
bool is_won(const Tree& tree, TokenRange cue, TokenRange content);

// Whether the announcement and what it announces are words of one quotation: what is said there stands inside
// the quotation's own statement. Not where the quotation marks hold the cue alone.
bool is_spoken_of(const Sheet& sheet, const Draft& draft);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_REFUSED_H_
