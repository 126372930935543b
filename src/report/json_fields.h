// report/json_fields.h — the scalar values of a JSON text, by their paths, as raw bytes.

#ifndef ONRECORD_REPORT_JSON_FIELDS_H_
#define ONRECORD_REPORT_JSON_FIELDS_H_

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/error.h"
#include "onrecord/span.h"

namespace onrecord::report {

enum class JsonKind { string, number, other, null };

struct JsonScalar {
  std::string_view path;  // "story.body"; of the elements of a list, that of the list.
  JsonKind kind = JsonKind::null;
  Span raw;             // In the text; of a string, between its quotation marks.
  bool listed = false;  // In a list, directly or deeper: others may have the same path.
};

// Visits every scalar of `text` in its order, and so finds any fault in it. Fails with bad_json, the place
// being the byte; the caller knows the file.
Result<Ok> visit_json(std::string_view text, const std::function<void(const JsonScalar&)>& visit);

// Where the elements of the list `text` stand. Fails with bad_json; faults inside the elements may pass.
Result<std::vector<Span>> json_elements(std::string_view text);

}  // namespace onrecord::report

#endif  // ONRECORD_REPORT_JSON_FIELDS_H_
