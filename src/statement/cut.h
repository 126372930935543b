// statement/cut.h — where a content, a cue and a speaker begin and end. The rules stand in doc/statements.md.

#ifndef ONRECORD_STATEMENT_CUT_H_
#define ONRECORD_STATEMENT_CUT_H_

#include <cstddef>
#include <vector>

#include "onrecord/span.h"
#include "statement/sheet.h"
#include "syntax/tree.h"

namespace onrecord::statement {

// `content` with whole quotations: one that it cuts is taken in entirely, one that it only touches with a
// mark is left out. Never reaches into `fixed` (the cue and speaker of the same statement) or into the words
// of other drafts.
Span snap_to_quotes(const Sheet& sheet, std::size_t draft, Span content, const std::vector<Span>& fixed);

// Without the commas, colons, dashes and full stops at its edges that belong to the sentence around it. May
// be empty.
Span trim_content(const Sheet& sheet, Span content);

// Without quotation marks and punctuation at its edges; a closing comma stays when it ends a parenthesis
// inside.
Span trim_speaker(const Sheet& sheet, Span speaker);

// With the comma right after it, when that closes a parenthesis ("Ana Ruiz, the mayor, said").
Span with_closing_comma(const Sheet& sheet, Span speaker);

// The words under the noun `head` that say who it is: no relative clause that only adds, no clause beside it.
TokenRange speaker_words(const Tree& tree, Word head);

// The verb with the auxiliaries, negation and adverbs that stand in one run before it, and a particle after
// it.
TokenRange cue_words(const Tree& tree, Word verb);

// With the colon right after it: it announces too.
TokenRange with_colon(const Tree& tree, TokenRange cue);

// The words of the clause under `head`, without the stretch `hole`: one or two parts.
std::vector<TokenRange> clause_words(const Tree& tree, Word head, TokenRange hole);

// Where the clause under `head` ends when another is joined to it behind a comma, with a subject of its own
// and no "that": "she said it was safe, and | I left". The end of the clause when none is.
Word end_of_clause(const Tree& tree, Word head);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_CUT_H_
