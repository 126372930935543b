// report/read_report.h — one report out of its bytes, its form known or not.

#ifndef ONRECORD_REPORT_READ_REPORT_H_
#define ONRECORD_REPORT_READ_REPORT_H_

#include <optional>
#include <string>

#include "onrecord/report.h"

namespace onrecord::report {

// What options.max_bytes comes to: spans count in 32 bits.
std::uint64_t limit_of(const ReportOptions& options);

// `bytes` are not packed. Errors carry no file name: the caller adds it.
Result<Report> read_unpacked(std::string name, std::string bytes, const ReportOptions& options,
                             std::optional<ReportFormat> format = std::nullopt);

}  // namespace onrecord::report

#endif  // ONRECORD_REPORT_READ_REPORT_H_
