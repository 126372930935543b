// report/json_report.h — one JSON object → a report.

#ifndef ONRECORD_REPORT_JSON_REPORT_H_
#define ONRECORD_REPORT_JSON_REPORT_H_

#include <string>
#include <string_view>

#include "onrecord/report.h"
#include "report/decode.h"

namespace onrecord::report {

// Fills `report` (its body, map and fields; not its bytes) from the object that is `decoded`. Fails with
// bad_json, missing_field or bad_option.
Result<Ok> read_json(const Decoded& decoded, const ReportOptions& options, Report& report);

}  // namespace onrecord::report

#endif  // ONRECORD_REPORT_JSON_REPORT_H_
