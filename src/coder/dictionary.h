// coder/dictionary.h — what the tables of codes say, ready to be looked up.

#ifndef ONRECORD_CODER_DICTIONARY_H_
#define ONRECORD_CODER_DICTIONARY_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "actor_table/rows.h"
#include "onrecord/error.h"

namespace onrecord::coder {

using actor_table::Day;

// Words are kept as the matcher sees them: small letters, cut at hyphens and "_", "n't" a word of its own.
using Words = std::vector<std::string>;
void append_words(std::string_view word, Words& words);

// What is coded: one way, or ("032:033") there and back. Empty: nothing.
struct Codes {
  std::string there, back;
  bool empty() const { return there.empty(); }
};

struct NameWord {
  std::string text;
  bool joined = false;  // It must follow the word before directly.
};

struct DatedCode {
  std::string code;
  Day from = actor_table::kFirstDay, to = actor_table::kLastDay;
};

// An actor ("GON"; "---" is nobody) or an agent ("~GOV" follows the actor's code, "NGO~" leads it).
struct Holder {
  std::string name;
  bool is_agent = false;
  std::vector<DatedCode> codes;
};

struct NameForm {
  std::vector<NameWord> words;
  std::uint32_t holder = 0;
};

// One piece of a pattern.
struct Piece {
  enum class Kind : std::uint8_t {
    word,
    set,       // "&CURRENCY": any of its phrases.
    source,    // "$"
    target,    // "+"
    skip,      // "^": somebody who is neither.
    compound,  // "%": two or more.
  };
  Kind kind = Kind::word;
  std::string text;       // word
  std::uint32_t set = 0;  // set
  bool joined = false;    // Nothing may stand between it and the piece next to it, seen from the verb.
};

struct Pattern {
  std::vector<Piece> before, after;  // Both from the verb outward.
  Codes codes;
  std::size_t size() const { return before.size() + after.size(); }
};

struct VerbForm {
  Words before, after;  // Of a verb of several words, those round the one that is looked up.
  std::uint32_t block = 0;
  Codes codes;
  std::size_t size() const { return before.size() + after.size(); }
};

// A verb with its like: they share patterns, the longest first.
struct Block {
  std::string name;
  std::vector<Pattern> patterns;
};

struct Discard {
  Words words;
  bool report = false;
};

struct Dictionary {
  std::unordered_map<std::string, std::vector<NameForm>> names;    // By their first word, the longest first.
  std::unordered_map<std::string, std::vector<VerbForm>> verbs;    // By the verb itself, the longest first.
  std::unordered_map<std::string, std::vector<Discard>> discards;  // By their first word.
  std::vector<Holder> holders;
  std::vector<Block> blocks;
  std::vector<std::vector<Words>> sets;
};

// The code that `holder` has on `day`: the first whose days hold it, or else one without days. Empty: none.
std::string_view code_on(const Holder& holder, Day day);

}  // namespace onrecord::coder

#endif  // ONRECORD_CODER_DICTIONARY_H_
