// statement/phrase.h — noun phrases, read from their first word.

#ifndef ONRECORD_STATEMENT_PHRASE_H_
#define ONRECORD_STATEMENT_PHRASE_H_

#include <string_view>

#include "statement/surroundings.h"
#include "syntax/tree.h"

namespace onrecord::statement {

using syntax::Tree;
using syntax::Word;

struct Phrase {
  TokenRange words = {};
  Word head = 0;
  bool empty() const { return words.empty(); }
};

// The noun phrase that begins with `first`, within `end`: with what is joined to it and what "of" hangs on
// it, without other prepositions and relative clauses. Empty when none begins there.
Phrase phrase_from(const Tree& tree, Word first, Word end);

// The kind of the name that `word` stands in ("Person"); empty for none.
std::string_view name_kind(const Tree& tree, Word word);

// Whether `word` speaks of somebody who can be spoken to: a name, a pronoun, an audience.
bool is_somebody(const Tree& tree, Word word);

bool is_nominal(const Tree& tree, Word word);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_PHRASE_H_
