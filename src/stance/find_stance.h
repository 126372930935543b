// stance/find_stance.h — the room's one verb.

#ifndef ONRECORD_STANCE_FIND_STANCE_H_
#define ONRECORD_STANCE_FIND_STANCE_H_

#include "onrecord/stance.h"
#include "onrecord/statement.h"
#include "syntax/tree.h"

namespace onrecord::stance {

// How `statement`, found in the document of `tree`, is meant. What its words do not tell stays unknown.
Stance find_stance(const syntax::Tree& tree, const Statement& statement);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_FIND_STANCE_H_
