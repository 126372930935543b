// Reads arbitrary bytes as a report, under each kind of name, and holds every report that comes out to its
// promises: each byte of the body leads back into the bytes, spans stand inside and on character boundaries,
// hints are in order.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "onrecord/report.h"

namespace {

using onrecord::Report;
using onrecord::Span;

void require(bool holds) {
  if (!holds) std::abort();
}

bool is_boundary(std::string_view text, std::uint32_t offset) {
  return offset == text.size() || !onrecord::base::is_continuation(text[offset]);
}

void check_map(const Report& report) {
  std::uint32_t made = 0;
  for (const auto& run : report.body_map.runs()) {
    require(run.made == made);
    require(std::uint64_t{run.source} + run.source_size <= report.bytes.size());
    made += run.made_size;
  }
  require(made == report.body.size());
  constexpr std::uint32_t kLook = 4096;  // Looked up one by one.
  for (std::uint32_t i = 0; i < made && i < kLook; ++i) {
    const Span bytes = report.body_map.to_source({i, i + 1});
    require(bytes.begin <= bytes.end && bytes.end <= report.bytes.size());
  }
}

void check_report(const Report& report) {
  require(!report.body.empty());
  require(onrecord::base::find_invalid_utf8(report.body) == std::string_view::npos);
  require(onrecord::base::find_invalid_utf8(report.title) == std::string_view::npos);
  check_map(report);
  std::uint32_t before = 0;
  for (const auto& hint : report.hints) {
    require(before <= hint.span.begin && hint.span.begin < hint.span.end &&
            hint.span.end <= report.body.size());
    require(is_boundary(report.body, hint.span.begin) && is_boundary(report.body, hint.span.end));
    before = hint.span.end;
  }
  for (const auto& repair : report.repairs) {
    require(repair.source.begin <= repair.source.end && repair.source.end <= report.bytes.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  onrecord::ReportOptions options;
  options.max_bytes = 1U << 20;
  for (const char* name : {"fuzz", "fuzz.html", "fuzz.json"}) {
    const auto report = onrecord::read_report(name, bytes, options);
    if (report)
      check_report(*report);
    else
      require(!report.error().message.empty() && report.error().file == name);
  }
  return 0;
}
