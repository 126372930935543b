// text/characters.h — what kind of character a code point is, as far as words and blocks care.

#ifndef ONRECORD_TEXT_CHARACTERS_H_
#define ONRECORD_TEXT_CHARACTERS_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/utf8.h"

namespace onrecord::text {

enum class CharKind : std::uint8_t {
  space,    // White space of any width, line breaks too.
  letter,   // What words are made of, ideographs too; whatever Unicode may add later.
  digit,    // 0 to 9.
  extend,   // Combining marks, joiners and selectors: belongs to the character before.
  mark,     // Punctuation.
  symbol,   // Currency, arrows, emoji.
  control,  // Shows nothing and separates nothing: NUL, direction marks, the byte order mark.
};

struct Char {
  char32_t value = 0;
  std::uint32_t size = 1;
  CharKind kind = CharKind::mark;
};

CharKind kind_of(char32_t value);

namespace internal {
constexpr CharKind ascii_kind(unsigned char byte) {
  if (byte >= '0' && byte <= '9') return CharKind::digit;
  if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) return CharKind::letter;
  if (byte == ' ' || (byte >= '\t' && byte <= '\r')) return CharKind::space;
  if (byte < ' ' || byte == 0x7F) return CharKind::control;
  if (byte == '$' || byte == '+' || byte == '<' || byte == '=' || byte == '>' || byte == '^' || byte == '`' ||
      byte == '|' || byte == '~') {
    return CharKind::symbol;
  }
  return CharKind::mark;
}
constexpr std::array<CharKind, 128> make_ascii_kinds() {
  std::array<CharKind, 128> kinds{};
  for (unsigned char byte = 0; byte < 128; ++byte) kinds[byte] = ascii_kind(byte);
  return kinds;
}
inline constexpr std::array<CharKind, 128> kAsciiKinds = make_ascii_kinds();
}  // namespace internal

// The character at `offset`, which must be inside. A byte that is not UTF-8 counts as a symbol.
inline Char char_at(std::string_view text, std::uint32_t offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte < 128) return {byte, 1, internal::kAsciiKinds[byte]};
  const base::CodePoint point = base::decode_utf8(text, offset);
  return {point.value, point.size, point.valid ? kind_of(point.value) : CharKind::symbol};
}

// The character that ends before `offset`, which must be past 0.
Char char_before(std::string_view text, std::uint32_t offset);

inline bool is_word_kind(CharKind kind) {
  return kind == CharKind::letter || kind == CharKind::digit || kind == CharKind::extend;
}

constexpr bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
constexpr bool is_lower_ascii(char byte) { return byte >= 'a' && byte <= 'z'; }
constexpr bool is_upper_ascii(char byte) { return byte >= 'A' && byte <= 'Z'; }
constexpr bool is_letter_ascii(char byte) { return is_lower_ascii(byte) || is_upper_ascii(byte); }

// Latin, Greek, Cyrillic and Armenian; false for scripts without case.
bool is_upper(char32_t value);
bool is_lower(char32_t value);

// ' and ’ and their look-alikes, where they stand inside a word.
constexpr bool is_apostrophe(char32_t value) {
  return value == '\'' || value == 0x2019 || value == 0x2018 || value == 0xB4;
}
// The hyphen and its two other forms, not the dashes.
constexpr bool is_hyphen(char32_t value) { return value == '-' || value == 0x2010 || value == 0x2011; }
// Opens or closes a quotation, double or single, of any style.
bool is_quote(char32_t value);
bool is_closing(char32_t value);  // ) ] } and closing quotation marks, " and ' too.

// ASCII letters in lower case, all else as it is.
std::string to_lower_ascii(std::string_view text);

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_CHARACTERS_H_
