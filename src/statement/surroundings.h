// statement/surroundings.h — the nouns that stand round an announcement, from
// data/lexicon/en/circumstances.tsv.

#ifndef ONRECORD_STATEMENT_SURROUNDINGS_H_
#define ONRECORD_STATEMENT_SURROUNDINGS_H_

#include <cstdint>
#include <string_view>

#include "syntax/tree.h"

namespace onrecord::statement {

enum class Surrounding : std::uint8_t {
  none,
  channel,      // A text, a medium or an occasion of speech: "a statement", "an interview"
  medium,       // A service that one posts on, named without an article: "Twitter"
  audience,     // Whom one speaks to: "reporters", "the court"
  place,        // "the airport"
  language,     // "Russian"
  speaks_for,   // "spokesman"
  bureau,       // "office"
  time,         // "Sunday", "week"
  part_of_day,  // What may stand before a time: "late"
};

// What `lemma` is, in lower case.
Surrounding find_surrounding(std::string_view lemma);

// What the noun `word` is, by its lemma or, where that went astray, by its form.
Surrounding surrounding_of(const syntax::Tree& tree, syntax::Word word);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_SURROUNDINGS_H_
