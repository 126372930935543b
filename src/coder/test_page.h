// coder/test_page.h — sentences with their trees written by hand, for tests.

#ifndef ONRECORD_CODER_TEST_PAGE_H_
#define ONRECORD_CODER_TEST_PAGE_H_

#include <cstdint>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/reading.h"

namespace onrecord::coder {

inline std::uint16_t label_of(std::vector<std::string>& labels, const std::string& label) {
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (labels[i] == label) return static_cast<std::uint16_t>(i);
  }
  labels.push_back(label);
  return static_cast<std::uint16_t>(labels.size() - 1);
}

// Each sentence is of words "word/UPOS/relation/head"; heads count from 1 in the sentence, 0 is none.
inline Reading page(const std::vector<std::string>& sentences) {
  auto labels = std::make_shared<LabelSets>();
  Document::Parts parts;
  Tags tags;
  for (const std::string& sentence : sentences) {
    const auto first = static_cast<std::uint32_t>(parts.tokens.size());
    std::istringstream words(sentence);
    for (std::string word; words >> word;) {
      std::vector<std::string> fields;
      std::istringstream cut(word);
      for (std::string field; std::getline(cut, field, '/');) fields.push_back(field);
      const bool leans = fields[0] == "'s" || fields[0] == "n't" || fields[0] == "," || fields[0] == ".";
      if (!parts.text.empty() && !leans) parts.text += ' ';
      const auto begin = static_cast<std::uint32_t>(parts.text.size());
      parts.text += fields[0];
      parts.tokens.push_back({{begin, static_cast<std::uint32_t>(parts.text.size())}, true, false});
      WordTags made;
      made.upos = label_of(labels->upos, fields[1]);
      made.deprel = label_of(labels->deprel, fields[2]);
      const auto head = static_cast<std::uint32_t>(std::stoul(fields[3]));
      made.head = head == 0 ? kRoot : first + head - 1;
      made.lemma = fields[0];
      tags.words.push_back(std::move(made));
    }
    tags.sentences.push_back({first, static_cast<std::uint32_t>(parts.tokens.size())});
  }
  parts.blocks = {{{0, static_cast<std::uint32_t>(parts.text.size())},
                   BlockKind::paragraph,
                   {0, static_cast<std::uint32_t>(parts.tokens.size())}}};
  tags.labels = std::move(labels);
  Reading reading;
  reading.document = Document(std::move(parts));
  reading.tags = std::move(tags);
  return reading;
}

}  // namespace onrecord::coder

#endif  // ONRECORD_CODER_TEST_PAGE_H_
