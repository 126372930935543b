// place/support.h — what the other places of a report say for one: its country, its division, its neighbours.

#ifndef ONRECORD_PLACE_SUPPORT_H_
#define ONRECORD_PLACE_SUPPORT_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "gazetteer/gazetteer.h"

namespace onrecord::place {

// A candidate with what is weighed of it.
struct Scored {
  std::uint32_t place = gazetteer::kNoPlace;
  std::uint16_t country = gazetteer::kNowhere, admin1 = gazetteer::kNowhere;
  PlaceKind kind = PlaceKind::unknown;
  std::uint8_t rank = 0;
  float latitude = 0, longitude = 0;
  float alone = 0;  // Without regard to the others.
  bool beside = false;
};

struct Evidence {
  float country = 0, admin1 = 0, near = 0;
};

double distance_km(const gazetteer::Entry& one, const gazetteer::Entry& other);

// Counts places as they are taken to be meant. Asking costs the same however many there are: neighbours are
// kept by squares of one degree.
class Support {
 public:
  explicit Support(const gazetteer::Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

  // Makes room for as many places; before the first is added.
  void expect(std::size_t places);

  void clear();
  // `sign` -1 takes it back.
  void add(std::uint32_t place, float weight, float sign);
  Evidence evidence(const Scored& one) const;

 private:
  static std::int32_t square(float latitude, float longitude, int down, int right);

  const gazetteer::Gazetteer& gazetteer_;
  struct Square {
    std::int32_t number = -1;
    float weight = 0;
  };
  Square& find(std::int32_t number);
  float weight_of(std::int32_t number) const;

  std::vector<float> countries_, admin1_;  // By their numbers in the file.
  std::vector<Square> squares_;            // Hashed, the next free place taken; a power of two, never full.
};

}  // namespace onrecord::place

#endif  // ONRECORD_PLACE_SUPPORT_H_
