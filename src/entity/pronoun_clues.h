// entity/pronoun_clues.h — what speaks for and against a mention as the one that a pronoun stands for, and
// how much each clue weighs.

#ifndef ONRECORD_ENTITY_PRONOUN_CLUES_H_
#define ONRECORD_ENTITY_PRONOUN_CLUES_H_

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "entity/draft.h"

namespace onrecord::entity {

enum Clue : std::size_t {
  kConstant,
  kSameSentence,
  kSentenceBefore,
  kSentences,  // Logarithm of how many lie between.
  kRank,       // Logarithm of how many that fit stand nearer.
  kSubject,
  kPassiveSubject,
  kObject,
  kPossessor,
  kModifier,
  kParallel,  // The same function as the pronoun's.
  kName,
  kPronoun,
  kSamePronoun,
  kGenderKnown,
  kKindKnown,
  kPerson,
  kGroup,
  kBody,
  kPlace,
  kSize,  // Logarithm of how often it is spoken of.
  kNamed,
  kLastSpeaker,  // It spoke last before the pronoun,
  kSpeaksAgain,  // and the pronoun is a speaker too.
  kSameBlock,
  kOutOfQuote,
  kIntoQuote,
  kSameStatement,
  kOwnSpeaker,  // It says the statement in whose content the pronoun stands.
  kIndefinite,
  kOpensSentence,
  kGoverns,  // It stands above the pronoun in its clause or one around it.
  kCoordination,
  kOnlyQuoted,   // Nobody but those who are quoted speaks of it, and the pronoun is the report's own.
  kTopic,        // Subject of a main clause at the head of its paragraph.
  kMainSubject,  // Subject of a main clause, one sentence before at most.
  kNearName,     // A name, in the pronoun's paragraph.
  kSpokeNear,    // It spoke in this paragraph or the one before, and the pronoun is a speaker.
  kClues,
};

// As the table of weights names them.
inline constexpr std::array<std::string_view, kClues> kClueNames = {"constant",
                                                                    "same_sentence",
                                                                    "sentence_before",
                                                                    "sentences",
                                                                    "rank",
                                                                    "subject",
                                                                    "passive_subject",
                                                                    "object",
                                                                    "possessor",
                                                                    "modifier",
                                                                    "parallel",
                                                                    "name",
                                                                    "pronoun",
                                                                    "same_pronoun",
                                                                    "gender_known",
                                                                    "kind_known",
                                                                    "person",
                                                                    "group",
                                                                    "body",
                                                                    "place",
                                                                    "size",
                                                                    "named",
                                                                    "last_speaker",
                                                                    "speaks_again",
                                                                    "same_block",
                                                                    "out_of_quote",
                                                                    "into_quote",
                                                                    "same_statement",
                                                                    "own_speaker",
                                                                    "indefinite",
                                                                    "opens_sentence",
                                                                    "governs",
                                                                    "coordination",
                                                                    "only_quoted",
                                                                    "topic",
                                                                    "main_subject",
                                                                    "near_name",
                                                                    "spoke_near"};

struct Candidate {
  std::uint32_t mention = 0;
  std::array<float, kClues> clues = {};
  float odds = 0;  // Of Tags::things; 0 where they do not tell.
};

struct Weights {
  std::array<float, kClues> clues = {};
  float odds = 0;
};

std::vector<Candidate> candidates_for(const Draft& draft, std::uint32_t pronoun,
                                      const std::vector<std::uint32_t>& speakers);

// By the pronoun: "he" and "she", "it", "they" have weights of their own, named "he", "it", "they".
std::string_view name_of_weights(const Sighting& pronoun);
const Weights& weights_for(const Sighting& pronoun);

}  // namespace onrecord::entity

#endif  // ONRECORD_ENTITY_PRONOUN_CLUES_H_
