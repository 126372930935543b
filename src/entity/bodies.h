// entity/bodies.h — whether "the bank" may take up "Arlen Savings Bank": nouns of bodies against names of
// bodies.

#ifndef ONRECORD_ENTITY_BODIES_H_
#define ONRECORD_ENTITY_BODIES_H_

#include <string_view>

namespace onrecord::entity {

enum class Fit {
  no,    // The name says that it is something else: "the company", "Ministry of Health".
  open,  // Nothing speaks against it: "the company", "Voltane".
  kind,  // A word of the name tells of the same kind: "the newspaper", "The Arlen Herald".
  word,  // The name holds the noun itself: "the ministry", "Ministry of Health".
};

// Both in lower case. The table is data/lexicon/en/roles_bodies.tsv.
Fit fit_of_body(std::string_view noun, std::string_view name);

// Whether a noun is one of the table at all.
bool is_body_noun(std::string_view noun);

// "the city", "the country": nouns that take a place up, and whether the name may be one of that kind. Names
// of countries are known, others are not.
Fit fit_of_place(std::string_view noun, std::string_view name);

}  // namespace onrecord::entity

#endif  // ONRECORD_ENTITY_BODIES_H_
