// text/missing_breaks.h — sentences that adjoin without a space: "the end.The next day". Within this room
// only.

#ifndef ONRECORD_TEXT_MISSING_BREAKS_H_
#define ONRECORD_TEXT_MISSING_BREAKS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "onrecord/span.h"

namespace onrecord::text {

struct MissingBreak {
  std::uint32_t at = 0;   // Where the next sentence begins.
  Span words;             // The two words that adjoin, with their marks.
  bool in_quote = false;  // Inside a quotation, which no paragraph should cut.
};

// Those of one line, in order.
std::vector<MissingBreak> find_missing_breaks(std::string_view text, Span line);

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_MISSING_BREAKS_H_
