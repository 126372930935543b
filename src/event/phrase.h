// event/phrase.h — the words that stand for somebody or something, from their head.

#ifndef ONRECORD_EVENT_PHRASE_H_
#define ONRECORD_EVENT_PHRASE_H_

#include <vector>

#include "event/ground.h"

namespace onrecord::event {

// The noun phrase round `head`, with what identifies and without what only adds: relative clauses,
// appositions, places that hang on it.
TokenRange phrase_round(const Tree& tree, Word head);

// `head` and those that are joined to it: "Lorne and Varr".
std::vector<Word> joined_to(const Tree& tree, Word head);

// Whom a relative pronoun stands for, or the word itself: "the army that shelled it".
Word antecedent_of(const Tree& tree, Word word);

}  // namespace onrecord::event

#endif  // ONRECORD_EVENT_PHRASE_H_
