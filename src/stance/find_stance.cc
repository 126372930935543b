#include "stance/find_stance.h"

#include "onrecord/rules.h"
#include "stance/labels.h"

namespace onrecord::stance {
namespace {

Judgement judge(Evidence evidence) {
  Judgement stance;
  stance.act = act_of(evidence);
  stance.cue_status = cue_status_of(evidence, stance.act.value);
  // Whoever "would not say" refuses.
  evidence.refused = stance.cue_status.value == CueStatus::refused;
  if (evidence.refused) stance.act = label(Act::refuse, "act.refused", stance.cue_status.evidence);
  const Act act = stance.act.value;
  stance.polarity = polarity_of(evidence, act);
  stance.certainty = certainty_of(evidence, act, stance.cue_status.value);
  stance.modality = modality_of(evidence, act);
  stance.time = time_of(evidence, act, stance.modality.value);
  stance.commitment = commitment_of(evidence);
  stance.status = status_of(evidence, stance);
  return stance;
}

Judgement judge(const syntax::Tree& tree, const Statement& statement, const Entities* entities) {
  if (statement.contents.empty() || tree.size() == 0) return {};
  return judge(gather(tree, statement, entities));
}

}  // namespace

Stance find_stance(const syntax::Tree& tree, const Statement& statement, const Entities* entities) {
  const Judgement by = judge(tree, statement, entities);
  return {by.act, by.cue_status, by.polarity, by.certainty, by.modality, by.time, by.commitment, by.status};
}

}  // namespace onrecord::stance

namespace onrecord {

std::vector<StanceRules> stance_rules(const Reading& reading) {
  const syntax::Tree tree(reading.document, reading.tags);
  std::vector<StanceRules> rules;
  rules.reserve(reading.statements.size());
  for (const Statement& statement : reading.statements) {
    const auto by = stance::judge(tree, statement, &reading.entities);
    rules.push_back({by.act.rule, by.cue_status.rule, by.polarity.rule, by.certainty.rule, by.modality.rule,
                     by.time.rule, by.commitment.rule, by.status.rule});
  }
  return rules;
}

}  // namespace onrecord
