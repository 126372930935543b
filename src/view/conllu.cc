// Universal Dependencies' CoNLL-U: https://universaldependencies.org/format.html

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/view.h"
#include "view/layout.h"
#include "view/vocabulary.h"

namespace onrecord {
namespace {

// A field may hold no tab and no line break, and no field is empty.
std::string field(std::string_view value) { return value.empty() ? "_" : view::printable(value); }

std::string label(const std::vector<std::string>& labels, std::size_t id) {
  return id < labels.size() ? field(labels[id]) : "_";
}

// UD forbids white space in a sentence's name and keeps the slash for itself.
std::string name_for_sentences(std::string_view report) {
  std::string name = view::printable(report);
  for (char& byte : name) {
    if (byte == ' ' || byte == '/') byte = '_';
  }
  return name;
}

class Writer {
 public:
  explicit Writer(const Reading& reading)
      : document_(reading.document), tags_(reading.tags), name_(name_for_sentences(reading.report.name)) {
    text_ = fmt::format("# newdoc id = {}\n", view::printable(reading.report.name));
  }

  std::string write() {
    std::size_t block = 0;
    const std::vector<Block>& blocks = document_.blocks();
    for (std::size_t i = 0; i < tags_.sentences.size(); ++i) {
      const TokenRange sentence = tags_.sentences[i];
      if (sentence.empty()) continue;
      bool opens_block = false;
      while (block < blocks.size() && blocks[block].tokens.first <= sentence.first) {
        opens_block = !blocks[block].tokens.empty();
        ++block;
      }
      if (opens_block) write_block(blocks[block - 1]);
      write_sentence(i + 1, sentence);
    }
    return std::move(text_);
  }

 private:
  void write_block(const Block& block) {
    text_ += "# newpar\n";
    if (block.kind != BlockKind::paragraph)
      text_ += fmt::format("# block = {}\n", view::to_string(block.kind));
  }

  void write_sentence(std::size_t number, TokenRange sentence) {
    text_ += fmt::format("# sent_id = {}-{}\n# text = {}\n", name_, number, sentence_text(sentence));
    std::uint32_t first = sentence.first;
    while (first < sentence.end) {
      std::uint32_t end = first + 1;
      while (end < sentence.end && document_.tokens()[end].joins_left) ++end;
      if (end - first > 1) write_surface_token(sentence, {first, end});
      for (std::uint32_t word = first; word < end; ++word) write_word(sentence, word, end - first > 1);
      first = end;
    }
    text_ += '\n';
  }

  // As UD's validator rebuilds it: the forms, with a space where none is denied.
  std::string sentence_text(TokenRange sentence) const {
    std::string text;
    for (std::uint32_t word = sentence.first; word < sentence.end; ++word) {
      text += field(document_.word(word));
      if (document_.tokens()[word].space_after && word + 1 < sentence.end) text += ' ';
    }
    return text;
  }

  std::string_view spacing(std::uint32_t word) const {
    return document_.tokens()[word].space_after ? "_" : "SpaceAfter=No";
  }

  // "don't", over its words "do" and "n't".
  void write_surface_token(TokenRange sentence, TokenRange words) {
    text_ += fmt::format("{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}\n", words.first - sentence.first + 1,
                         words.end - sentence.first, field(document_.text(document_.span_of(words))),
                         spacing(words.end - 1));
  }

  void write_word(TokenRange sentence, std::uint32_t word, bool in_surface_token) {
    static const LabelSets kNone;
    const LabelSets& labels = tags_.labels ? *tags_.labels : kNone;
    const WordTags tags = word < tags_.words.size() ? tags_.words[word] : WordTags{};
    const std::uint32_t head = sentence.contains(tags.head) ? tags.head - sentence.first + 1 : 0;
    text_ += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t_\t{}\n", word - sentence.first + 1,
                         field(document_.word(word)), field(tags.lemma), label(labels.upos, tags.upos),
                         label(labels.xpos, tags.xpos), label(labels.feats, tags.feats), head,
                         label(labels.deprel, tags.deprel), in_surface_token ? "_" : spacing(word));
  }

  const Document& document_;
  const Tags& tags_;
  std::string name_;
  std::string text_;
};

}  // namespace

std::string to_conllu(const Reading& reading) { return Writer(reading).write(); }

}  // namespace onrecord
