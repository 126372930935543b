// event/place_and_time.h — where and when a happening was.

#ifndef ONRECORD_EVENT_PLACE_AND_TIME_H_
#define ONRECORD_EVENT_PLACE_AND_TIME_H_

#include "event/draft.h"

namespace onrecord::event {

// Sets place and clock of `draft`, whose parties are known: what its own clause tells. Never the day of
// publication by itself.
void find_place_and_time(const Ground& ground, Draft& draft);

}  // namespace onrecord::event

#endif  // ONRECORD_EVENT_PLACE_AND_TIME_H_
