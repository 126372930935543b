// place/spans.h — which words name places.

#ifndef ONRECORD_PLACE_SPANS_H_
#define ONRECORD_PLACE_SPANS_H_

#include <vector>

#include "place/draft.h"

namespace onrecord::place {

// In order, none overlapping another; with all places that each may be.
std::vector<Draft> find_drafts(const syntax::Tree& tree, const gazetteer::Gazetteer& gazetteer);

// A draft of words given by somebody else, whatever stands there.
Draft draft_of(const syntax::Tree& tree, const gazetteer::Gazetteer& gazetteer, TokenRange words);

}  // namespace onrecord::place

#endif  // ONRECORD_PLACE_SPANS_H_
