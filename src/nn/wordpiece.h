// nn/wordpiece.h — a word of the text as the encoder takes it: pieces of the vocabulary, and how it was
// written.

#ifndef ONRECORD_NN_WORDPIECE_H_
#define ONRECORD_NN_WORDPIECE_H_

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "nn/weights.h"

namespace onrecord::nn {

// How a word is written; the pieces themselves know no capitals and no accents. Rows of embed.case: never
// renumber.
enum class Case : std::uint8_t {
  none = 0,            // [CLS], [SEP]
  lower = 1,           // minister
  title = 2,           // Minister
  capitals = 3,        // NATO
  single_capital = 4,  // A
  mixed = 5,           // McDonald, iPhone
  digits = 6,          // 1,200
  letters_digits = 7,  // 2nd, F16
  symbol = 8,          // — , $
  accented = 9,        // café: lower case with a letter outside ASCII
};

// `word` is UTF-8; bytes that are not count as symbols.
Case case_of(std::string_view word);

// Cuts words as BERT's uncased tokenizer does. Immutable: one serves any number of threads.
class WordPiece {
 public:
  explicit WordPiece(std::shared_ptr<const Weights> weights);

  // Appends the pieces of one word of the text, at least one, and returns how many. Lower case, accents
  // dropped, marks of punctuation and ideographs on their own, the rest by the longest piece that fits; what
  // does not fit, and a word of more than kLongestWord bytes, is [UNK].
  std::size_t cut(std::string_view word, std::vector<std::uint32_t>& pieces) const;

  std::uint32_t unknown() const { return unknown_; }
  std::uint32_t begin() const { return begin_; }          // [CLS]
  std::uint32_t separator() const { return separator_; }  // [SEP]

  static constexpr std::size_t kLongestWord = 100;

 private:
  class Cutter;

  std::shared_ptr<const Weights> weights_;
  std::uint32_t unknown_ = 0, begin_ = 0, separator_ = 0;
};

}  // namespace onrecord::nn

#endif  // ONRECORD_NN_WORDPIECE_H_
