#include "text/characters.h"

#include <algorithm>

namespace onrecord::text {
namespace {

struct Range {
  char32_t first, last;
  CharKind kind;
};

// What is not a letter past ASCII, in order; from the Unicode character database, coarsened.
constexpr Range kRanges[] = {
    {0x80, 0x84, CharKind::control},      {0x85, 0x85, CharKind::space},
    {0x86, 0x9F, CharKind::control},      {0xA0, 0xA0, CharKind::space},
    {0xA1, 0xA1, CharKind::mark},         {0xA2, 0xA6, CharKind::symbol},
    {0xA7, 0xA7, CharKind::mark},         {0xA8, 0xA9, CharKind::symbol},
    {0xAB, 0xAB, CharKind::mark},         {0xAC, 0xAC, CharKind::symbol},
    {0xAD, 0xAD, CharKind::control},      {0xAE, 0xB1, CharKind::symbol},
    {0xB4, 0xB4, CharKind::symbol},       {0xB6, 0xB7, CharKind::mark},
    {0xB8, 0xB8, CharKind::symbol},       {0xBA, 0xBA, CharKind::symbol},
    {0xBB, 0xBB, CharKind::mark},         {0xBF, 0xBF, CharKind::mark},
    {0xD7, 0xD7, CharKind::symbol},       {0xF7, 0xF7, CharKind::symbol},
    {0x300, 0x36F, CharKind::extend},     {0x591, 0x5BD, CharKind::extend},
    {0x60C, 0x60C, CharKind::mark},       {0x61B, 0x61B, CharKind::mark},
    {0x61C, 0x61C, CharKind::control},    {0x61F, 0x61F, CharKind::mark},
    {0x64B, 0x65F, CharKind::extend},     {0x6D4, 0x6D4, CharKind::mark},
    {0x964, 0x965, CharKind::mark},       {0x1680, 0x1680, CharKind::space},
    {0x2000, 0x200A, CharKind::space},    {0x200B, 0x200B, CharKind::control},
    {0x200C, 0x200D, CharKind::extend},   {0x200E, 0x200F, CharKind::control},
    {0x2010, 0x2027, CharKind::mark},     {0x2028, 0x2029, CharKind::space},
    {0x202A, 0x202E, CharKind::control},  {0x202F, 0x202F, CharKind::space},
    {0x2030, 0x205E, CharKind::mark},     {0x205F, 0x205F, CharKind::space},
    {0x2060, 0x206F, CharKind::control},  {0x20A0, 0x20CF, CharKind::symbol},
    {0x20D0, 0x20FF, CharKind::extend},   {0x2117, 0x2117, CharKind::symbol},
    {0x2122, 0x2122, CharKind::symbol},   {0x2190, 0x245F, CharKind::symbol},
    {0x2500, 0x2BFF, CharKind::symbol},   {0x2E00, 0x2E7F, CharKind::mark},
    {0x3000, 0x3000, CharKind::space},    {0x3001, 0x3003, CharKind::mark},
    {0x3008, 0x3020, CharKind::mark},     {0x3030, 0x3030, CharKind::mark},
    {0xE000, 0xF8FF, CharKind::symbol},   {0xFE00, 0xFE0F, CharKind::extend},
    {0xFE10, 0xFE19, CharKind::mark},     {0xFE20, 0xFE2F, CharKind::extend},
    {0xFE30, 0xFE6F, CharKind::mark},     {0xFEFF, 0xFEFF, CharKind::control},
    {0xFF01, 0xFF0F, CharKind::mark},     {0xFF1A, 0xFF20, CharKind::mark},
    {0xFF3B, 0xFF40, CharKind::mark},     {0xFF5B, 0xFF65, CharKind::mark},
    {0xFFE0, 0xFFEE, CharKind::symbol},   {0xFFF9, 0xFFFB, CharKind::control},
    {0xFFFC, 0xFFFF, CharKind::symbol},   {0x1F000, 0x1F3FA, CharKind::symbol},
    {0x1F3FB, 0x1F3FF, CharKind::extend}, {0x1F400, 0x1FAFF, CharKind::symbol},
    {0xE0000, 0xE0FFF, CharKind::extend},
};

}  // namespace

CharKind kind_of(char32_t value) {
  if (value < 128) return internal::kAsciiKinds[value];
  if (value >= 0xC0 && value < 0x300) {
    return value == 0xD7 || value == 0xF7 ? CharKind::symbol : CharKind::letter;
  }
  const Range* range = std::upper_bound(std::begin(kRanges), std::end(kRanges), value,
                                        [](char32_t v, const Range& r) { return v < r.first; });
  if (range == std::begin(kRanges)) return CharKind::letter;
  --range;
  return value <= range->last ? range->kind : CharKind::letter;
}

Char char_before(std::string_view text, std::uint32_t offset) {
  std::uint32_t begin = offset - 1;
  while (begin > 0 && offset - begin < 4 && base::is_continuation(text[begin])) --begin;
  const Char found = char_at(text, begin);
  if (begin + found.size == offset) return found;
  return {base::kReplacement, 1, CharKind::symbol};
}

bool is_upper(char32_t value) {
  if (value < 128) return value >= 'A' && value <= 'Z';
  if (value >= 0xC0 && value <= 0xDE) return value != 0xD7;
  if (value >= 0x100 && value <= 0x17F) {
    // Pairs, the capital first; from U+0139 to U+0148 and from U+0179 to U+017E the capital is odd.
    const bool odd_first = (value >= 0x139 && value <= 0x148) || (value >= 0x179 && value <= 0x17E);
    return value == 0x178 ||
           (value != 0x138 && value != 0x149 && value != 0x17F && (value % 2 == 1) == odd_first);
  }
  return (value >= 0x391 && value <= 0x3AB) || (value >= 0x400 && value <= 0x42F) ||
         (value >= 0x531 && value <= 0x556);
}

bool is_lower(char32_t value) {
  if (value < 128) return value >= 'a' && value <= 'z';
  if (value >= 0xDF && value <= 0xFF) return value != 0xF7;
  if (value >= 0x100 && value <= 0x17F) return !is_upper(value);
  return (value >= 0x3AC && value <= 0x3CE) || (value >= 0x430 && value <= 0x45F) ||
         (value >= 0x561 && value <= 0x587);
}

bool is_quote(char32_t value) {
  return value == '"' || value == '\'' || value == '`' || value == 0xAB || value == 0xBB || value == 0x300C ||
         value == 0x300D || (value >= 0x2018 && value <= 0x201F) || value == 0x2039 || value == 0x203A;
}

bool is_closing(char32_t value) {
  return value == ')' || value == ']' || value == '}' || value == '"' || value == '\'' || value == 0x2019 ||
         value == 0x201D || value == 0xBB || value == 0x203A || value == 0x300D;
}

std::string to_lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& byte : lower) {
    if (is_upper_ascii(byte)) byte = static_cast<char>(byte - 'A' + 'a');
  }
  return lower;
}

}  // namespace onrecord::text
