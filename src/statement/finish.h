// statement/finish.h — from a draft to a statement.

#ifndef ONRECORD_STATEMENT_FINISH_H_
#define ONRECORD_STATEMENT_FINISH_H_

#include <cstdint>

#include "onrecord/statement.h"
#include "statement/sheet.h"

namespace onrecord::statement {

// With its form and whether it stands in a heading; without circumstances.
Statement finish(const Sheet& sheet, const Draft& draft);

// Where the statement begins, for their order.
std::uint32_t first_byte(const Statement& statement);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_FINISH_H_
