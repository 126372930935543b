// eval/ud_score.h — the score of the CoNLL 2018 shared task, from raw text to trees.
//
// Both sides are laid over the characters of the text that are not white space. Tokens and sentences are
// right when they cover the same characters. Words are aligned when they do, or, in a stretch where either
// side has a multiword token, by the longest common subsequence of their forms. Everything else is counted
// over aligned words.

#ifndef ONRECORD_EVAL_UD_SCORE_H_
#define ONRECORD_EVAL_UD_SCORE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "eval/conllu.h"
#include "eval/count.h"
#include "onrecord/reading.h"
#include "onrecord/span.h"

namespace onrecord::eval {

struct UdWord {
  Span letters;            // Of the word; of the whole surface token when that has several words.
  bool multiword = false;  // Its surface token has several words.
  std::string form, lemma, upos, xpos, feats, deprel;
  std::int64_t head = -1;  // Index of the head; -1: a root.
};

struct UdText {
  std::vector<UdWord> words;
  std::vector<Span> tokens, sentences;  // In letters.
};

struct UdScore {
  Count tokens, sentences, words, upos, xpos, ufeats, all_tags, lemmas, uas, las, clas, mlas, blex;
  void add(const UdScore& other);
};

UdText gold_ud(const TreeDocument& document);
// `raw` is the text that was read; words are laid over it by Document::to_bytes, so a repair counts honestly.
UdText system_ud(const Reading& reading, std::string_view raw);

UdScore score_ud(const UdText& gold, const UdText& system);

// For each word of `gold` the word of `system` that it is aligned with, or -1.
std::vector<std::int64_t> align_words(const UdText& gold, const UdText& system);

// "<prefix>.las" and so on, in percent.
Figures figures_of(const UdScore& score, const std::string& prefix);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_UD_SCORE_H_
