// stance/words.h — the tables of data/lexicon/en/stance_*.tsv, asked about words of a tree.

#ifndef ONRECORD_STANCE_WORDS_H_
#define ONRECORD_STANCE_WORDS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/tree.h"

namespace onrecord::stance {

using syntax::Tree;
using syntax::Word;

// What the word may be the form of, the likeliest first: the tagger's lemma, then what its spelling allows.
// Taggers err about lemmas ("urg" for "urged"), and a table's row is worth a second look.
std::vector<std::string> base_forms(const Tree& tree, Word word);

// The word as it is written, in lower case (ASCII), a curly apostrophe made straight.
std::string lower(const Tree& tree, Word word);

// The value of stance_words.tsv for the word in `of`, "negation" say; nothing when it is not there. The first
// asks for the word as written, the second for its base forms too.
std::optional<std::string_view> written_in(const Tree& tree, Word word, std::string_view of);
std::optional<std::string_view> found_in(const Tree& tree, Word word, std::string_view of);

// The row of stance_cues.tsv with that key.
std::optional<std::string_view> cue_row(const std::string& key);

// The score of a rule of stance_scores.tsv, in [0, 1]; that of "other" when it has none.
float score_of(std::string_view rule);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_WORDS_H_
