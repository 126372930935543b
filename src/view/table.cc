#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/view.h"
#include "view/event_views.h"
#include "view/layout.h"
#include "view/people.h"
#include "view/place_views.h"
#include "view/positions.h"
#include "view/times.h"
#include "view/vocabulary.h"

namespace onrecord {
namespace {

constexpr std::string_view kBold = "1", kDim = "2", kCyan = "36";
constexpr unsigned kNumber = 3, kForm = 12, kLabel = 4, kGap = 2;
constexpr unsigned kNarrow = 70;  // Below this the form stands on a line of its own.
constexpr unsigned kLeastWords = 20;
constexpr unsigned kIndent = 2;             // Of a statement inside another,
constexpr unsigned kDeepestIndent = 4;      // as often as this.
constexpr std::size_t kMostOtherWords = 5;  // That a speaker is called by.
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
    const std::vector<unsigned> depths = view::depths_of(reading_.statements);
    for (std::size_t i = 0; i < reading_.statements.size(); ++i)
      draw_statement(i + 1, reading_.statements[i], std::min(depths[i], kDeepestIndent) * kIndent);
    draw_events();
    draw_namings();
    draw_speakers();
    draw_times();
    draw_places();
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
    if (!reading_.events.empty()) text += ", " + counted(reading_.events.size(), "event", "events");
    const std::size_t namings = reading_.namings.size(), repairs = reading_.document.repairs().size();
    if (namings > 0) text += ", " + counted(namings, "name given", "names given");
    if (repairs > 0) text += ", " + counted(repairs, "repair", "repairs");
    return text;
  }

  Row row(std::string_view label, const std::optional<Span>& span, std::string_view weight) const {
    if (!span) return {label, "—", "", kDim};
    return {label, view::printable(places_.words(*span)), places_.begin(*span), weight};
  }

  void add(std::vector<Row>& rows, std::string_view label, const std::optional<Span>& span) const {
    if (span) rows.push_back(row(label, span, {}));
  }

  void add_clock(std::vector<Row>& rows, std::string_view label, const Clock& clock) const {
    if (clock.period) rows.push_back({label, view::clock_text(clock), "", kDim});
  }

  // The names of those who speak, unless the speaker's own words hold them already.
  void add_names(std::vector<Row>& rows, const std::vector<std::uint32_t>& entities,
                 const std::optional<Span>& as_written) const {
    std::string_view label = "is";
    for (const std::uint32_t entity : entities) {
      const auto name = view::name_of(reading_, entity);
      if (!name) continue;
      if (as_written && places_.words(*as_written).find(places_.words(*name)) != std::string_view::npos)
        continue;
      rows.push_back(row(std::exchange(label, ""), name, kBold));
    }
  }

  // What stands at the left of the first rows, one a row: what is known of how it is meant, the form, the
  // score.
  static std::vector<std::string> gutter_of(const Statement& statement) {
    std::vector<std::string> gutter;
    const Stance& stance = statement.stance;
    const auto add_known = [&](std::string_view value) {
      if (value != "unknown") gutter.emplace_back(value);
    };
    add_known(to_string(stance.status.value));
    add_known(to_string(stance.act.value));
    if (stance.cue_status.value != CueStatus::made) add_known(to_string(stance.cue_status.value));
    gutter.emplace_back(to_string(statement.form));
    gutter.push_back(fmt::format("{:.2f}", statement.score));
    if (statement.in_heading) gutter.emplace_back("in heading");
    if (statement.inside) gutter.push_back(fmt::format("inside {}", *statement.inside + std::size_t{1}));
    return gutter;
  }

  void draw_statement(std::size_t number, const Statement& statement, unsigned indent) {
    std::vector<Row> rows{row("who", statement.speaker, kBold)};
    add_names(rows, statement.speakers, statement.speaker);
    add(rows, "for", statement.on_behalf_of);
    rows.push_back(row("cue", statement.cue, {}));
    std::string_view label = "what";
    for (const Span content : statement.contents) rows.push_back(row(std::exchange(label, ""), content, {}));
    add(rows, "to", statement.addressee);
    add(rows, "via", statement.channel);
    add(rows, "at", statement.where);
    add(rows, "in", statement.language);
    add(rows, "when", statement.when);
    if (view::worth_showing(statement.said)) add_clock(rows, "said", statement.said);
    add_clock(rows, "due", statement.due);
    draw_record(number, rows, gutter_of(statement), indent);
  }

