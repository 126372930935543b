// eval/factuality.h — happenings as facts: mean absolute error and Pearson's r against what people judged.

#ifndef ONRECORD_EVAL_FACTUALITY_H_
#define ONRECORD_EVAL_FACTUALITY_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "eval/count.h"
#include "eval/measure.h"
#include "onrecord/error.h"

namespace onrecord::eval {

// A sentence of given words, and how far some of them tell a fact: -3 to 3.
struct JudgedSentence {
  struct Judgement {
    std::size_t word = 0;
    double fact = 0;
  };
  std::vector<std::string> words;
  std::vector<Judgement> judgements;
};

// Lines of JSON: "text" with its words parted by blanks, "targets" with "span1" (first word, end) and
// "label".
Result<std::vector<JudgedSentence>> parse_judged(std::string_view text, const std::string& name);
Result<std::vector<JudgedSentence>> read_judged(const std::string& path);

// Pairs of what was judged and what was found.
struct FactScore {
  std::vector<double> gold, found;

  void add(double judged, double fact);
  void add(const FactScore& other);
  double error() const;        // Mean absolute error; 0 without pairs.
  double correlation() const;  // Pearson's r; 0 where either side does not vary.
};

// The rules, the neural reader, and between them. The part of the neural reader is left out where the weights
// do not know facts.
Result<Figures> measure_factuality(const Engine& engine, const Options& options, Talk talk);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_FACTUALITY_H_
