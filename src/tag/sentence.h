// tag/sentence.h — one sentence: its words, its tree, its names, its predicates.

#ifndef ONRECORD_TAG_SENTENCE_H_
#define ONRECORD_TAG_SENTENCE_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "onrecord/document.h"
#include "onrecord/tags.h"
#include "tag/heads.h"
#include "tag/kernels.h"
#include "tag/viterbi.h"

namespace onrecord::tag {

// The projection's rows of words that follow one another, the first of which is `first` of
// Document::tokens().
struct WordRows {
  std::uint32_t first = 0;
  std::span<const float* const> rows;

  std::size_t size() const { return rows.size(); }
};

// Working memory, used again and again.
struct HeadScratch {
  std::vector<const float*> pointers, hidden_rows;
  std::vector<float> hidden, scores, bias;
  Packed packed;
  std::vector<std::uint32_t> heads;
  std::vector<std::uint16_t> relations;  // Of the sentence's arcs.
  std::vector<std::uint16_t> places;     // In the tree, for one predicate.
  ViterbiScratch viterbi;
  std::vector<std::uint16_t> path;
  std::vector<BioSpan> spans;
};

// Reads sentences of one document into one Tags, whose `words` are already as many as the document's.
class SentenceReader {
 public:
  SentenceReader(const Heads& heads, const Document& document, HeadScratch& scratch, Tags& tags)
      : heads_(heads), use_(kernels()), document_(document), scratch_(scratch), tags_(tags) {}

  // `words` are the whole of one sentence, not empty.
  void read(const WordRows& words);

 private:
  void tag_words(const WordRows& words);
  void find_heads(const WordRows& words);
  void label_arcs(const WordRows& words);
  void find_names(const WordRows& words);
  void find_predicates(const WordRows& words);
  void find_events(const WordRows& words);
  std::size_t likeliest_event(std::span<const float> types) const;
  EventTag event_at(const WordRows& words, std::size_t i, std::size_t type, float score);
  // What `pairs` labels the words of the sentence with for the word `centre` among them.
  void find_arguments(const WordRows& words, std::size_t centre, const PairHead& pairs,
                      std::vector<Argument>& arguments);

  std::span<const float* const> point_at(const WordRows& words, nn::Columns columns);
  void make_hidden(std::size_t rows, std::size_t width);
  std::size_t apply(const Output& output);

  const Heads& heads_;
  const Kernels& use_;
  const Document& document_;
  HeadScratch& scratch_;
  Tags& tags_;
};

// The mean share that softmax gives the labels of `path` over `words`, counted as in `path`.
float mean_probability(const Kernels& use, Emissions emissions, std::size_t labels,
                       std::span<const std::uint16_t> path, TokenRange words);

}  // namespace onrecord::tag

#endif  // ONRECORD_TAG_SENTENCE_H_
