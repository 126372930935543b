#include "onrecord/place.h"

namespace onrecord {

std::string_view to_string(PlaceUse value) {
  switch (value) {
    case PlaceUse::unknown:
      return "unknown";
    case PlaceUse::place:
      return "place";
    case PlaceUse::actor:
      return "actor";
    case PlaceUse::demonym:
      return "demonym";
    case PlaceUse::modifier:
      return "modifier";
    case PlaceUse::in_name:
      return "in name";
    case PlaceUse::facility:
      return "facility";
    case PlaceUse::dateline:
      return "dateline";
  }
  return {};
}

std::string_view to_string(PlaceKind value) {
  switch (value) {
    case PlaceKind::unknown:
      return "unknown";
    case PlaceKind::continent:
      return "continent";
    case PlaceKind::country:
      return "country";
    case PlaceKind::region_of_countries:
      return "region of countries";
    case PlaceKind::admin1:
      return "admin1";
    case PlaceKind::admin2:
      return "admin2";
    case PlaceKind::city:
      return "city";
    case PlaceKind::region:
      return "region";
    case PlaceKind::water:
      return "water";
    case PlaceKind::self_proclaimed:
      return "self proclaimed";
    case PlaceKind::facility:
      return "facility";
  }
  return {};
}

}  // namespace onrecord
