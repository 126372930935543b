// eval/spans.h — labelled spans of words: reading them out of BIO labels, counting the exact ones.

#ifndef ONRECORD_EVAL_SPANS_H_
#define ONRECORD_EVAL_SPANS_H_

#include <compare>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "eval/count.h"

namespace onrecord::eval {

struct LabelledSpan {
  std::uint32_t first = 0, end = 0;  // Words.
  std::string label;
  friend auto operator<=>(const LabelledSpan&, const LabelledSpan&) = default;
};
using SpanSet = std::set<LabelledSpan>;

// An I- that does not continue a span of its label begins one, as conlleval has it.
SpanSet spans_of_bio(const std::vector<std::string>& labels);

// Right are spans with the same words and the same label.
struct SpanScore {
  Count all;
  std::map<std::string, Count> by_label;
  void add(const SpanSet& gold, const SpanSet& system);
  void add(const SpanScore& other);
};

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_SPANS_H_
