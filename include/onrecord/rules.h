// onrecord/rules.h — which rule decided, where there are scores by rule.

#ifndef ONRECORD_RULES_H_
#define ONRECORD_RULES_H_

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

// A row of data/lexicon/en/naming_scores.tsv.
inline std::string_view naming_rule(const Naming& naming) {
  return naming.cue ? "naming.by_cue" : "naming.by_marks";
}

}  // namespace onrecord

#endif  // ONRECORD_RULES_H_
