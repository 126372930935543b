// statement/join.h — the parts of one quotation brought together.

#ifndef ONRECORD_STATEMENT_JOIN_H_
#define ONRECORD_STATEMENT_JOIN_H_

#include <cstddef>

#include "statement/sheet.h"

namespace onrecord::statement {

// Gives `draft` the other parts of its quotation: the one before its announcement, the ones right after it in
// the same paragraph, and those that go on in the next paragraphs with the mark reopened.
void complete_quotation(Sheet& sheet, std::size_t draft);

// Quotations that were given to `draft` with a link but are records of their own become continuations of it.
void part_continuations(Sheet& sheet, std::size_t draft);

// Quotes without any announcement: further ones of the same speaker become continuations, paragraphs that are
// nothing but a quote become statements of an unknown speaker, all others are left.
void take_unannounced(Sheet& sheet);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_JOIN_H_
