// actor_table/codes.h — what may stand in a column of countries or of sectors.

#ifndef ONRECORD_ACTOR_TABLE_CODES_H_
#define ONRECORD_ACTOR_TABLE_CODES_H_

#include <optional>
#include <string_view>
#include <vector>

#include "onrecord/actor.h"

namespace onrecord::actor_table {

// ISO 3166-1 alpha-3, XKX, and PLOVER's codes for who is of no country: those of data/actors/codes.tsv.
bool is_country(std::string_view code);
// Whether a country's code is one of PLOVER's for who is of none.
bool is_supranational(std::string_view code);

std::optional<Sector> find_sector(std::string_view code);
// The sector that CAMEO's role code stands for: JRN for "MED", MED for "HLH".
std::optional<Sector> find_cameo_role(std::string_view code);

// "REB,PTY"; nothing when one of them is no sector's code. Empty: none.
std::optional<std::vector<Sector>> parse_sectors(std::string_view list);

}  // namespace onrecord::actor_table

#endif  // ONRECORD_ACTOR_TABLE_CODES_H_
