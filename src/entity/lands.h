// entity/lands.h — names of lands and of seats of government, and which lands have a border with each other.

#ifndef ONRECORD_ENTITY_LANDS_H_
#define ONRECORD_ENTITY_LANDS_H_

#include <optional>
#include <string_view>

namespace onrecord::entity {

struct Land {
  std::string_view code;  // ISO 3166-1, two letters.
  bool seat = false;      // The name is that of a capital or of a house that stands for its government.
};

// `name` as name_text() gives it. The tables are data/lexicon/en/lands_*.tsv.
std::optional<Land> find_land(std::string_view name);
bool have_a_border(std::string_view code, std::string_view other);

}  // namespace onrecord::entity

#endif  // ONRECORD_ENTITY_LANDS_H_
