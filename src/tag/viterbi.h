// tag/viterbi.h — the best row of labels for a row of words.

#ifndef ONRECORD_TAG_VITERBI_H_
#define ONRECORD_TAG_VITERBI_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "onrecord/span.h"

namespace onrecord::tag {

// Labels "O", "B-Person", "I-Person", … by what they mean. A label's index is that of its score.
class BioLabels {
 public:
  // Nothing when a label is none of these forms, "O" is missing or a label comes twice.
  static std::optional<BioLabels> make(std::span<const std::string> labels);

  std::size_t size() const { return kind_of_.size(); }
  std::size_t outside() const { return outside_; }
  // "Person", …: in the order of their first label.
  const std::vector<std::string>& kinds() const { return kinds_; }
  std::size_t kind_of(std::size_t label) const { return kind_of_[label]; }
  bool is_outside(std::size_t label) const { return label == outside_; }
  bool begins(std::size_t label) const { return begins_[label]; }
  bool continues(std::size_t label) const { return !begins_[label] && label != outside_; }
  // Whether `label` may stand after `before`: I-X only after B-X or I-X.
  bool may_follow(std::size_t before, std::size_t label) const {
    return !continues(label) || (!is_outside(before) && kind_of_[before] == kind_of_[label]);
  }
  // What must have come before `label`: its kind for I-X, kinds().size() where anything may.
  std::size_t needs(std::size_t label) const { return needs_[label]; }

 private:
  std::vector<std::string> kinds_;
  std::vector<std::size_t> kind_of_;  // Of each label; that of "O" means nothing.
  std::vector<std::size_t> needs_;
  std::vector<bool> begins_;
  std::size_t outside_ = 0;
};

// Scores of the labels, one pointer a word.
using Emissions = std::span<const float* const>;

// Working memory, used again and again.
struct ViterbiScratch {
  std::vector<float> now, next;
  std::vector<std::uint16_t> from;
  std::vector<std::size_t> best_of_kind;
};

// The row of the highest sum in which every I-X follows B-X or I-X.
void best_bio(const BioLabels& labels, Emissions emissions, ViterbiScratch& scratch,
              std::vector<std::uint16_t>& path);

// Scores for a label after another, at the beginning and at the end.
struct Chain {
  std::size_t labels = 0;
  const float* transition = nullptr;  // [from][to]
  const float* start = nullptr;
  const float* stop = nullptr;
};

// The row of the highest sum of emissions and transitions.
void best_chain(const Chain& chain, Emissions emissions, ViterbiScratch& scratch,
                std::vector<std::uint16_t>& path);

struct BioSpan {
  TokenRange words;  // Counted from the row's first.
  std::size_t kind = 0;
  friend bool operator==(const BioSpan&, const BioSpan&) = default;
};

// The spans that a row of labels tells of. An I-X that follows no X begins a span of its own.
void spans_of(const BioLabels& labels, std::span<const std::uint16_t> path, std::vector<BioSpan>& spans);

}  // namespace onrecord::tag

#endif  // ONRECORD_TAG_VITERBI_H_
