// report/html_tree.h — the elements and texts of a page, each with its place in the source.
//
// Why not gumbo: its time grows with the square of the nesting depth and more, it takes 100 bytes a node, and
// it gives text with the entities decoded but not where each of them stood. This reader takes one pass and no
// more than linear time, keeps no text of its own, and nests as browsers do in what matters for text: implied
// end tags, void and raw elements. It does not move misplaced elements about.

#ifndef ONRECORD_REPORT_HTML_TREE_H_
#define ONRECORD_REPORT_HTML_TREE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/error.h"
#include "report/html_tags.h"

namespace onrecord::report {

struct HtmlNode {
  Tag tag = Tag::unknown;
  std::uint32_t parent = 0;
  std::uint32_t end = 0;    // One past the last node of its subtree.
  std::uint32_t begin = 0;  // In the source: of an element its start tag, of a text all of it.
  std::uint32_t stop = 0;
};

// Nodes stand in the order of the source; the first is the root, an element around all others.
struct HtmlTree {
  std::string_view source;
  std::vector<HtmlNode> nodes;

  std::string_view source_of(std::uint32_t node) const {
    return source.substr(nodes[node].begin, nodes[node].stop - nodes[node].begin);
  }
  // Decoded; an attribute without a value is there and empty.
  std::optional<std::string> attribute(std::uint32_t node, std::string_view name) const;
  // The name of the element as written; for elements that HTML does not have.
  std::string_view name_of(std::uint32_t node) const;
};

// Fails only with too_deep, when elements nest deeper than `max_depth`. The tree views into `source`.
Result<HtmlTree> parse_html(std::string_view source, std::uint32_t max_depth);

}  // namespace onrecord::report

#endif  // ONRECORD_REPORT_HTML_TREE_H_
