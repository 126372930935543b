// place/find_places.h — the room's verbs.

#ifndef ONRECORD_PLACE_FIND_PLACES_H_
#define ONRECORD_PLACE_FIND_PLACES_H_

#include <string_view>
#include <vector>

#include "gazetteer/gazetteer.h"
#include "onrecord/place.h"
#include "syntax/tree.h"

namespace onrecord::place {

// The places that the document of `tree` names. Never fails: what is not known stays without a place.
// Countries are those of `viewpoint`: "un", or a country by its ISO 3166-1 code in small letters.
Places find_places(const syntax::Tree& tree, const gazetteer::Gazetteer& gazetteer,
                   std::string_view viewpoint);

// The same for mentions that somebody else found: one for each of `spans`, in their order.
Places find_places_at(const syntax::Tree& tree, const gazetteer::Gazetteer& gazetteer,
                      std::string_view viewpoint, const std::vector<Span>& spans);

}  // namespace onrecord::place

#endif  // ONRECORD_PLACE_FIND_PLACES_H_
