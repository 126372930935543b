// report/html_layout.h — which part of a page is the report.

#ifndef ONRECORD_REPORT_HTML_LAYOUT_H_
#define ONRECORD_REPORT_HTML_LAYOUT_H_

#include <cstdint>
#include <vector>

#include "report/html_roles.h"
#include "report/html_tree.h"

namespace onrecord::report {

struct HtmlLayout {
  std::vector<Role> roles;  // One a node; of a node in a dropped one, dropped.
  std::vector<std::uint32_t>
      prose;  // Bytes of prose in a node's subtree: in paragraphs that are long and no links.
  std::vector<std::uint32_t> own;  // Of that, what stands in the block that the node itself is.
};

HtmlLayout lay_out(const HtmlTree& tree);

// The node that holds the report's paragraphs, and little else.
std::uint32_t find_main_text(const HtmlTree& tree, const HtmlLayout& layout);

}  // namespace onrecord::report

#endif  // ONRECORD_REPORT_HTML_LAYOUT_H_
