#include "statement/marks.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/utf8.h"

namespace onrecord::statement {
namespace {

using Family = Mark::Family;
using Shape = Mark::Shape;

struct Glyph {
  std::string_view bytes;
  Family family;
  Shape shape;
};

// Longer ones first where one is the beginning of another.
constexpr std::array<Glyph, 17> kGlyphs = {{
    {"\"", Family::twofold, Shape::straight},
    {"``", Family::twofold, Shape::left},
    {"''", Family::twofold, Shape::straight},
    {"\u201C", Family::twofold, Shape::left},   // “
    {"\u201D", Family::twofold, Shape::right},  // ”
    {"\u201E", Family::twofold, Shape::low},    // „
    {"\u201F", Family::twofold, Shape::left},   // ‟
    {"\u00AB", Family::angle, Shape::left},     // «
    {"\u00BB", Family::angle, Shape::right},    // »
    {"'", Family::single, Shape::straight},
    {"`", Family::single, Shape::left},
    {"\u2018", Family::single, Shape::left},   // ‘
    {"\u2019", Family::single, Shape::right},  // ’
    {"\u201A", Family::single, Shape::low},    // ‚
    {"\u201B", Family::single, Shape::left},   // ‛
    {"\u2039", Family::single, Shape::left},   // ‹
    {"\u203A", Family::single, Shape::right},  // ›
}};

// Words whose first letters are gone: an apostrophe stands before them, never an opening mark.
constexpr std::array<std::string_view, 13> kClipped = {
    "em", "tis", "twas", "cause", "til", "till", "round", "bout", "cos", "cuz", "nuff", "cept", "n"};

enum class Kind : std::uint8_t { edge, space, letter, digit, dash, opening, stop, other };

struct Neighbour {
  Kind kind = Kind::edge;
  char byte = 0;  // Its first byte.
};

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

Neighbour classify(std::string_view character) {
  const char c = character[0];
  if (is_ascii_letter(c)) return {Kind::letter, c};
  if (c >= '0' && c <= '9') return {Kind::digit, c};
  if (c == ' ' || c == '\n' || c == '\t' || c == '\r') return {Kind::space, c};
  if (c == '-') return {Kind::dash, c};
  if (c == '(' || c == '[' || c == '{' || c == '/') return {Kind::opening, c};
  if (std::string_view(".,;:?!").find(c) != std::string_view::npos) return {Kind::stop, c};
  if (character == "\u2026") return {Kind::stop, '.'};
  if (character == "\u2013" || character == "\u2014" || character == "\u2015") return {Kind::dash, '-'};
  if (character == "\u00A0" || character == "\u2009" || character == "\u202F") return {Kind::space, ' '};
  // Every other character outside ASCII counts as a letter, unless it is general punctuation (U+2000–U+206F).
  if (static_cast<unsigned char>(c) < 0x80 || character.starts_with("\xE2\x80")) return {Kind::other, c};
  return {Kind::letter, c};
}

const Glyph* glyph_at(std::string_view text) {
  for (const Glyph& glyph : kGlyphs) {
    if (text.starts_with(glyph.bytes)) return &glyph;
  }
  return nullptr;
}

bool may_begin_mark(char byte) {
  return byte == '"' || byte == '\'' || byte == '`' || byte == '\xE2' || byte == '\xC2';
}

// The text of one block and a look around in it. Other marks are looked through, as in: ,'" he said
class Surroundings {
 public:
  explicit Surroundings(std::string_view block) : block_(block) {}

  Neighbour before(std::size_t offset) const {
    while (offset > 0) {
      std::size_t begin = offset - 1;
      while (begin > 0 && base::is_continuation(block_[begin])) --begin;
      const auto character = block_.substr(begin, offset - begin);
      if (glyph_at(character) == nullptr) return classify(character);
      offset = begin;
    }
    return {};
  }

  Neighbour after(std::size_t offset) const {
    while (offset < block_.size()) {
      std::size_t end = offset + 1;
      while (end < block_.size() && base::is_continuation(block_[end])) ++end;
      if (const Glyph* glyph = glyph_at(block_.substr(offset)); glyph == nullptr) {
        return classify(block_.substr(offset, end - offset));
      }
      offset = end;
    }
    return {};
  }

  // The character before `offset`, blanks and marks passed over.
  Neighbour before_blanks(std::size_t offset) const {
    while (offset > 0 && (block_[offset - 1] == ' ' || block_[offset - 1] == '\n')) --offset;
    return before(offset);
  }

  std::string_view word_at(std::size_t offset) const {
    std::size_t end = offset;
    while (end < block_.size() && is_ascii_letter(block_[end])) ++end;
    return block_.substr(offset, end - offset);
  }

  // ’90s, '68
  bool is_short_year(std::size_t offset) const {
    const auto digits = block_.substr(offset, 3);
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return digits.size() >= 2 && is_digit(digits[0]) && is_digit(digits[1]) &&
           (digits.size() == 2 || !is_digit(digits[2]));
  }

