// statement/whom_for.h — for whom a speaker speaks.

#ifndef ONRECORD_STATEMENT_WHOM_FOR_H_
#define ONRECORD_STATEMENT_WHOM_FOR_H_

#include <optional>

#include "onrecord/span.h"
#include "syntax/tree.h"

namespace onrecord::statement {

// "his" of "his office", "the ministry" of "a spokesman for the ministry" and of "the ministry's spokesman".
// Nothing when the words of `speaker` do not tell.
std::optional<Span> whom_for(const syntax::Tree& tree, Span speaker);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_WHOM_FOR_H_
