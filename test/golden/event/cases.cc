#include "cases.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string_view>
#include <utility>

namespace onrecord::golden {
namespace {

using Marks = std::map<std::string, std::vector<Span>>;  // "A1": where it stands, in order.

std::string trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return std::string(text);
}

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  for (std::size_t at = text.find(separator); at != std::string_view::npos; at = text.find(separator)) {
    parts.push_back(trimmed(text.substr(0, at)));
    text.remove_prefix(at + separator.size());
  }
  parts.push_back(trimmed(text));
  return parts;
}

// "A1R2" is two labels, "X" one.
void put(const std::string& labels, Span span, Marks& marks) {
  if (labels == "X") {
    marks["X"].push_back(span);
    return;
  }
  for (std::size_t i = 0; i + 1 < labels.size(); i += 2) marks[labels.substr(i, 2)].push_back(span);
}

// Takes the marks out of `marked`; false: a bracket has no fellow or no label.
bool unmark(std::string_view marked, std::string& text, Marks& marks) {
  for (std::size_t at = 0; at < marked.size();) {
    if (marked[at] == ']') return false;
    if (marked[at] != '[') {
      text += marked[at++];
      continue;
    }
    const std::size_t space = marked.find(' ', at);
    const std::size_t end = marked.find(']', at);
    if (space == std::string_view::npos || end == std::string_view::npos || space > end) return false;
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += marked.substr(space + 1, end - space - 1);
    put(std::string(marked.substr(at + 1, space - at - 1)), {begin, static_cast<std::uint32_t>(text.size())},
        marks);
    at = end + 1;
  }
  return true;
}

std::optional<CountKind> kind_of(std::string_view word) {
  for (const CountKind kind : {CountKind::killed, CountKind::injured, CountKind::arrested,
                               CountKind::displaced, CountKind::taking_part}) {
    if (to_string(kind).starts_with(word)) return kind;  // "taking" is enough.
  }
  return std::nullopt;
}

std::optional<std::uint64_t> number_of(const std::string& text) {
  std::uint64_t value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// "killed=~12", "12-", "10-12"
std::optional<WantedCount> count_of(const std::string& kind, std::string words) {
  const auto counted = kind_of(kind);
  if (!counted) return std::nullopt;
  WantedCount made{*counted, 0, {}, false};
  if (words.starts_with('~')) {
    made.approximate = true;
    words.erase(0, 1);
  }
  const std::size_t dash = words.find('-');
  const auto low = number_of(words.substr(0, dash));
  if (!low) return std::nullopt;
  made.low = *low;
  if (dash == std::string::npos) {
    made.high = low;
  } else if (dash + 1 < words.size()) {
    made.high = number_of(words.substr(dash + 1));
    if (!made.high) return std::nullopt;
  }
  return made;
}

bool read_more(const std::string& word, WantedEvent& event) {
  if (word == "A-") return event.no_agent = true;
  if (word == "R-") return event.no_recipient = true;
  if (word == "by" || word == "S") return event.by_statement = true;
  const std::size_t equals = word.find('=');
  if (equals == std::string::npos) return false;
  if (word.starts_with("at=")) {
    event.day = word.substr(3);
    return true;
  }
  const auto count = count_of(word.substr(0, equals), word.substr(equals + 1));
  if (count) event.counts.push_back(*count);
  return count.has_value();
}

std::optional<WantedEvent> event_of(const std::string& item, const Marks& marks) {
  std::istringstream words(item);
  std::string number;
  WantedEvent event;
  if (!(words >> number >> event.type >> event.mode >> event.status)) return std::nullopt;
  for (std::string word; words >> word;) {
    if (!read_more(word, event)) return std::nullopt;
  }
  const auto marked = [&](const char* part) {
    const auto found = marks.find(part + number);
    return found == marks.end() ? std::vector<Span>() : found->second;
  };
  event.triggers = marked("T");
  event.agents = marked("A");
  event.recipients = marked("R");
  event.places = marked("P");
  if (event.triggers.empty()) return std::nullopt;
  return event;
}

}  // namespace

std::optional<Case> case_of(const std::string& file, const std::string& line) {
  const auto cells = split(std::string_view(line).substr(1), " |");
  if (cells.size() < 3) return std::nullopt;
  Case made{file, {}, cells[1], {}, {}};
  Marks marks;
  if (!unmark(cells[0], made.text, marks)) return std::nullopt;
  made.tempting = marks["X"];
  if (cells[2] == "-") return made;
  for (const std::string& item : split(cells[2], ";")) {
    const auto event = event_of(item, marks);
    if (!event) return std::nullopt;
    made.events.push_back(*event);
  }
  return made;
}

std::vector<Case> read_cases(const std::string& folder, std::vector<std::string>& faults) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".md" && entry.path().filename() != "README.md")
      files.push_back(entry.path());
  }
  std::ranges::sort(files);
  std::vector<Case> cases;
  for (const auto& file : files) {
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);) {
      if (!line.starts_with("|") || line.starts_with("| text |") || line.starts_with("|---")) continue;
      auto made = case_of(file.filename().string(), line);
      if (made) cases.push_back(std::move(*made));
      if (!made) faults.push_back(file.filename().string() + ": " + line);
    }
  }
  return cases;
}

}  // namespace onrecord::golden
