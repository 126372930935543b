// onrecord/stance_rules.h — which rule decided each label of a stance.

#ifndef ONRECORD_STANCE_RULES_H_
#define ONRECORD_STANCE_RULES_H_

#include <string_view>
#include <vector>

#include "onrecord/reading.h"

namespace onrecord {

// Rows of data/lexicon/en/stance_scores.tsv, which says how often each is right: "act.plain". Empty where the
// label is unknown.
struct StanceRules {
  std::string_view act, cue_status, polarity, certainty, modality, time, commitment, status;
};

// One for each of reading.statements.
std::vector<StanceRules> stance_rules(const Reading& reading);

}  // namespace onrecord

#endif  // ONRECORD_STANCE_RULES_H_
