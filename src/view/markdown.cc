#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>

#include "onrecord/view.h"
#include "view/layout.h"
#include "view/places.h"
#include "view/vocabulary.h"

namespace onrecord {
namespace {

using view::Places;

// `text` with every character that Markdown would take for markup made plain.
std::string plain(std::string_view text) {
  constexpr std::string_view kMarkup = "\\`*_{}[]<>#|~&!";
  std::string safe;
  for (const char byte : view::printable(text)) {
    if (kMarkup.find(byte) != std::string_view::npos) safe += '\\';
    safe += byte;
  }
  return safe;
}

std::string cited(const Places& places, const std::optional<Span>& span, std::string_view mark) {
  if (!span) return "—";
  return fmt::format("{}{}{} ({})", mark, plain(places.words(*span)), mark, places.begin(*span));
}

std::string head(const Report& report) {
  std::string text = fmt::format("## {}\n\n{}", plain(report.title.empty() ? report.name : report.title),
                                 report.title.empty() ? "" : plain(report.name) + ". ");
  if (!report.outlet.empty()) text += plain(report.outlet) + ". ";
  if (report.published) text += view::to_string(*report.published) + ". ";
  return text;
}

}  // namespace

std::string to_markdown(const Reading& reading) {
  const Places places(reading);
  std::string text = head(reading.report);
  text += fmt::format("{} {}.\n", reading.statements.size(),
                      reading.statements.size() == 1 ? "statement" : "statements");

  std::size_t number = 0;
  for (const Statement& statement : reading.statements) {
    text += fmt::format("\n{}. {} — {} — {}{}\n", ++number, cited(places, statement.speaker, "**"),
                        cited(places, statement.cue, "*"), to_string(statement.form),
                        statement.in_heading ? ", in heading" : "");
    for (const Span content : statement.contents) {
      text += fmt::format("\n   > {}\n", cited(places, content, ""));
    }
  }
  return text;
}

}  // namespace onrecord
