#include "place/strikes.h"

#include <optional>
#include <string>
#include <string_view>

#include "lexicon/table.h"

namespace onrecord::place {
namespace {

using syntax::Tree;
using syntax::Word;

constexpr std::string_view kStrikes =
#include "place_strikes.inc"
    ;

bool is_told_as(std::string_view word, std::string_view sort) {
  static const lexicon::Table kWords(kStrikes);
  std::string low(word);
  for (char& c : low) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  auto found = kWords.find(low);
  // At the head of a sentence a plural may be held for a name, whose lemma keeps its ending.
  if (!found && low.ends_with('s')) found = kWords.find(std::string_view(low).substr(0, low.size() - 1));
  return found && (*found == sort || *found == "both");
}

// "floods", "a barrage of rockets", "Hurricane Orla", "heavy shelling and rockets"
bool is_force(const Tree& tree, Word word) {
  if (is_told_as(tree.lemma(word), "force")) return true;
  for (const Word child : tree.children(word)) {
    const bool part = tree.is_any(child, {"compound", "flat", "appos", "nmod"}) && tree.upos(child) != "PRON";
    if (part && is_told_as(tree.lemma(child), "force") && !tree.child(word, "nmod:poss")) return true;
  }
  return false;
}

// In "Kharkiv and Odesa" both stand as Kharkiv does.
Word first_of_list(const Tree& tree, Word word) {
  for (int steps = 0; steps < 8 && tree.is(word, "conj") && tree.head(word) != kRoot; ++steps)
    word = tree.head(word);
  return word;
}

}  // namespace

bool is_struck(const Tree& tree, Word word) {
  word = first_of_list(tree, word);
  const Word verb = tree.head(word);
  // "struck", of which the neural reader makes no lemma.
  if (verb == kRoot || !(is_told_as(tree.lemma(verb), "strikes") || is_told_as(tree.text(verb), "strikes")))
    return false;
  if (tree.is(word, "obj")) {
    const auto force = tree.child(verb, "nsubj");
    return force && !tree.is(*force, "nsubj:pass") && is_force(tree, *force);
  }
  if (!tree.is(word, "nsubj:pass")) return false;
  for (const Word child : tree.children(verb)) {
    const auto mark = tree.child(child, "case");
    if (tree.is(child, "obl") && mark && tree.text(*mark) == "by" && is_force(tree, child)) return true;
  }
  return false;
}

}  // namespace onrecord::place
