// statement/find_statements.h — the one verb of this room.

#ifndef ONRECORD_STATEMENT_FIND_STATEMENTS_H_
#define ONRECORD_STATEMENT_FIND_STATEMENTS_H_

#include <vector>

#include "onrecord/statement.h"
#include "syntax/tree.h"

namespace onrecord::statement {

// The statements of the document of `tree`, in order of their first byte. Never fails: what cannot be read
// yields nothing. Every statement passes check().
std::vector<Statement> find_statements(const syntax::Tree& tree);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_FIND_STATEMENTS_H_
