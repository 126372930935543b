// actor_table/tables.h — who is known beforehand: names, countries, nouns of roles, offices and their
// holders.
//
// The tables built in, and a user's own laid over them: what a user's table says of a word or a name hides
// what those below say.

#ifndef ONRECORD_ACTOR_TABLE_TABLES_H_
#define ONRECORD_ACTOR_TABLE_TABLES_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "actor_table/index.h"
#include "actor_table/rows.h"
#include "onrecord/error.h"

namespace onrecord::actor_table {

// How a word is of a country.
enum class Land : std::uint8_t { name, adjective, people, seat };

struct CountryWord {
  std::string_view code;
  Land land = Land::name;
};

// One actor: its rows, of which the first holds its names.
using ActorRows = std::span<const ActorRow>;

// What an actor is on a day.
struct ActorState {
  std::string_view country;
  std::vector<Sector> sectors;
  std::string_view office;
  float score = 0;
};

// Immutable; safe to read from any thread.
class Tables {
 public:
  // The tables built in.
  static std::shared_ptr<const Tables> built_in();
  // Those with the tables in `folders` laid over them, each over those before. Fails with not_found,
  // not_readable or bad_lexicon.
  static Result<std::shared_ptr<const Tables>> open(const std::vector<std::string>& folders);
  // The one table `text` alone; for tests and for tools. Fails with bad_lexicon.
  static Result<std::shared_ptr<const Tables>> of_text(std::string text, const std::string& name);

  // The actors called `name`, spelt in whatever way; empty: none. Short names in capitals ("WHO") must be so.
  std::vector<ActorRows> find_name(std::string_view name) const;
  // Those whose surname it is, among persons with an office.
  std::vector<ActorRows> find_surname(std::string_view surname) const;
  // `words` as written, capital letters and all.
  std::optional<CountryWord> find_country(std::string_view words) const;
  // `words` in small letters. `before`: only what stands before a noun (modifier, former); else only nouns.
  const RoleRow* find_role(std::string_view words, bool before) const;
  // A noun of a role, also in the plural.
  const RoleRow* find_noun(std::string_view words) const;
  // How many words the longest of them has that begin with `word` (in small letters): nouns of roles, what
  // stands before them, and countries; 0: none does. Names likewise, of a word spelt in whatever way.
  unsigned longest_from(std::string_view word) const;
  unsigned longest_name_from(std::string_view word) const;
  bool is_sponsor(std::string_view word) const;  // "backed"
  // Of the last word of a body's name: "ag", "times"; null: it tells nothing.
  const RoleRow* find_ending(std::string_view word) const;
  bool is_still(std::string_view verb_lemma) const;  // "lie": what a place does without acting.
  // Who holds `office` in `country` on `day`; nothing when nobody does, or more than one may.
  std::optional<ActorRows> holder(std::string_view country, std::string_view office, Day day) const;

  // What `actor` is on `day`. Without a day: what it always was, or is at the table's end. Nothing is given
  // for days that its rows do not reach.
  ActorState state(ActorRows actor, std::optional<Day> day) const;

  // The first name of the actor, as the table writes it.
  static std::string_view shown_name(ActorRows actor);

 private:
  struct Layer;
  ActorState inherited(const ActorRow& row, int depth) const;
  std::vector<std::shared_ptr<const Layer>> layers_;  // The topmost first.
};

// The tables in `path`, a folder or a file: by name, in the order of their names.
Result<std::vector<std::string>> table_files(const std::string& path);
Result<std::string> read_table(const std::string& path);

// The columns of tables of codes, which may lie in the same folders and are the coder's.
inline constexpr std::string_view kCodingColumns = "kind\tname\twords\tcode\tfrom\tto";
bool is_coding_table(std::string_view text);

}  // namespace onrecord::actor_table

#endif  // ONRECORD_ACTOR_TABLE_TABLES_H_
