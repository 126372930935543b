// statement/tagged.h — from the attributions that the reader tagged to drafts.

#ifndef ONRECORD_STATEMENT_TAGGED_H_
#define ONRECORD_STATEMENT_TAGGED_H_

#include "statement/sheet.h"

namespace onrecord::statement {

// One draft for each attribution of the tags, cut as doc/statements.md says.
void take_attributions(Sheet& sheet);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_TAGGED_H_
