// The weights, fitted to the train part of GUM (CC BY 4.0) and the development part of GAP (Apache-2.0) by
// maximum likelihood over each pronoun's candidates and "none of them"; the odds' on the development parts.

#include "entity/pronoun_clues.h"

namespace onrecord::entity {
namespace {

// "he", "she"
constexpr Weights kHeOrShe = {{
                                  -0.59F,  // Constant
                                  0.40F,   // SameSentence
                                  0.23F,   // SentenceBefore
                                  -1.27F,  // Sentences
                                  -0.75F,  // Rank
                                  0.88F,   // Subject
                                  0.91F,   // PassiveSubject
                                  0.14F,   // Object
                                  0.26F,   // Possessor
                                  -0.72F,  // Modifier
                                  0.47F,   // Parallel
                                  0.84F,   // Name
                                  -0.43F,  // Pronoun
                                  0.86F,   // SamePronoun
                                  0.30F,   // GenderKnown
                                  0.58F,   // KindKnown
                                  0.58F,   // Person
                                  0.00F,   // Group
                                  0.00F,   // Body
                                  0.00F,   // Place
                                  0.56F,   // Size
                                  1.26F,   // Named
                                  -0.12F,  // LastSpeaker
                                  0.34F,   // SpeaksAgain
                                  0.02F,   // SameBlock
                                  -0.21F,  // OutOfQuote
                                  -0.27F,  // IntoQuote
                                  0.59F,   // SameStatement
                                  0.05F,   // OwnSpeaker
                                  0.25F,   // Indefinite
                                  0.22F,   // OpensSentence
                                  0.63F,   // Governs
                                  0.00F,   // Coordination
                              },
                              0.15F};

// "it"
constexpr Weights kIt = {{
                             -1.36F,  // Constant
                             -0.03F,  // SameSentence
                             0.11F,   // SentenceBefore
                             -1.72F,  // Sentences
                             -0.83F,  // Rank
                             0.66F,   // Subject
                             1.06F,   // PassiveSubject
                             0.47F,   // Object
                             0.46F,   // Possessor
                             -0.82F,  // Modifier
                             0.59F,   // Parallel
                             0.22F,   // Name
                             -0.43F,  // Pronoun
                             0.81F,   // SamePronoun
                             0.57F,   // GenderKnown
                             -0.19F,  // KindKnown
                             0.00F,   // Person
                             -0.16F,  // Group
                             -0.10F,  // Body
                             -0.02F,  // Place
                             0.67F,   // Size
                             0.03F,   // Named
                             0.40F,   // LastSpeaker
                             0.37F,   // SpeaksAgain
                             0.44F,   // SameBlock
                             -0.21F,  // OutOfQuote
                             -0.45F,  // IntoQuote
                             0.43F,   // SameStatement
                             -0.17F,  // OwnSpeaker
                             -0.36F,  // Indefinite
                             0.84F,   // OpensSentence
                             0.36F,   // Governs
                             0.00F,   // Coordination
                         },
                         0.20F};

// "they"
constexpr Weights kThey = {{
                               -0.86F,  // Constant
                               0.73F,   // SameSentence
                               0.70F,   // SentenceBefore
                               -1.25F,  // Sentences
                               -0.98F,  // Rank
                               0.40F,   // Subject
                               0.82F,   // PassiveSubject
                               0.22F,   // Object
                               1.15F,   // Possessor
                               -0.66F,  // Modifier
                               0.85F,   // Parallel
                               -0.40F,  // Name
                               -0.94F,  // Pronoun
                               1.88F,   // SamePronoun
                               0.00F,   // GenderKnown
                               -0.24F,  // KindKnown
                               -0.00F,  // Person
                               0.75F,   // Group
                               0.04F,   // Body
                               0.07F,   // Place
                               0.10F,   // Size
                               0.31F,   // Named
                               0.09F,   // LastSpeaker
                               0.53F,   // SpeaksAgain
                               0.22F,   // SameBlock
                               -0.12F,  // OutOfQuote
                               0.14F,   // IntoQuote
                               -0.11F,  // SameStatement
                               -0.04F,  // OwnSpeaker
                               -0.25F,  // Indefinite
                               0.57F,   // OpensSentence
                               0.98F,   // Governs
                               -2.07F,  // Coordination
                           },
                           0.20F};

}  // namespace

const Weights& weights_for(const Sighting& pronoun) {
  if (pronoun.gender == Gender::male || pronoun.gender == Gender::female) return kHeOrShe;
  return pronoun.gender == Gender::neuter ? kIt : kThey;
}

}  // namespace onrecord::entity
