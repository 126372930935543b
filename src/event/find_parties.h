// event/find_parties.h — who did it, and to whom.

#ifndef ONRECORD_EVENT_FIND_PARTIES_H_
#define ONRECORD_EVENT_FIND_PARTIES_H_

#include "event/draft.h"

namespace onrecord::event {

// Fills agents and recipients of `draft`: as the neural reader sees them, and where it sees none, as the
// grammar of the trigger gives them.
void find_parties(const Ground& ground, Draft& draft);

}  // namespace onrecord::event

#endif  // ONRECORD_EVENT_FIND_PARTIES_H_
