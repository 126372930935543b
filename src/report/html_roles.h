// report/html_roles.h — what an element's names say about its part in the page.

#ifndef ONRECORD_REPORT_HTML_ROLES_H_
#define ONRECORD_REPORT_HTML_ROLES_H_

#include <cstdint>
#include <string_view>

namespace onrecord::report {

enum class Role : std::uint8_t {
  none,
  dropped,  // Share bars, comments, menus.
  promo,    // "Read more", newsletters, advertisements.
  caption,
  byline,
  dateline,
  correction,
  standfirst,  // Under the headline.
};

// The role that `names`, the value of a class or id attribute, speak of. Knows the words that
// content management systems use, however they join them: "related-links", "relatedLinks", "c_related__box".
Role role_of_names(std::string_view names);

}  // namespace onrecord::report

#endif  // ONRECORD_REPORT_HTML_ROLES_H_
