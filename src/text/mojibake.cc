#include "text/mojibake.h"

#include <optional>

#include "base/utf8.h"

namespace onrecord::text {
namespace {

// 0x80 to 0x9F in Windows-1252; 0 where it has no character.
constexpr char32_t kWindows1252[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                       0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// The byte that was read as `value`: bytes without a character had passed as they were.
std::optional<unsigned char> byte_of(char32_t value) {
  if (value >= 0x80 && value <= 0xFF) return static_cast<unsigned char>(value);
  for (unsigned char i = 0; i < 32; ++i) {
    if (kWindows1252[i] == value && value != 0) return static_cast<unsigned char>(0x80 + i);
  }
  return std::nullopt;
}

std::uint32_t length_by_lead(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

// What may well stand after a letter: quotation marks, dashes, the ellipsis, signs of trade and degree.
bool may_follow_letter(char32_t value) {
  return (value >= 0x2013 && value <= 0x2026) || value == 0x2039 || value == 0x203A || value == 0x2122 ||
         value == 0xA9 || value == 0xAB || value == 0xAE || value == 0xB0 || value == 0xBB || value == 0xA0 ||
         value == 0xB7;
}

bool is_sure(unsigned char lead, char32_t second, char32_t made) {
  if (lead == 0xE2) return made >= 0x2000 && made <= 0x2BFF;
  if (lead >= 0xF0) return true;
  if (lead == 0xC2) return true;  // Latin-1's own signs and spaces.
  if (lead == 0xC3) return second == 0xA9 || second == 0xA0 || !may_follow_letter(second);
  if (lead == 0xC4 || lead == 0xC5) return !may_follow_letter(second);
  return false;
}

}  // namespace

Mojibake mojibake_at(std::string_view text, std::uint32_t at) {
  const base::CodePoint first = base::decode_utf8(text, at);
  if (!first.valid) return {};
  const auto lead = byte_of(first.value);
  if (!lead) return {};
  const std::uint32_t length = length_by_lead(*lead);
  if (length == 0) return {};
  std::string bytes(1, static_cast<char>(*lead));
  std::uint32_t end = at + first.size;
  char32_t second = 0;
  while (bytes.size() < length) {
    if (end >= text.size()) return {};
    const base::CodePoint next = base::decode_utf8(text, end);
    const auto byte = next.valid ? byte_of(next.value) : std::nullopt;
    if (!byte || *byte < 0x80 || *byte > 0xBF) return {};
    if (bytes.size() == 1) second = next.value;
    bytes.push_back(static_cast<char>(*byte));
    end += next.size;
  }
  const base::CodePoint made = base::decode_utf8(bytes, 0);
  if (!made.valid || made.size != length || made.value < 0xA0) return {};
  return {end - at, std::move(bytes), is_sure(*lead, second, made.value)};
}

}  // namespace onrecord::text
