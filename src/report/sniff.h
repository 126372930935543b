// report/sniff.h — what some bytes are, told by looking at them.

#ifndef ONRECORD_REPORT_SNIFF_H_
#define ONRECORD_REPORT_SNIFF_H_

#include <string>
#include <string_view>

#include "onrecord/report.h"

namespace onrecord::report {

// not_text when `bytes` are no text in any encoding; `bytes` may be the head of a longer file.
Result<Ok> check_is_text(std::string_view bytes, const std::string& name);

// The form of a text, already in UTF-8, by how it begins and what the file is called.
ReportFormat format_of(std::string_view text, std::string_view name);

// `name` without .gz or .zst ends with `ending`, in any case.
bool has_ending(std::string_view name, std::string_view ending);

// Skips white space and a byte order mark.
std::string_view skip_blank(std::string_view text);

bool is_utf16_without_mark(std::string_view bytes, bool& big_endian);

}  // namespace onrecord::report

#endif  // ONRECORD_REPORT_SNIFF_H_
