// statement/circumstances.h — to whom, through what, where, in what language, when and for whom something was
// said.

#ifndef ONRECORD_STATEMENT_CIRCUMSTANCES_H_
#define ONRECORD_STATEMENT_CIRCUMSTANCES_H_

#include "onrecord/statement.h"
#include "syntax/tree.h"

namespace onrecord::statement {

// Fills in what the words round the announcement of `statement` tell of it, each outside its cue and
// contents. Whom a content begins with when it is asked of them ("called on [the government] to resign") is
// taken out of that content: it is the addressee.
// Nothing outside `bounds` tells of it: a report within a report stays within the content of the outer one.
void add_circumstances(const syntax::Tree& tree, Span bounds, Statement& statement);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_CIRCUMSTANCES_H_
