// event/tables.h — what the tables of PLOVER and of words say.

#ifndef ONRECORD_EVENT_TABLES_H_
#define ONRECORD_EVENT_TABLES_H_

#include <optional>
#include <string>
#include <string_view>

#include "onrecord/event.h"

namespace onrecord::event {

// The value of data/lexicon/en/event_words.tsv for `word` in the class `of`; nothing when it is not there.
std::optional<std::string_view> table_value(std::string_view of, const std::string& word);

// "ASSAULT"; unknown for what is no type.
EventType type_named(std::string_view name);

// The mode of a label "ASSAULT drone" that belongs to `type`; empty for "_", another type's and unknown ones.
std::string_view mode_named(EventType type, std::string_view label);

// Takes what stands before `mark` off `text`, and the mark; all of it when there is none.
std::string_view take(std::string_view& text, char mark);

}  // namespace onrecord::event

#endif  // ONRECORD_EVENT_TABLES_H_
