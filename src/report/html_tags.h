// report/html_tags.h — the elements of HTML and how they behave.

#ifndef ONRECORD_REPORT_HTML_TAGS_H_
#define ONRECORD_REPORT_HTML_TAGS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace onrecord::report {

enum class Tag : std::uint8_t {
  // clang-format off
  a, abbr, acronym, address, area, article, aside, audio, b, base, basefont, bdi,
  bdo, bgsound, big, blockquote, body, br, button, canvas, caption, center, cite, code,
  col, colgroup, data, datalist, dd, del, details, dfn, dialog, div, dl, dt,
  em, embed, fieldset, figcaption, figure, font, footer, form, frame, h1, h2, h3,
  h4, h5, h6, head, header, hgroup, hr, html, i, iframe, img, input,
  ins, kbd, label, legend, li, link, main, map, mark, math, menu, meta,
  meter, nav, nobr, noembed, noframes, noscript, object, ol, optgroup, option, output, p,
  param, picture, pre, progress, q, rb, rp, rt, ruby, s, samp, script,
  search, section, select, small, source, span, strike, strong, style, sub, summary, sup,
  svg, table, tbody, td, template_, textarea, tfoot, th, thead, time, title, tr,
  track, tt, u, ul, var, video, wbr, xmp,
  // clang-format on
  unknown,
  text,  // Not an element: a stretch of text.
};

inline constexpr std::size_t kTags = static_cast<std::size_t>(Tag::text) + 1;

struct TagTraits {
  bool is_void = false;     // Has no content and no end tag.
  bool is_raw = false;      // Its content is no markup.
  bool is_block = false;    // Begins and ends a block of text.
  bool is_dropped = false;  // Never holds a report's text.
  bool is_scope = false;    // End tags inside it close nothing outside.
  bool closes_p = false;    // Its start tag ends an open <p>.
};

// `name` in any case; unknown for what HTML does not have.
Tag tag_of(std::string_view name);

const TagTraits& traits_of(Tag tag);

}  // namespace onrecord::report

#endif  // ONRECORD_REPORT_HTML_TAGS_H_
