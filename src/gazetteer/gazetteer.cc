#include "gazetteer/gazetteer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace onrecord::gazetteer {
namespace {

// Codes of two and three letters live in the mapped file, so views of them need no copy; which is why
// they are looked up by address below and not through Rows.
template <std::size_t kSize>
std::string_view code(const File& file, std::uint16_t country, std::size_t offset) {
  if (country >= file.countries.size()) return {};
  return {file.countries.address(country) + offset, kSize};
}

}  // namespace

Gazetteer::Gazetteer(File file) : file_(std::move(file)) {
  for (std::size_t i = 0; i < file_.folds.size(); ++i) {
    const FoldRow row = file_.folds[i];
    folds_.add(row.letter, {row.reads_as, row.alike != 0});
  }
}

Result<std::shared_ptr<const Gazetteer>> Gazetteer::open(const std::string& path) {
  auto file = open_file(path);
  if (!file) return fail(std::move(file.error()));
  return std::shared_ptr<const Gazetteer>(new Gazetteer(std::move(*file)));
}

Entry Gazetteer::entry(std::uint32_t place) const {
  const PlaceRow row = file_.places[place];
  Entry entry;
  if (place >= size()) return entry;
  entry.id = row.id;
  entry.kind = row.kind <= static_cast<std::uint8_t>(PlaceKind::facility) ? static_cast<PlaceKind>(row.kind)
                                                                          : PlaceKind::unknown;
  entry.name = file_.text(row.name);
  entry.latitude = row.latitude * 1e-5;
  entry.longitude = row.longitude * 1e-5;
  entry.population = row.population;
  entry.country = row.country;
  entry.admin1 = row.admin1;
  entry.rank = row.rank;
  entry.reach = row.reach;
  return entry;
}

Candidates Gazetteer::find(std::string_view key) const {
  const std::uint64_t wanted = hash(key);
  const auto bucket = static_cast<std::size_t>(wanted >> 48U);
  const auto middle = static_cast<std::uint32_t>(wanted >> 16U);
  std::uint32_t low = file_.buckets[bucket];
  const std::uint32_t end = file_.buckets[bucket + 1];
  while (low < end && file_.names[low].hash < middle) ++low;  // A bucket holds five or so.
  if (low == end || file_.names[low].hash != middle) return {};
  const auto leads = static_cast<std::uint32_t>(file_.leads.size());
  const std::uint32_t first = std::min(file_.names[low].first, leads);
  return {&file_.leads, first, std::clamp(file_.names[low + std::size_t{1}].first, first, leads)};
}

std::string_view Gazetteer::alpha2(std::uint16_t country) const { return code<2>(file_, country, 0); }

std::string_view Gazetteer::alpha3(std::uint16_t country) const { return code<3>(file_, country, 2); }

std::uint32_t Gazetteer::place_of_country(std::uint16_t country) const {
  return country < file_.countries.size() ? file_.countries[country].place : kNoPlace;
}

std::uint32_t Gazetteer::capital_of(std::uint16_t country) const {
  return country < file_.countries.size() ? file_.countries[country].capital : kNoPlace;
}

std::uint32_t Gazetteer::place_of_admin1(std::uint16_t admin1) const {
  return admin1 < file_.divisions.size() ? file_.divisions[admin1].place : kNoPlace;
}

std::string_view Gazetteer::code_of_admin1(std::uint16_t admin1) const {
  return admin1 < file_.divisions.size() ? file_.text(file_.divisions[admin1].code) : std::string_view();
}

std::optional<Dispute> Gazetteer::dispute(std::uint32_t place) const {
  for (std::size_t i = 0; i < file_.disputes.size(); ++i) {  // Some sixty.
    const DisputeRow row = file_.disputes[i];
    if (row.place == place)
      return Dispute{file_.text(row.de_jure), file_.text(row.administered_by), file_.text(row.claimed_by),
                     row.since};
  }
  return std::nullopt;
}

std::optional<std::uint16_t> Gazetteer::seen_in(std::string_view viewpoint, std::uint32_t place) const {
  for (std::size_t i = 0; i < file_.views.size(); ++i) {
    const ViewRow row = file_.views[i];
    if (row.place == place && std::string_view(row.viewpoint.data(), row.viewpoint.size()) == viewpoint)
      return row.country;
  }
  return std::nullopt;
}

}  // namespace onrecord::gazetteer
