// onrecord/tags.h — what the neural reader sees in a document: sentences, words, names, predicates,
// attributions.

#ifndef ONRECORD_TAGS_H_
#define ONRECORD_TAGS_H_

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "onrecord/span.h"

namespace onrecord {

// The vocabularies of the labels below, as the weights file gives them. Owned jointly by all Tags made with
// it.
struct LabelSets {
  std::vector<std::string> upos;    // Universal POS tags.
  std::vector<std::string> xpos;    // Penn Treebank tags.
  std::vector<std::string> feats;   // Whole UD feature strings, "_" for none.
  std::vector<std::string> deprel;  // UD relations with subtypes.
  std::vector<std::string> name;    // Kinds of names: Person, Location, …
  std::vector<std::string> role;    // PropBank roles: ARG0, ARGM-TMP, R-ARG1, …
  std::vector<std::string> thing;  // Kinds of things spoken of: person, place, organization, event, time, …
  std::vector<std::string> event;  // PLOVER's types: ASSAULT, CONSULT, …
  std::vector<std::string> mode;   // With their types: "ASSAULT abduct"; "_" for none.
  std::vector<std::string> status;  // How a happening is told: HAPPENED, PLANNED, …
  std::vector<std::string> party;   // What stands round it: agent, recipient, place, when, count.
};

inline constexpr std::uint32_t kRoot = 0xFFFFFFFFU;  // The head of a sentence's root.

// One word's tags. Ids index LabelSets; scores are probabilities in [0, 1].
struct WordTags {
  std::uint16_t upos = 0, xpos = 0, feats = 0, deprel = 0;
  std::uint32_t head = kRoot;  // Index into Document::tokens(), in the same sentence.
  float upos_score = 0, arc_score = 0;
  // How far the happening that the word tells is presented as a fact, from -3 (did not happen) over 0 (open)
  // to 3 (happened); has a meaning for words that tell one. Not a number: the weights do not know.
  float fact = std::numeric_limits<float>::quiet_NaN();
  std::string lemma;
};

struct Name {
  TokenRange words;
  std::uint16_t kind = 0;  // LabelSets::name
  float score = 0;
};

struct Argument {
  TokenRange words;
  std::uint16_t role = 0;  // LabelSets::role
  float score = 0;
};

struct Predicate {
  std::uint32_t word = 0;
  std::string sense;  // "say.01"; the PropBank roleset.
  float score = 0;
  std::vector<Argument> arguments;
};

// The words that announce, who answers for them, and what they announce, as the reader sees them (PolNeAR's
// units). The parts never overlap.
struct Attribution {
  TokenRange cue;  // May be empty: a quote whose announcement was not found.
  std::optional<TokenRange> source;
  std::vector<TokenRange> contents;  // In order of the text; not empty.
  float score = 0;
};

// A word that stands at the head of words that speak of someone or something: "minister", "Moscow", "she".
struct Thing {
  // An earlier thing that this one may be the same as.
  struct Earlier {
    std::uint32_t thing = 0;  // Index into Tags::things.
    float odds = 0;           // Natural logarithm: above 0, more likely the same as that than new.
  };

  std::uint32_t head = 0;
  std::uint16_t kind = 0;             // LabelSets::thing
  float score = 0;                    // Of the kind.
  std::vector<Earlier> earlier = {};  // The likeliest first; a few.
};

// A word that may tell a happening of one of PLOVER's types: "abducted", "talks". Also those that the reader
// rather thinks tell none, for what else is known may tip the scale.
struct EventTag {
  std::uint32_t word = 0;
  std::uint16_t type = 0;    // LabelSets::event
  std::uint16_t mode = 0;    // LabelSets::mode
  std::uint16_t status = 0;  // LabelSets::status
  float score = 0;           // That it tells one, of this type.
  float mode_score = 0, status_score = 0;
  std::vector<Argument> parties = {};  // Their roles index LabelSets::party.
};

// Parallel to one Document. Immutable once made.
struct Tags {
  std::shared_ptr<const LabelSets> labels;
  std::vector<TokenRange> sentences;      // In order; cover all tokens; never cross a block.
  std::vector<WordTags> words;            // One a token.
  std::vector<Name> names;                // In order; flat.
  std::vector<Predicate> predicates;      // In order of their words.
  std::vector<Attribution> attributions;  // In order of their first word.
  std::vector<EventTag> events;           // In order of their words; empty when the weights do not know them.
  std::vector<Thing> things;              // In order of their heads; empty when the weights do not know them.
};

}  // namespace onrecord

#endif  // ONRECORD_TAGS_H_
