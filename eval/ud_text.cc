#include <cstddef>
#include <utility>

#include "eval/text_file.h"
#include "eval/ud_score.h"

namespace onrecord::eval {
namespace {

std::uint32_t letters_in(std::string_view text) {
  return Characters(text).letters_before(static_cast<std::uint32_t>(text.size()));
}

UdWord tagged_word(const Reading& reading, std::uint32_t index) {
  const WordTags& tags = reading.tags.words[index];
  const LabelSets& labels = *reading.tags.labels;
  UdWord word;
  word.form = std::string(reading.document.word(index));
  word.lemma = tags.lemma;
  word.upos = labels.upos[tags.upos];
  word.xpos = labels.xpos[tags.xpos];
  word.feats = labels.feats[tags.feats];
  word.deprel = labels.deprel[tags.deprel];
  word.head = tags.head == kRoot ? -1 : static_cast<std::int64_t>(tags.head);
  return word;
}

}  // namespace

UdText gold_ud(const TreeDocument& document) {
  UdText text;
  std::uint32_t at = 0;
  for (const TreeSentence& sentence : document.sentences) {
    const std::size_t base = text.words.size();
    const std::uint32_t sentence_begin = at;
    for (const TreeToken& token : sentence.tokens) {
      const Span span{at, at + letters_in(token.form)};
      text.tokens.push_back(span);
      for (std::uint32_t i = token.first; i < token.end; ++i) {
        const TreeWord& word = sentence.words[i];
        const std::int64_t head = word.head == 0 ? -1 : static_cast<std::int64_t>(base + word.head - 1);
        text.words.push_back({span, token.end - token.first > 1, word.form, word.lemma, word.upos, word.xpos,
                              word.feats, word.deprel, head});
      }
      at = span.end;
    }
    text.sentences.push_back({sentence_begin, at});
  }
  return text;
}

UdText system_ud(const Reading& reading, std::string_view raw) {
  UdText text;
  const Characters characters(raw);
  const Document& document = reading.document;
  const auto letters = [&](TokenRange range) {
    const Span bytes = document.to_bytes(document.span_of(range));
    return Span{characters.letters_before(bytes.begin), characters.letters_before(bytes.end)};
  };
  const auto count = static_cast<std::uint32_t>(document.tokens().size());
  for (std::uint32_t first = 0; first < count;) {
    std::uint32_t end = first + 1;
    while (end < count && document.tokens()[end].joins_left) ++end;
    const Span span = letters({first, end});
    text.tokens.push_back(span);
    for (std::uint32_t i = first; i < end; ++i) {
      UdWord word = tagged_word(reading, i);
      word.letters = span;
      word.multiword = end - first > 1;
      text.words.push_back(std::move(word));
    }
    first = end;
  }
  for (const TokenRange& sentence : reading.tags.sentences) text.sentences.push_back(letters(sentence));
  return text;
}

}  // namespace onrecord::eval
