// eval/seed_events.h — the events of the seed report against its record.

#ifndef ONRECORD_EVAL_SEED_EVENTS_H_
#define ONRECORD_EVAL_SEED_EVENTS_H_

#include <string_view>

#include "eval/count.h"
#include "eval/measure.h"
#include "onrecord/reading.h"

namespace onrecord::eval {

// Prints a row for each of "events", each right when its type, parties, mode, status, time, place and voucher
// are as far as the record gives them, and adds "seed.events.right" and "seed.events.expected". What the
// record says is none is right when nothing is found there.
void append_seed_events(const Reading& reading, std::string_view json, Figures& figures, Talk talk);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_SEED_EVENTS_H_
