// syntax/tree.h — the dependency trees of a document, asked the questions that the rooms above have.

#ifndef ONRECORD_SYNTAX_TREE_H_
#define ONRECORD_SYNTAX_TREE_H_

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/document.h"
#include "onrecord/span.h"
#include "onrecord/tags.h"

namespace onrecord::syntax {

using Word = std::uint32_t;  // Index into Document::tokens().

// The words that hang on one, to be gone through once.
class Children {
 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Word;
    using difference_type = std::ptrdiff_t;
    using pointer = const Word*;
    using reference = Word;

    Iterator(Word word, const Word* next) : word_(word), next_(next) {}
    Word operator*() const { return word_; }
    Iterator& operator++() {
      word_ = next_[word_];
      return *this;
    }
    Iterator operator++(int) {
      const Iterator before = *this;
      ++*this;
      return before;
    }
    friend bool operator==(Iterator one, Iterator other) { return one.word_ == other.word_; }

   private:
    Word word_;
    const Word* next_;
  };

  Children(Word first, const Word* next) : first_(first), next_(next) {}
  Iterator begin() const { return {first_, next_}; }
  Iterator end() const { return {kRoot, next_}; }

 private:
  Word first_;
  const Word* next_;  // Of each word its next sibling.
};

// A view of Document and Tags, which must outlive it. Trusts no tree: heads that lead out of the sentence
// count as roots, and no question loops.
class Tree {
 public:
  Tree(const Document& document, const Tags& tags);

  std::uint32_t size() const { return static_cast<std::uint32_t>(head_.size()); }
  std::string_view text(Word word) const { return document_.word(word); }
  std::string_view lemma(Word word) const { return tags_.words[word].lemma; }
  // The UD relation to the head, with its subtype; "root" for roots.
  std::string_view relation(Word word) const {
    if (head_[word] == kRoot) return "root";
    const auto id = tags_.words[word].deprel;
    return id < relations_.size() ? std::string_view(relations_[id]) : "dep";
  }
  // Whether the relation is `name` or a subtype of it: is(w, "nsubj") for nsubj:pass too.
  bool is(Word word, std::string_view name) const {
    const auto whole = relation(word);
    return whole.starts_with(name) && (whole.size() == name.size() || whole[name.size()] == ':');
  }
  bool is_any(Word word, std::initializer_list<std::string_view> names) const;
  std::string_view upos(Word word) const {
    const auto id = tags_.words[word].upos;
    return id < classes_.size() ? std::string_view(classes_[id]) : "X";
  }
  bool is_verb(Word word) const { return upos(word) == "VERB"; }
  bool is_punctuation(Word word) const { return upos(word) == "PUNCT"; }

  Word head(Word word) const { return head_[word]; }                       // kRoot for roots.
  std::optional<Word> child(Word word, std::string_view relation) const {  // The first with it.
    for (Word c = first_child_[word]; c != kRoot; c = next_sibling_[c]) {
      if (is(c, relation)) return c;
    }
    return std::nullopt;
  }
  // Children in the order of the text; to be gone through while the tree lives.
  Children children(Word word) const { return {first_child_[word], next_sibling_.data()}; }
  // From the first to the last word below `word`.
  TokenRange subtree(Word word) const { return {lowest_[word], highest_[word] + 1}; }
  bool is_below(Word word, Word ancestor) const;

  // The sentence that holds `word`, and its number.
  TokenRange sentence(Word word) const {
    const std::uint32_t number = sentence_number(word);
    return number < tags_.sentences.size() ? tags_.sentences[number] : TokenRange{word, word + 1};
  }
  // kRoot for a word of the document that has no tags.
  std::uint32_t sentence_number(Word word) const {
    return word < sentence_number_.size() ? sentence_number_[word] : kRoot;
  }

  // The first word that ends after byte `offset`; size() when there is none.
  Word word_from(std::uint32_t offset) const;
  // The words that `span` touches.
  TokenRange words(Span span) const;

  const Document& document() const { return document_; }
  const Tags& tags() const { return tags_; }

 private:
  void link();
  void measure();

  const Document& document_;
  const Tags& tags_;
  std::span<const std::string> relations_, classes_;  // By the numbers of the labels.
  std::vector<Word> head_, first_child_, next_sibling_, lowest_, highest_;
  std::vector<std::uint32_t> sentence_number_;
};

}  // namespace onrecord::syntax

#endif  // ONRECORD_SYNTAX_TREE_H_
