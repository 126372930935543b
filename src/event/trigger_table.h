// event/trigger_table.h — which words tell which type, by the table of triggers.

#ifndef ONRECORD_EVENT_TRIGGER_TABLE_H_
#define ONRECORD_EVENT_TRIGGER_TABLE_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "event/ground.h"
#include "onrecord/event.h"

namespace onrecord::event {

// A row of data/lexicon/en/triggers.tsv whose key a word fits.
struct TriggerRow {
  EventType type = EventType::unknown;
  std::string_view mode = {};  // Of static duration; empty: none.
  std::uint32_t number = 0;    // Of the row, from 0.
  bool whole = false;          // Its frame holds too.
  float right = 0;             // In [0, 1]: how often a word that fits it so far tells that, in news.
};

// The first row whose frame holds too, else the first whose key fits.
std::optional<TriggerRow> trigger_row(const Ground& ground, Word word);

// How sure it is that a word tells an event: by the neural reader's score of a type, by a row of that type,
// or by both, as fitted on news. In [0, 1].
float belief(std::optional<float> seen, const TriggerRow* row);

}  // namespace onrecord::event

#endif  // ONRECORD_EVENT_TRIGGER_TABLE_H_
