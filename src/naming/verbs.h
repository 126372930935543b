// naming/verbs.h — names that a verb gives: X calls Y Z, X describes Y as Z, what X calls Z, Y is known as Z.

#ifndef ONRECORD_NAMING_VERBS_H_
#define ONRECORD_NAMING_VERBS_H_

#include <optional>

#include "naming/draft.h"
#include "naming/quotes.h"
#include "syntax/tree.h"

namespace onrecord::naming {

// The name that `verb` gives. Nothing when it is no such verb, gives none here (called the police, called
// off), or the report does not say that it was given (would not call, refused to call, if they call).
std::optional<Draft> given_by_verb(const Tree& tree, const Quotes& quotes, Word verb);

// The one that answers for `verb`, by its subject or its agent. Nothing when nobody does.
std::optional<Word> subject_of(const Tree& tree, Word verb);

}  // namespace onrecord::naming

#endif  // ONRECORD_NAMING_VERBS_H_
