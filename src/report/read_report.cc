#include "report/read_report.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/input.h"
#include "report/decode.h"
#include "report/html_report.h"
#include "report/json_report.h"
#include "report/sniff.h"

namespace onrecord {
namespace report {
namespace {

Error nothing_to_read(const char* message) {
  return {ErrorCode::empty_report, message, "", "", "Leave it out, or check how it was fetched."};
}

Result<Ok> read_text(Decoded& decoded, Report& report) {
  normalize_line_ends(decoded.made);
  report.body = std::move(decoded.made.text);
  report.body_map = std::move(decoded.made.map);
  return Ok{};
}

Result<Ok> read_body(Decoded& decoded, const ReportOptions& options, Report& report) {
  switch (report.format) {
    case ReportFormat::json:
      return read_json(decoded, options, report);
    case ReportFormat::html:
      return read_html(decoded, options, report);
    case ReportFormat::text:
      break;
  }
  return read_text(decoded, report);
}

}  // namespace

std::uint64_t limit_of(const ReportOptions& options) {
  return std::min<std::uint64_t>(options.max_bytes, std::numeric_limits<std::uint32_t>::max());
}

Result<Report> read_unpacked(std::string name, std::string bytes, const ReportOptions& options,
                             std::optional<ReportFormat> format) {
  if (bytes.size() > limit_of(options)) return fail(base::too_large("", limit_of(options)));
  if (bytes.empty()) return fail(nothing_to_read("the report is empty: it has no bytes"));
  if (auto text = check_is_text(bytes, ""); !text) return fail(text.error());
  auto decoded = decode(bytes, "");
  if (!decoded) return fail(decoded.error());

  Report report;
  report.format = format ? *format : format_of(decoded->made.text, name);
  report.name = std::move(name);
  report.encoding = std::move(decoded->encoding);
  report.repairs = std::move(decoded->repairs);
  if (auto read = read_body(*decoded, options, report); !read) return fail(read.error());
  if (skip_blank(report.body).empty())
    return fail(nothing_to_read("the report is empty: there is no text in it"));
  report.bytes = std::move(bytes);
  return report;
}

}  // namespace report

Result<Report> read_report(std::string name, std::string bytes, const ReportOptions& options) {
  const auto fail_in = [&name](Error error) {
    error.file = name;
    return fail(std::move(error));
  };
  if (base::compression_of(bytes) != base::Compression::none) {
    std::string plain;
    auto unpacked = base::Input::of_memory(bytes, name).read_all(plain, report::limit_of(options));
    if (!unpacked) return fail_in(std::move(unpacked.error()));
    bytes = std::move(plain);
  }
  auto read = report::read_unpacked(name, std::move(bytes), options);
  if (!read) return fail_in(std::move(read.error()));
  return read;
}

}  // namespace onrecord
