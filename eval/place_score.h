// eval/place_score.h — places found and resolved, against those marked by hand.

#ifndef ONRECORD_EVAL_PLACE_SCORE_H_
#define ONRECORD_EVAL_PLACE_SCORE_H_

#include <cstdint>
#include <vector>

#include "eval/count.h"
#include "eval/place_corpus.h"
#include "onrecord/place.h"

namespace onrecord::eval {

struct PlaceCounts {
  std::uint32_t gold = 0, found = 0;
  std::uint32_t exact = 0;                         // Gold toponyms with a mention of the same words.
  std::uint32_t met_gold = 0, met_found = 0;       // Those of either side that touch one of the other.
  std::uint32_t with_id = 0, right = 0, near = 0;  // Gold spans: the same id; that, or within 161 km.
  std::uint32_t without_id = 0, none = 0;          // Gold toponyms of no entry, and how many were left so.
  std::uint32_t through = 0;                       // Found with the same words, and the right id.
  double seconds = 0, bytes = 0;  // Of the room alone: finding, typing and resolving what is found.
  void add(const PlaceCounts& other);
};

// Whether a mention counts as a toponym found. The corpora mark those inside longer names as well ("the
// University of Texas"): such a one counts when a place is given.
bool counts_as_toponym(const PlaceMention& mention);

// `found`: what the reader saw; `given`: what it says of the gold spans, one a toponym. The spans of `gold`
// are of the document's text.
void score_places(const std::vector<GoldToponym>& gold, const Places& found, const Places& given,
                  PlaceCounts& counts);

bool is_right(const GoldToponym& gold, const Places& given, std::size_t index);

double km_between(double latitude, double longitude, double other_latitude, double other_longitude);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_PLACE_SCORE_H_
