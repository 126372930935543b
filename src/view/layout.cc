#include "view/layout.h"

#include <unicode/uchar.h>

#include <utility>

#include "base/utf8.h"

namespace onrecord::view {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Takes the next character off `text`: the code point (negative when the bytes are no UTF-8) and its bytes.
std::pair<UChar32, std::string_view> next(std::string_view& text) {
  const base::CodePoint point = base::decode_utf8(text, 0);
  const std::string_view bytes = text.substr(0, point.size);
  text.remove_prefix(point.size);
  return {point.valid ? static_cast<UChar32>(point.value) : -1, bytes};
}

bool turns_direction(UChar32 point) {
  return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

unsigned columns_of(UChar32 point) {
  if (point < 0) return 1;
  if (point >= 0x20 && point < 0x7F) return 1;
  switch (u_charType(point)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return 0;
    default:
      break;
  }
  const auto width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// Takes off `word` as many characters as fit into `room` columns; at least one, so that it ends.
std::string_view cut(std::string_view& word, unsigned room) {
  std::string_view rest = word;
  unsigned used = 0;
  while (!rest.empty()) {
    std::string_view ahead = rest;
    const unsigned width = columns_of(next(ahead).first);
    if (used + width > room && rest.size() < word.size()) break;
    used += width;
    rest = ahead;
  }
  const std::string_view taken = word.substr(0, word.size() - rest.size());
  word = rest;
  return taken;
}

// Lines being filled with words.
struct Lines {
  explicit Lines(unsigned room) : width(room) {}

  void add(std::string_view word) {
    unsigned size = columns(word);
    if (used > 0 && used + 1 + size <= width) {
      done.back() += ' ';
      used += 1;
    } else if (used > 0) {
      begin_line();
    }
    while (size > width) {  // Only ever at the beginning of a line.
      const std::string_view part = cut(word, width);
      done.back() += part;
      size -= columns(part);
      begin_line();
    }
    done.back() += word;
    used += size;
  }

  void begin_line() {
    done.emplace_back();
    used = 0;
  }

  std::vector<std::string> done{""};
  unsigned width;
  unsigned used = 0;
};

}  // namespace

std::string printable(std::string_view text) {
  std::string shown;
  bool space = false;
  while (!text.empty()) {
    const auto [point, bytes] = next(text);
    if (point >= 0 && u_isUWhiteSpace(point)) {
      space = !shown.empty();
      continue;
    }
    if (std::exchange(space, false)) shown += ' ';
    const bool unsafe = point < 0 || u_charType(point) == U_CONTROL_CHAR || turns_direction(point);
    shown += unsafe ? kReplacement : bytes;
  }
  return shown;
}

std::string plain(std::string_view text) {
  constexpr std::string_view kMarkup = "\\`*_{}[]<>#|~&!";
  std::string safe;
  for (const char byte : printable(text)) {
    if (kMarkup.find(byte) != std::string_view::npos) safe += '\\';
    safe += byte;
  }
  return safe;
}

unsigned columns(std::string_view text) {
  unsigned sum = 0;
  while (!text.empty()) sum += columns_of(next(text).first);
  return sum;
}

std::vector<std::string> wrap(std::string_view text, unsigned width) {
  Lines lines(width);
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    lines.add(text.substr(0, space));
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
  }
  return std::move(lines.done);
}

std::string fill_right(std::string_view text, unsigned width) {
  const unsigned used = columns(text);
  return std::string(text) + std::string(used < width ? width - used : 0, ' ');
}

std::string fill_left(std::string_view text, unsigned width) {
  const unsigned used = columns(text);
  return std::string(used < width ? width - used : 0, ' ') + std::string(text);
}

}  // namespace onrecord::view
