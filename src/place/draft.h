// place/draft.h — mentions of places while they are being read.

#ifndef ONRECORD_PLACE_DRAFT_H_
#define ONRECORD_PLACE_DRAFT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/gazetteer.h"
#include "onrecord/place.h"
#include "onrecord/span.h"
#include "syntax/tree.h"

namespace onrecord::place {

// What the neural reader called the words.
enum class Label : std::uint8_t { none, location, facility, people, organization, person, other };

struct Draft {
  TokenRange words;
  Label label = Label::none;
  bool inside = false;                           // The name that bears the label is longer than these words.
  bool at_head = false;                          // Stands where a report says where it was written.
  std::uint32_t given = 0;                       // 1 + the number of the span that somebody gave; 0: found.
  bool road = false;                             // A road that is called after a place.
  bool postal = false;                           // Is read as a postal code behind its town.
  std::string key;                               // Of make_key; of abbreviations, of make_exact_key.
  std::vector<gazetteer::Candidate> candidates;  // In the order of the file.
  PlaceUse use = PlaceUse::unknown;
  float use_score = 0, somewhere = 0;
  std::uint32_t place = gazetteer::kNoPlace;
  float place_score = 0;
  std::string_view rule = {};
};

// The word of `words` that the others hang on.
inline syntax::Word head_of(const syntax::Tree& tree, TokenRange words) {
  for (syntax::Word word = words.first; word < words.end; ++word) {
    if (!words.contains(tree.head(word)) && !tree.is_punctuation(word)) return word;
  }
  return words.end - 1;
}

inline bool leads_only_by(const Draft& draft, gazetteer::Lead first, gazetteer::Lead second) {
  for (const auto& candidate : draft.candidates) {
    if (candidate.lead != first && candidate.lead != second) return false;
  }
  return !draft.candidates.empty();
}

}  // namespace onrecord::place

#endif  // ONRECORD_PLACE_DRAFT_H_
