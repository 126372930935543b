// onrecord/place.h — where, and what a place's name stands for.
//
// A mention is typed before it is resolved: "Moscow" may be a city, a government or part of a newspaper's
// name. To which place of the gazetteer it leads is said with a score, and "none" is an answer.
//
// The numbers of all enumerations are stored in ledgers: append only, never renumber.

#ifndef ONRECORD_PLACE_H_
#define ONRECORD_PLACE_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/span.h"

namespace onrecord {

// What a mention of a place stands for.
enum class PlaceUse : std::uint8_t {
  unknown = 0,
  place = 1,     // Somewhere: "fighting in Kherson"
  actor = 2,     // A government, a people, a team: "Moscow denied it"
  demonym = 3,   // Those from there: "the Ukrainians"
  modifier = 4,  // "Ukrainian forces", "Kyiv police"
  in_name = 5,   // Part of a longer name: "the Washington Post", "the Donetsk People's Republic"
  facility = 6,  // "Heathrow", "the Azovstal plant"
  dateline = 7,  // "KYIV (Reuters) —": where the report was written, not where anything happened.
};

enum class PlaceKind : std::uint8_t {
  unknown = 0,
  continent = 1,
  country = 2,
  region_of_countries = 3,  // "the Balkans", "the Middle East"
  admin1 = 4,               // State, province, oblast.
  admin2 = 5,               // County, district.
  city = 6,                 // Any settlement.
  region = 7,               // "Donbas", "Crimea": an area of one or more countries that no office bounds.
  water = 8,
  self_proclaimed = 9,  // "the Luhansk People's Republic", "South Ossetia"
  facility = 10,
};

// One place of the gazetteer. Points are WGS 84 degrees; the country is of the viewpoint that was chosen.
struct Place {
  std::int64_t id = 0;  // GeoNames' id; negative: a row of onrecord's own table.
  PlaceKind kind = PlaceKind::unknown;
  std::string name;
  std::string country;  // ISO 3166-1 alpha-3: "UKR"; empty: of none or of several.
  std::string admin1;   // GeoNames' code within the country: "14"; empty when not known.
  double latitude = 0, longitude = 0;
  float radius_km = 0;  // How far from the point a place of that kind and size reaches.
  std::uint64_t population = 0;
  // Of disputed places; empty otherwise. ISO 3166-1 alpha-3, or the name of a self-proclaimed entity.
  std::string de_jure;          // By the United Nations' view.
  std::string administered_by;  // Who holds it, as of the table's date.
  std::string claimed_by;       // Others who claim it, joined by "+".
  bool disputed() const { return !administered_by.empty() || !claimed_by.empty(); }
};

struct PlaceMention {
  Span span;  // In Document::text().
  TokenRange words;
  PlaceUse use = PlaceUse::unknown;
  float use_score = 0;  // In [0, 1].
  float somewhere =
      0;  // In [0, 1]: how likely it stands for somewhere rather than for someone, of modifiers too.
  std::optional<std::uint32_t> place = {};  // Index into Places::places; none: not known which.
  float place_score = 0;                    // In [0, 1].
  std::string_view rule = {};  // What decided: "inside what is named beside it", …; of static duration.
};

// The places of one report.
struct Places {
  std::vector<PlaceMention> mentions;  // In order of their first byte.
  std::vector<Place> places;           // Each once, in order of first mention.
};

std::string_view to_string(PlaceUse value);
std::string_view to_string(PlaceKind value);

}  // namespace onrecord

#endif  // ONRECORD_PLACE_H_
