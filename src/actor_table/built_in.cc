#include "actor_table/built_in.h"

namespace onrecord::actor_table {

std::string_view built_in_codes() {
  return
#include "codes.inc"
      ;
}

std::string_view built_in_countries() {
  return
#include "countries.inc"
      ;
}

std::string_view built_in_roles() {
  return
#include "roles.inc"
      ;
}

std::string_view built_in_bodies() {
  return
#include "bodies.inc"
      ;
}

std::string_view built_in_officials() {
  return
#include "officials.inc"
      ;
}

}  // namespace onrecord::actor_table
