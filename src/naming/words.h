// naming/words.h — what is known of single words: data/lexicon/en/naming_*.tsv.

#ifndef ONRECORD_NAMING_WORDS_H_
#define ONRECORD_NAMING_WORDS_H_

#include <string>
#include <string_view>

namespace onrecord::naming {

// How a verb gives names.
struct Frame {
  bool object = false;  // X calls Y Z
  bool as = false;      // X describes Y as Z
  bool quoted = false;  // Only names in quotation marks count.
  bool proper = false;  // Besides, capitals or no article.
  bool aside = false;   // "Z," as X puts it
};

// Of any form of the verb, told by its spelling: lemmas are guessed from spellings too, and less well.
// Nothing is set for other words.
Frame frame_of(std::string_view word);

enum class Kind { leads, never, work, word };
// Whether `word`, in any form that a regular ending makes, is listed as `kind`.
bool is_listed(std::string_view word, Kind kind);

// How often such a naming is right, by the rule of onrecord/rules.h.
float score_of(std::string_view rule);

std::string lower_case(std::string_view word);  // Of ASCII letters; others stay.
bool begins_with_capital(std::string_view word);

}  // namespace onrecord::naming

#endif  // ONRECORD_NAMING_WORDS_H_
