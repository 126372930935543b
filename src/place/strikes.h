// place/strikes.h — what a storm, a flood or a shell strikes is somewhere, whoever lives there.

#ifndef ONRECORD_PLACE_STRIKES_H_
#define ONRECORD_PLACE_STRIKES_H_

#include "syntax/tree.h"

namespace onrecord::place {

// Whether a force of nature or a weapon strikes what `word` stands for: "shells struck Kharkiv", "Nepal was
// hit by an earthquake", and "Odesa" of "shells struck Kharkiv and Odesa".
bool is_struck(const syntax::Tree& tree, syntax::Word word);

}  // namespace onrecord::place

#endif  // ONRECORD_PLACE_STRIKES_H_
