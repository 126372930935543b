// statement/subject.h — who answers for a verb of saying, and whether it tells of anything said.

#ifndef ONRECORD_STATEMENT_SUBJECT_H_
#define ONRECORD_STATEMENT_SUBJECT_H_

#include <optional>

#include "syntax/tree.h"

namespace onrecord::statement {

using syntax::Tree;
using syntax::Word;

// The subject that answers for `verb`: its own, or that of the verb it is joined to ("took the floor,
// saying"). Nothing for passives, whose subject does not speak.
std::optional<Word> subject_of(const Tree& tree, Word verb);

// "That said", "this says", "it says much": what answers for nothing.
bool is_hollow(const Tree& tree, Word subject);

// Not "if she says", "to let firms tell …", "let us say".
bool is_told(const Tree& tree, Word verb);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_SUBJECT_H_
