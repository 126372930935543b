#include "eval/seed_places.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "eval/place_score.h"

namespace onrecord::eval {
namespace {

using nlohmann::json;

std::string text_of(const json& from, const char* key) {
  const auto found = from.find(key);
  return found != from.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// The first thing that is not as expected; empty when all is.
std::string fault_of(const Place& place, const json& expected) {
  if (place.country != text_of(expected, "country")) return "country " + place.country;
  const std::string is = text_of(expected, "is");
  const auto says = [&](const char* words) { return is.find(words) != std::string::npos; };
  if (is == "country" && place.kind != PlaceKind::country)
    return "kind " + std::string(to_string(place.kind));
  if (says("self-proclaimed") && place.kind != PlaceKind::self_proclaimed)
    return "kind " + std::string(to_string(place.kind));
  if (says("disputed") && !place.disputed()) return "not disputed";
  if (expected.contains("lat") && expected.contains("lon") && expected.contains("within_km")) {
    const double off = km_between(expected["lat"].get<double>(), expected["lon"].get<double>(),
                                  place.latitude, place.longitude);
    if (off > expected["within_km"].get<double>()) return fmt::format("{:.0f} km off", off);
  }
  return {};
}

}  // namespace

Figures measure_seed_places(const Reading& reading, std::string_view text, std::ostream& out) {
  const json record = json::parse(text, nullptr, false);
  if (!record.is_object() || !record.contains("places") || !record["places"].is_array()) return {};
  double right = 0;
  for (const json& expected : record["places"]) {
    const std::string words = text_of(expected, "text");
    std::string found = "(nothing)";
    for (const PlaceMention& mention : reading.places.mentions) {
      if (!mention.place || reading.document.text(mention.span) != words) continue;
      const Place& place = reading.places.places[*mention.place];
      const std::string fault = fault_of(place, expected);
      found =
          fmt::format("{}{} | {} | {} | {}{}", fault.empty() ? "" : fault + ": ", place.name, place.country,
                      to_string(place.kind), to_string(mention.use), place.disputed() ? " | disputed" : "");
      if (!fault.empty()) continue;
      right += 1;
      found.insert(0, "RIGHT ");
      break;
    }
    out << fmt::format("place {:<28} {}\n", words, found);
  }
  const auto all = static_cast<double>(record["places"].size());
  out << fmt::format("{:.0f} of {:.0f} places\n", right, all);
  return {{"seed.places.right", right}, {"seed.places.expected", all}};
}

}  // namespace onrecord::eval
