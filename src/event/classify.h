// event/classify.h — what an event is about, and which code of CAMEO says it.

#ifndef ONRECORD_EVENT_CLASSIFY_H_
#define ONRECORD_EVENT_CLASSIFY_H_

#include <string_view>
#include <vector>

#include "event/ground.h"
#include "onrecord/event.h"

namespace onrecord::event {

// The contexts that the words of the sentence of `trigger` name; never more than three, in the order of
// data/plover/contexts.tsv. Of static duration.
std::vector<std::string_view> contexts_of(const Ground& ground, Word trigger, EventType type,
                                          std::string_view mode);

// By data/plover/cameo.tsv: the row of type, mode and context, else of type and mode, else of the type. Empty
// for what CAMEO has no code for. Of static duration.
std::string_view cameo_of(EventType type, std::string_view mode,
                          const std::vector<std::string_view>& contexts);

}  // namespace onrecord::event

#endif  // ONRECORD_EVENT_CLASSIFY_H_
