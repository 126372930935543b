// naming/marked.h — names that no verb gives: marked as another's by a word, by what stands beside them, or
// by quotation marks alone.

#ifndef ONRECORD_NAMING_MARKED_H_
#define ONRECORD_NAMING_MARKED_H_

#include <optional>

#include "naming/draft.h"
#include "naming/quotes.h"
#include "syntax/tree.h"

namespace onrecord::naming {

// "The so-called peace pipeline": `word` is the "called" of it, or all of it.
std::optional<Draft> held_off_by(const Tree& tree, const Quotes& quotes, Word word);

// "A “slow eviction”, as the tenants put it": `as` is the "as" of it.
std::optional<Draft> given_aside(const Tree& tree, const Quotes& quotes, Word as);

// "A “slow eviction”, in the words of Ana Ruiz": `words` is the "words" of it.
std::optional<Draft> given_in_the_words_of(const Tree& tree, const Quotes& quotes, Word words);

// "A singer going by the name “Lady Lime”": `word` is the "name" of it.
std::optional<Draft> given_by_the_name(const Tree& tree, const Quotes& quotes, Word word);

// “Rescue” in: the “rescue” of the bank. The outlet holds the words at arm's length. Nothing when they are a
// title, a nickname, a word that is only mentioned, or anything but a noun phrase of a few words.
std::optional<Draft> held_at_arms_length(const Tree& tree, Quoted quoted);

}  // namespace onrecord::naming

#endif  // ONRECORD_NAMING_MARKED_H_
