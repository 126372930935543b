// statement/addressee.h — verbs that say to whom.

#ifndef ONRECORD_STATEMENT_ADDRESSEE_H_
#define ONRECORD_STATEMENT_ADDRESSEE_H_

#include <optional>

#include "onrecord/statement.h"
#include "statement/phrase.h"

namespace onrecord::statement {

// The verb of the announcement: the last one in `cue`; else its last noun. Nothing for "according to" and
// marks.
std::optional<Word> announcing_word(const Tree& tree, TokenRange cue);

// Whether `verb` takes whom it is said to as its object: "told the inquiry".
bool takes_addressee(const Tree& tree, Word verb);

// "called on | the government to resign": whom it is asked of is the addressee, not part of the content.
void take_addressee_out(const Tree& tree, Statement& statement);

// "The driver was told | that …": who was told is the addressee, not part of the content.
void take_told_out(const Tree& tree, Statement& statement);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_ADDRESSEE_H_
