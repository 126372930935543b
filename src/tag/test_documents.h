// tag/test_documents.h — documents for tests, out of words.

#ifndef ONRECORD_TAG_TEST_DOCUMENTS_H_
#define ONRECORD_TAG_TEST_DOCUMENTS_H_

#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "onrecord/document.h"

namespace onrecord::tag {

// One block a string. White space parts surface tokens, "_" the words of one: "do_n't", "end_.".  A word
// after "_" joins its left when it begins with a letter or an apostrophe ("n't"), and stands alone when it is
// a mark.
inline Document make_test_document(const std::vector<std::string>& blocks) {
  Document::Parts parts;
  for (const std::string& block : blocks) {
    const auto begin = static_cast<std::uint32_t>(parts.text.size());
    const auto first = static_cast<std::uint32_t>(parts.tokens.size());
    bool glued = false;
    for (std::size_t i = 0; i < block.size();) {
      const std::size_t end = std::min(block.find_first_of(" _", i), block.size());
      const std::string word = block.substr(i, end - i);
      if (!word.empty()) {
        if (!glued && parts.text.size() > begin) parts.text += ' ';
        const auto at = static_cast<std::uint32_t>(parts.text.size());
        parts.text += word;
        const bool letters = (word[0] | 0x20) >= 'a' && (word[0] | 0x20) <= 'z';
        parts.tokens.push_back({{at, at + static_cast<std::uint32_t>(word.size())},
                                end >= block.size() || block[end] == ' ',
                                glued && (letters || word[0] == '\'')});
      }
      glued = end < block.size() && block[end] == '_';
      i = end + 1;
    }
    const auto text_end = static_cast<std::uint32_t>(parts.text.size());
    parts.blocks.push_back(
        {{begin, text_end}, BlockKind::paragraph, {first, static_cast<std::uint32_t>(parts.tokens.size())}});
    parts.text += '\n';
  }
  return Document(std::move(parts));
}

// Words out of a few letters, marks, glued words; blocks of 0 to `longest` surface tokens.
inline Document make_random_document(std::uint32_t seed, std::size_t blocks, std::size_t longest) {
  static const char* const kWords[] = {"the",    "Minister",  "said",    ".",     "?",   "talks",
                                       "on_n't", "Monday_'s", "\"",      "end_.", "5",   "a",
                                       "CAFÉ",   ",",         "it_._\"", "cab",   "b_,", "unbekannt"};
  std::mt19937 random(seed);
  std::vector<std::string> made;
  for (std::size_t b = 0; b < blocks; ++b) {
    std::string block;
    for (std::size_t w = random() % (longest + 1); w > 0; --w) {
      block += kWords[random() % std::size(kWords)];
      block += ' ';
    }
    made.push_back(block);
  }
  return make_test_document(made);
}

}  // namespace onrecord::tag

#endif  // ONRECORD_TAG_TEST_DOCUMENTS_H_
