// base/utf8.h — UTF-8, checked byte by byte: no overlong form, no surrogate, nothing past U+10FFFF.

#ifndef ONRECORD_BASE_UTF8_H_
#define ONRECORD_BASE_UTF8_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace onrecord::base {

inline constexpr char32_t kReplacement = 0xFFFD;

struct CodePoint {
  char32_t value = kReplacement;
  std::uint32_t size = 1;  // Bytes taken; for invalid bytes, those that no valid character could share.
  bool valid = false;
};

// The code point that begins at `offset`, which must be below text.size(). Invalid bytes give U+FFFD and
// valid = false, as many at once as the Unicode standard's "maximal subpart".
CodePoint decode_utf8(std::string_view text, std::size_t offset);

// The offset of the first byte at or after `from` that is not valid UTF-8; npos when all is.
std::size_t find_invalid_utf8(std::string_view text, std::size_t from = 0);

// Surrogates and values past U+10FFFF are appended as U+FFFD.
void append_utf8(std::string& text, char32_t value);

inline bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

}  // namespace onrecord::base

#endif  // ONRECORD_BASE_UTF8_H_
