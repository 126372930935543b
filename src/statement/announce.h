// statement/announce.h — statements that the reader's tags missed and the trees show plainly.

#ifndef ONRECORD_STATEMENT_ANNOUNCE_H_
#define ONRECORD_STATEMENT_ANNOUNCE_H_

#include "statement/sheet.h"

namespace onrecord::statement {

// Announces quotes that no statement has: by a verb beside them whose subject is the speaker ("…," she said),
// by a label or a line end ("Ruiz: …", "— Ana Ruiz"), by a name given ("they call it …"). A quote that
// nothing announces is left: it may be a title, a nickname or a word held at arm's length.
void announce_quotes(Sheet& sheet);

// Adds clauses that a verb of saying with a subject governs, and "according to …".
void announce_clauses(Sheet& sheet);

// Adds clauses that an impersonal verb, a noun or an adjective announces ("it is feared that …", "his claim
// that …", "she is sure that …").
void announce_by_nouns(Sheet& sheet);

// Adds what is announced as a noun phrase: "she rejected the terms", "they called for a ceasefire".
void announce_things(Sheet& sheet);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_ANNOUNCE_H_
