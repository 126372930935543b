// eval/gold_score.h — a reading against statements annotated by hand.
//
// Gold and found statements are paired one to one by their contents: the characters that both hold over those
// that either holds (Jaccard), at least a half; among several the better, and one whose cue overlaps before
// one whose cue does not. Everything else is counted over pairs, unless said otherwise. All spans are
// compared in bytes of the report.

#ifndef ONRECORD_EVAL_GOLD_SCORE_H_
#define ONRECORD_EVAL_GOLD_SCORE_H_

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "eval/count.h"
#include "eval/gold.h"
#include "onrecord/reading.h"

namespace onrecord::eval {

// How far scores are from how often they are right.
class Calibration {
 public:
  void add(double score, bool right);
  void add(const Calibration& other);
  std::uint64_t size() const;
  // The expected calibration error in [0, 1], in ten bins of equal width.
  double error() const;

 private:
  struct Bin {
    double scores = 0;
    std::uint64_t size = 0, right = 0;
  };
  std::array<Bin, 10> bins_;
};

// Right among all that have an answer, and among those that were given one.
struct Answers {
  std::uint64_t gold = 0, given = 0, right = 0;
  void add(const Answers& other);
  double accuracy() const;
  double precision() const;
  double coverage() const;
};

struct GoldScore {
  Count found;  // Statements.
  std::map<std::string, Count>
      exact;  // Parts by name; "content" too. Marks and punctuation at the ends are free.
  std::map<std::string, Count> overlap;
  std::map<std::string, Answers> labels;
  std::map<std::string, Calibration> calibration;  // Labels, "speaker", "naming".

  // Who the speaker is. `gold`: all statements of the gold whose speakers can be scored, paired or not.
  Answers entity;
  // The same, of statements that were found: what of the coverage is lost in telling who, not in finding
  // what.
  Answers found_entity;
  // Of statements that were found, those whose speaker is written as a pronoun: "she said".
  Answers pronoun_entity;
  // Direct quotations of the gold: all of them, paired or not.
  Answers direct_entity;
  Count direct_speaker;  // Those whose speaker is written: found with it in the same words, but for titles
                         // and the like.

  Answers inside;  // Statements within statements: whether they stand in the right one.
  Count heading;   // In a headline.
  Count namings, namers;

  void add(const GoldScore& other);
};

GoldScore score_gold(const Reading& reading, const GoldDocument& gold);

// A statement of ours in the gold's terms: bytes of the report, labels by their published words.
struct Found {
  std::vector<Span> contents;
  std::map<std::string, Span, std::less<>> parts;
  std::map<std::string, std::string, std::less<>> labels;
};
Found in_bytes(const Reading& reading, const Statement& from);

// Indices of gold and found statements; every one at most once.
std::vector<std::pair<std::size_t, std::size_t>> pair_statements(const Reading& reading,
                                                                 const GoldDocument& gold);

// For each of the reading's namings, the index of the gold's whose name shares half of its characters.
std::vector<std::optional<std::size_t>> pair_namings(const Reading& reading, const GoldDocument& gold);

// Whether two overlapping stretches of `text` name the same by their heads: the same words, or one with a
// title before, an apposition or "of …" behind. "Ruiz" is "Mayor Ana Ruiz, 52," and not "Ruiz's lawyer".
bool is_same_mention(std::string_view text, Span one, Span other);

Figures figures_of(const GoldScore& score, const std::string& prefix);

// Of documents of which only some statements are annotated: those found, the labels of those (accuracy,
// precision), and the status of all of them, where one that was not found is wrong ("status.of_all").
Figures sample_figures_of(const GoldScore& score, const std::string& prefix);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_GOLD_SCORE_H_
