#include "entity/pronoun_clues.h"

namespace onrecord::entity {
namespace {

Weights by_hand() {
  Weights weights;
  auto& w = weights.clues;
  w[kConstant] = -0.5F;
  w[kSameSentence] = 0.6F;
  w[kSentenceBefore] = 0.4F;
  w[kSentences] = -0.9F;
  w[kRank] = -0.6F;
  w[kSubject] = 0.8F;
  w[kPassiveSubject] = 0.6F;
  w[kObject] = 0.2F;
  w[kModifier] = -0.4F;
  w[kParallel] = 0.3F;
  w[kName] = 0.3F;
  w[kSamePronoun] = 0.9F;
  w[kGenderKnown] = 0.8F;
  w[kKindKnown] = 0.5F;
  w[kSize] = 0.3F;
  w[kLastSpeaker] = 0.6F;
  w[kSpeaksAgain] = 1.2F;
  w[kOutOfQuote] = -1.0F;
  w[kOwnSpeaker] = 1.0F;
  w[kIndefinite] = -0.3F;
  w[kGoverns] = 0.4F;
  weights.odds = 0.5F;
  return weights;
}

}  // namespace

const Weights& weights_for(const Sighting& pronoun) {
  static const Weights all = by_hand();
  (void)pronoun;
  return all;
}

}  // namespace onrecord::entity
