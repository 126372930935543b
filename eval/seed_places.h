// eval/seed_places.h — the places of the seed report.

#ifndef ONRECORD_EVAL_SEED_PLACES_H_
#define ONRECORD_EVAL_SEED_PLACES_H_

#include <iosfwd>
#include <string_view>

#include "eval/count.h"
#include "onrecord/reading.h"

namespace onrecord::eval {

// Holds the reading against the list "places" of the seed's record, which may name of each place its country,
// what it is, whether it is disputed, and how far at most its point may lie from another. Prints a line each.
// Figures: seed.places.right, seed.places.expected; none when there is no such list.
Figures measure_seed_places(const Reading& reading, std::string_view json, std::ostream& out);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_SEED_PLACES_H_
