#include "eval/place_score.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace onrecord::eval {
namespace {

constexpr double kNear = 161.0;  // Km: what the field calls near enough.
constexpr double kEarth = 12742.0;

const Place* place_of(const Places& places, std::size_t index) {
  if (index >= places.mentions.size() || !places.mentions[index].place) return nullptr;
  return &places.places[*places.mentions[index].place];
}

void score_found(const std::vector<GoldToponym>& gold, const Places& found, PlaceCounts& counts) {
  std::vector<std::size_t> counted;
  for (std::size_t i = 0; i < found.mentions.size(); ++i) {
    if (counts_as_toponym(found.mentions[i])) counted.push_back(i);
  }
  counts.gold += static_cast<std::uint32_t>(gold.size());
  counts.found += static_cast<std::uint32_t>(counted.size());
  std::size_t from = 0;
  for (const GoldToponym& one : gold) {
    while (from < counted.size() && found.mentions[counted[from]].span.end <= one.span.begin) ++from;
    bool met = false;
    for (std::size_t i = from; i < counted.size() && found.mentions[counted[i]].span.begin < one.span.end;
         ++i) {
      met = true;
      if (!(found.mentions[counted[i]].span == one.span)) continue;
      ++counts.exact;
      const Place* const place = place_of(found, counted[i]);
      if (place != nullptr && one.id && place->id == *one.id) ++counts.through;
    }
    if (met) ++counts.met_gold;
  }
  for (const std::size_t index : counted) {
    const Span span = found.mentions[index].span;
    if (std::ranges::any_of(gold, [&](const GoldToponym& one) { return one.span.overlaps(span); }))
      ++counts.met_found;
  }
}

}  // namespace

void PlaceCounts::add(const PlaceCounts& other) {
  gold += other.gold;
  found += other.found;
  exact += other.exact;
  met_gold += other.met_gold;
  met_found += other.met_found;
  with_id += other.with_id;
  right += other.right;
  near += other.near;
  without_id += other.without_id;
  none += other.none;
  through += other.through;
  seconds += other.seconds;
  bytes += other.bytes;
}

double km_between(double latitude, double longitude, double other_latitude, double other_longitude) {
  constexpr double kRadian = std::numbers::pi / 180.0;
  const double down = std::sin((other_latitude - latitude) * kRadian / 2);
  const double right = std::sin((other_longitude - longitude) * kRadian / 2);
  const double part =
      down * down + std::cos(latitude * kRadian) * std::cos(other_latitude * kRadian) * right * right;
  return kEarth * std::asin(std::min(1.0, std::sqrt(part)));
}

bool counts_as_toponym(const PlaceMention& mention) {
  return mention.use != PlaceUse::in_name || mention.place;
}

bool is_right(const GoldToponym& gold, const Places& given, std::size_t index) {
  const Place* const place = place_of(given, index);
  return gold.id ? place != nullptr && place->id == *gold.id : place == nullptr;
}

void score_places(const std::vector<GoldToponym>& gold, const Places& found, const Places& given,
                  PlaceCounts& counts) {
  score_found(gold, found, counts);
  for (std::size_t i = 0; i < gold.size(); ++i) {
    const Place* const place = place_of(given, i);
    if (!gold[i].id) {
      ++counts.without_id;
      if (place == nullptr) ++counts.none;
      continue;
    }
    ++counts.with_id;
    if (is_right(gold[i], given, i)) ++counts.right;
    if (place == nullptr) continue;
    const double off = km_between(gold[i].latitude, gold[i].longitude, place->latitude, place->longitude);
    if (place->id == *gold[i].id || off <= kNear) ++counts.near;
  }
}

}  // namespace onrecord::eval
