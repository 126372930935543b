// naming/phrase.h — where noun phrases and names begin and end.

#ifndef ONRECORD_NAMING_PHRASE_H_
#define ONRECORD_NAMING_PHRASE_H_

#include <optional>

#include "naming/quotes.h"
#include "onrecord/span.h"
#include "syntax/tree.h"

namespace onrecord::naming {

bool is_noun(const Tree& tree, Word word);     // NOUN or PROPN.
bool is_nominal(const Tree& tree, Word word);  // A noun or a pronoun.

// The noun phrase that `head` carries, within `limits`: with what identifies it, without prepositions before
// it, clauses beside it, or quotation marks at its edges. Empty when `head` lies outside.
TokenRange noun_phrase(const Tree& tree, Word head, TokenRange limits);

// A name: its words without marks and without "a" or "an" at its head.
struct Name {
  TokenRange words;
  bool quoted = false;
};

// The name that `head` carries, within `limits`: the quotation that holds it, or its noun phrase. Nothing
// when it is no noun phrase, is longer than a name, or speaks in a sentence of its own.
std::optional<Name> name_at(const Tree& tree, const Quotes& quotes, Word head, TokenRange limits);

// The same of words in quotation marks.
std::optional<Name> quoted_name(const Tree& tree, Quoted quoted);

// Likewise by qualities alone: “late, but honest”; not “very late”, which only describes.
std::optional<Name> quoted_quality(const Tree& tree, Quoted quoted);

// The word of `words` that carries them: whose head lies outside.
std::optional<Word> head_of(const Tree& tree, TokenRange words);

}  // namespace onrecord::naming

#endif  // ONRECORD_NAMING_PHRASE_H_
