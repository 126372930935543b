// onrecord/antecedent.h — what a pronoun may stand for, and what speaks for and against each: for whoever
// fits the weights anew (train/pronouns.py).

#ifndef ONRECORD_ANTECEDENT_H_
#define ONRECORD_ANTECEDENT_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "onrecord/document.h"
#include "onrecord/statement.h"
#include "onrecord/tags.h"

namespace onrecord {

// One mention before the pronoun. Words are indices into Document::tokens().
struct AntecedentCandidate {
  std::uint32_t head = 0;
  std::uint32_t entity = 0;           // The same number: held for one when the pronoun was come to.
  std::vector<std::uint32_t> others;  // Heads of mentions near it that are held for the same.
  std::vector<float> clues;           // One for each of antecedent_clues().
  float odds = 0;                     // What the neural reader holds for it, of Tags::things.
};

struct PronounCase {
  std::uint32_t head = 0;
  std::string_view weights;  // Which weights are for it: "he" (also she), "it", "they".
  std::vector<AntecedentCandidate> candidates;
};

// The names of the clues, as the rows of data/lexicon/en/pronoun_weights.tsv have them.
std::span<const std::string_view> antecedent_clues();

// Each third-person pronoun that has candidates and was left to the weights, in the order of the text.
std::vector<PronounCase> pronoun_cases(const Document& document, const Tags& tags,
                                       std::span<const Statement> statements);

}  // namespace onrecord

#endif  // ONRECORD_ANTECEDENT_H_
