// stance/find_stance.h — how a statement is meant: act, certainty, modality, polarity, status.

#ifndef ONRECORD_STANCE_FIND_STANCE_H_
#define ONRECORD_STANCE_FIND_STANCE_H_

#include "onrecord/entity.h"
#include "onrecord/statement.h"
#include "syntax/tree.h"

namespace onrecord::stance {

// The stance of one statement, each label with the words that decided it. Labels that nothing decides stay
// unknown. With `entities`, to which statement.speakers point, what the speaker's own will do is told from
// what others will.
Stance find_stance(const syntax::Tree& tree, const Statement& statement, const Entities* entities = nullptr);

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_FIND_STANCE_H_
