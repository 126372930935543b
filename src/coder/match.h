// coder/match.h — patterns of verbs against the words round one.

#ifndef ONRECORD_CODER_MATCH_H_
#define ONRECORD_CODER_MATCH_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "coder/dictionary.h"
#include "coder/scene.h"

namespace onrecord::coder {

// A verb of the tables, where it stands.
struct VerbWord {
  Word token = 0;                    // The word that is looked up.
  std::uint32_t first = 0, end = 0;  // In Scene::words(): all its words.
};

// What a pattern may look at: words of the verb's clause and of those that govern it, from the verb outward.
struct View {
  std::vector<std::uint32_t> before, after;  // Indices into Scene::words().
};
View view_of(const Scene& scene, const VerbWord& verb);

// Tokens behind `token` that are of its clause, in order: without clauses that "and" adds. `wide`: also what
// follows in the clauses that govern it.
std::vector<Word> following(const Scene& scene, Word token, bool wide);

// Whom a pattern names.
struct Marked {
  std::optional<std::uint32_t> source, target, compound;  // Phrases.
};
std::optional<Marked> match(const Scene& scene, const Dictionary& dictionary, const VerbWord& verb,
                            const View& view, const Pattern& pattern);

}  // namespace onrecord::coder

#endif  // ONRECORD_CODER_MATCH_H_
