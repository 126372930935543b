// statement/no_reports.h — the table data/lexicon/en/no_reports.tsv, and what it refuses: words of saying
// that tell of no speech.

#ifndef ONRECORD_STATEMENT_NO_REPORTS_H_
#define ONRECORD_STATEMENT_NO_REPORTS_H_

#include <string_view>

#include "statement/sheet.h"

namespace onrecord::statement {

// Whether a form or base form of `word` stands in the class `of` of the table.
bool is_listed(const Tree& tree, std::string_view of, Word word);

// Whether `draft` is what somebody does, or what a thing is like, and no report: the neural reader tags some.
bool is_no_report(const Sheet& sheet, const Draft& draft);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_NO_REPORTS_H_
