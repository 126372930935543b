// The weights, fitted to the train part of GUM (CC BY 4.0) and the development part of GAP (Apache-2.0) by
// maximum likelihood over each pronoun's candidates and "none of them".

#include "entity/pronoun_clues.h"

namespace onrecord::entity {
namespace {

// "he", "she"
constexpr Weights kHeOrShe = {{
                                  -0.82F,  // Constant
                                  0.23F,   // SameSentence
                                  0.21F,   // SentenceBefore
                                  -1.44F,  // Sentences
                                  -0.70F,  // Rank
                                  1.03F,   // Subject
                                  1.05F,   // PassiveSubject
                                  0.34F,   // Object
                                  0.26F,   // Possessor
                                  -0.65F,  // Modifier
                                  0.51F,   // Parallel
                                  1.05F,   // Name
                                  -0.28F,  // Pronoun
                                  0.49F,   // SamePronoun
                                  -0.00F,  // GenderKnown
                                  1.10F,   // KindKnown
                                  1.10F,   // Person
                                  0.00F,   // Group
                                  0.00F,   // Body
                                  0.00F,   // Place
                                  0.70F,   // Size
                                  1.26F,   // Named
                                  -0.03F,  // LastSpeaker
                                  0.36F,   // SpeaksAgain
                                  -0.01F,  // SameBlock
                                  -0.38F,  // OutOfQuote
                                  -0.21F,  // IntoQuote
                                  0.61F,   // SameStatement
                                  0.15F,   // OwnSpeaker
                                  0.18F,   // Indefinite
                                  0.24F,   // OpensSentence
                                  0.53F,   // Governs
                                  0.00F,   // Coordination
                              },
                              0.5F};

// "it"
constexpr Weights kIt = {{
                             -1.20F,  // Constant
                             0.02F,   // SameSentence
                             0.16F,   // SentenceBefore
                             -1.65F,  // Sentences
                             -0.82F,  // Rank
                             0.67F,   // Subject
                             1.15F,   // PassiveSubject
                             0.44F,   // Object
                             0.61F,   // Possessor
                             -0.89F,  // Modifier
                             0.59F,   // Parallel
                             0.20F,   // Name
                             -0.40F,  // Pronoun
                             0.84F,   // SamePronoun
                             0.49F,   // GenderKnown
                             0.03F,   // KindKnown
                             0.00F,   // Person
                             -0.22F,  // Group
                             -0.43F,  // Body
                             -0.11F,  // Place
                             0.61F,   // Size
                             -0.14F,  // Named
                             -0.08F,  // LastSpeaker
                             0.26F,   // SpeaksAgain
                             0.48F,   // SameBlock
                             -0.39F,  // OutOfQuote
                             -0.43F,  // IntoQuote
                             0.62F,   // SameStatement
                             -0.20F,  // OwnSpeaker
                             -0.34F,  // Indefinite
                             0.87F,   // OpensSentence
                             0.27F,   // Governs
                             0.00F,   // Coordination
                         },
                         0.5F};

// "they"
constexpr Weights kThey = {{
                               -0.99F,  // Constant
                               0.71F,   // SameSentence
                               0.64F,   // SentenceBefore
                               -1.25F,  // Sentences
                               -0.98F,  // Rank
                               0.43F,   // Subject
                               0.76F,   // PassiveSubject
                               0.09F,   // Object
                               1.18F,   // Possessor
                               -0.82F,  // Modifier
                               0.71F,   // Parallel
                               -0.18F,  // Name
                               -0.90F,  // Pronoun
                               2.03F,   // SamePronoun
                               0.00F,   // GenderKnown
                               0.18F,   // KindKnown
                               -0.00F,  // Person
                               0.42F,   // Group
                               -0.23F,  // Body
                               -0.23F,  // Place
                               0.21F,   // Size
                               -0.01F,  // Named
                               0.20F,   // LastSpeaker
                               0.40F,   // SpeaksAgain
                               0.26F,   // SameBlock
                               -0.09F,  // OutOfQuote
                               -0.10F,  // IntoQuote
                               -0.09F,  // SameStatement
                               0.20F,   // OwnSpeaker
                               -0.20F,  // Indefinite
                               0.67F,   // OpensSentence
                               0.92F,   // Governs
                               -1.97F,  // Coordination
                           },
                           0.5F};

}  // namespace

const Weights& weights_for(const Sighting& pronoun) {
  if (pronoun.gender == Gender::male || pronoun.gender == Gender::female) return kHeOrShe;
  return pronoun.gender == Gender::neuter ? kIt : kThey;
}

}  // namespace onrecord::entity
