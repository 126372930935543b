#include "view/event_views.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "view/json_times.h"
#include "view/layout.h"
#include "view/people.h"
#include "view/times.h"

namespace onrecord::view {
namespace {

using Json = nlohmann::ordered_json;

double rounded(float score) { return std::round(static_cast<double>(score) * 1000.0) / 1000.0; }

Json pair(Span span) { return Json::array({span.begin, span.end}); }

Json place(const Positions& positions, Span span) {
  return {{"words", positions.words(span)},
          {"bytes", pair(positions.bytes(span))},
          {"chars", pair(positions.code_points(span))}};
}

Json known(std::string_view value) { return value.empty() ? Json(nullptr) : Json(value); }

Json number(const std::optional<std::uint32_t>& index) { return index ? Json(*index) : Json(nullptr); }

Json parties_json(const std::vector<EventParty>& parties, const Positions& positions) {
  Json all = Json::array();
  for (const EventParty& party : parties) {
    Json one = place(positions, party.span);
    one["entity"] = number(party.entity);
    one["actor"] = number(party.actor);
    one["country"] = known(party.country);
    one["score"] = rounded(party.score);
    all.push_back(std::move(one));
  }
  return all;
}

Json counts_json(const std::vector<EventCount>& counts, const Positions& positions) {
  Json all = Json::array();
  for (const EventCount& count : counts) {
    all.push_back({{"kind", to_string(count.kind)},
                   {"low", count.low},
                   {"high", count.high ? Json(*count.high) : Json(nullptr)},
                   {"approximate", count.approximate},
                   {"at", place(positions, count.words)}});
  }
  return all;
}

Json mentions_json(const Event& event, const Positions& positions) {
  Json all = Json::array();
  for (const EventMention& mention : event.mentions) {
    Json one = place(positions, mention.trigger);
    one["score"] = rounded(mention.score);
    all.push_back(std::move(one));
  }
  return all;
}

std::string parties_text(const Reading& reading, const Positions& positions,
                         const std::vector<EventParty>& parties) {
  std::string text;
  for (const EventParty& party : parties) {
    text += (text.empty() ? "" : " · ") + printable(positions.words(party.span));
    if (!party.actor || *party.actor >= reading.actors.size()) continue;
    const std::string code = code_of(reading.actors[*party.actor]);
    if (!code.empty()) text += " (" + code + ")";
  }
  return text;
}

std::string grouped(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, 1, ',');
  return text;
}

std::string place_text(const Reading& reading, const Positions& positions, std::uint32_t mention) {
  if (mention >= reading.places.mentions.size()) return {};
  const PlaceMention& at = reading.places.mentions[mention];
  std::string text = printable(positions.words(at.span));
  if (!at.place) return text;
  const Place& place = reading.places.places[*at.place];
  if (place.name != text)
    text += " (" + place.name + (place.country.empty() ? "" : ", " + place.country) + ")";
  else if (!place.country.empty() && place.kind != PlaceKind::country)
    text += " (" + place.country + ")";
  return text;
}

}  // namespace

std::string count_text(const EventCount& count) {
  const std::string_view about = count.approximate && count.high ? "about " : "";
  const std::string kind(to_string(count.kind));
  if (!count.high) return fmt::format("at least {} {}", grouped(count.low), kind);
  if (*count.high == count.low) return fmt::format("{}{} {}", about, grouped(count.low), kind);
  if (count.low == 0) return fmt::format("at most {} {}", grouped(*count.high), kind);
  return fmt::format("{}{} to {} {}", about, grouped(count.low), grouped(*count.high), kind);
}

Json events_json(const Reading& reading, const Positions& positions) {
  Json all = Json::array();
  for (const Event& event : reading.events) {
    Json contexts = Json::array();
    for (const std::string_view context : event.contexts) contexts.push_back(context);
    all.push_back(
        {{"type", to_string(event.type)},
         {"mode", known(event.mode)},
         {"contexts", std::move(contexts)},
         {"cameo", known(event.cameo)},
         {"score", rounded(event.type_score)},
         {"status",
          {{"value", to_string(event.status)},
           {"score", rounded(event.status_score)},
           {"evidence", event.status_evidence ? place(positions, *event.status_evidence) : Json(nullptr)}}},
         {"vouched_by", number(event.vouched_by)},
         {"mentions", mentions_json(event, positions)},
         {"clearest", event.clearest},
         {"agents", parties_json(event.agents, positions)},
         {"recipients", parties_json(event.recipients, positions)},
         {"place", number(event.place)},
         {"happened", clock_json(event.happened)},
         {"counts", counts_json(event.counts, positions)}});
  }
  return all;
}

std::vector<EventLine> event_lines(const Reading& reading, const Positions& positions) {
  std::vector<EventLine> lines;
  for (const Event& event : reading.events) {
    EventLine line;
    line.type = to_string(event.type);
    if (!event.mode.empty()) line.type += " " + std::string(event.mode);
    line.status = to_string(event.status);
    line.who = parties_text(reading, positions, event.agents);
    line.whom = parties_text(reading, positions, event.recipients);
    for (std::uint32_t i = 0; i < event.mentions.size(); ++i) {
      const Span span = event.mentions[i].trigger;
      const std::string words = printable(positions.words(span));
      if (i == event.clearest) {
        line.trigger = words;
        line.trigger_span = span;
      } else {
        line.also += fmt::format("{}{} {}", line.also.empty() ? "" : " · ", words, positions.begin(span));
      }
    }
    if (event.place) line.where = place_text(reading, positions, *event.place);
    if (event.happened.period) line.when = clock_text(event.happened);
    for (const EventCount& count : event.counts)
      line.counts += (line.counts.empty() ? "" : ", ") + count_text(count);
    if (event.vouched_by) line.by = fmt::format("statement {}", *event.vouched_by + 1);
    if (!event.cameo.empty()) line.codes = "CAMEO " + std::string(event.cameo);
    for (const std::string_view context : event.contexts)
      line.codes += (line.codes.empty() ? "" : " · ") + std::string(context);
    line.score = event.type_score;
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string events_markdown(const Reading& reading, const Positions& positions) {
  std::string text;
  std::size_t number = 0;
  for (const EventLine& line : event_lines(reading, positions)) {
    if (number == 0) text += "\n### Events\n\n";
    text += fmt::format("{}. **{}** {}: {}{}{}", ++number, line.type, line.status,
                        line.who.empty() ? "somebody" : plain(line.who),
                        line.whom.empty() ? "" : " → " + plain(line.whom),
                        fmt::format(" (“{}”, {})", plain(line.trigger), positions.begin(line.trigger_span)));
    if (!line.where.empty()) text += "; " + plain(line.where);
    if (!line.when.empty()) text += "; " + line.when;
    if (!line.counts.empty()) text += "; " + line.counts;
    text += line.by.empty() ? "\n" : "; by " + line.by + "\n";
  }
  return text;
}

}  // namespace onrecord::view
