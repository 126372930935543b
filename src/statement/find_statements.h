// statement/find_statements.h — the one verb of this room.

#ifndef ONRECORD_STATEMENT_FIND_STATEMENTS_H_
#define ONRECORD_STATEMENT_FIND_STATEMENTS_H_

#include <vector>

#include "onrecord/document.h"
#include "onrecord/statement.h"
#include "onrecord/tags.h"

namespace onrecord::statement {

// The statements of `document`, in order of their first byte. `tags` must be those of this document. Never
// fails: what cannot be read yields nothing. Every statement passes check().
std::vector<Statement> find_statements(const Document& document, const Tags& tags);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_FIND_STATEMENTS_H_
