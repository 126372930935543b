// report/html_blocks.h — a part of a page → blocks of text, as a browser would show them.

#ifndef ONRECORD_REPORT_HTML_BLOCKS_H_
#define ONRECORD_REPORT_HTML_BLOCKS_H_

#include <cstdint>
#include <vector>

#include "onrecord/report.h"
#include "report/html_layout.h"
#include "report/html_tree.h"
#include "report/made_text.h"

namespace onrecord::report {

struct HtmlBlock {
  BlockKind kind = BlockKind::paragraph;
  MadeText made;             // White space collapsed, entities decoded; <br> is a line break. Never blank.
  std::uint32_t ink = 0;     // Bytes of it without white space; of them,
  std::uint32_t linked = 0;  // those in links
  std::uint32_t timed = 0;   // and those in <time>.
};

// The blocks under the nodes [first, end), which are whole subtrees, in order.
std::vector<HtmlBlock> read_blocks(const HtmlTree& tree, const HtmlLayout& layout, std::uint32_t first,
                                   std::uint32_t end);

}  // namespace onrecord::report

#endif  // ONRECORD_REPORT_HTML_BLOCKS_H_
