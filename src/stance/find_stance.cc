#include "stance/find_stance.h"

#include "stance/labels.h"

namespace onrecord::stance {

Stance find_stance(const syntax::Tree& tree, const Statement& statement) {
  Stance stance;
  if (statement.contents.empty() || tree.size() == 0) return stance;
  const Evidence evidence = gather(tree, statement);
  stance.act = act_of(evidence);
  stance.cue_status = cue_status_of(evidence, stance.act.value);
  // Whoever "would not say" refuses.
  if (stance.cue_status.value == CueStatus::refused) {
    stance.act.value = Act::refuse;
    stance.act.evidence = stance.cue_status.evidence;
  }
  const Act act = stance.act.value;
  stance.polarity = polarity_of(evidence, act);
  stance.certainty = certainty_of(evidence, act, stance.cue_status.value);
  stance.modality = modality_of(evidence, act);
  stance.time = time_of(evidence, act, stance.modality.value);
  stance.commitment = commitment_of(evidence);
  stance.status = status_of(evidence, stance);
  return stance;
}

}  // namespace onrecord::stance
