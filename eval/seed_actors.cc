#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "eval/actors.h"
#include "eval/seed.h"

namespace onrecord::eval {
namespace {

std::string small(std::string_view text) {
  std::string low;
  for (const char c : text) low += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return low;
}

std::string field(const nlohmann::json& from, const char* name) {
  const auto found = from.find(name);
  return found != from.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<std::uint32_t> entity_called(const Reading& reading, const std::string& words) {
  const std::size_t at = reading.document.text().find(words);
  if (at == std::string_view::npos) return std::nullopt;
  const auto begin = static_cast<std::uint32_t>(at);
  return entity_at(reading, {begin, begin + static_cast<std::uint32_t>(words.size())});
}

// The seed writes CAMEO's roles: "MED" for an outlet.
bool has_sector(const Actor& actor, const std::string& role) {
  if (cameo_role(actor.sector) == role) return true;
  for (const Sector more : actor.more_sectors) {
    if (cameo_role(more) == role) return true;
  }
  return false;
}

}  // namespace

Result<Figures> measure_seed_actors(const Reading& reading, const std::string& json, const std::string& name,
                                    Talk talk) {
  const auto parsed = nlohmann::json::parse(json, nullptr, false);
  if (!parsed.is_object() || !parsed.contains("actors") || !parsed["actors"].is_array())
    return fail({ErrorCode::bad_json, "no list \"actors\"", name});
  std::size_t right = 0, all = 0;
  talk.out << fmt::format("{:<30} {:<6} {:<5} {:<7} {:<5} {:<5} {}\n", "seed's actor", "", "code", "sector",
                          "role", "same", "found");
  for (const auto& each : parsed["actors"]) {
    ++all;
    const std::string text = field(each, "text"), same = field(each, "same_as");
    const auto entity = entity_called(reading, text);
    const Actor* actor = entity ? actor_of(reading, *entity) : nullptr;
    const Actor none;
    const Actor& found = actor != nullptr ? *actor : none;
    const std::string role =
        found.role ? small(normalised(reading.document.text(*found.role))) : std::string();
    const bool code = field(each, "code").empty() || found.country == field(each, "code");
    const bool sector = field(each, "sector").empty() || has_sector(found, field(each, "sector"));
    const bool has_role =
        field(each, "role").empty() || role.find(small(field(each, "role"))) != std::string::npos;
    const bool one = same.empty() || entity_called(reading, same) == entity;
    const bool row_right = actor != nullptr && code && sector && has_role && one;
    right += row_right ? 1 : 0;
    const auto mark = [](bool yes) { return yes ? "yes" : "-"; };
    talk.out << fmt::format("{:<30} {:<6} {:<5} {:<7} {:<5} {:<5} {} {} | {}\n", text.substr(0, 30),
                            row_right ? "RIGHT" : "", mark(code), mark(sector), mark(has_role), mark(one),
                            found.country.empty() ? "-" : found.country, to_string(found.sector), role);
  }
  talk.out << fmt::format("{} of {} of the seed's actors\n", right, all);
  return Figures{{"seed.actors.right", static_cast<double>(right)},
                 {"seed.actors.expected", static_cast<double>(all)}};
}

}  // namespace onrecord::eval
