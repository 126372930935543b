// view/layout.h — text on a terminal: what may be shown, how wide it is, where its lines break.

#ifndef ONRECORD_VIEW_LAYOUT_H_
#define ONRECORD_VIEW_LAYOUT_H_

#include <string>
#include <string_view>
#include <vector>

namespace onrecord::view {

// `text` safe to show: each run of white space is one space, and what could move the cursor, colour the
// screen or turn the direction of writing (control characters, bidirectional overrides) or is no UTF-8
// becomes U+FFFD.
std::string printable(std::string_view text);

// `text` with every character that Markdown would take for markup made plain.
std::string plain(std::string_view text);

// How many columns `text` takes on a terminal: two for wide East Asian characters, none for combining marks.
unsigned columns(std::string_view text);

// `text`, in lines of at most `width` columns, broken at spaces; a word longer than a line is cut. At least
// one line.
std::vector<std::string> wrap(std::string_view text, unsigned width);

// `text` followed by as many spaces as fill `width` columns, or led by them.
std::string fill_right(std::string_view text, unsigned width);
std::string fill_left(std::string_view text, unsigned width);

}  // namespace onrecord::view

#endif  // ONRECORD_VIEW_LAYOUT_H_
