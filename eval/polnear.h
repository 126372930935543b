// eval/polnear.h — who said what, against PolNeAR's annotators.
//
// Gold spans are given in characters; they and ours are compared as ranges of our words: a word belongs to a
// span that it overlaps. Ranges of one part of one attribution that touch are one range, on both sides.

#ifndef ONRECORD_EVAL_POLNEAR_H_
#define ONRECORD_EVAL_POLNEAR_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "eval/count.h"
#include "eval/engine.h"
#include "onrecord/reading.h"
#include "onrecord/span.h"

namespace onrecord::eval {

// In characters of the text, as the annotators' files have them.
struct CharacterRange {
  std::uint32_t begin = 0, end = 0;
};
struct GoldAttribution {
  std::vector<CharacterRange> source, cue, contents;
};
// One annotator's work on one article.
using Annotation = std::vector<GoldAttribution>;

struct PolnearArticle {
  std::string name, text;
  std::vector<Annotation> copies;  // By the annotators' ids in order; the first is "the first annotator".
};

// brat stand-off: "T1<tab>Cue 3 7;9 12<tab>text", "E1<tab>Attribution:T4 Cue:T1 …".
Result<Annotation> parse_brat(std::string_view text, const std::string& name);
// `folder` holds attributions/ and text/.
Result<std::vector<PolnearArticle>> read_polnear(const std::string& folder);

// Word ranges of one attribution, each part sorted and without touching ranges.
struct WordAttribution {
  std::vector<TokenRange> source, cue, contents;
  friend bool operator==(const WordAttribution&, const WordAttribution&) = default;
};

struct PolnearScore {
  // Unlinked: each range counts by itself, whoever it belongs to (the definition of CofeNet's evaluation).
  Count source, cue, content;
  Count linked;          // An attribution whose source, cue and contents are all exact.
  Count overlap;         // One whose source, cue and contents each overlap; matched one to one.
  Count source_of_cue;   // Source exact, given an overlapping cue (Citron's definition).
  Count content_of_cue;  // All contents exact, given an overlapping cue.
  Count content_words;   // Words inside any content.
  void add(const PolnearScore& other);
};

// `lost`: gold ranges that no word of ours lies in; they count as not found.
struct WordGold {
  std::vector<WordAttribution> attributions;
  std::uint64_t lost_source = 0, lost_cue = 0, lost_content = 0;
};
WordGold to_words(const Annotation& annotation, const Document& document, std::string_view raw);

std::vector<WordAttribution> attributions_of(const Tags& tags);
std::vector<WordAttribution> attributions_of(const std::vector<Statement>& statements,
                                             const Document& document);

PolnearScore score_attributions(const WordGold& gold, const std::vector<WordAttribution>& system);

struct PolnearScores {
  PolnearScore tags, statements;              // Over all annotators' copies: an article counts once a copy.
  PolnearScore first_tags, first_statements;  // Over each article's first annotator.
  std::vector<std::string> unread;            // Articles that the engine refused.
};
PolnearScores score_polnear(const Engine& engine, const std::vector<PolnearArticle>& articles,
                            unsigned threads);

Figures figures_of(const PolnearScore& score, const std::string& prefix);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_POLNEAR_H_
