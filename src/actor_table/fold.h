// actor_table/fold.h — names made alike: "Zelenskyy", "Zelensky" and "Zelenskiy" fold to one.

#ifndef ONRECORD_ACTOR_TABLE_FOLD_H_
#define ONRECORD_ACTOR_TABLE_FOLD_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace onrecord::actor_table {

// What is left of a name when the ways of writing it in English no longer differ: small letters without
// marks, one space between words, no article, and one spelling for sounds that are transliterated in several
// ways. Letters of other scripts stay as they are. Invalid UTF-8 is kept byte by byte.
std::string fold(std::string_view name);

// ASCII letters made small, typographic apostrophes plain; nothing else changes. For words of the language.
std::string lower(std::string_view text);

// FNV-1a over 64 bits: keys of the tables' indices.
std::uint64_t hash(std::string_view key);
// The same of fold(name), sparing the string.
std::uint64_t fold_hash(std::string_view name);

}  // namespace onrecord::actor_table

#endif  // ONRECORD_ACTOR_TABLE_FOLD_H_
