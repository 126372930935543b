#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/view.h"
#include "view/layout.h"
#include "view/places.h"
#include "view/vocabulary.h"

namespace onrecord {
namespace {

constexpr std::string_view kBold = "1", kDim = "2", kCyan = "36";
constexpr unsigned kNumber = 3, kForm = 12, kLabel = 4, kGap = 2;
constexpr unsigned kNarrow = 70;  // Below this the form stands on a line of its own.
constexpr unsigned kLeastWords = 20;
constexpr std::size_t kLongestRepair = 80;  // Bytes.

// One label, the words under it and the place where they stand.
struct Row {
  std::string_view label;
  std::string words;
  std::string place;
  std::string_view weight = {};  // How the words are drawn.
};

class Table {
 public:
  Table(const Reading& reading, const TableStyle& style)
      : reading_(reading), places_(reading), style_(style) {}

  std::string draw() {
    draw_head();
    for (std::size_t i = 0; i < reading_.statements.size(); ++i)
      draw_statement(i + 1, reading_.statements[i]);
    draw_repairs();
    return std::move(drawn_);
  }

 private:
  std::string painted(std::string_view text, std::string_view ink) const {
    if (!style_.colour || ink.empty() || text.empty()) return std::string(text);
    return fmt::format("\x1b[{}m{}\x1b[0m", ink, text);
  }

  void draw_line(std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    drawn_ += line;
    drawn_ += '\n';
  }

  void draw_wrapped(const std::string& text, std::string_view ink) {
    for (const std::string& line : view::wrap(text, std::max(style_.width, kLeastWords)))
      draw_line(painted(line, ink));
  }

  void draw_head() {
    const Report& report = reading_.report;
    std::string source = view::printable(report.name);
    if (!report.outlet.empty()) source += " · " + view::printable(report.outlet);
    if (report.published) source += " · " + view::to_string(*report.published);
    draw_wrapped(source, kBold);
    if (!report.title.empty()) draw_wrapped(view::printable(report.title), {});
    draw_wrapped(summary(), kDim);
  }

  std::string summary() const {
    const auto counted = [](std::size_t count, std::string_view one, std::string_view many) {
      return fmt::format("{} {}", count, count == 1 ? one : many);
    };
    std::string text = counted(reading_.statements.size(), "statement", "statements") + " in " +
                       counted(reading_.tags.sentences.size(), "sentence", "sentences");
    const std::size_t repairs = reading_.document.repairs().size();
    if (repairs > 0) text += ", " + counted(repairs, "repair", "repairs");
    return text;
  }

  Row row(std::string_view label, const std::optional<Span>& span, std::string_view weight) const {
    if (!span) return {label, "—", "", kDim};
    return {label, view::printable(places_.words(*span)), places_.begin(*span), weight};
  }

  // What stands at the left of the first rows, one a row.
  static std::vector<std::string> gutter_of(const Statement& statement) {
    std::vector<std::string> gutter{std::string(to_string(statement.form)),
                                    fmt::format("{:.2f}", statement.score)};
    if (statement.in_heading) gutter.emplace_back("in heading");
    return gutter;
  }

  void draw_statement(std::size_t number, const Statement& statement) {
    std::vector<Row> rows{row("who", statement.speaker, kBold), row("cue", statement.cue, {})};
    for (const Span content : statement.contents) rows.push_back(row("what", content, {}));
    for (std::size_t i = 3; i < rows.size(); ++i) rows[i].label = "";

    drawn_ += '\n';
    std::vector<std::string> gutter = gutter_of(statement);
    const std::string numbered = view::fill_left(std::to_string(number), kNumber) + "  ";
    if (style_.width < kNarrow) {
      draw_line(painted(numbered, kDim) + painted(fmt::format("{}", fmt::join(gutter, ", ")), kCyan));
      draw_rows(rows, {}, std::string(kNumber + kGap, ' '), 0);
      return;
    }
    draw_rows(rows, gutter, numbered, kForm + kGap);
  }

  // The words that the file spells otherwise. Joined lines and the like are only counted: there may be
  // thousands.
  void draw_repairs() {
    bool first = true;
    for (const Repair& repair : reading_.document.repairs()) {
      const bool of_a_word =
          repair.kind == Repair::Kind::broken_word || repair.kind == Repair::Kind::mojibake;
      if (!of_a_word || repair.reads_as.size() > kLongestRepair) continue;
      if (std::exchange(first, false)) drawn_ += '\n';
      const Row row{"read", view::printable(repair.reads_as), places_.byte(repair.source.begin)};
      const bool narrow = style_.width < kNarrow;
      draw_rows({row}, {narrow ? "" : std::string(repair_name(repair.kind))},
                std::string(kNumber + kGap, ' '), narrow ? 0 : kForm + kGap);
    }
  }

  static std::string_view repair_name(Repair::Kind kind) {
    return kind == Repair::Kind::broken_word ? "broken word" : "mojibake";
  }

  void draw_rows(const std::vector<Row>& rows, const std::vector<std::string>& gutter,
                 const std::string& numbered, unsigned gutter_width) {
    unsigned place_width = 0;
    for (const Row& row : rows) place_width = std::max(place_width, view::columns(row.place));
    const unsigned taken = kNumber + kGap + gutter_width + kLabel + kGap + kGap + place_width;
    const unsigned words_width = std::max(style_.width, taken + kLeastWords) - taken;

    std::size_t drawn = 0;
    for (const Row& row : rows) {
      const std::vector<std::string> lines = view::wrap(row.words, words_width);
      for (std::size_t i = 0; i < lines.size(); ++i, ++drawn) {
        const std::string beside = drawn < gutter.size() ? gutter[drawn] : std::string();
        draw_line(painted(drawn == 0 ? numbered : std::string(numbered.size(), ' '), kDim) +
                  painted(view::fill_right(beside, gutter_width), drawn == 0 ? kCyan : kDim) +
                  painted(view::fill_right(i == 0 ? row.label : "", kLabel + kGap), kDim) +
                  painted(lines[i], row.weight) +
                  (i == 0 ? place_after(lines[i], words_width, row.place, place_width) : std::string()));
      }
    }
  }

  std::string place_after(std::string_view words, unsigned words_width, std::string_view place,
                          unsigned place_width) const {
    if (place.empty()) return {};
    const std::string gap =
        view::fill_left("", words_width + kGap - std::min(words_width, view::columns(words)));
    return gap + painted(view::fill_left(place, place_width), kDim);
  }

  const Reading& reading_;
  view::Places places_;
  const TableStyle& style_;
  std::string drawn_;
};

}  // namespace

std::string to_table(const Reading& reading, const TableStyle& style) { return Table(reading, style).draw(); }

}  // namespace onrecord
