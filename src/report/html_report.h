// report/html_report.h — a page → a report.

#ifndef ONRECORD_REPORT_HTML_REPORT_H_
#define ONRECORD_REPORT_HTML_REPORT_H_

#include "onrecord/report.h"
#include "report/decode.h"

namespace onrecord::report {

// Fills `report` (its body, map, hints and fields; not its bytes) from the page that is `decoded`. Fails with
// too_deep.
Result<Ok> read_html(const Decoded& decoded, const ReportOptions& options, Report& report);

}  // namespace onrecord::report

#endif  // ONRECORD_REPORT_HTML_REPORT_H_
