// coder/scene.h — one sentence as the coder sees it: its words, its noun phrases, and who of the tables
// stands in them.

#ifndef ONRECORD_CODER_SCENE_H_
#define ONRECORD_CODER_SCENE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coder/dictionary.h"
#include "onrecord/span.h"
#include "syntax/tree.h"

namespace onrecord::coder {

using syntax::Word;

struct SceneWord {
  std::string text;  // As append_words makes it.
  Word token = 0;
};

// Somebody of the tables, where named.
struct Found {
  std::string_view code;  // An agent's with its "~".
  bool is_agent = false;
  std::uint32_t first = 0, end = 0;  // In Scene::words().
};

// A noun with what belongs to it, but without what prepositions add.
struct Phrase {
  Word head = 0;
  std::uint32_t first = 0, end = 0;  // In Scene::words(); from its first word to its last.
  std::uint32_t head_at = 0;         // Where the head stands there.
  std::vector<Found> found = {};     // In order.
};

// A code for a source or a target, and the words that gave it.
struct Party {
  std::string code;
  Span words;
};

inline constexpr std::uint32_t kNoPhrase = 0xFFFFFFFFU;

class Scene {
 public:
  Scene(const syntax::Tree& tree, TokenRange sentence, const Dictionary& dictionary, Day day,
        std::size_t new_actor_words);

  const syntax::Tree& tree() const { return tree_; }
  TokenRange sentence() const { return sentence_; }
  const std::vector<SceneWord>& words() const { return words_; }
  const std::vector<Phrase>& phrases() const { return phrases_; }
  // The number of the phrase that `token` is part of; kNoPhrase: none.
  std::uint32_t phrase_of(Word token) const { return phrase_of_[token - sentence_.first]; }
  // The first of words() that is of `token` or a later one.
  std::uint32_t at(Word token) const { return at_[token - sentence_.first]; }

  // Who the phrase names, with all that are joined to it by "and" and commas; empty: nobody that the tables
  // know.
  std::vector<Party> parties(std::uint32_t phrase) const;
  // The phrase at the head of those that "and" joins.
  std::uint32_t first_of(std::uint32_t phrase) const;
  bool is_known(std::uint32_t phrase) const { return !phrases_[phrase].found.empty(); }

 private:
  void cut_words();
  void find_phrases();
  void join_neighbours();
  bool are_one(const Phrase& left, const Phrase& right) const;
  bool is_listed(Word word) const;
  bool is_former(const Phrase& phrase, std::uint32_t before) const;
  void find_names();
  std::uint32_t match(const NameForm& form, std::uint32_t from) const;
  std::optional<Found> longest(std::uint32_t from, bool agents) const;
  void collect(Word token, std::uint32_t phrase);
  std::vector<std::uint32_t> below(std::uint32_t phrase) const;
  std::vector<Party> own(std::uint32_t phrase, const std::vector<Word>& added, int depth) const;
  std::vector<Party> added_parties(const std::vector<Word>& added, int depth) const;
  std::vector<std::vector<Word>> additions(const std::vector<std::uint32_t>& members) const;
  std::optional<Party> unknown(std::uint32_t phrase) const;
  Span span(const Phrase& phrase) const;

  const syntax::Tree& tree_;
  TokenRange sentence_;
  const Dictionary& dictionary_;
  Day day_;
  std::size_t new_actor_words_;
  std::vector<SceneWord> words_;
  std::vector<std::uint32_t> at_, phrase_of_;
  std::vector<Phrase> phrases_;
};

// An actor's code with those of agents, each role once: "GON" and "~GOV" are "GONGOV".
std::string compose(std::string_view actor, const std::vector<Found>& found);

}  // namespace onrecord::coder

#endif  // ONRECORD_CODER_SCENE_H_
