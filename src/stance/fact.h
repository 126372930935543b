// stance/fact.h — how far the happening that a word tells is presented as a fact.

#ifndef ONRECORD_STANCE_FACT_H_
#define ONRECORD_STANCE_FACT_H_

#include <string>
#include <vector>

#include "onrecord/fact.h"
#include "syntax/tree.h"

namespace onrecord::stance {

// From -3 (did not happen) over 0 (open) to 3 (happened), from the tree alone: negation, auxiliaries,
// conditions, and the verbs that the happening is embedded under. Has a meaning for words that tell a
// happening.
float fact_of(const syntax::Tree& tree, syntax::Word word, FactScale scale = FactScale::author);

// The signs that fact_of adds up, each a row of data/lexicon/en/stance_fact.tsv; for those who fit that
// table.
std::vector<std::string> fact_signs(const syntax::Tree& tree, syntax::Word word);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_FACT_H_
