#include "onrecord/report.h"

namespace onrecord {
namespace {

// The digits of text[begin, begin + size) as a number; nothing when there is anything else.
std::optional<unsigned> digits(std::string_view text, std::size_t begin, std::size_t size) {
  unsigned value = 0;
  for (const char digit : text.substr(begin, size)) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(digit - '0');
  }
  return value;
}

}  // namespace

std::optional<std::chrono::year_month_day> parse_date(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (text.size() > 10 && digits(text, 10, 1)) return std::nullopt;
  const auto year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                         std::chrono::month(*month), std::chrono::day(*day)};
  if (!date.ok()) return std::nullopt;
  return date;
}

}  // namespace onrecord
