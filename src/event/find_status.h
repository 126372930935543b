// event/find_status.h — how the report presents a happening, and on whose word it stands.

#ifndef ONRECORD_EVENT_FIND_STATUS_H_
#define ONRECORD_EVENT_FIND_STATUS_H_

#include "event/draft.h"

namespace onrecord::event {

// Sets status, evidence and vouched_by of `draft`, whose parties and clock are known: outward from the
// trigger to the first word that governs it as not so, planned, asked for and the like; else by who says so.
void find_status(const Ground& ground, Draft& draft);

}  // namespace onrecord::event

#endif  // ONRECORD_EVENT_FIND_STATUS_H_
