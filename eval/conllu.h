// eval/conllu.h — treebanks in CoNLL-U.

#ifndef ONRECORD_EVAL_CONLLU_H_
#define ONRECORD_EVAL_CONLLU_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "eval/engine.h"
#include "onrecord/error.h"

namespace onrecord::eval {

struct TreeWord {
  std::string form, lemma, upos, xpos, feats, deprel;
  std::uint32_t head = 0;  // 1-based in the sentence; 0: the root.
};

// A surface token: one word as a rule, several where the treebank splits it ("didn't").
struct TreeToken {
  std::string form;
  std::uint32_t first = 0, end = 0;  // Words of the sentence, 0-based.
  bool space_after = true;
};

struct TreeSentence {
  std::string id;
  bool new_paragraph = false;
  std::vector<TreeWord> words;
  std::vector<TreeToken> tokens;
};

struct TreeDocument {
  std::string id;
  std::vector<TreeSentence> sentences;
};

// Empty nodes and enhanced dependencies are left out. A file without "# newdoc" is one document.
Result<std::vector<TreeDocument>> parse_conllu(std::string_view text, const std::string& name);
Result<std::vector<TreeDocument>> read_conllu(const std::string& path);

// The text that the treebank was made from, as far as the file tells: sentences parted by a space unless
// SpaceAfter=No, paragraphs by an empty line.
struct TreeText {
  std::string text;
  std::vector<PlacedWord> words;        // All of the document's, in order.
  std::vector<std::size_t> paragraphs;  // Indices of the words that begin one.
  std::vector<std::size_t> sentences;   // Likewise.
};
TreeText text_of(const TreeDocument& document);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_CONLLU_H_
