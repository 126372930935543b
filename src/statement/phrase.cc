#include "statement/phrase.h"

#include <algorithm>

#include "statement/forms.h"

namespace onrecord::statement {
namespace {

constexpr Word kLongest = 24;  // Words of a phrase.
constexpr float kSurePerson = 0.7F;
constexpr int kDeepest = 4;  // Phrases within phrases.

// Whether what hangs on a noun by `child`, right of it, is needed to say who or what is meant.
bool identifies(const Tree& tree, Word child) {
  if (tree.is_any(child, {"flat", "fixed", "goeswith", "compound", "nummod"})) return true;
  if (!is_nominal(tree, child)) return false;
  if (tree.is(child, "conj")) return true;
  // "the newspaper Il Corso"
  if (tree.is(child, "appos"))
    return tree.upos(child) == "PROPN" && !tree.is_punctuation(tree.subtree(child).first - 1);
  const Word first = tree.subtree(child).first;
  return tree.is(child, "nmod") && (tree.text(first) == "of" || tree.text(first) == "'s");
}

Word end_of(const Tree& tree, Word head, Word limit, int depth) {
  Word end = head + 1;
  if (end < limit && tree.is(end, "case") && tree.head(end) == head) ++end;  // 's
  if (depth == kDeepest) return end;
  for (const Word child : tree.children(head)) {
    if (child < end) continue;
    const Word first = tree.subtree(child).first;
    if (child >= limit || first > end + 1 || !identifies(tree, child)) break;
    if (tree.upos(first) == "ADP" && tree.text(first) != "of") break;
    if (first == end + 1 && !tree.is_punctuation(end)) break;
    end = std::max(end, end_of(tree, child, limit, depth + 1));
  }
  return std::min(end, limit);
}

// Whether the reader sees someone, or some body of people, in the words that `word` carries.
bool is_person_or_body(const Tree& tree, Word word) {
  const auto& things = tree.tags().things;
  const auto found = std::partition_point(things.begin(), things.end(),
                                          [&](const Thing& thing) { return thing.head < word; });
  if (found == things.end() || found->head != word || !tree.tags().labels) return false;
  const auto& kinds = tree.tags().labels->thing;
  return found->kind < kinds.size() && found->score >= kSurePerson &&
         (kinds[found->kind] == "person" || kinds[found->kind] == "organization");
}

}  // namespace

bool is_nominal(const Tree& tree, Word word) {
  const auto upos = tree.upos(word);
  return upos == "NOUN" || upos == "PROPN" || upos == "PRON" || upos == "NUM";
}

Phrase phrase_from(const Tree& tree, Word first, Word end) {
  end = std::min(end, first + kLongest);
  if (first >= end) return {};
  Word head = first;
  for (Word above = tree.head(head); above != kRoot && above > head && above < end; above = tree.head(head)) {
    if (tree.is_verb(above) && !is_nominal(tree, above)) break;
    if (is_nominal(tree, head) && tree.is_any(head, {"obl", "nsubj", "obj", "iobj"})) break;
    head = above;
  }
  if (!is_nominal(tree, head) && surrounding_of(tree, head) != Surrounding::language) return {};
  Word last = end_of(tree, head, end, 0);
  while (last > head + 1 && tree.is_punctuation(last - 1)) --last;
  return {{first, last}, head};
}

std::string_view name_kind(const Tree& tree, Word word) {
  const auto& names = tree.tags().names;
  const auto found = std::partition_point(names.begin(), names.end(),
                                          [&](const Name& name) { return name.words.end <= word; });
  if (found == names.end() || !found->words.contains(word) || !tree.tags().labels) return {};
  const auto& kinds = tree.tags().labels->name;
  return found->kind < kinds.size() ? std::string_view(kinds[found->kind]) : std::string_view();
}

bool is_somebody(const Tree& tree, Word word) {
  if (surrounding_of(tree, word) == Surrounding::audience || is_person_or_body(tree, word)) return true;
  const auto kind = name_kind(tree, word);
  if (kind == "Person" || kind == "Organization" || kind == "NORP") return true;
  if (!kind.empty()) return false;
  if (tree.upos(word) == "PRON") {
    const std::string text = lower_case(tree.text(word));
    return text == "him" || text == "her" || text == "them" || text == "me" || text == "us" || text == "you";
  }
  return tree.upos(word) == "PROPN" && surrounding_of(tree, word) == Surrounding::none;
}

}  // namespace onrecord::statement
