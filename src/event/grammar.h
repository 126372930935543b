// event/grammar.h — the parties that the grammar of a trigger gives.

#ifndef ONRECORD_EVENT_GRAMMAR_H_
#define ONRECORD_EVENT_GRAMMAR_H_

#include <optional>
#include <vector>

#include "event/draft.h"

namespace onrecord::event {

// Heads, without what is joined to them. Of the recipients the first that can be one.
struct Roles {
  std::vector<Word> agents, recipients;
};

Roles roles_by_grammar(const Ground& ground, const Draft& draft);

// Whether the word may stand for a party: somebody, a body of people, a place; with `things`, whatever
// can be hit.
bool can_be_party(const Ground& ground, Word head, bool things);

// The verb that carries the noun `word`: "launched" of "launched an attack"; nothing when none does.
std::optional<Word> light_verb_of(const Tree& tree, Word word);

// The subject of a verb, its own or one that it shares: "she came and [spoke]", "agreed to [leave]".
std::optional<Word> subject_of(const Tree& tree, Word verb);

bool is_passive(const Tree& tree, Word verb);

}  // namespace onrecord::event

#endif  // ONRECORD_EVENT_GRAMMAR_H_
