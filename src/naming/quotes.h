// naming/quotes.h — short quotations, by words.

#ifndef ONRECORD_NAMING_QUOTES_H_
#define ONRECORD_NAMING_QUOTES_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "syntax/tree.h"

namespace onrecord::naming {

using syntax::Tree;
using syntax::Word;

// The words between two quotation marks; the marks stand right before and after. Never empty.
using Quoted = TokenRange;

// The quotations of at most kLongest words, marks of one kind on both sides. A name is never longer, so that
// a stray mark does no harm beyond its neighbourhood.
class Quotes {
 public:
  static constexpr std::uint32_t kLongest = 14;

  explicit Quotes(const Tree& tree);

  const std::vector<Quoted>& all() const { return all_; }  // In order of their ends; the inner first.
  // The innermost one that holds `word`.
  std::optional<Quoted> holding(Word word) const;
  // The one whose opening mark is `mark`, or whose closing mark it is.
  std::optional<Quoted> opened_by(Word mark) const;
  std::optional<Quoted> closed_by(Word mark) const;

 private:
  void add(Quoted quoted);

  std::vector<Quoted> all_;
  std::vector<std::uint32_t> holding_;  // Of each word: an index into all_, or none.
};

// Whether `word` is a quotation mark; an apostrophe that stands alone as punctuation counts.
bool is_mark(const Tree& tree, Word word);

}  // namespace onrecord::naming

#endif  // ONRECORD_NAMING_QUOTES_H_
