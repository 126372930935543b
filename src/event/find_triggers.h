// event/find_triggers.h — the words that tell a happening of one of the types.

#ifndef ONRECORD_EVENT_FIND_TRIGGERS_H_
#define ONRECORD_EVENT_FIND_TRIGGERS_H_

#include <vector>

#include "event/draft.h"

namespace onrecord::event {

// One draft a trigger, in order of their words: what the neural reader is sure enough of, without the words
// that only tell the result of another ("shot and killed").
std::vector<Draft> find_triggers(const Ground& ground);

}  // namespace onrecord::event

#endif  // ONRECORD_EVENT_FIND_TRIGGERS_H_
