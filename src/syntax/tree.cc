#include "syntax/tree.h"

#include <algorithm>

namespace onrecord::syntax {
namespace {

constexpr int kDeepest = 256;  // Steps towards the root; real sentences need a tenth of it.

}  // namespace

Tree::Tree(const Document& document, const Tags& tags) : document_(document), tags_(tags) {
  const std::size_t count = std::min(document.tokens().size(), tags.words.size());
  head_.assign(count, kRoot);
  first_child_.assign(count, kRoot);
  next_sibling_.assign(count, kRoot);
  sentence_number_.assign(count, kRoot);
  if (tags.labels) {
    relations_ = tags.labels->deprel;
    classes_ = tags.labels->upos;
  }
  link();
  measure();
}

void Tree::link() {
  for (std::uint32_t s = 0; s < tags_.sentences.size(); ++s) {
    const TokenRange sentence = tags_.sentences[s];
    const Word end = std::min(sentence.end, size());
    for (Word word = sentence.first; word < end; ++word) {
      sentence_number_[word] = s;
      const Word head = tags_.words[word].head;
      if (head != word && head >= sentence.first && head < end) head_[word] = head;
    }
  }
  for (Word word = size(); word-- > 0;) {
    if (head_[word] == kRoot) continue;
    next_sibling_[word] = first_child_[head_[word]];
    first_child_[head_[word]] = word;
  }
}

void Tree::measure() {
  lowest_.resize(size());
  highest_.resize(size());
  for (Word word = 0; word < size(); ++word) lowest_[word] = highest_[word] = word;
  for (Word word = 0; word < size(); ++word) {
    int steps = 0;
    for (Word above = head_[word]; above != kRoot && steps < kDeepest; above = head_[above], ++steps) {
      lowest_[above] = std::min(lowest_[above], word);
      highest_[above] = std::max(highest_[above], word);
    }
  }
}

bool Tree::is_any(Word word, std::initializer_list<std::string_view> names) const {
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return is(word, name); });
}

bool Tree::is_below(Word word, Word ancestor) const {
  for (int steps = 0; word != kRoot && steps < kDeepest; word = head_[word], ++steps) {
    if (word == ancestor) return true;
  }
  return false;
}

Word Tree::word_from(std::uint32_t offset) const {
  const auto& tokens = document_.tokens();
  const auto end = tokens.begin() + static_cast<std::ptrdiff_t>(size());
  const auto found =
      std::partition_point(tokens.begin(), end, [&](const Token& token) { return token.span.end <= offset; });
  return static_cast<Word>(found - tokens.begin());
}

TokenRange Tree::words(Span span) const {
  const Word first = word_from(span.begin);
  Word end = first;
  const auto& tokens = document_.tokens();
  if (span.size() > 256) {
    end = std::max(first, word_from(span.end - 1));
    if (end < size() && tokens[end].span.begin < span.end) ++end;
    return {first, end};
  }
  while (end < size() && tokens[end].span.begin < span.end) ++end;
  return {first, end};
}

}  // namespace onrecord::syntax
