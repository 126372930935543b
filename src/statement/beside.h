// statement/beside.h — what stands at the edges of a quotation and beside it.

#ifndef ONRECORD_STATEMENT_BESIDE_H_
#define ONRECORD_STATEMENT_BESIDE_H_

#include <string_view>

#include "statement/sheet.h"

namespace onrecord::statement {

bool is_mark(std::string_view word);
bool is_stop(char c);  // . ? !

// First word from `word` on (within `end`) that is neither punctuation nor a mark; `end` when there is none.
Word next_word(const Tree& tree, Word word, Word end);

// Whether `word` is a verb that may announce a quotation.
bool announces(const Tree& tree, Word word);

bool is_dash(std::string_view word);

bool begins_with_capital(std::string_view word);

// The name that signs a quotation, from `first` on: "— Ana Ruiz", "— Ana Ruiz, in a letter". Empty when it is
// none.
TokenRange signature(const Tree& tree, Word first, Word end);

// "All Bets Are Off": the heading of a section or the title of a work, by its capitals.
bool is_title(std::string_view text);

// Whether `text` begins with a label of capitals: "RUIZ: …", as in the transcript of a talk.
bool is_labelled(std::string_view text);

// Blocks whose words are nobody's statement: advertisements, bylines, datelines.
bool is_silent(BlockKind kind);

// The last character within the quotation marks; 0 when there is none.
char last_inside(const Sheet& sheet, const Quote& quote);

// Whether `quote` names a work that `verb` made: She wrote "The Quiet Field".
bool is_work_of(const Sheet& sheet, const Quote& quote, Word verb);

// Whether a sentence begins with `quote`.
bool begins_sentence(const Sheet& sheet, const Quote& quote);

// Whether the text stops with `quote`: nothing of its sentence stands after it.
bool ends_sentence(const Sheet& sheet, const Quote& quote);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_BESIDE_H_
