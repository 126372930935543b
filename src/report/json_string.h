// report/json_string.h — what a JSON string says, and which of its bytes say it.

#ifndef ONRECORD_REPORT_JSON_STRING_H_
#define ONRECORD_REPORT_JSON_STRING_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "report/made_text.h"

namespace onrecord::report {

// Reads `raw`, the bytes between a string's quotation marks, which stand at `source`. An escape
// sequence is one replacement; half a surrogate pair reads as U+FFFD. Nothing when an escape is none of
// JSON's.
std::optional<MadeText> unescape_json(std::string_view raw, std::size_t source);

// Whether unescape_json would read `raw`.
bool is_json_string(std::string_view raw);

}  // namespace onrecord::report

#endif  // ONRECORD_REPORT_JSON_STRING_H_