 private:
  std::string_view block_;
};

bool is_word(Kind kind) { return kind == Kind::letter || kind == Kind::digit; }
bool is_outside(Kind kind) { return kind == Kind::edge || kind == Kind::space; }

bool is_clipped(std::string_view word) {
  std::string lower(word);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return std::find(kClipped.begin(), kClipped.end(), lower) != kClipped.end();
}

void weigh(Mark& mark, Neighbour left, Neighbour right) {
  const bool free_left = is_outside(left.kind) || left.kind == Kind::opening || left.kind == Kind::dash;
  const bool free_right = is_outside(right.kind) || right.kind == Kind::stop || right.kind == Kind::dash ||
                          right.kind == Kind::other;
  mark.at_start = left.kind == Kind::edge;
  mark.after_digit = left.kind == Kind::digit;
  mark.can_open = !is_outside(right.kind) && (free_left || !free_right);
  mark.can_close = !is_outside(left.kind) && left.kind != Kind::opening && (free_right || !free_left);
  if (!mark.can_open && !mark.can_close) {  // Blanks on both sides, or a mark all alone.
    mark.can_open = right.kind != Kind::edge;
    mark.can_close = left.kind != Kind::edge;
  }
  if (mark.can_open && mark.can_close && mark.family != Family::single) {
    if (left.kind == Kind::space && right.kind != Kind::space) mark.can_close = false;
    if (right.kind == Kind::edge) mark.can_open = false;
  }
  // A mark that shows its side keeps to it, unless its neighbours speak clearly against it.
  if (mark.shape == Shape::low) {
    mark.can_open = true;
    mark.can_close = false;
  } else if (mark.shape == Shape::left && !(mark.can_close && !mark.can_open)) {
    mark.can_open = true;
    mark.can_close = false;
  } else if (mark.shape == Shape::right && !(mark.can_open && !mark.can_close)) {
    mark.can_close = true;
    mark.can_open = false;
  }
}

// Nothing when the mark is an apostrophe.
std::optional<Mark> weigh_single(Mark mark, const Surroundings& around, std::size_t begin, std::size_t end) {
  const Neighbour left = around.before(begin);
  const Neighbour right = around.after(end);
  if (is_word(left.kind) && is_word(right.kind)) return std::nullopt;  // don't, O’Brien
  weigh(mark, left, right);
  if (mark.can_open && (is_clipped(around.word_at(end)) || around.is_short_year(end))) {
    mark.can_open = false;
  }
  if (mark.can_open && mark.can_close) {  // Never both: a single mark in the open is an apostrophe.
    mark.can_open = is_outside(left.kind) || left.kind == Kind::opening || left.kind == Kind::dash;
    mark.can_close = !mark.can_open;
  }
  if (mark.shape == Shape::right && mark.can_open) return std::nullopt;  // ’em, ’cause and all their kin
  if (!mark.can_open && !mark.can_close) return std::nullopt;
  const bool plural = left.byte == 's' || left.byte == 'S' || left.byte == 'z' || left.byte == 'x';
  mark.weak = mark.can_close && left.kind == Kind::letter && (plural || left.byte == 'n');
  return mark;
}

// ''' is a closing single mark and a closing double one, or an opening double and single one.
bool splits_three(const Surroundings& around, std::string_view block, std::size_t begin) {
  return block.substr(begin).starts_with("'''") && !is_word(around.after(begin + 3).kind);
}

}  // namespace

std::vector<Mark> find_marks(std::string_view text, Span block) {
  const auto inside = text.substr(block.begin, block.size());
  const Surroundings around(inside);
  std::vector<Mark> marks;
  for (std::size_t begin = 0; begin < inside.size();) {
    const Glyph* glyph = may_begin_mark(inside[begin]) ? glyph_at(inside.substr(begin)) : nullptr;
    if (glyph == nullptr) {
      ++begin;
      continue;
    }
    Mark mark;
    mark.family = glyph->family;
    mark.shape = glyph->shape;
    std::size_t size = glyph->bytes.size();
    if (glyph->bytes == "''" && splits_three(around, inside, begin)) {
      mark.family = Family::single;
      size = 1;
    }
    mark.span = {block.begin + static_cast<std::uint32_t>(begin),
                 block.begin + static_cast<std::uint32_t>(begin + size)};
    mark.after_stop = around.before_blanks(begin).kind == Kind::stop;
    if (mark.family == Family::single) {
      if (const auto weighed = weigh_single(mark, around, begin, begin + size)) marks.push_back(*weighed);
    } else {
      weigh(mark, around.before(begin), around.after(begin + size));
      marks.push_back(mark);
    }
    begin += size;
  }
  return marks;
}

}  // namespace onrecord::statement
