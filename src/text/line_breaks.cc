#include "text/line_breaks.h"

#include <string>

#include "lexicon/tables.h"
#include "text/characters.h"

namespace onrecord::text {
namespace {

// A line break between small letters joins lines only when one of them is as long as prose is: lists stay
// lists.
constexpr std::uint32_t kProse = 40;
constexpr std::uint32_t kLongestPart = 30;  // Of a broken word, in bytes.

bool is_letter(Char c) { return c.kind == CharKind::letter || c.kind == CharKind::extend; }

// The letters that end before `end`.
std::string_view letters_before(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t at = end;
  while (at > begin && end - at <= kLongestPart) {
    const Char c = char_before(text, at);
    if (!is_letter(c)) break;
    at -= c.size;
  }
  return text.substr(at, end - at);
}

std::string_view letters_after(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t at = begin;
  while (at < end && at - begin <= kLongestPart) {
    const Char c = char_at(text, at);
    if (!is_letter(c)) break;
    at += c.size;
  }
  return text.substr(begin, at - begin);
}

bool is_common(std::string_view word) { return lexicon::words().find(to_lower_ascii(word)).has_value(); }

bool begins_item(std::string_view text, Span line) {
  const Char c = char_at(text, line.begin);
  const bool bullet = c.value == 0x2022 || c.value == 0x25AA || c.value == 0x25CF || c.value == 0x25E6 ||
                      c.value == '*' || c.value == '-' || c.value == 0x2013;
  return bullet && c.size < line.size() && char_at(text, line.begin + c.size).kind == CharKind::space;
}

// A line break and nothing more: white space beside it would stand between two words.
bool is_bare(std::string_view text, Span gap) {
  for (std::uint32_t at = gap.begin; at < gap.end; ++at) {
    if (text[at] != '\n' && text[at] != '\r') return false;
  }
  return true;
}

std::uint32_t indent(std::string_view text, Span line) {
  std::uint32_t at = line.begin;
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
  return line.begin - at;
}

}  // namespace

LineBreak LineBreaks::before(std::size_t next) {
  if (!is_inside_paragraph(next)) return LineBreak::paragraph;
  const Span a = lines_[next - 1].span, b = lines_[next].span;
  const bool hyphen = text_[a.end - 1] == '-' && a.size() > 1;
  const std::string_view left = letters_before(text_, a.begin, hyphen ? a.end - 1 : a.end);
  const std::string_view right = letters_after(text_, b.begin, b.end);
  if (left.empty() || right.empty()) return LineBreak::space;
  if (hyphen) return at_hyphen(left, right);
  const bool could_be_one = is_bare(text_, {a.end, b.begin}) && is_lower(char_at(right, 0).value) &&
                            left.size() <= kLongestPart && right.size() <= kLongestPart;
  return could_be_one ? between(left, right, next) : LineBreak::space;
}

bool LineBreaks::is_inside_paragraph(std::size_t next) const {
  const Line &a = lines_[next - 1], &b = lines_[next];
  if (b.gap_before || begins_item(text_, b.span)) return false;
  const bool small = is_lower(char_at(text_, b.span.begin).value);
  const bool open = !ends_in_stop(text_.substr(a.span.begin, a.span.size()));
  if (width_ > 0) {
    const bool indented = indent(text_, b.span) > indent(text_, a.span);
    return (small && open) || (!indented && is_full(text_, a, b, width_));
  }
  return small && open && (a.span.size() >= kProse || b.span.size() >= kProse);
}

LineBreak LineBreaks::at_hyphen(std::string_view left, std::string_view right) {
  if (right == "and" || right == "or" || right == "to") return LineBreak::space;  // pre-\nand post-war
  if (!is_lower(char_at(right, 0).value)) return LineBreak::after_hyphen;
  if (is_known(std::string(left).append(right))) return LineBreak::drop_hyphen;
  return is_common(left) && is_common(right) ? LineBreak::after_hyphen : LineBreak::drop_hyphen;
}

// A word broken without hyphen shows by its parts, which are no words, or by the whole, which is one.
LineBreak LineBreaks::between(std::string_view left, std::string_view right, std::size_t next) {
  const bool left_word = is_word(left), right_word = is_word(right);
  if (left_word && right_word) return LineBreak::space;
  const std::string whole = std::string(left).append(right);
  // Where lines were broken to a width they were broken between words: both signs are asked for.
  const bool neither = !left_word && !right_word;
  if (is_known(whole) && (neither || (width_ == 0 && !is_upper(char_at(left, 0).value))))
    return LineBreak::inside_word;
  if (width_ == 0 && count(whole) > 0) return LineBreak::inside_word;
  if (width_ == 0 && neither && right.size() > 1 && reads_on_in_english(next)) return LineBreak::inside_word;
  return LineBreak::space;
}

// Most of the words after the first are common ones: that the first is none says something.
bool LineBreaks::reads_on_in_english(std::size_t line) const {
  const Span span = lines_[line].span;
  std::uint32_t at =
      span.begin + static_cast<std::uint32_t>(letters_after(text_, span.begin, span.end).size());
  int common = 0, seen = 0;
  while (at < span.end && seen < 8) {
    const std::string_view word = letters_after(text_, at, span.end);
    if (word.empty()) {
      at += char_at(text_, at).size;
      continue;
    }
    ++seen;
    if (is_common(word)) ++common;
    at += static_cast<std::uint32_t>(word.size());
  }
  return 2 * common >= seen;
}

std::uint32_t LineBreaks::count(std::string_view word) {
  if (counts_.empty()) {
    for (std::uint32_t at = 0; at < text_.size();) {
      const std::string_view found = letters_after(text_, at, static_cast<std::uint32_t>(text_.size()));
      if (found.empty()) {
        at += char_at(text_, at).size;
      } else {
        ++counts_[found];
        at += static_cast<std::uint32_t>(found.size());
      }
    }
  }
  const auto entry = counts_.find(word);
  return entry == counts_.end() ? 0 : entry->second;
}

// A part stands in the text once, at the break; a second time it stands as a word.
bool LineBreaks::is_word(std::string_view part) { return is_common(part) || count(part) > 1; }

bool LineBreaks::is_known(std::string_view whole) { return is_common(whole) || count(whole) > 0; }

}  // namespace onrecord::text
