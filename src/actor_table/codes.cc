#include "actor_table/codes.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "actor_table/built_in.h"
#include "lexicon/table.h"

namespace onrecord::actor_table {
namespace {

const lexicon::Table& codes() {
  static const lexicon::Table table(built_in_codes());
  return table;
}

constexpr auto kLast = static_cast<std::uint8_t>(Sector::SOC);

// CAMEO's role codes that PLOVER writes otherwise, or has merged into another.
constexpr std::pair<std::string_view, Sector> kOfCameo[] = {
    {"MED", Sector::JRN}, {"HLH", Sector::MED}, {"INS", Sector::REB}, {"SEP", Sector::REB},
    {"ENV", Sector::SOC}, {"HRI", Sector::SOC}, {"NGO", Sector::SOC}, {"PPL", Sector::CVL},
    {"TRD", Sector::BUS}, {"CIV", Sector::CVL}, {"CHR", Sector::REL}, {"MUS", Sector::REL},
    {"JEW", Sector::REL}, {"HIN", Sector::REL}, {"BUD", Sector::REL}, {"MOS", Sector::REL},
    {"CTH", Sector::REL}};

}  // namespace

bool is_country(std::string_view code) { return code != "code" && codes().find(code).has_value(); }

bool is_supranational(std::string_view code) { return codes().find(code) == "PLOVER"; }

std::optional<Sector> find_sector(std::string_view code) {
  if (code.empty()) return std::nullopt;
  for (std::uint8_t number = 1; number <= kLast; ++number) {
    const auto sector = static_cast<Sector>(number);
    if (to_string(sector) == code) return sector;
  }
  return std::nullopt;
}

std::optional<Sector> find_cameo_role(std::string_view code) {
  for (const auto& [role, sector] : kOfCameo) {
    if (role == code) return sector;
  }
  return find_sector(code);
}

std::optional<std::vector<Sector>> parse_sectors(std::string_view list) {
  std::vector<Sector> sectors;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    const auto sector = find_sector(list.substr(0, comma));
    if (!sector) return std::nullopt;
    sectors.push_back(*sector);
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return sectors;
}

}  // namespace onrecord::actor_table
