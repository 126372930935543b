#include "text/lines.h"

#include <algorithm>

#include "text/characters.h"

namespace onrecord::text {
namespace {

// Nobody wraps narrower or wider.
constexpr std::uint32_t kNarrowest = 30, kWidest = 132;
// Fewer pairs of lines prove nothing.
constexpr std::size_t kFewestPairs = 3;

bool is_line_break(char32_t value) {
  return value == '\n' || value == '\r' || value == '\v' || value == '\f' || value == 0x85 ||
         value == 0x2028 || value == 0x2029;
}

std::uint32_t first_word_size(std::string_view text, const Line& line) {
  std::uint32_t at = line.span.begin;
  while (at < line.span.end && at - line.span.begin < kWidest) {
    const Char c = char_at(text, at);
    if (c.kind == CharKind::space) break;
    at += c.size;
  }
  return count_characters(text.substr(line.span.begin, at - line.span.begin));
}

std::uint32_t size_of(std::string_view text, const Line& line) {
  return count_characters(text.substr(line.span.begin, line.span.size()));
}

bool begins_small(std::string_view text, const Line& line) {
  return is_lower(char_at(text, line.span.begin).value);
}

// The lengths of lines that another follows at once, shortest first.
std::vector<std::uint32_t> followed_sizes(std::string_view text, const std::vector<Line>& lines) {
  std::vector<std::uint32_t> sizes;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!lines[i + 1].gap_before) sizes.push_back(size_of(text, lines[i]));
  }
  std::sort(sizes.begin(), sizes.end());
  return sizes;
}

}  // namespace

std::vector<Line> find_lines(std::string_view text) {
  std::vector<Line> lines;
  std::uint32_t at = 0, breaks = 0;
  while (at < text.size()) {
    const Char c = char_at(text, at);
    if (c.kind == CharKind::space) {
      const bool pair = c.value == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
      if (is_line_break(c.value) && !pair) ++breaks;
      at += c.size;
      continue;
    }
    Line line{{at, at}, breaks > 1};
    for (; at < text.size();) {
      const Char inside = char_at(text, at);
      if (is_line_break(inside.value)) break;
      at += inside.size;
      if (inside.kind != CharKind::space) line.span.end = at;
    }
    lines.push_back(line);
    breaks = 0;
  }
  return lines;
}

std::uint32_t count_characters(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return !base::is_continuation(byte); }));
}

bool ends_in_stop(std::string_view text) {
  auto end = static_cast<std::uint32_t>(text.size());
  while (end > 0) {
    const Char last = char_before(text, end);
    if (std::u32string_view(U".!?:;…").find(last.value) != std::u32string_view::npos) return true;
    if (!is_closing(last.value)) return false;
    end -= last.size;
  }
  return false;
}

bool is_full(std::string_view text, const Line& line, const Line& next, std::uint32_t width) {
  return size_of(text, line) + 1 + first_word_size(text, next) > width;
}

// The width is that of the longest lines but one in twenty. The lines were broken to it when most would not
// have taken the next word, and many break inside a sentence.
std::uint32_t find_wrap_width(std::string_view text, const std::vector<Line>& lines) {
  const std::vector<std::uint32_t> sizes = followed_sizes(text, lines);
  if (sizes.size() < kFewestPairs) return 0;
  const std::uint32_t width = sizes[(sizes.size() - 1) * 19 / 20];
  if (width < kNarrowest || width > kWidest) return 0;
  std::size_t full = 0, small = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].gap_before || !is_full(text, lines[i], lines[i + 1], width)) continue;
    ++full;
    if (begins_small(text, lines[i + 1])) ++small;
  }
  return full * 10 >= sizes.size() * 6 && small * 10 >= full * 3 ? width : 0;
}

}  // namespace onrecord::text
