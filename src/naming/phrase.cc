#include "naming/phrase.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "naming/words.h"

namespace onrecord::naming {
namespace {

constexpr std::uint32_t kLongestPlainName = 9;  // Words without quotation marks: more is a description.

bool is_edge(const Tree& tree, Word word) { return tree.is_punctuation(word) || is_mark(tree, word); }

TokenRange without_edges(const Tree& tree, TokenRange words) {
  while (!words.empty() && is_edge(tree, words.first)) ++words.first;
  while (!words.empty() && is_edge(tree, words.end - 1)) --words.end;
  return words;
}

TokenRange without_article(const Tree& tree, TokenRange words) {
  while (words.size() > 1) {
    const std::string first = lower_case(tree.text(words.first));
    if (first != "a" && first != "an" && !is_edge(tree, words.first)) break;
    ++words.first;
  }
  return words;
}

// Words left of the head that belong to the phrase.
bool belongs_before(const Tree& tree, Word child) {
  return tree.is_any(child, {"det", "amod", "compound", "nmod", "nummod", "flat", "obl"});
}

// Words right of it.
bool belongs_after(const Tree& tree, Word child) {
  if (tree.is_any(child, {"nmod", "conj"})) return is_nominal(tree, child) || tree.is(child, "nmod");
  return tree.is_any(child, {"flat", "compound", "nummod", "amod", "fixed", "advmod"});
}

// "The road goes nowhere": words that hold a clause of their own with a subject, other than one that
// describes.
bool speaks(const Tree& tree, TokenRange words) {
  for (Word word = words.first; word < words.end; ++word) {
    if (!tree.is(word, "nsubj") || !words.contains(tree.head(word))) continue;
    if (!tree.is_any(tree.head(word), {"acl", "advcl"})) return true;
  }
  return false;
}

// "A man who …", "an effort to …": the clause says what is meant, so that the words before it are no name.
bool goes_on_in_a_clause(const Tree& tree, Word head, TokenRange words) {
  if (tree.upos(head) == "PROPN") return false;
  for (const Word child : tree.children(head)) {
    if (tree.is(child, "acl") && tree.subtree(child).first >= words.end) return true;
  }
  return false;
}

bool holds_mark(const Tree& tree, TokenRange words) {
  for (Word word = words.first; word < words.end; ++word) {
    if (is_mark(tree, word)) return true;
  }
  return false;
}

bool is_of_no_name(const Tree& tree, TokenRange words, Word head) {
  if (words.size() <= 2 && is_listed(tree.text(head), Kind::never)) return true;
  static constexpr std::string_view kPointing[] = {"this", "that", "these", "those", "every",
                                                   "each", "no",   "next",  "last"};
  const std::string first = lower_case(tree.text(words.first));
  return std::find(std::begin(kPointing), std::end(kPointing), first) != std::end(kPointing);
}

}  // namespace

bool is_noun(const Tree& tree, Word word) { return tree.upos(word) == "NOUN" || tree.upos(word) == "PROPN"; }

bool is_nominal(const Tree& tree, Word word) { return is_noun(tree, word) || tree.upos(word) == "PRON"; }

TokenRange noun_phrase(const Tree& tree, Word head, TokenRange limits) {
  if (!limits.contains(head)) return {head, head};
  TokenRange words{head, head + 1};
  Word stop = limits.end;  // The first word after the head that does not belong.
  for (const Word child : tree.children(head)) {
    const TokenRange below = tree.subtree(child);
    if (child < head) {
      if (belongs_before(tree, child)) {
        words.first = std::min(words.first, std::max(below.first, limits.first));
      } else if (!is_edge(tree, child)) {
        words.first = head;  // "to the barrier": what stands before a preposition is not of it.
      }
      continue;
    }
    if (is_edge(tree, child) || tree.is(child, "case")) {
      if (tree.is(child, "case") && child == words.end) words.end = child + 1;
      continue;
    }
    if (child >= stop) break;
    const bool parted = tree.is_punctuation(below.first) && !tree.is(child, "conj");  // "…, to the border"
    if (belongs_after(tree, child) && !parted) {
      words.end = std::max(words.end, std::min(below.end, stop));
    } else {
      stop = std::max(below.first, head + 1);
      words.end = std::min(words.end, stop);
    }
  }
  return without_edges(tree, words);
}

std::optional<Word> head_of(const Tree& tree, TokenRange words) {
  for (Word word = words.first; word < words.end; ++word) {
    const Word above = tree.head(word);
    if ((above == kRoot || !words.contains(above)) && !is_edge(tree, word)) return word;
  }
  return std::nullopt;
}

std::optional<Name> quoted_name(const Tree& tree, Quoted quoted) {
  const TokenRange words = without_article(tree, without_edges(tree, quoted));
  if (words.empty() || speaks(tree, quoted)) return std::nullopt;
  // "No. Never." is said, and names nothing.
  for (Word word = words.first; word + 1 < words.end; ++word) {
    if (tree.text(word) == "." || tree.text(word) == "?" || tree.text(word) == "!") return std::nullopt;
  }
  // Whatever the tree makes of it, the last noun outside a preposition's reach carries it; one there must be.
  const auto head = head_of(tree, words);
  if (!head || (!is_noun(tree, *head) && tree.upos(*head) != "NUM")) return std::nullopt;
  return Name{words, true};
}

std::optional<Name> quoted_quality(const Tree& tree, Quoted quoted) {
  const TokenRange words = without_edges(tree, quoted);
  if (words.empty() || words.size() > kLongestPlainName) return std::nullopt;
  bool quality = false;
  for (Word word = words.first; word < words.end; ++word) {
    const std::string_view upos = tree.upos(word);
    quality = quality || upos == "ADJ";
    const bool degree = upos == "ADV" && tree.is(word, "advmod") && words.contains(tree.head(word));
    if (degree || (upos != "ADJ" && upos != "ADV" && upos != "CCONJ" && tree.text(word) != ","))
      return std::nullopt;
  }
  return quality ? std::optional(Name{words, true}) : std::nullopt;
}

std::optional<Name> name_at(const Tree& tree, const Quotes& quotes, Word head, TokenRange limits) {
  if (const auto quoted = quotes.holding(head);
      quoted && limits.first <= quoted->first && quoted->end <= limits.end) {
    return quoted_name(tree, *quoted);
  }
  if (!is_noun(tree, head)) return std::nullopt;
  const TokenRange words = without_article(tree, noun_phrase(tree, head, limits));
  if (words.empty() || words.size() > kLongestPlainName || is_of_no_name(tree, words, head) ||
      holds_mark(tree, words) || (limits.contains(words.end) && goes_on_in_a_clause(tree, head, words))) {
    return std::nullopt;
  }
  return Name{words, false};
}

}  // namespace onrecord::naming
