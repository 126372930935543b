#include "report/json_string.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace onrecord::report {
namespace {

std::optional<char32_t> hex4(std::string_view digits) {
  if (digits.size() != 4) return std::nullopt;
  char32_t value = 0;
  for (const char digit : digits) {
    value <<= 4;
    if (digit >= '0' && digit <= '9')
      value |= static_cast<char32_t>(digit - '0');
    else if (digit >= 'a' && digit <= 'f')
      value |= static_cast<char32_t>(digit - 'a' + 10);
    else if (digit >= 'A' && digit <= 'F')
      value |= static_cast<char32_t>(digit - 'A' + 10);
    else
      return std::nullopt;
  }
  return value;
}

struct Escape {
  char32_t value = 0;
  std::size_t size = 0;
};

// The escape \uXXXX at the start of `text`, with the second half of a pair when it is there.
std::optional<Escape> unicode_escape(std::string_view text) {
  const auto first = hex4(text.substr(2, 4));
  if (!first) return std::nullopt;
  if (*first < 0xD800 || *first > 0xDFFF) return Escape{*first, 6};
  if (*first <= 0xDBFF && text.substr(6).starts_with("\\u")) {
    const auto second = hex4(text.substr(8, 4));
    if (second && *second >= 0xDC00 && *second <= 0xDFFF) {
      return Escape{0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00), 12};
    }
  }
  return Escape{base::kReplacement, 6};
}

// The escape that begins `text`, whose first byte is a backslash.
std::optional<Escape> escape_at(std::string_view text) {
  if (text.size() < 2) return std::nullopt;
  switch (text[1]) {
    case '"':
      return Escape{U'"', 2};
    case '\\':
      return Escape{U'\\', 2};
    case '/':
      return Escape{U'/', 2};
    case 'b':
      return Escape{U'\b', 2};
    case 'f':
      return Escape{U'\f', 2};
    case 'n':
      return Escape{U'\n', 2};
    case 'r':
      return Escape{U'\r', 2};
    case 't':
      return Escape{U'\t', 2};
    case 'u':
      return unicode_escape(text);
    default:
      return std::nullopt;
  }
}

}  // namespace

bool is_json_string(std::string_view raw) {
  for (std::size_t at = raw.find('\\'); at != std::string_view::npos; at = raw.find('\\', at)) {
    const auto found = escape_at(raw.substr(at));
    if (!found) return false;
    at += found->size;
  }
  return true;
}

std::optional<MadeText> unescape_json(std::string_view raw, std::size_t source) {
  MadeText made;
  made.text.reserve(raw.size());
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t escape = std::min(raw.find('\\', at), raw.size());
    made.copy(raw.substr(at, escape - at), source + at);
    at = escape;
    if (at == raw.size()) break;
    const auto found = escape_at(raw.substr(at));
    if (!found) return std::nullopt;
    std::string character;
    base::append_utf8(character, found->value);
    made.replace(character, source + at, found->size);
    at += found->size;
  }
  return made;
}

}  // namespace onrecord::report
