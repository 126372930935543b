// event/find_events.h — the room's one verb.

#ifndef ONRECORD_EVENT_FIND_EVENTS_H_
#define ONRECORD_EVENT_FIND_EVENTS_H_

#include <vector>

#include "event/ground.h"
#include "onrecord/event.h"

namespace onrecord::event {

// The happenings that a report tells, in order of their first mention: what the neural reader saw in
// `told.tree`, with parties, place, time, counts, status and on whose word. Empty where the weights know no
// events. Linear in the words. Never fails.
std::vector<Event> find_events(const Told& told);

}  // namespace onrecord::event

#endif  // ONRECORD_EVENT_FIND_EVENTS_H_
