// place/spans.h — which words name places.

#ifndef ONRECORD_PLACE_SPANS_H_
#define ONRECORD_PLACE_SPANS_H_

#include <vector>

#include "place/draft.h"

namespace onrecord::place {

// In order, none overlapping another; with all places that each may be.
std::vector<Draft> find_drafts(const syntax::Tree& tree, const gazetteer::Gazetteer& gazetteer);

// Those that `spans` of the text name, whatever stands there, in order, with the others of the document
// between them: these tell of the given ones which places they mean.
std::vector<Draft> find_drafts_with(const syntax::Tree& tree, const gazetteer::Gazetteer& gazetteer,
                                    const std::vector<Span>& spans);

// A draft of words given by somebody else.
Draft draft_of(const syntax::Tree& tree, const gazetteer::Gazetteer& gazetteer, TokenRange words);

}  // namespace onrecord::place

#endif  // ONRECORD_PLACE_SPANS_H_