  void draw_events() {
    std::size_t number = 0;
    for (const view::EventLine& event : view::event_lines(reading_, places_)) {
      if (number == 0) {
        drawn_ += '\n';
        draw_line(painted("Events", kBold));
      }
      std::vector<Row> rows{
          {"who", event.who.empty() ? "—" : event.who, "", event.who.empty() ? kDim : kBold}};
      if (!event.whom.empty()) rows.push_back({"whom", event.whom, ""});
      rows.push_back({"told", event.trigger, places_.begin(event.trigger_span), {}});
      const auto add_words = [&](std::string_view label, const std::string& words) {
        if (!words.empty()) rows.push_back({label, words, ""});
      };
      add_words("also", event.also);
      add_words("at", event.where);
      add_words("when", event.when);
      add_words("many", event.counts);
      add_words("by", event.by);
      add_words("code", event.codes);
      const std::size_t blank = event.type.find(' ');
      std::vector<std::string> gutter{event.status, event.type.substr(0, blank)};
      if (blank != std::string::npos) gutter.push_back(event.type.substr(blank + 1));
      gutter.push_back(fmt::format("{:.2f}", event.score));
      draw_record(++number, rows, gutter, 0);
    }
  }

  void draw_namings() {
    if (reading_.namings.empty()) return;
    drawn_ += '\n';
    draw_line(painted("Names given", kBold));
    std::size_t number = 0;
    for (const Naming& naming : reading_.namings) {
      std::vector<Row> rows;
      if (naming.namer) {
        rows.push_back(row("who", naming.namer, kBold));
        add_names(rows, naming.namers, naming.namer);
      } else {
        rows.push_back({"who", "the report itself", "", kDim});
      }
      add(rows, "cue", naming.cue);
      rows.push_back(row("name", naming.name, kBold));
      rows.push_back(row("of", naming.named, {}));
      draw_record(++number, rows,
                  {naming.quoted ? "quoted name" : "name", fmt::format("{:.2f}", naming.score)}, 0);
    }
  }

  // Who speaks, under which other words, and in which statements.
  void draw_speakers() {
    std::vector<std::string> said(reading_.entities.entities.size());
    for (std::size_t i = 0; i < reading_.statements.size(); ++i) {
      for (const std::uint32_t entity : reading_.statements[i].speakers) {
        if (entity < said.size())
          said[entity] += fmt::format("{}{}", said[entity].empty() ? "" : ", ", i + 1);
      }
    }
    bool first = true;
    for (std::uint32_t i = 0; i < said.size(); ++i) {
      const auto name = view::name_of(reading_, i);
      if (said[i].empty() || !name) continue;
      if (std::exchange(first, false)) {
        drawn_ += '\n';
        draw_line(painted("Speakers", kBold));
      }
      const Entity& entity = reading_.entities.entities[i];
      std::vector<Row> rows{row("who", name, kBold)};
      if (std::string also = other_words(entity, *name); !also.empty())
        rows.push_back({"also", std::move(also), ""});
      const Actor* actor = view::actor_of(reading_, i);
      if (std::string code = actor == nullptr ? "" : view::code_of(*actor); !code.empty())
        rows.push_back({"code", std::move(code), ""});
      rows.push_back({"says", said[i], ""});
      std::vector<std::string> gutter;
      if (entity.kind != EntityKind::unknown) gutter.emplace_back(to_string(entity.kind));
      const std::size_t mentions = entity.mentions.size();
      gutter.push_back(fmt::format("{} {}", mentions, mentions == 1 ? "mention" : "mentions"));
      draw_record(0, rows, gutter, 0);
    }
  }

