// report/html_meta.h — what a page says about itself, apart from its text.

#ifndef ONRECORD_REPORT_HTML_META_H_
#define ONRECORD_REPORT_HTML_META_H_

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "onrecord/span.h"
#include "report/html_tree.h"

namespace onrecord::report {

struct HtmlMeta {
  std::string title;       // As meant for other pages: of JSON-LD or OpenGraph. May be empty, like all below.
  std::string page_title;  // Of <title>, without the outlet's name behind it.
  std::string outlet;
  std::string address;
  std::optional<std::chrono::year_month_day> published = {};
  std::optional<Span> article_body = {};  // Of JSON-LD: between the string's quotation marks, in the source.
};

HtmlMeta read_meta(const HtmlTree& tree);

// White space collapsed as in a title.
std::string collapsed(std::string_view text);

}  // namespace onrecord::report

#endif  // ONRECORD_REPORT_HTML_META_H_
