// report/html_entities.h — "&eacute;", "&#233;" and "&#xE9;" are "é".

#ifndef ONRECORD_REPORT_HTML_ENTITIES_H_
#define ONRECORD_REPORT_HTML_ENTITIES_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace onrecord::report {

struct Entity {
  char32_t value = 0;
  std::size_t size = 0;  // Of its name in the source, with & and ;
};

// The entity that begins `text`, whose first byte is &. In attributes, old names without ; count
// only when no letter, digit or = follows, so that "?a=1&copy=2" stays an address.
std::optional<Entity> entity_at(std::string_view text, bool in_attribute);

// All entities of `text` decoded.
std::string decode_entities(std::string_view text, bool in_attribute);

}  // namespace onrecord::report

#endif  // ONRECORD_REPORT_HTML_ENTITIES_H_
