#include "place/support.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>

namespace onrecord::place {
namespace {

constexpr double kEarth = 12742.0;  // Its diameter, km.
constexpr float kInTown = 0.5F;     // How far a town speaks for its country, against the country's own name.

float value_of(const std::vector<float>& values, std::uint16_t number) {
  return number < values.size() ? std::max(0.0F, values[number]) : 0.0F;
}

void add_to(std::vector<float>& values, std::uint16_t number, float weight) {
  if (number == gazetteer::kNowhere) return;
  if (number >= values.size()) values.resize(std::size_t{number} + 1);
  values[number] += weight;
}

std::size_t first_slot(std::int32_t number, std::size_t size) {
  return (static_cast<std::uint32_t>(number) * 2654435769U >> 7U) & (size - 1);
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

void Support::expect(std::size_t places) {
  // Two for each: the one taken first and the one taken later.
  squares_.assign(std::bit_ceil(4 * places + 16), Square{});
}

void Support::clear() {
  std::fill(countries_.begin(), countries_.end(), 0.0F);
  std::fill(admin1_.begin(), admin1_.end(), 0.0F);
  std::fill(squares_.begin(), squares_.end(), Square{});
}

Support::Square& Support::find(std::int32_t number) {
  std::size_t slot = first_slot(number, squares_.size());
  while (squares_[slot].number != number && squares_[slot].number >= 0)
    slot = (slot + 1) & (squares_.size() - 1);
  squares_[slot].number = number;
  return squares_[slot];
}

float Support::weight_of(std::int32_t number) const {
  std::size_t slot = first_slot(number, squares_.size());
  while (squares_[slot].number >= 0) {
    if (squares_[slot].number == number) return std::max(0.0F, squares_[slot].weight);
    slot = (slot + 1) & (squares_.size() - 1);
  }
  return 0;
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
  add_to(countries_, entry.country, sign * weight * (is_country ? 1.0F : kInTown));
  add_to(admin1_, entry.admin1, sign * weight * (is_division ? 1.0F : kInTown));
  if (entry.kind == PlaceKind::city || entry.kind == PlaceKind::admin2)
    find(square(static_cast<float>(entry.latitude), static_cast<float>(entry.longitude), 0, 0)).weight +=
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
        evidence.near += weight_of(square(one.latitude, one.longitude, down, right)) *
                         (down == 0 && right == 0 ? 1.0F : 0.6F);
    }
  }
  return evidence;
}

}  // namespace onrecord::place
