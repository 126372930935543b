// entity/people.h — what words tell of persons and other actors: given names, titles, nouns of roles,
// nationalities. The tables are those of data/lexicon/en; they are read on first use.

#ifndef ONRECORD_ENTITY_PEOPLE_H_
#define ONRECORD_ENTITY_PEOPLE_H_

#include <optional>
#include <string>
#include <string_view>

#include "onrecord/entity.h"

namespace onrecord::entity {

enum class Gender : std::uint8_t { unknown, male, female, neuter };
enum class Number : std::uint8_t { unknown, singular, plural };

// What a noun of a role says: "chairwoman" is a person and a woman.
struct Role {
  EntityKind kind = EntityKind::unknown;
  Gender gender = Gender::unknown;
};

struct Pronoun {
  enum class Sort : std::uint8_t { personal, possessive, reflexive, relative, demonstrative, indefinite };
  Sort sort = Sort::personal;
  int person = 3;
  Gender gender = Gender::unknown;
  Number number = Number::unknown;
};

// All take words in lower case.
Gender gender_of_given_name(std::string_view word);
// Whether the word is a title ("president"); its gender, if it tells one ("mrs").
std::optional<Gender> find_title(std::string_view word);
std::optional<Role> find_role(std::string_view lemma);
// "russian" → "russia"; other words stay as they are.
std::string_view land_of(std::string_view word);
// Whether the words are the name of a land that the table of nations knows: "kenya".
bool is_land(std::string_view words);
std::optional<Pronoun> find_pronoun(std::string_view word);

// ASCII letters made small, typographic apostrophes plain.
std::string in_lower_case(std::string_view text);

// Whether two nouns name one role: the same word, or the same office of a man and of a woman ("spokesman",
// "spokesperson").
bool are_one_role(std::string_view one, std::string_view other);

}  // namespace onrecord::entity

#endif  // ONRECORD_ENTITY_PEOPLE_H_
