// event/by_outcome.h — violence of which only the outcome has a verb.

#ifndef ONRECORD_EVENT_BY_OUTCOME_H_
#define ONRECORD_EVENT_BY_OUTCOME_H_

#include <vector>

#include "event/draft.h"

namespace onrecord::event {

// Adds drafts for sentences in which nothing else tells the violence: "a roadside bomb injured a dozen", "ten
// were killed in the ambush", "thousands fled the fighting". The dead of accidents, whose cause is none of
// anybody's, get none. Keeps `drafts` in order of their words.
void add_by_outcome(const Ground& ground, std::vector<Draft>& drafts);

}  // namespace onrecord::event

#endif  // ONRECORD_EVENT_BY_OUTCOME_H_
