// Numbers and what is written against them: 1,000.5, 7:30pm, 2001-02-03, 555-0123, 10-12, 1970s, 3rd.

#include "lexicon/tables.h"
#include "text/cutter.h"

namespace onrecord::text {
namespace {

// A day ("9/11", "11/28/2000"), a code, or the first part of a telephone number ("713/345-7942"): one word. A
// fraction ("3/4") or a span of years ("2001/02"): several.
std::uint32_t past_slash(const Cutter& cutter, std::uint32_t begin, std::uint32_t at) {
  const std::uint32_t end = cutter.digits_end(at + 1);
  const std::uint32_t before = at - begin, after = end - at - 1;
  if (cutter.byte(end) == '/' || cutter.byte(end) == '-' || cutter.digits_end(begin) != at) return end;
  const bool fraction =
      before == 1 && after == 1 && cutter.byte(begin) < cutter.byte(at + 1) && cutter.byte(begin) > '1';
  const bool no_month = before > 2 || (before == 2 && cutter.slice(begin, at) > "12");
  return fraction || no_month ? at : end;
}

// Past ",000" groups, decimals, times and dates with slashes.
std::uint32_t past_number_joint(const Cutter& cutter, std::uint32_t begin, std::uint32_t at) {
  const std::uint32_t digits = cutter.digits_end(at + 1) - at - 1;
  if (digits == 0) return at;
  switch (cutter.byte(at)) {
    case ',':
      return digits == 3 ? at + 4 : at;
    case ':':
      return digits == 2 ? at + 3 : at;
    case '.':
      return at + 1 + digits;
    case '/':
      return past_slash(cutter, begin, at);
    default:
      return at;
  }
}

// A telephone number, a post code or a date, its groups joined by hyphens; `at` when it is a range ("10-12").
std::uint32_t past_hyphened(const Cutter& cutter, std::uint32_t begin, std::uint32_t at) {
  std::uint32_t end = at;
  std::uint32_t groups = 1, size = at - begin;
  std::uint32_t last = size;
  while (cutter.byte(end) == '-' && is_digit(cutter.byte(end + 1))) {
    const std::uint32_t next = cutter.digits_end(end + 1);
    last = next - end - 1;
    end = next;
    ++groups;
  }
  if (groups < 2) return at;
  const bool two = last == 4 && (size == 3 || size == 5);
  return groups > 2 || two ? end : at;
}

bool is_ordinal_ending(std::string_view letters) {
  return letters == "st" || letters == "nd" || letters == "rd" || letters == "th" || letters == "ST" ||
         letters == "ND" || letters == "RD" || letters == "TH" || letters == "s";
}

// The unit that begins at `at`, letters with at most a raised digit; its end, or `at`.
std::uint32_t unit_end(const Cutter& cutter, std::uint32_t at) {
  const std::uint32_t end = cutter.word_kinds_end(at);
  if (end - at > 8) return at;
  return lexicon::units().find(cutter.slice(at, end)) == "" ? end : at;
}

// "a.m." against the hour.
bool is_hour_half(const Cutter& cutter, std::uint32_t at) {
  const char half = cutter.byte(at);
  if (half != 'a' && half != 'p' && half != 'A' && half != 'P') return false;
  return cutter.byte(at + 1) == '.' && (cutter.byte(at + 2) == 'm' || cutter.byte(at + 2) == 'M') &&
         !is_word_kind(cutter.peek(at + 3).kind);
}

// Letters against the digits [begin, at).
std::uint32_t cut_letters(Cutter& cutter, std::uint32_t begin, std::uint32_t at) {
  const std::uint32_t end = cutter.word_kinds_end(at);
  if (is_ordinal_ending(cutter.slice(at, end))) return cut_word_from(cutter, begin, end);
  if (const std::uint32_t unit = unit_end(cutter, at); unit > at) {
    cutter.add(begin, at);
    if (cutter.byte(unit) == '.' && owns_stop(cutter, at, unit)) {
      cutter.add(at, unit + 1);
      return unit + 1;
    }
    cutter.add(at, unit);
    return unit;
  }
  if (is_hour_half(cutter, at)) {
    cutter.add(begin, at);
    return cut_word(cutter, at);
  }
  if (cutter.byte(at) == 'x' && (end == at + 1 || is_digit(cutter.byte(at + 1)))) {
    cutter.add(begin, at);  // 3x5, 4x
    cutter.add(at, at + 1);
    return at + 1;
  }
  return cut_word_from(cutter, begin, end);
}

// "1." and "2.1." at the head of a block count its items; the stop is theirs.
bool counts_items(const Cutter& cutter, std::uint32_t begin, std::uint32_t stop) {
  return cutter.words.size() == cutter.first_word && stop - begin <= 5 && stop + 1 == cutter.run.end &&
         cutter.next_visible(stop + 1) < cutter.block.end;
}

}  // namespace

std::uint32_t cut_number(Cutter& cutter, std::uint32_t at) {
  const std::uint32_t begin = at;
  if (cutter.byte(at) == '.') ++at;
  at = cutter.digits_end(at);
  for (std::uint32_t past = past_number_joint(cutter, begin, at); past > at;) {
    at = past;
    past = past_number_joint(cutter, begin, at);
  }
  at = past_hyphened(cutter, begin, at);
  const Char next = cutter.peek(at);
  if (next.kind == CharKind::letter || next.kind == CharKind::extend) return cut_letters(cutter, begin, at);
  if (is_apostrophe(next.value) && clitic_size(cutter, at) > 0) return cut_word_from(cutter, begin, at);
  if (next.value == '_') return cut_word_from(cutter, begin, at);
  if (next.value == '.' && counts_items(cutter, begin, at)) ++at;
  cutter.add(begin, at);
  return at;
}

}  // namespace onrecord::text
