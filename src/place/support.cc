#include "place/support.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace onrecord::place {
namespace {

constexpr double kEarth = 12742.0;  // Its diameter, km.
constexpr float kInTown = 0.5F;     // How far a town speaks for its country, against the country's own name.

template <typename Map, typename Key>
float value_of(const Map& map, Key key) {
  const auto found = map.find(key);
  return found == map.end() ? 0.0F : std::max(0.0F, found->second);
}

}  // namespace

double distance_km(const gazetteer::Entry& one, const gazetteer::Entry& other) {
  constexpr double kRadian = std::numbers::pi / 180.0;
  const double down = std::sin((other.latitude - one.latitude) * kRadian / 2);
  const double right = std::sin((other.longitude - one.longitude) * kRadian / 2);
  const double part =
      down * down + std::cos(one.latitude * kRadian) * std::cos(other.latitude * kRadian) * right * right;
  return kEarth * std::asin(std::min(1.0, std::sqrt(part)));
}

void Support::clear() {
  countries_.clear();
  admin1_.clear();
  squares_.clear();
}

std::int32_t Support::square(float latitude, float longitude, int down, int right) {
  const auto row = static_cast<std::int32_t>(std::floor(latitude)) + 90 + down;
  const auto column = (static_cast<std::int32_t>(std::floor(longitude)) + 540 + right) % 360;
  return row * 360 + column;
}

void Support::add(std::uint32_t place, float weight, float sign) {
  if (place == gazetteer::kNoPlace) return;
  const gazetteer::Entry entry = gazetteer_.entry(place);
  const bool is_country = entry.kind == PlaceKind::country;
  const bool is_division = entry.kind == PlaceKind::admin1;
  if (entry.country != gazetteer::kNowhere)
    countries_[entry.country] += sign * weight * (is_country ? 1.0F : kInTown);
  if (entry.admin1 != gazetteer::kNowhere)
    admin1_[entry.admin1] += sign * weight * (is_division ? 1.0F : kInTown);
  if (entry.kind == PlaceKind::city || entry.kind == PlaceKind::admin2)
    squares_[square(static_cast<float>(entry.latitude), static_cast<float>(entry.longitude), 0, 0)] +=
        sign * weight;
}

Evidence Support::evidence(const Scored& one) const {
  Evidence evidence;
  if (one.country != gazetteer::kNowhere && one.kind != PlaceKind::country)
    evidence.country = value_of(countries_, one.country);
  if (one.kind == PlaceKind::country) evidence.country = 0.5F * value_of(countries_, one.country);
  if (one.admin1 != gazetteer::kNowhere) evidence.admin1 = value_of(admin1_, one.admin1);
  if (one.kind == PlaceKind::city || one.kind == PlaceKind::admin2) {
    for (int down = -1; down <= 1; ++down) {
      for (int right = -1; right <= 1; ++right)
        evidence.near += value_of(squares_, square(one.latitude, one.longitude, down, right)) *
                         (down == 0 && right == 0 ? 1.0F : 0.6F);
    }
  }
  return evidence;
}

}  // namespace onrecord::place
