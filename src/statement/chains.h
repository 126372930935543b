// statement/chains.h — reports within reports.

#ifndef ONRECORD_STATEMENT_CHAINS_H_
#define ONRECORD_STATEMENT_CHAINS_H_

#include <vector>

#include "onrecord/statement.h"
#include "statement/sheet.h"

namespace onrecord::statement {

// Reads the contents of `statements`, which were made from `outermost`, again, and what is found there once
// more, and appends it with its `inside` set; first of all what `outermost` holds back. The outer ones keep
// all of their contents. `statements` do not overlap each other in cues and contents.
void add_chains(const Sheet& outermost, std::vector<Statement>& statements);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_CHAINS_H_
