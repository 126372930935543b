#include "report/made_text.h"

#include <utility>

namespace onrecord::report {

void normalize_line_ends(MadeText& made) {
  const std::string_view text = made.text;
  std::size_t at = 0;
  std::size_t found = text.find('\r');
  if (found == std::string_view::npos) return;
  MadeText result;
  result.text.reserve(text.size());
  for (; found != std::string_view::npos; found = text.find('\r', at)) {
    result.copy(text.substr(at, found - at), at);
    const bool pair = found + 1 < text.size() && text[found + 1] == '\n';
    if (pair) {
      result.replace("", found, 1);
      at = found + 1;
    } else {
      result.replace("\n", found, 1);
      at = found + 1;
    }
  }
  result.copy(text.substr(at), at);
  result.map = result.map.over(made.map);
  made = std::move(result);
}

}  // namespace onrecord::report
