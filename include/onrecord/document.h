// onrecord/document.h — the text of one report, repaired, in blocks and words.

#ifndef ONRECORD_DOCUMENT_H_
#define ONRECORD_DOCUMENT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/report.h"
#include "onrecord/span.h"
#include "onrecord/text_map.h"

namespace onrecord {

// A word in the sense of Universal Dependencies: "do" and "n't" are two words of one surface token.
struct Token {
  Span span;                // In Document::text(); never empty.
  bool space_after = true;  // White space (or the end of the block) follows.
  bool joins_left = false;  // Second or later word of one surface token ("n't", "'s").
};

struct Block {
  Span span;
  BlockKind kind = BlockKind::paragraph;
  TokenRange tokens;
};

// Immutable once made; safe to read from any thread. Spans point into text(); to_bytes() leads them back
// to the bytes of the report.
class Document {
 public:
  struct Parts {
    std::string text;
    TextMap map;                  // From text to Report::bytes.
    std::vector<Block> blocks;    // In order, not overlapping; every token lies in one.
    std::vector<Token> tokens;    // In order, not overlapping.
    std::vector<Repair> repairs;  // All of them: the report's and the text's own.
  };

  Document() = default;
  explicit Document(Parts parts) : parts_(std::move(parts)) {}

  std::string_view text() const { return parts_.text; }
  std::string_view text(Span span) const { return text().substr(span.begin, span.size()); }
  std::string_view word(std::uint32_t token) const { return text(parts_.tokens[token].span); }
  bool contains(Span span) const { return span.begin <= span.end && span.end <= parts_.text.size(); }

  const std::vector<Block>& blocks() const { return parts_.blocks; }
  const std::vector<Token>& tokens() const { return parts_.tokens; }
  const std::vector<Repair>& repairs() const { return parts_.repairs; }

  // From the first word's first byte to the last word's last. `range` must not be empty.
  Span span_of(TokenRange range) const {
    return {parts_.tokens[range.first].span.begin, parts_.tokens[range.end - 1].span.end};
  }

  // Where `span` stands in Report::bytes.
  Span to_bytes(Span span) const { return parts_.map.to_source(span); }

  // How many Unicode code points stand before byte `offset` of text(); for users who count in characters.
  std::uint32_t code_point(std::uint32_t offset) const;

 private:
  Parts parts_;
};

}  // namespace onrecord

#endif  // ONRECORD_DOCUMENT_H_
