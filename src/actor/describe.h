// actor/describe.h — what a noun phrase says of who it stands for: a country, sectors, whom it belongs to.

#ifndef ONRECORD_ACTOR_DESCRIBE_H_
#define ONRECORD_ACTOR_DESCRIBE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "actor_table/tables.h"
#include "onrecord/actor.h"
#include "onrecord/place.h"
#include "onrecord/span.h"
#include "syntax/tree.h"

namespace onrecord::actor {

using syntax::Word;

// Somebody else, by a word of theirs, whom the one described belongs to.
struct Link {
  Word word = 0;
  bool owns = false;  // "Ruiz's office", "his deputy"; else "a spokesman for Voltane".
};

struct Description {
  const actor_table::RoleRow* role = nullptr;  // Of the noun that carries it.
  TokenRange role_words = {};                  // "head of Ukrainian military intelligence"
  std::string_view country = {};
  bool several_countries = false;  // "Ukrainian and Russian negotiators": of none by itself.
  bool country_by_seat = false;    // "Kyiv's foreign ministry"
  TokenRange country_words = {};
  std::vector<Sector> sectors = {};
  std::vector<Sector> more_sectors = {};
  TokenRange sector_words = {};
  bool own_sectors = false;  // By its noun, not by whom it belongs to.
  bool by_default = false;   // By its noun, for want of a better.
  bool former = false;
  bool holds_office = false;  // The office itself, not a deputy's or a candidate's.
  std::optional<Link> link = {};

  bool says_something() const {
    return role != nullptr || !country.empty() || !sectors.empty() || link.has_value();
  }
};

// Reads descriptions off one document. What it is made of must outlive it.
class Describer {
 public:
  static constexpr std::size_t kSeen = 512;  // Words whose entries are remembered, a power of two.

  Describer(const syntax::Tree& tree, const actor_table::Tables& tables, const Places* places);

  // The noun phrase that begins at `first` and whose head is `head`.
  Description noun_phrase(Word first, Word head, int depth = 0) const;
  // Words that stand before a name and say who it is: "Turkey's President", "the spokesman for the army".
  Description before_name(TokenRange words) const;
  // What a body's own name says: "University of Bern", "Stadtbahn AG".
  Description body_name(TokenRange name) const;
  // What follows a name and says who it is: "…, the mayor of Lima", "…, who leads the Liberals".
  Description after_name(Word head) const;

  // The words as the text has them, white space as single spaces.
  std::string words(TokenRange range) const;

 private:
  enum class ItemSort : std::uint8_t { country, body, noun, modifier };
  struct Item {
    ItemSort sort = ItemSort::noun;
    TokenRange words = {};
    actor_table::CountryWord country = {};
    const actor_table::RoleRow* role = nullptr;
    actor_table::ActorRows body = {};
  };

  // How many words the longest entries have that may begin with a word; found once for each word.
  struct Beginning {
    std::uint8_t words = kUnread, name = 0;
    static constexpr std::uint8_t kUnread = 0xFF;
  };
  Beginning beginning(Word word) const;
  Beginning read_beginning(Word word) const;
  std::vector<Item> scan(TokenRange range) const;
  std::optional<Item> item_at(Word word, Word end) const;
  std::optional<Item> word_item(TokenRange range, bool at_end) const;
  std::optional<Item> body_item(TokenRange range) const;
  std::string key(TokenRange range) const;
  bool is_sponsor(const Item& item) const;
  bool is_part(Word country) const;
  bool is_elsewhere(const Item& item) const;
  void take_head(Description& to, const Item& item) const;
  void take_before(Description& to, const std::vector<Item>& items) const;
  void take_country(Description& to, const Item& item, bool joined) const;
  void take_after(Description& to, Word head, int depth) const;
  void take_complement(Description& to, Word child, std::string_view preposition, int depth) const;
  void take_from(Description& to, const Description& whole, bool belongs) const;
  void take_clause(Description& to, Word verb, int depth) const;
  void settle(Description& to, Word first) const;
  void take_owner(Description& to, Word head) const;
  std::string_view country_of_place(TokenRange range) const;
  Word first_of(Word head) const;

  const syntax::Tree& tree_;
  const actor_table::Tables& tables_;
  std::unordered_map<Word, std::string_view> place_countries_;
  mutable std::vector<Beginning> beginnings_;  // One a word.
  // Of words that stood before: "the" and "of" a hundred times. A word's text chooses its place, the last one
  // stays there.
  struct Seen {
    std::string_view text = {}, lemma = {};
    Beginning begins = {};
  };
  mutable std::vector<Seen> seen_;
};

bool is_open(const actor_table::RoleRow& role);
// Letters that stand for words are themselves, however alike they fold: "AATF" is not the ATF.
bool is_other_acronym(std::string_view text, actor_table::ActorRows rows);

}  // namespace onrecord::actor

#endif  // ONRECORD_ACTOR_DESCRIBE_H_
