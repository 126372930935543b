// actor_table/built_in.h — the tables of data/actors as their files are. Built in.

#ifndef ONRECORD_ACTOR_TABLE_BUILT_IN_H_
#define ONRECORD_ACTOR_TABLE_BUILT_IN_H_

#include <string_view>

namespace onrecord::actor_table {

std::string_view built_in_codes();
std::string_view built_in_countries();
std::string_view built_in_roles();
std::string_view built_in_bodies();
std::string_view built_in_officials();

}  // namespace onrecord::actor_table

#endif  // ONRECORD_ACTOR_TABLE_BUILT_IN_H_
