#include "view/vocabulary.h"

#include <fmt/format.h>

namespace onrecord::view {

std::string_view to_string(BlockKind kind) {
  switch (kind) {
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::headline:
      return "headline";
    case BlockKind::subheadline:
      return "subheadline";
    case BlockKind::caption:
      return "caption";
    case BlockKind::promo:
      return "promo";
    case BlockKind::dateline:
      return "dateline";
    case BlockKind::byline:
      return "byline";
    case BlockKind::correction:
      return "correction";
    case BlockKind::list_item:
      return "list_item";
  }
  return "unknown";
}

std::string_view to_string(ReportFormat format) {
  switch (format) {
    case ReportFormat::text:
      return "text";
    case ReportFormat::html:
      return "html";
    case ReportFormat::json:
      return "json";
  }
  return "unknown";
}

std::string_view to_string(Repair::Kind kind) {
  switch (kind) {
    case Repair::Kind::encoding:
      return "encoding";
    case Repair::Kind::mojibake:
      return "mojibake";
    case Repair::Kind::control:
      return "control";
    case Repair::Kind::soft_hyphen:
      return "soft_hyphen";
    case Repair::Kind::broken_word:
      return "broken_word";
    case Repair::Kind::hard_wrap:
      return "hard_wrap";
    case Repair::Kind::paragraph_break:
      return "paragraph_break";
  }
  return "unknown";
}

std::string to_string(std::chrono::year_month_day date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

}  // namespace onrecord::view
