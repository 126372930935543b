#include "view/place_views.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "view/layout.h"

namespace onrecord::view {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostMentions = 6;  // Of one place, shown to people.

double rounded(double value, double steps) { return std::round(value * steps) / steps; }

Json known(const std::string& value) { return value.empty() ? Json(nullptr) : Json(value); }

Json status(const Place& place) {
  if (!place.disputed()) return nullptr;
  return {{"de_jure", known(place.de_jure)},
          {"administered_by", known(place.administered_by)},
          {"claimed_by", known(place.claimed_by)}};
}

std::string status_words(const Place& place) {
  std::string words;
  const auto add = [&](std::string_view label, const std::string& value) {
    if (!value.empty()) words += fmt::format("{}{} {}", words.empty() ? "" : ", ", label, value);
  };
  if (!place.disputed()) return words;
  add("de jure", place.de_jure);
  add("administered by", place.administered_by);
  add("claimed by", place.claimed_by);
  return words;
}

}  // namespace

Json places_json(const Reading& reading) {
  Json all = Json::array();
  for (const Place& place : reading.places.places) {
    const bool unknown = place.kind == PlaceKind::unknown;
    all.push_back({{"name", place.name},
                   {"kind", unknown ? Json(nullptr) : Json(to_string(place.kind))},
                   {"id", place.id},
                   {"country", known(place.country)},
                   {"admin1", known(place.admin1)},
                   {"latitude", rounded(place.latitude, 1e5)},
                   {"longitude", rounded(place.longitude, 1e5)},
                   {"radius_km", rounded(static_cast<double>(place.radius_km), 10)},
                   {"population", place.population},
                   {"status", status(place)}});
  }
  return all;
}

Json place_mentions_json(const Reading& reading, const Positions& positions) {
  Json all = Json::array();
  for (const PlaceMention& mention : reading.places.mentions) {
    const Span bytes = positions.bytes(mention.span), chars = positions.code_points(mention.span);
    const bool unknown = mention.use == PlaceUse::unknown;
    all.push_back({{"words", positions.words(mention.span)},
                   {"bytes", {bytes.begin, bytes.end}},
                   {"chars", {chars.begin, chars.end}},
                   {"use", unknown ? Json(nullptr) : Json(to_string(mention.use))},
                   {"use_score", rounded(static_cast<double>(mention.use_score), 1000)},
                   {"somewhere", rounded(static_cast<double>(mention.somewhere), 1000)},
                   {"place", mention.place ? Json(*mention.place) : Json(nullptr)},
                   {"place_score", rounded(static_cast<double>(mention.place_score), 1000)},
                   {"rule", mention.rule.empty() ? Json(nullptr) : Json(mention.rule)}});
  }
  return all;
}

std::vector<PlaceLine> place_lines(const Reading& reading, const Positions& positions) {
  const Places& places = reading.places;
  std::vector<PlaceLine> lines(places.places.size() + 1);
  std::vector<std::size_t> counts(lines.size());
  for (const PlaceMention& mention : places.mentions) {
    const std::size_t at =
        mention.place && *mention.place < places.places.size() ? *mention.place : places.places.size();
    if (++counts[at] > kMostMentions) continue;
    lines[at].mentions += fmt::format("{}{}, {} {}", lines[at].mentions.empty() ? "" : " · ",
                                      printable(positions.words(mention.span)), to_string(mention.use),
                                      positions.begin(mention.span));
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (counts[i] > kMostMentions)
      lines[i].mentions += fmt::format(" · and {} more", counts[i] - kMostMentions);
    if (i == places.places.size()) break;
    const Place& place = places.places[i];
    lines[i].name = printable(place.name);
    lines[i].what =
        fmt::format("{}{}{}", to_string(place.kind), place.country.empty() ? "" : ", ", place.country);
    lines[i].status = status_words(place);
  }
  if (lines.back().mentions.empty()) lines.pop_back();
  return lines;
}

std::string places_markdown(const Reading& reading, const Positions& positions) {
  std::string text;
  for (const PlaceLine& line : place_lines(reading, positions)) {
    if (text.empty()) text = "\n### Places\n\n";
    text += line.name.empty() ? "- not known which: "
                              : fmt::format("- **{}** ({}): ", plain(line.name), line.what);
    text += plain(line.mentions);
    if (!line.status.empty()) text += fmt::format(". Disputed: {}", line.status);
    text += '\n';
  }
  return text;
}

}  // namespace onrecord::view
