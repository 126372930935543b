// Punctuation, symbols, emoji and emoticons.

#include "text/cutter.h"

namespace onrecord::text {
namespace {

constexpr std::string_view kEmoticons[] = {":)", ":-)", ":(", ":-(", ";)", ";-)", ":D",  ":-D", ":P",  ":-P",
                                           ":p", ";P",  "=)", "=(",  "=D", "=P",  "<3",  ":/",  ":-/", ":'(",
                                           ":o", ":O",  ":|", ":]",  ":[", "^_^", "-_-", ">:(", "</3", ":*"};
constexpr std::string_view kDropped[] = {"em",  "n",    "til",   "till", "cause",
                                         "tis", "twas", "round", "bout", "cos"};
constexpr std::string_view kArrows = "-=";

// An emoticon with nothing but closing marks after it.
std::uint32_t emoticon_end(const Cutter& cutter, std::uint32_t at) {
  const std::string_view rest = cutter.slice(at, cutter.run.end);
  for (const std::string_view face : kEmoticons) {
    if (!rest.starts_with(face)) continue;
    const Char next = cutter.peek(at + static_cast<std::uint32_t>(face.size()));
    if (next.size == 0 || next.value == '.' || next.value == ',' || next.value == '"') {
      return at + static_cast<std::uint32_t>(face.size());
    }
  }
  return at;
}

// Past the apostrophe and the word that lacks its beginning: 'em, '90s; `at` when it is a quotation mark.
std::uint32_t shortened_end(const Cutter& cutter, std::uint32_t at) {
  const std::uint32_t after = at + cutter.peek(at).size;
  const std::uint32_t end = cutter.word_kinds_end(after);
  const std::uint32_t digits = cutter.digits_end(after) - after;
  if (digits == 2 && (end == after + 2 || (end == after + 3 && cutter.byte(after + 2) == 's'))) return end;
  const std::string word = end - after <= 5 ? cutter.lower(after, end) : std::string();
  for (const std::string_view dropped : kDropped) {
    if (word == dropped) return end;
  }
  return at;
}

// The run of characters equal to the one at `at`.
std::uint32_t same_end(const Cutter& cutter, std::uint32_t at) {
  const Char first = cutter.peek(at);
  while (cutter.peek(at).value == first.value && cutter.peek(at).size > 0) at += cutter.peek(at).size;
  return at;
}

template <typename Test>
std::uint32_t while_any(const Cutter& cutter, std::uint32_t at, Test test) {
  for (Char c = cutter.peek(at); c.size > 0 && test(c.value); c = cutter.peek(at)) at += c.size;
  return at;
}

// One emoji: with its skin tone, joined to others, or a flag's two letters.
std::uint32_t emoji_end(const Cutter& cutter, std::uint32_t at) {
  const auto is_flag_letter = [](char32_t v) { return v >= 0x1F1E6 && v <= 0x1F1FF; };
  const Char first = cutter.peek(at);
  at += first.size;
  if (is_flag_letter(first.value) && is_flag_letter(cutter.peek(at).value)) return at + cutter.peek(at).size;
  while (cutter.peek(at).kind == CharKind::extend) {
    const bool joins = cutter.peek(at).value == 0x200D;
    at += cutter.peek(at).size;
    if (joins && cutter.peek(at).kind == CharKind::symbol) at += cutter.peek(at).size;
  }
  return at;
}

std::uint32_t apostrophe_end(Cutter& cutter, std::uint32_t at) {
  const Char c = cutter.peek(at);
  const std::uint32_t after = at + c.size;
  if (!cutter.after_word(at)) {
    if (const std::uint32_t end = shortened_end(cutter, at); end > at) return end;
    const bool alone = at == cutter.run.begin;
    if (const std::uint32_t size = clitic_size(cutter, at); alone && size > 0) return at + size;
  }
  if (is_apostrophe(cutter.peek(after).value)) return after + cutter.peek(after).size;  // '' for "
  if (is_word_kind(cutter.peek(after).kind)) {
    ++cutter.open_single_quotes;
  } else if (cutter.open_single_quotes > 0) {
    --cutter.open_single_quotes;
  }
  return after;
}

// An arrow is one word.
std::uint32_t arrow_end(const Cutter& cutter, std::uint32_t at) {
  const std::string_view rest = cutter.slice(at, cutter.run.end);
  if (rest.starts_with("<-")) return same_end(cutter, at + 1);
  if (kArrows.find(rest[0]) != std::string_view::npos) {
    const std::uint32_t end = same_end(cutter, at);
    return cutter.byte(end) == '>' ? end + 1 : at;
  }
  return at;
}

// A name after @ or a topic after #; `at` when the sign stands alone.
std::uint32_t tagged_end(const Cutter& cutter, std::uint32_t at) {
  const Char next = cutter.peek(at + 1);
  if (next.kind != CharKind::letter && next.value != '_') return at;
  std::uint32_t end = at + 1;
  while (is_word_kind(cutter.peek(end).kind) || cutter.byte(end) == '_') end += cutter.peek(end).size;
  return end;
}

std::uint32_t mark_end(Cutter& cutter, std::uint32_t at, Char c) {
  switch (c.value) {
    case '!':
    case '?':
      return while_any(cutter, at, [](char32_t v) { return v == '!' || v == '?'; });
    case '.':
      if (const char next = cutter.byte(at + 1); next == '!' || next == '?')
        return mark_end(cutter, at + 1, cutter.peek(at + 1));
      [[fallthrough]];
    case 0x2026:
      return while_any(cutter, at, [](char32_t v) { return v == '.' || v == 0x2026; });
    case '-':
    case '=':
    case '_':
    case '*':
    case '~':
    case '$':
    case '"':
    case '`':
    case '<':
    case '>':
    case 0x2014:
      return same_end(cutter, at);
    case '+':
      return is_digit(cutter.byte(at + 1)) && at == cutter.run.begin ? cutter.digits_end(at + 1)
                                                                     : same_end(cutter, at);
    case '@':
    case '#':
      return cutter.after_word(at) ? at + 1 : std::max(at + 1, tagged_end(cutter, at));
    case '\'':
    case 0x2018:
    case 0x2019:
      return apostrophe_end(cutter, at);
    default:
      return at + c.size;
  }
}

}  // namespace

std::uint32_t cut_mark(Cutter& cutter, std::uint32_t at) {
  const Char c = cutter.peek(at);
  std::uint32_t end = at;
  if (!cutter.after_word(at)) end = emoticon_end(cutter, at);
  if (end == at) end = arrow_end(cutter, at);
  if (end == at && c.kind == CharKind::symbol && c.value > 0x2000) end = emoji_end(cutter, at);
  if (end == at) end = mark_end(cutter, at, c);
  cutter.add(at, end);
  return end;
}

}  // namespace onrecord::text
