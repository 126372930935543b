// event/refuse.h — words of dealing that only tell something: they are statements and no deeds.

#ifndef ONRECORD_EVENT_REFUSE_H_
#define ONRECORD_EVENT_REFUSE_H_

#include "event/draft.h"

namespace onrecord::event {

// Whether the draft is no event of its type, by what it is done to or what follows it: a denial of a claim, a
// question, a refusal to comment, a warning of what others may do, blame put on a thing.
bool is_refused(const Ground& ground, const Draft& draft);

}  // namespace onrecord::event

#endif  // ONRECORD_EVENT_REFUSE_H_
