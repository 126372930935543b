// The weights, fitted to the train part of GUM (CC BY 4.0), the development part of GAP (Apache-2.0) and the
// pronouns that speak in eval/sets by maximum likelihood over each pronoun's candidates and "none of them";
// the odds' on the development parts. The five documents of eval/sets/wikinews/aside had no part in it.

#include "entity/pronoun_clues.h"

namespace onrecord::entity {
namespace {

// "he", "she"
constexpr Weights kHeOrShe = {{
                                  -1.03F,  // Constant
                                  0.22F,   // SameSentence
                                  0.16F,   // SentenceBefore
                                  -1.37F,  // Sentences
                                  -0.80F,  // Rank
                                  0.60F,   // Subject
                                  0.90F,   // PassiveSubject
                                  0.06F,   // Object
                                  0.10F,   // Possessor
                                  -0.64F,  // Modifier
                                  0.56F,   // Parallel
                                  0.08F,   // Name
                                  -0.37F,  // Pronoun
                                  0.65F,   // SamePronoun
                                  0.23F,   // GenderKnown
                                  0.29F,   // KindKnown
                                  0.29F,   // Person
                                  0.00F,   // Group
                                  0.00F,   // Body
                                  0.00F,   // Place
                                  0.76F,   // Size
                                  0.80F,   // Named
                                  -0.10F,  // LastSpeaker
                                  0.39F,   // SpeaksAgain
                                  -0.63F,  // SameBlock
                                  -0.34F,  // OutOfQuote
                                  -0.26F,  // IntoQuote
                                  0.61F,   // SameStatement
                                  0.09F,   // OwnSpeaker
                                  -0.04F,  // Indefinite
                                  0.20F,   // OpensSentence
                                  0.46F,   // Governs
                                  0.00F,   // Coordination
                                  -0.24F,  // OnlyQuoted
                                  0.22F,   // Topic
                                  0.53F,   // MainSubject
                                  0.72F,   // NearName
                                  0.34F,   // SpokeNear
                              },
                              0.10F};

// "it"
constexpr Weights kIt = {{
                             -1.24F,  // Constant
                             -0.00F,  // SameSentence
                             0.02F,   // SentenceBefore
                             -1.58F,  // Sentences
                             -0.87F,  // Rank
                             0.33F,   // Subject
                             1.04F,   // PassiveSubject
                             0.47F,   // Object
                             0.67F,   // Possessor
                             -0.89F,  // Modifier
                             0.56F,   // Parallel
                             -0.16F,  // Name
                             -0.33F,  // Pronoun
                             0.82F,   // SamePronoun
                             0.57F,   // GenderKnown
                             -0.12F,  // KindKnown
                             0.00F,   // Person
                             -0.15F,  // Group
                             0.06F,   // Body
                             0.01F,   // Place
                             0.77F,   // Size
                             -0.03F,  // Named
                             0.59F,   // LastSpeaker
                             0.30F,   // SpeaksAgain
                             0.39F,   // SameBlock
                             -0.20F,  // OutOfQuote
                             -0.28F,  // IntoQuote
                             0.60F,   // SameStatement
                             0.04F,   // OwnSpeaker
                             -0.30F,  // Indefinite
                             0.65F,   // OpensSentence
                             0.29F,   // Governs
                             0.00F,   // Coordination
                             -0.02F,  // OnlyQuoted
                             0.64F,   // Topic
                             0.67F,   // MainSubject
                             0.48F,   // NearName
                             0.30F,   // SpokeNear
                         },
                         0.20F};

// "they"
constexpr Weights kThey = {{
                               -0.66F,  // Constant
                               0.79F,   // SameSentence
                               0.59F,   // SentenceBefore
                               -1.20F,  // Sentences
                               -1.13F,  // Rank
                               0.07F,   // Subject
                               0.97F,   // PassiveSubject
                               0.12F,   // Object
                               1.31F,   // Possessor
                               -0.66F,  // Modifier
                               0.83F,   // Parallel
                               -0.27F,  // Name
                               -0.91F,  // Pronoun
                               1.81F,   // SamePronoun
                               0.00F,   // GenderKnown
                               -0.40F,  // KindKnown
                               -0.00F,  // Person
                               0.79F,   // Group
                               -0.10F,  // Body
                               0.08F,   // Place
                               0.48F,   // Size
                               -0.02F,  // Named
                               0.09F,   // LastSpeaker
                               0.56F,   // SpeaksAgain
                               0.22F,   // SameBlock
                               -0.10F,  // OutOfQuote
                               0.14F,   // IntoQuote
                               0.15F,   // SameStatement
                               0.08F,   // OwnSpeaker
                               -0.34F,  // Indefinite
                               0.29F,   // OpensSentence
                               0.81F,   // Governs
                               -0.78F,  // Coordination
                               -0.21F,  // OnlyQuoted
                               0.38F,   // Topic
                               1.02F,   // MainSubject
                               -0.14F,  // NearName
                               0.56F,   // SpokeNear
                           },
                           0.20F};

}  // namespace

const Weights& weights_for(const Sighting& pronoun) {
  if (pronoun.gender == Gender::male || pronoun.gender == Gender::female) return kHeOrShe;
  return pronoun.gender == Gender::neuter ? kIt : kThey;
}

}  // namespace onrecord::entity