  void draw_places() {
    std::size_t number = 0;
    bool first = true;
    for (const view::PlaceLine& place : view::place_lines(reading_, places_)) {
      if (std::exchange(first, false)) {
        drawn_ += '\n';
        draw_line(painted("Places", kBold));
      }
      std::vector<Row> rows{{"is", place.name.empty() ? "not known which" : place.name, "", kBold}};
      if (!place.what.empty()) rows.back().words += " · " + place.what;
      if (!place.status.empty()) rows.push_back({"of", "disputed: " + place.status, ""});
      rows.push_back({"as", place.mentions, ""});
      draw_record(place.name.empty() ? 0 : ++number, rows, {}, 0);
    }
  }

  // The other words that stand for `entity`, each once, the first few.
  std::string other_words(const Entity& entity, Span name) const {
    std::vector<std::string_view> seen{places_.words(name)};
    std::string words;
    for (const std::uint32_t mention : entity.mentions) {
      if (seen.size() > kMostOtherWords) break;
      if (mention >= reading_.entities.mentions.size()) continue;
      const std::string_view one = places_.words(reading_.entities.mentions[mention].span);
      if (std::find(seen.begin(), seen.end(), one) != seen.end()) continue;
      seen.push_back(one);
      words += (words.empty() ? "" : " · ") + view::printable(one);
    }
    return words;
  }

  // One record; `number` 0 shows none.
  void draw_record(std::size_t number, const std::vector<Row>& rows, const std::vector<std::string>& gutter,
                   unsigned indent) {
    drawn_ += '\n';
    const std::string numbered =
        std::string(indent, ' ') + view::fill_left(number > 0 ? std::to_string(number) : "", kNumber) + "  ";
    if (style_.width < kNarrow) {
      draw_wrapped_at(numbered, fmt::format("{}", fmt::join(gutter, ", ")));
      draw_rows(rows, {}, std::string(numbered.size(), ' '), 0);
      return;
    }
    draw_rows(rows, gutter, numbered, kForm + kGap);
  }

  void draw_wrapped_at(const std::string& numbered, const std::string& text) {
    const auto taken = static_cast<unsigned>(numbered.size());
    const unsigned width = std::max(style_.width, taken + kLeastWords) - taken;
    std::string before = painted(numbered, kDim);
    for (const std::string& line : view::wrap(text, width))
      draw_line(std::exchange(before, std::string(taken, ' ')) + painted(line, kCyan));
  }

  // Words that tell when, with their days; and once, what keeps them from having any.
  void draw_times() {
    const std::vector<view::TimeRow> times = view::time_rows(reading_);
    if (times.empty()) return;
    drawn_ += '\n';
    draw_line(painted("Times", kBold));
    if (const std::string notice = view::time_notice(reading_); !notice.empty()) draw_wrapped(notice, kDim);
    for (const view::TimeRow& time : times) {
      std::vector<Row> rows{row("time", time.span, kBold)};
      rows.push_back({"is", time.value, ""});
      if (!time.days.empty()) rows.push_back({"days", time.days, ""});
      std::vector<std::string> gutter{time.how};
      if (time.count > 1) gutter.push_back(fmt::format("{} times", time.count));
      draw_record(0, rows, gutter, 0);
    }
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
    const auto taken =
        static_cast<unsigned>(numbered.size()) + gutter_width + kLabel + kGap + kGap + place_width;
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
    for (; drawn < gutter.size(); ++drawn)
      draw_line(std::string(numbered.size(), ' ') + painted(gutter[drawn], kDim));
  }

  std::string place_after(std::string_view words, unsigned words_width, std::string_view place,
                          unsigned place_width) const {
    if (place.empty()) return {};
    const std::string gap =
        view::fill_left("", words_width + kGap - std::min(words_width, view::columns(words)));
    return gap + painted(view::fill_left(place, place_width), kDim);
  }

  const Reading& reading_;
  view::Positions places_;
  const TableStyle& style_;
  std::string drawn_;
};

}  // namespace

std::string to_table(const Reading& reading, const TableStyle& style) { return Table(reading, style).draw(); }

}  // namespace onrecord
