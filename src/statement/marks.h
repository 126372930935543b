// statement/marks.h — the quotation marks of one block, and what each of them can be by its neighbours.

#ifndef ONRECORD_STATEMENT_MARKS_H_
#define ONRECORD_STATEMENT_MARKS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "onrecord/span.h"

namespace onrecord::statement {

struct Mark {
  enum class Family : std::uint8_t { twofold, single, angle };  // " “ ” „ `` ''   ' ‘ ’ ‹ ›   « »
  enum class Shape : std::uint8_t { straight, left, right, low };

  Span span;
  Family family = Family::twofold;
  Shape shape = Shape::straight;
  bool can_open = false;
  bool can_close = false;
  bool weak = false;  // A closing single mark that may as well be the apostrophe of "workers'" or "runnin'".
  bool at_start = false;  // Nothing but white space and other marks stands before it in its block.
  bool after_stop =
      false;  // What stands before it, blanks passed over, ends a sentence or announces: . ? ! … : ,
  bool after_digit = false;  // 6" or 5'
};

// The marks of `text` within `block`, in order. Apostrophes are left out.
std::vector<Mark> find_marks(std::string_view text, Span block);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_MARKS_H_
