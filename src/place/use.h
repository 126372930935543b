// place/use.h — what each mention stands for.

#ifndef ONRECORD_PLACE_USE_H_
#define ONRECORD_PLACE_USE_H_

#include <vector>

#include "place/draft.h"

namespace onrecord::place {

// Sets use, use_score and somewhere of each draft, whose places are known already.
void find_uses(const syntax::Tree& tree, const gazetteer::Gazetteer& gazetteer, std::vector<Draft>& drafts);

}  // namespace onrecord::place

#endif  // ONRECORD_PLACE_USE_H_
