// statement/aside.h — sentences that are parted by their announcement.

#ifndef ONRECORD_STATEMENT_ASIDE_H_
#define ONRECORD_STATEMENT_ASIDE_H_

#include <cstddef>

#include "statement/sheet.h"

namespace onrecord::statement {

// Gives `draft` the part of its sentence behind the announcement when the part before it is no clause of its
// own: "In 2023, she said, the mill had burned."
void complete_aside(Sheet& sheet, std::size_t draft);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_ASIDE_H_
