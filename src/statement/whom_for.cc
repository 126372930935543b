#include "statement/whom_for.h"

#include <algorithm>

#include "statement/forms.h"
#include "statement/phrase.h"

namespace onrecord::statement {
namespace {

constexpr Word kLongestSpeaker = 60;
constexpr int kDeepest = 6;  // Steps from a word up to the speaker's head.

// How many bytes at the end of `word` only say that it owns something.
std::uint32_t genitive_size(std::string_view word) {
  for (const std::string_view ending : {"'s", "’s", "s'", "s’"}) {
    if (word.ends_with(ending)) return static_cast<std::uint32_t>(ending.size() - (ending[0] == 's' ? 1 : 0));
  }
  return word == "'" || word == "’" ? static_cast<std::uint32_t>(word.size()) : 0;
}

bool is_genitive(std::string_view word) { return genitive_size(word) > 0; }

bool is_possessive(std::string_view word) {
  const std::string lower = lower_case(word);
  return lower == "his" || lower == "her" || lower == "their" || lower == "its" || lower == "my" ||
         lower == "our";
}

// Whether `word` says who the speaker is, and not something about somebody in a clause beside it.
bool tells_who(const Tree& tree, Word word, TokenRange speaker) {
  for (int steps = 0; steps < kDeepest; ++steps) {
    const Word above = tree.head(word);
    if (above == kRoot || !speaker.contains(above)) return true;
    const bool describes = tree.is_any(word, {"appos", "compound", "flat", "conj", "dep"});
    if (!describes && tree.relation(word) != "nmod:desc") return false;
    word = above;
  }
  return false;
}

// What stands left of `word` in its phrase: "the ministry's spokesman", "Kremlin spokesman", "his office".
TokenRange left_of(const Tree& tree, Word word, Word lowest) {
  Word first = word;
  while (first > lowest && tree.text(first - 1) != "," && !tree.is_verb(first - 1) &&
         tree.upos(first - 1) != "ADP" && tree.upos(first - 1) != "CCONJ") {
    --first;
  }
  const auto only_describes = [&](Word w) {
    const auto upos = tree.upos(w);
    return (upos == "DET" || upos == "ADJ" || upos == "PUNCT") &&
           (tree.head(w) == kRoot || tree.head(w) >= word || tree.head(w) < first);
  };
  while (first < word && only_describes(first)) ++first;
  return {first, word};
}

std::optional<Span> span_of(const Tree& tree, TokenRange words) {
  const auto is_ending = [&](Word word) { return genitive_size(tree.text(word)) == tree.text(word).size(); };
  while (!words.empty() && is_ending(words.end - 1)) --words.end;
  if (words.empty()) return std::nullopt;
  Span span = tree.document().span_of(words);
  span.end -= genitive_size(tree.text(words.end - 1));
  return span;
}

// The last word of `words` that says that something is owned; their end when none does.
Word last_genitive(const Tree& tree, TokenRange words) {
  for (Word word = words.end; word-- > words.first;) {
    if (is_genitive(tree.text(word))) return word;
  }
  return words.end;
}

std::optional<Span> whose(const Tree& tree, Word word, TokenRange speaker, Surrounding kind) {
  if (word + 2 < speaker.end && (tree.text(word + 1) == "for" || tree.text(word + 1) == "of")) {
    const Phrase phrase = phrase_from(tree, word + 2, speaker.end);
    return phrase.empty() ? std::nullopt : span_of(tree, phrase.words);
  }
  TokenRange left = left_of(tree, word, speaker.first);
  if (left.empty()) return std::nullopt;
  const Word genitive = last_genitive(tree, left);
  if (genitive != left.end) {  // "the army's chief spokesman": the article is the army's.
    left.end = genitive + 1;
    if (left.first > speaker.first && tree.upos(left.first - 1) == "DET") --left.first;
  }
  const bool owned = genitive + 1 == left.end || is_possessive(tree.text(left.first));
  if (owned && is_possessive(tree.text(left.first))) return span_of(tree, {left.first, left.first + 1});
  if (kind == Surrounding::bureau && !owned) return std::nullopt;
  if (!lower_case(tree.text(word)).starts_with("spokes") && !owned) return std::nullopt;
  for (Word w = left.first; w < left.end; ++w) {
    if (tree.upos(w) == "NOUN" || tree.upos(w) == "PROPN") return span_of(tree, left);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Span> whom_for(const syntax::Tree& tree, Span speaker) {
  TokenRange words = tree.words(speaker);
  words.end = std::min(words.end, words.first + kLongestSpeaker);
  for (Word word = words.first; word < words.end; ++word) {
    const Surrounding kind = surrounding_of(tree, word);
    if (kind != Surrounding::speaks_for && kind != Surrounding::bureau) continue;
    if (!tells_who(tree, word, words)) continue;
    // "The Prosecutor's Office" is a body of that name.
    const char initial = tree.text(word)[0];
    if (kind == Surrounding::bureau && initial >= 'A' && initial <= 'Z') continue;
    if (const auto found = whose(tree, word, words, kind)) return found;
  }
  return std::nullopt;
}

}  // namespace onrecord::statement
