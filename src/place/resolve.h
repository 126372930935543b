// place/resolve.h — which place each mention means.

#ifndef ONRECORD_PLACE_RESOLVE_H_
#define ONRECORD_PLACE_RESOLVE_H_

#include <vector>

#include "place/draft.h"

namespace onrecord::place {

// What speaks for a candidate, as weighed on reports with odd numbers (eval places).
struct Weights {
  float people = 0.7F;  // Ten times as many.
  float country = 4.5F, region = 2.0F, admin1 = 2.6F, admin2 = 0.0F;
  float lesser_admin1 = -1.2F;        // One that news seldom names without a word for what it is.
  float capital = 2.0F, seat = 0.4F;  // Of a country; of a division.
  float shadowed = -3.0F;             // A division that bears the name of its own chief town.
  float other_name = -0.6F, bare = -2.5F;
  float beside = 7.0F,
        listed = 2.5F;  // Inside what is named beside it; that where itself may be a country or division.
  float country_named = 1.5F, admin1_named = 1.3F, near = 1.1F;
  float peer = 2.5F;   // Beside another of its kind, in a list: "Georgia and Alabama", "Georgia and Armenia".
  float least = 1.2F;  // Below it, none.
};

// Sets place, place_score and rule of each draft; leaves them where no candidate is likely enough. Those that
// are written alike mean the same place, unless what stands beside one says otherwise.
void resolve(const syntax::Tree& tree, const gazetteer::Gazetteer& gazetteer, std::vector<Draft>& drafts,
             const Weights& weights = {});

}  // namespace onrecord::place

#endif  // ONRECORD_PLACE_RESOLVE_H_
