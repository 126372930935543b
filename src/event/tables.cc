#include "event/tables.h"

#include "lexicon/table.h"

namespace onrecord::event {
namespace {

constexpr std::string_view kWords =
#include "event_words.inc"
    ;

constexpr std::string_view kModes =
#include "modes.inc"
    ;

}  // namespace

std::optional<std::string_view> table_value(std::string_view of, const std::string& word) {
  static const lexicon::Table table(kWords);
  std::string key(of);
  key += '/';
  key += word;
  return table.find(key);
}

std::string_view take(std::string_view& text, char mark) {
  const std::size_t end = text.find(mark);
  const std::string_view taken = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return taken;
}

EventType type_named(std::string_view name) {
  for (std::uint8_t i = 1; i <= static_cast<std::uint8_t>(EventType::ASSAULT); ++i) {
    if (to_string(static_cast<EventType>(i)) == name) return static_cast<EventType>(i);
  }
  return EventType::unknown;
}

// The views are into the program's own copy of data/plover/modes.tsv.
std::string_view mode_named(EventType type, std::string_view label) {
  const std::size_t blank = label.find(' ');
  if (blank == std::string_view::npos || label.substr(0, blank) != to_string(type)) return {};
  const std::string_view mode = label.substr(blank + 1);
  const std::string line = std::string("\n") + std::string(to_string(type)) + '\t' + std::string(mode) + '\t';
  const std::size_t found = kModes.find(line);
  if (found == std::string_view::npos) return {};
  return kModes.substr(found + line.size() - 1 - mode.size(), mode.size());
}

}  // namespace onrecord::event
