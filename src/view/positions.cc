#include "view/positions.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace onrecord::view {
namespace {

constexpr std::size_t kStep = 256;

bool starts_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

std::uint32_t count_code_points(std::string_view text) {
  return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), starts_code_point));
}

// Lines can be told by their bytes only where a line feed is one byte and that byte is nothing else.
bool has_lines(const Report& report) {
  return report.format != ReportFormat::json && report.encoding.find("16") == std::string::npos &&
         report.encoding.find("32") == std::string::npos;
}

bool is_utf8(const Report& report) { return report.encoding.empty() || report.encoding == "UTF-8"; }

std::vector<std::uint32_t> find_line_begins(std::string_view bytes) {
  std::vector<std::uint32_t> begins{0};
  for (std::size_t at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1)) {
    begins.push_back(static_cast<std::uint32_t>(at + 1));
  }
  return begins;
}

}  // namespace

CodePoints::CodePoints(std::string_view text) : text_(text) {
  counts_.reserve(text.size() / kStep + 1);
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += kStep) {
    counts_.push_back(count);
    count += count_code_points(text.substr(at, kStep));
  }
  counts_.push_back(count);
}

std::uint32_t CodePoints::before(std::uint32_t offset) const {
  const std::size_t end = std::min<std::size_t>(offset, text_.size());
  const std::size_t step = end / kStep;
  return counts_[step] + count_code_points(text_.substr(step * kStep, end - step * kStep));
}

Positions::Positions(const Reading& reading)
    : reading_(reading),
      text_points_(reading.document.text()),
      source_points_(is_utf8(reading.report) ? std::string_view(reading.report.bytes) : std::string_view()) {
  if (has_lines(reading.report)) line_begins_ = find_line_begins(reading.report.bytes);
}

Span Positions::code_points(Span span) const {
  return {text_points_.before(span.begin), text_points_.before(span.end)};
}

std::string Positions::byte(std::uint32_t source) const {
  if (line_begins_.empty()) return fmt::format("@{}", source);

  const auto after = std::upper_bound(line_begins_.begin(), line_begins_.end(), source);
  const std::uint32_t line_begin = *(after - 1);  // The first begin is 0: there always is one before.
  const std::uint32_t column = is_utf8(reading_.report)
                                   ? source_points_.before(source) - source_points_.before(line_begin)
                                   : source - line_begin;
  return fmt::format("{}:{}", after - line_begins_.begin(), column + 1);
}

}  // namespace onrecord::view
