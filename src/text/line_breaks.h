// text/line_breaks.h — what a line break inside a text stands for. Within this room only.

#ifndef ONRECORD_TEXT_LINE_BREAKS_H_
#define ONRECORD_TEXT_LINE_BREAKS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/lines.h"

namespace onrecord::text {

enum class LineBreak : std::uint8_t {
  paragraph,     // The end of a block: stays.
  space,         // Between two words.
  inside_word,   // "Bu\ndanov": nothing stands there.
  after_hyphen,  // "well-\nknown": the hyphen stays.
  drop_hyphen,   // "govern-\nment": the hyphen goes too.
};

// Holds what is known of a text's lines and words. The text and the lines must outlive it.
class LineBreaks {
 public:
  LineBreaks(std::string_view text, const std::vector<Line>& lines)
      : text_(text), lines_(lines), width_(find_wrap_width(text, lines)) {}

  // The break before line `next`, which must not be the first.
  LineBreak before(std::size_t next);

 private:
  bool is_inside_paragraph(std::size_t next) const;
  LineBreak at_hyphen(std::string_view left, std::string_view right);
  LineBreak between(std::string_view left, std::string_view right, std::size_t next);
  bool reads_on_in_english(std::size_t line) const;
  std::uint32_t count(std::string_view word);
  bool is_word(std::string_view part);
  bool is_known(std::string_view whole);

  std::string_view text_;
  const std::vector<Line>& lines_;
  std::uint32_t width_;
  std::unordered_map<std::string_view, std::uint32_t>
      counts_;  // Of the text's words; counted when first asked.
};

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_LINE_BREAKS_H_
