// eval/test_reading.h — readings made by hand for the scorers' tests.

#ifndef ONRECORD_EVAL_TEST_READING_H_
#define ONRECORD_EVAL_TEST_READING_H_

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "eval/conllu.h"
#include "eval/engine.h"
#include "onrecord/reading.h"

namespace onrecord::eval {

inline std::uint16_t label_id(std::vector<std::string>& labels, const std::string& label) {
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (labels[i] == label) return static_cast<std::uint16_t>(i);
  }
  labels.push_back(label);
  return static_cast<std::uint16_t>(labels.size() - 1);
}

// What a reader that makes no mistake would give for a treebank's document.
inline Reading perfect_reading(const TreeDocument& gold) {
  TreeText text = text_of(gold);
  WordsInput input = placed_words(gold.id, text.text, text.words, text.paragraphs);
  auto labels = std::make_shared<LabelSets>();
  Tags tags;
  std::uint32_t base = 0;
  for (const TreeSentence& sentence : gold.sentences) {
    for (const TreeWord& word : sentence.words) {
      WordTags tagged;
      tagged.upos = label_id(labels->upos, word.upos);
      tagged.xpos = label_id(labels->xpos, word.xpos);
      tagged.feats = label_id(labels->feats, word.feats);
      tagged.deprel = label_id(labels->deprel, word.deprel);
      tagged.head = word.head == 0 ? kRoot : base + word.head - 1;
      tagged.lemma = word.lemma;
      tags.words.push_back(std::move(tagged));
    }
    const auto size = static_cast<std::uint32_t>(sentence.words.size());
    tags.sentences.push_back({base, base + size});
    base += size;
  }
  tags.labels = std::move(labels);
  return {std::move(input.report), std::move(input.document), std::move(tags), {}};
}

// A reading whose words are the stretches between white space of `text`, one block a line, and nothing else.
inline Reading spaced_reading(const std::string& text) {
  std::vector<PlacedWord> words;
  std::vector<std::size_t> breaks;
  bool new_block = true;
  for (std::uint32_t at = 0; at < text.size();) {
    if (text[at] == ' ' || text[at] == '\n') {
      new_block = new_block || text[at] == '\n';
      ++at;
      continue;
    }
    auto end = static_cast<std::uint32_t>(text.find_first_of(" \n", at));
    if (end > text.size()) end = static_cast<std::uint32_t>(text.size());
    if (new_block) breaks.push_back(words.size());
    new_block = false;
    words.push_back({{at, end}});
    at = end;
  }
  WordsInput input = placed_words("made up", text, words, breaks);
  return {std::move(input.report), std::move(input.document), {}, {}};
}

// Where `words` stand in `text`, for the first time.
inline Span span_in(const std::string& text, const std::string& words) {
  const auto at = static_cast<std::uint32_t>(text.find(words));
  return {at, at + static_cast<std::uint32_t>(words.size())};
}

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_TEST_READING_H_
