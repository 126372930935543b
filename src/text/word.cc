// A word that begins with a letter: where it ends, and where it falls into several words.

#include <optional>

#include "lexicon/tables.h"
#include "text/cutter.h"

namespace onrecord::text {
namespace {

constexpr std::string_view kClitics[] = {"s", "m", "d", "re", "ve", "ll"};
constexpr std::string_view kSlashed[] = {"w/o", "w/out", "n/a", "s/he", "b/c", "l/c", "i/c", "i/s"};
constexpr std::string_view kDollars[] = {"US", "U", "A", "AU", "C", "CA", "HK", "NZ", "S", "R", "NT"};
// What follows a prefix that is no prefix: "over-the-counter", "post-and-lintel".
constexpr std::string_view kLinking[] = {"the", "to", "and", "or", "in", "of", "up", "by", "on", "a"};
constexpr std::size_t kLongestAffix = 8;  // No row of the table is longer.

template <std::size_t size>
bool holds(const std::string_view (&list)[size], std::string_view word) {
  for (const std::string_view entry : list) {
    if (entry == word) return true;
  }
  return false;
}

bool all_upper(std::string_view word) {
  for (const char byte : word) {
    if (!is_upper_ascii(byte)) return false;
  }
  return !word.empty();
}

// Anti-war, anti-war; not UN-led.
bool is_prefix(std::string_view word) {
  if (word.size() > kLongestAffix) return false;
  if (word.size() > 1 && all_upper(word)) return false;
  if (word.size() == 1 && is_upper_ascii(word[0]) && word[0] != 'E') return false;
  return lexicon::affixes().find(to_lower_ascii(word)) == "prefix";
}

bool is_suffix(std::string_view word) {
  return word.size() <= kLongestAffix && lexicon::affixes().find(to_lower_ascii(word)) == "suffix";
}

// Past the hyphen and what it joins to the word; `at` when the hyphen stands alone.
std::uint32_t past_hyphen(const Cutter& cutter, std::uint32_t begin, std::uint32_t at) {
  const std::uint32_t after = at + cutter.peek(at).size;
  if (!is_word_kind(cutter.peek(after).kind)) return at;
  const std::uint32_t end = cutter.word_kinds_end(after);
  const bool first_part = begin == cutter.run.begin || !is_hyphen(char_before(cutter.text, begin).value);
  if (first_part && is_prefix(cutter.slice(begin, at)) && !holds(kLinking, cutter.slice(after, end)))
    return end;
  if (!is_hyphen(cutter.peek(end).value) && is_suffix(cutter.slice(after, end))) return end;
  return at;
}

// Past a stop inside the word (U.S, Ph.D, v2.0); `at` when the stop is the word's end.
std::uint32_t past_stop(const Cutter& cutter, std::uint32_t begin, std::uint32_t at) {
  const Char next = cutter.peek(at + 1);
  if (next.kind == CharKind::digit) {
    return is_digit(cutter.text[at - 1]) ? cutter.word_kinds_end(at + 1) : at;
  }
  if (next.kind != CharKind::letter) return at;
  const std::uint32_t end = cutter.letters_end(at + 1);
  const bool single_before = at - begin == 1 || (at - begin > 2 && cutter.text[at - 2] == '.');
  if (single_before && is_letter_ascii(cutter.text[at - 1]) && end == at + 2) return end;
  if (end - begin <= kLongestAffix && lexicon::abbreviations().find(cutter.lower(begin, end))) return end;
  return at;
}

std::uint32_t past_slash(const Cutter& cutter, std::uint32_t begin, std::uint32_t at) {
  if (at - begin != 1) return at;
  const std::uint32_t end = cutter.word_kinds_end(at + 1);
  return end - begin <= 5 && holds(kSlashed, cutter.lower(begin, end)) ? end : at;
}

std::uint32_t past_ampersand(const Cutter& cutter, std::uint32_t begin, std::uint32_t at) {
  const std::uint32_t end = cutter.letters_end(at + 1);
  if (end == at + 1 || at - begin > 4) return at;
  if (all_upper(cutter.slice(begin, at)) && all_upper(cutter.slice(at + 1, end))) return end;
  return at - begin == 1 && end == at + 2 ? end : at;
}

// Past what joins the word to more of itself; `at` when the word ends there.
std::uint32_t past_joint(const Cutter& cutter, std::uint32_t begin, std::uint32_t at) {
  const Char c = cutter.peek(at);
  if (is_hyphen(c.value)) return past_hyphen(cutter, begin, at);
  switch (c.value) {
    case '.':
      return past_stop(cutter, begin, at);
    case '/':
      return past_slash(cutter, begin, at);
    case '&':
      return past_ampersand(cutter, begin, at);
    case '_':
      return is_word_kind(cutter.peek(at + 1).kind) ? at + 1 : at;
    case '*':
      return cutter.letters_end(at + 1) > at + 1 ? cutter.letters_end(at + 1) : at;
    case '$':
      return holds(kDollars, cutter.slice(begin, at)) ? at + 1 : at;
    default:
      return at;
  }
}

// "1930's", "60's": one word.
bool is_decade(const Cutter& cutter, std::uint32_t begin, std::uint32_t end) {
  const std::uint32_t size = end - begin;
  return (size == 2 || size == 4) && cutter.text[end - 1] == '0' && cutter.digits_end(begin) == end;
}

// Where the n of n't stands when the apostrophe at `at` is its; nothing otherwise.
std::optional<std::uint32_t> negation(const Cutter& cutter, std::uint32_t begin, std::uint32_t at) {
  const std::uint32_t t = at + cutter.peek(at).size;
  if (cutter.byte(t) != 't' && cutter.byte(t) != 'T') return std::nullopt;
  if (is_word_kind(cutter.peek(t + 1).kind)) return std::nullopt;
  const char n = cutter.text[at - 1];
  if ((n != 'n' && n != 'N') || at - 1 == begin) return std::nullopt;
  return at - 1;
}

// A word without apostrophe that is several by custom: cannot, gonna.
void add_plain(Cutter& cutter, std::uint32_t begin, std::uint32_t end) {
  if (const std::uint32_t size = end - begin; size >= 2 && size <= 8) {
    char key[8];
    for (std::uint32_t i = 0; i < size; ++i) {
      const char byte = cutter.text[begin + i];
      key[i] = is_upper_ascii(byte) ? static_cast<char>(byte - 'A' + 'a') : byte;
    }
    if (const auto parts = lexicon::contractions().find({key, size})) {
      bool later = false;
      for (const char digit : *parts) {
        if (!is_digit(digit)) continue;
        const std::uint32_t part_end = begin + static_cast<std::uint32_t>(digit - '0');
        cutter.add(begin, part_end, later);
        begin = part_end;
        later = true;
      }
      cutter.add(begin, end, later);
      return;
    }
  }
  cutter.add(begin, end);
}

bool ends_in_s(const Cutter& cutter, std::uint32_t end) {
  const char last = cutter.text[end - 1];
  return last == 's' || last == 'S' || last == 'z' || last == 'x';
}

// At the apostrophe that ends the word [begin, at): possession ("the Beatles'"), a dropped letter ("lovin'")
// or the end of a quotation. Returns where the cutting went to.
std::uint32_t cut_last_apostrophe(Cutter& cutter, std::uint32_t begin, std::uint32_t at) {
  const std::uint32_t after = at + cutter.peek(at).size;
  const bool dropped_g = at - begin > 4 && cutter.lower(at - 2, at) == "in";
  if (dropped_g && cutter.open_single_quotes == 0) {
    cutter.add(begin, after);
    return after;
  }
  add_plain(cutter, begin, at);
  if (is_apostrophe(cutter.peek(after).value)) return at;  // '' closes a quotation.
  const bool owner = ends_in_s(cutter, at) && cutter.open_single_quotes == 0;
  if (!owner && cutter.open_single_quotes > 0) --cutter.open_single_quotes;
  cutter.add(at, after, owner);
  return after;
}

// At an apostrophe after [begin, at): cuts there and returns true, or moves `at` past it and what it joins.
bool cut_apostrophe(Cutter& cutter, std::uint32_t begin, std::uint32_t& at) {
  if (const std::uint32_t size = clitic_size(cutter, at); size > 0 && !is_decade(cutter, begin, at)) {
    add_plain(cutter, begin, at);
    cutter.add(at, at + size, true);
    at += size;
    return true;
  }
  if (const auto n = negation(cutter, begin, at)) {
    const std::uint32_t end = at + cutter.peek(at).size + 1;
    cutter.add(begin, *n);
    cutter.add(*n, end, true);
    at = end;
    return true;
  }
  const std::uint32_t after = at + cutter.peek(at).size;
  if (is_word_kind(cutter.peek(after).kind)) {
    at = cutter.word_kinds_end(after);
    return false;
  }
  at = cut_last_apostrophe(cutter, begin, at);
  return true;
}

}  // namespace

std::uint32_t clitic_size(const Cutter& cutter, std::uint32_t at) {
  const std::uint32_t mark = cutter.peek(at).size;
  const std::uint32_t end = cutter.word_kinds_end(at + mark);
  const std::uint32_t size = end - at - mark;
  if (size == 0 || size > 2) return 0;
  return holds(kClitics, cutter.lower(at + mark, end)) ? mark + size : 0;
}

std::uint32_t cut_word_from(Cutter& cutter, std::uint32_t begin, std::uint32_t at) {
  while (true) {
    at = cutter.word_kinds_end(at);
    const Char c = cutter.peek(at);
    if (c.size == 0) break;
    if (is_apostrophe(c.value) ||
        (c.value == '`' && cutter.byte(at + 1) == 's' && clitic_size(cutter, at) > 0)) {
      if (cut_apostrophe(cutter, begin, at)) return at;
      continue;
    }
    const std::uint32_t past = past_joint(cutter, begin, at);
    if (past == at) break;
    at = past;
    if (c.value == '$') break;  // US$|40
  }
  if (cutter.byte(at) == '.' && owns_stop(cutter, begin, at)) {
    cutter.add(begin, at + 1);
    return at + 1;
  }
  add_plain(cutter, begin, at);
  return at;
}

std::uint32_t cut_word(Cutter& cutter, std::uint32_t at) {
  const std::uint32_t end = cutter.letters_end(at);
  if (end - at <= 4 && is_digit(cutter.byte(end)) &&
      lexicon::units().find(cutter.slice(at, end)) == "before") {
    cutter.add(at, end);  // Rs1000
    return end;
  }
  return cut_word_from(cutter, at, end);
}

}  // namespace onrecord::text
