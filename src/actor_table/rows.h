// actor_table/rows.h — the lines of a table of actors, countries or roles, read and held to its form.
//
// doc/format/lexicon.md tells the form. Which table it is, its first line that is no comment says: the names
// of its columns.

#ifndef ONRECORD_ACTOR_TABLE_ROWS_H_
#define ONRECORD_ACTOR_TABLE_ROWS_H_

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/actor.h"
#include "onrecord/error.h"

namespace onrecord::actor_table {

using Day = std::int32_t;  // Days since 1970-01-01.
inline constexpr Day kFirstDay = std::numeric_limits<Day>::min();
inline constexpr Day kLastDay = std::numeric_limits<Day>::max();

enum class ActorKind : std::uint8_t { person, organization, place };

// All text is a view of the table's.
struct ActorRow {
  std::string_view id, names;  // `names` joined by '|'; empty: those of the row before with the same id.
  ActorKind kind = ActorKind::person;
  std::string_view
      of;  // The id of what it belongs to, whose country and sectors it has unless it has its own.
  std::string_view country;
  std::vector<Sector> sectors;
  std::string_view office;
  Day from = kFirstDay, to = kLastDay;  // Both days included.
  bool to_at_least = false;             // Held on day `to`; what came after is not known.
  std::uint32_t line = 0;
};

struct CountryRow {
  std::string_view code, names, adjectives, people, seats;  // All but the first joined by '|'.
  std::uint32_t line = 0;
};

enum class RoleSort : std::uint8_t {
  person,
  body,
  open,
  peer,
  office,
  modifier,
  former,
  sponsor,
  still,
  ending
};

struct RoleRow {
  std::string_view words;
  std::vector<Sector> sectors;
  RoleSort sort = RoleSort::person;
  std::string_view office;
  std::uint32_t line = 0;
};

struct Rows {
  std::vector<ActorRow> actors;
  std::vector<CountryRow> countries;
  std::vector<RoleRow> roles;
  std::vector<Error> faults;  // Lines that are not in form are passed over, and told here.
};

// Reads the table `text`, which must outlive what is made of it; `name` is used in errors.
Rows read_rows(std::string_view text, const std::string& name);

// What single lines cannot show: two rows that say the same, names that two actors have, circles of "of", ids
// that "of" names and nobody has, two holders of one office on one day.
void check_rows(const Rows& rows, const std::string& name, std::vector<Error>& faults);

// "2022-03-28"; nothing when there is no such day.
bool parse_day(std::string_view text, Day& day);
std::string day_text(Day day);

}  // namespace onrecord::actor_table

#endif  // ONRECORD_ACTOR_TABLE_ROWS_H_
