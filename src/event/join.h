// event/join.h — the mentions of one happening, made one.

#ifndef ONRECORD_EVENT_JOIN_H_
#define ONRECORD_EVENT_JOIN_H_

#include <vector>

#include "event/draft.h"

namespace onrecord::event {

// Which drafts tell one happening: groups of indices into `drafts`, in order of their first. Drafts of
// another type, with other parties, places or days are kept apart; so is what a word like "another" sets
// apart.
std::vector<std::vector<std::uint32_t>> join(const Ground& ground, const std::vector<Draft>& drafts);

}  // namespace onrecord::event

#endif  // ONRECORD_EVENT_JOIN_H_
