// gazetteer/gazetteer.h — places of the world and what they are called.

#ifndef ONRECORD_GAZETTEER_GAZETTEER_H_
#define ONRECORD_GAZETTEER_GAZETTEER_H_

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "gazetteer/file.h"
#include "gazetteer/key.h"
#include "onrecord/error.h"
#include "onrecord/place.h"

namespace onrecord::gazetteer {

inline constexpr std::uint16_t kNowhere = 0xFFFF;  // No country, no division.
inline constexpr std::uint32_t kNoPlace = 0xFFFFFFFF;

// How a name leads to its place. The numbers stand in the file.
enum class Lead : std::uint8_t {
  name = 0,
  other = 1,         // An older or foreign name of a town, a fuller one of a division.
  abbreviation = 2,  // "U.S.", "Calif."
  postal = 3,        // "CA": never by itself.
  adjective = 4,     // "Ukrainian"
  people = 5,        // "Ukrainians"
  seat = 6,          // "the Kremlin": of the country's government.
  bare = 7,          // "Kharkiv" for the division "Kharkiv Oblast".
};

struct Candidate {
  std::uint32_t place = kNoPlace;
  Lead lead = Lead::name;
};

// What the file tells of one place.
struct Entry {
  std::int64_t id = 0;
  PlaceKind kind = PlaceKind::unknown;
  std::string_view name;
  double latitude = 0, longitude = 0;
  std::uint32_t population = 0;
  std::uint16_t country = kNowhere, admin1 = kNowhere;  // Numbers of this file.
  std::uint8_t rank = 0;    // 7 country, 6 capital, 5 of a division, … 0 part of a town.
  std::uint16_t reach = 0;  // In km.
};

struct Dispute {
  std::string_view de_jure, administered_by, claimed_by;
  std::uint32_t since = 0;  // The year; 0: not known.
};

// Some places, in the order of the file; a place called so at most once. A view of the file, cheap to copy
// however many there are.
class Candidates {
 public:
  Candidates() = default;
  Candidates(const Rows<std::uint32_t>* leads, std::uint32_t first, std::uint32_t end)
      : leads_(leads), first_(first), end_(end) {}
  std::uint32_t size() const { return end_ - first_; }
  bool empty() const { return first_ == end_; }
  Candidate operator[](std::uint32_t index) const {
    const std::uint32_t lead = (*leads_)[first_ + index];
    return {lead & 0xFFFFFFU, static_cast<Lead>(lead >> 24U)};
  }
  // The first `most` of them.
  Candidates front(std::uint32_t most) const { return {leads_, first_, first_ + std::min(size(), most)}; }
  // Of this name, among the names of the file; none: 0.
  std::uint32_t number() const { return first_; }

 private:
  const Rows<std::uint32_t>* leads_ = nullptr;
  std::uint32_t first_ = 0, end_ = 0;
};

// Maps the file. Immutable: one serves any number of threads.
class Gazetteer {
 public:
  // Fails with gazetteer_missing, gazetteer_damaged or gazetteer_unknown.
  static Result<std::shared_ptr<const Gazetteer>> open(const std::string& path);

  std::uint32_t size() const { return static_cast<std::uint32_t>(file_.places.size()); }
  Entry entry(std::uint32_t place) const;
  const Folds& folds() const { return folds_; }

  // Those whose name has this key (make_key, make_exact_key).
  Candidates find(std::string_view key) const;

  std::string_view alpha2(std::uint16_t country) const;
  std::string_view alpha3(std::uint16_t country) const;
  std::uint32_t place_of_country(std::uint16_t country) const;
  std::uint32_t capital_of(std::uint16_t country) const;
  std::uint32_t place_of_admin1(std::uint16_t admin1) const;
  std::string_view code_of_admin1(std::uint16_t admin1) const;

  std::optional<Dispute> dispute(std::uint32_t place) const;
  // The country in which those of `viewpoint` ("ru") see the place, where it is another than its own.
  std::optional<std::uint16_t> seen_in(std::string_view viewpoint, std::uint32_t place) const;

 private:
  explicit Gazetteer(File file);

  File file_;
  Folds folds_;
};

}  // namespace onrecord::gazetteer

#endif  // ONRECORD_GAZETTEER_GAZETTEER_H_
