#include "coder/dictionary.h"

#include <algorithm>

#include "actor_table/fold.h"

namespace onrecord::coder {

void append_words(std::string_view word, Words& words) {
  const std::string small = actor_table::lower(word);
  if (small.size() > 3 && small.ends_with("n't")) {
    append_words(std::string_view(small).substr(0, small.size() - 3), words);
    words.emplace_back("n't");
    return;
  }
  for (std::size_t at = 0; at < small.size();) {
    const std::size_t end = std::min(small.find_first_of("-_", at), small.size());
    if (end > at) words.push_back(small.substr(at, end - at));
    at = end + 1;
  }
}

std::string_view code_on(const Holder& holder, Day day) {
  const auto is_open = [](const DatedCode& one) {
    return one.from == actor_table::kFirstDay && one.to == actor_table::kLastDay;
  };
  for (const DatedCode& one : holder.codes) {
    if (!is_open(one) && one.from <= day && day <= one.to) return one.code;
  }
  for (const DatedCode& one : holder.codes) {
    if (is_open(one)) return one.code;
  }
  return {};
}

}  // namespace onrecord::coder
