// text/blocks.h — what each line of a repaired text is: headline, paragraph, caption … Within this room only.

#ifndef ONRECORD_TEXT_BLOCKS_H_
#define ONRECORD_TEXT_BLOCKS_H_

#include <string_view>
#include <vector>

#include "onrecord/document.h"
#include "onrecord/report.h"
#include "onrecord/span.h"

namespace onrecord::text {

// A hint, led over to the repaired text.
struct Hints {
  std::vector<BlockHint> blocks;  // In order.
  std::string_view title;         // The report's, if known.
};

// The blocks of `text`, each a line of it, without their words. A dateline at a paragraph's head is a block
// of its own.
std::vector<Block> find_blocks(std::string_view text, const Hints& hints);

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_BLOCKS_H_
