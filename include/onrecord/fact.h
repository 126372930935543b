// onrecord/fact.h — how far the happening that a word tells is presented as a fact, by rules over the trees.
//
// Beside WordTags::fact, which is what the neural reader sees. Both run from -3 (did not happen) over 0
// (open) to 3 (happened), and have a meaning only for words that tell a happening.

#ifndef ONRECORD_FACT_H_
#define ONRECORD_FACT_H_

#include <cstdint>
#include <vector>

#include "onrecord/document.h"
#include "onrecord/tags.h"

namespace onrecord {

// Whose question is answered. Annotators of the two do not agree: what "you can book online" tells is certain
// to its author, and for its reader has not happened.
enum class FactScale : std::uint8_t {
  author = 1,  // How sure the author of the text seems (as in the UW corpus).
  reader = 2,  // Whether it happened or will have, for who reads it (as in UDS-IH2).
};

// One number a word of `tags`.
std::vector<float> facts_by_rules(const Document& document, const Tags& tags, FactScale scale);

// The rules' number and the neural reader's made one, by shares that did best on the dev parts of UDS-IH2
// (reader) and UW (author). Where the neural one is not known, the rules' alone.
float fact_of(float by_rules, float by_reader, FactScale scale);

}  // namespace onrecord

#endif  // ONRECORD_FACT_H_
