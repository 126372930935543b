// event/find_counts.h — how many were killed, injured, arrested, driven away, taking part.

#ifndef ONRECORD_EVENT_FIND_COUNTS_H_
#define ONRECORD_EVENT_FIND_COUNTS_H_

#include <vector>

#include "event/draft.h"

namespace onrecord::event {

// Gives each count of the report to the draft of the happening that caused it. `drafts` in order of words.
void find_counts(const Ground& ground, std::vector<Draft>& drafts);

}  // namespace onrecord::event

#endif  // ONRECORD_EVENT_FIND_COUNTS_H_
