#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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

using view::plain;
using view::Positions;

std::string cited(const Positions& positions, const std::optional<Span>& span, std::string_view mark) {
  if (!span) return "—";
  return fmt::format("{}{}{} ({})", mark, plain(positions.words(*span)), mark, positions.begin(*span));
}

std::string head(const Report& report) {
  std::string text = fmt::format("## {}\n\n{}", plain(report.title.empty() ? report.name : report.title),
                                 report.title.empty() ? "" : plain(report.name) + ". ");
  if (!report.outlet.empty()) text += plain(report.outlet) + ". ";
  if (report.published) text += view::to_string(*report.published) + ". ";
  return text;
}

// "**He** (9:1), Kyrylo Budanov": the speaker as written, and their names where the words do not hold them.
std::string speaker(const Reading& reading, const Positions& positions, const std::optional<Span>& as_written,
                    const std::vector<std::uint32_t>& entities) {
  std::string text = cited(positions, as_written, "**");
  for (const std::uint32_t entity : entities) {
    const auto name = view::name_of(reading, entity);
    if (!name) continue;
    if (as_written && positions.words(*as_written).find(positions.words(*name)) != std::string_view::npos)
      continue;
    text += ", " + plain(positions.words(*name));
  }
  return text;
}

// What is known of how it is meant, its form, and what it stands in.
std::string manner(const Statement& statement) {
  std::string text;
  const auto add_known = [&](std::string_view value, std::string_view mark) {
    if (value != "unknown") text += fmt::format("{0}{1}{0}, ", mark, value);
  };
  add_known(to_string(statement.stance.status.value), "**");
  add_known(to_string(statement.stance.act.value), "");
  if (statement.stance.cue_status.value != CueStatus::made)
    add_known(to_string(statement.stance.cue_status.value), "");
  text += to_string(statement.form);
  if (statement.in_heading) text += ", in heading";
  if (statement.inside) text += fmt::format(", inside {}", *statement.inside + std::size_t{1});
  return text;
}

// "for his office (3:4); to Reuters (3:20)"; empty when nothing of it is known.
std::string circumstances(const Positions& positions, const Statement& statement) {
  std::string text;
  const auto add = [&](std::string_view label, const std::optional<Span>& span) {
    if (span) text += fmt::format("{}{} {}", text.empty() ? "" : "; ", label, cited(positions, span, ""));
  };
  add("for:", statement.on_behalf_of);
  add("to:", statement.addressee);
  add("via:", statement.channel);
  add("at:", statement.where);
  add("language:", statement.language);
  add("when:", statement.when);
  const auto add_clock = [&](std::string_view label, const Clock& clock) {
    if (clock.period)
      text += fmt::format("{}{} {}", text.empty() ? "" : "; ", label, view::clock_text(clock));
  };
  if (view::worth_showing(statement.said)) add_clock("said:", statement.said);
  add_clock("due:", statement.due);
  return text;
}

std::string names_given(const Reading& reading, const Positions& positions) {
  if (reading.namings.empty()) return {};
  std::string text = "\n### Names given\n\n";
  std::size_t number = 0;
  for (const Naming& naming : reading.namings) {
    text += fmt::format("{}. {} — {} — {} for {}\n", ++number,
                        naming.namer ? speaker(reading, positions, naming.namer, naming.namers)
                                     : std::string("the report itself"),
                        cited(positions, naming.cue, "*"), cited(positions, naming.name, "**"),
                        cited(positions, naming.named, ""));
  }
  return text;
}

std::string speakers(const Reading& reading, const Positions& positions) {
  std::vector<std::string> said(reading.entities.entities.size());
  for (std::size_t i = 0; i < reading.statements.size(); ++i) {
    for (const std::uint32_t entity : reading.statements[i].speakers) {
      if (entity < said.size()) said[entity] += fmt::format("{}{}", said[entity].empty() ? "" : ", ", i + 1);
    }
  }
  std::string text;
  for (std::uint32_t i = 0; i < said.size(); ++i) {
    const Entity& entity = reading.entities.entities[i];
    const auto name = view::name_of(reading, i);
    if (said[i].empty() || !name) continue;
    if (text.empty()) text = "\n### Speakers\n\n";
    const Actor* actor = view::actor_of(reading, i);
    const std::string code = actor == nullptr ? "" : plain(view::code_of(*actor));
    text += fmt::format("- {}{}{}{}{}: {}\n", cited(positions, name, "**"),
                        entity.kind == EntityKind::unknown ? "" : ", ",
                        entity.kind == EntityKind::unknown ? "" : to_string(entity.kind),
                        code.empty() ? "" : ", ", code, said[i]);
  }
  return text;
}

std::string times(const Reading& reading, const Positions& positions) {
  std::string text;
  for (const view::TimeRow& time : view::time_rows(reading)) {
    if (text.empty()) text = "\n### Times\n\n";
    text += fmt::format("- {}: {}{}{} — {}{}\n", cited(positions, time.span, "**"), plain(time.value),
                        time.days.empty() ? "" : ", ", time.days, time.how,
                        time.count > 1 ? fmt::format(", {} times", time.count) : "");
  }
  if (const std::string notice = view::time_notice(reading); !notice.empty())
    text += "\n" + plain(notice) + "\n";
  return text;
}

}  // namespace

std::string to_markdown(const Reading& reading) {
  const Positions positions(reading);
  std::string text = head(reading.report);
  text += fmt::format("{} {}.\n", reading.statements.size(),
                      reading.statements.size() == 1 ? "statement" : "statements");

  std::size_t number = 0;
  for (const Statement& statement : reading.statements) {
    text += fmt::format("\n{}. {} — {} — {}\n", ++number,
                        speaker(reading, positions, statement.speaker, statement.speakers),
                        cited(positions, statement.cue, "*"), manner(statement));
    for (const Span content : statement.contents) {
      text += fmt::format("\n   > {}\n", cited(positions, content, ""));
    }
    if (const std::string round = circumstances(positions, statement); !round.empty())
      text += fmt::format("\n   {}\n", round);
  }
  return text + names_given(reading, positions) + speakers(reading, positions) +
         view::events_markdown(reading, positions) + view::places_markdown(reading, positions) +
         times(reading, positions);
}

}  // namespace onrecord
