// text/lines.h — a text's lines, and whether somebody broke them to a width. Within this room only.

#ifndef ONRECORD_TEXT_LINES_H_
#define ONRECORD_TEXT_LINES_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "onrecord/span.h"

namespace onrecord::text {

// A line that shows something, without the white space at its ends.
struct Line {
  Span span;
  bool gap_before = false;  // An empty line stands before it.
};

std::vector<Line> find_lines(std::string_view text);

// The width that the lines were broken to, in characters; 0 when they were not: when a line is a whole
// paragraph, a heading or an item of a list.
std::uint32_t find_wrap_width(std::string_view text, const std::vector<Line>& lines);

// Whether `line` is so full that the first word of `next` would have passed `width`.
bool is_full(std::string_view text, const Line& line, const Line& next, std::uint32_t width);

std::uint32_t count_characters(std::string_view text);

// Whether the text ends as sentences and headings with a colon do: . ! ? : ; … and closing marks after one of
// them.
bool ends_in_stop(std::string_view text);

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_LINES_H_
