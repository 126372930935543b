#include "text/tokenize.h"

#include "text/cutter.h"

namespace onrecord::text {
namespace {

// A longer run without white space is no writing: it is cut here, so that no word can grow without bound.
constexpr std::uint32_t kLongestRun = 4096;

bool is_space_at(std::string_view text, std::uint32_t at, std::uint32_t& size) {
  const Char c = char_at(text, at);
  size = c.size;
  return c.kind == CharKind::space;
}

std::uint32_t skip_space(std::string_view text, std::uint32_t at, std::uint32_t end) {
  std::uint32_t size = 1;
  while (at < end && is_space_at(text, at, size)) at += size;
  return at < end ? at : end;
}

std::uint32_t run_end(std::string_view text, std::uint32_t at, std::uint32_t end) {
  const std::uint32_t begin = at;
  std::uint32_t size = 1;
  while (at < end && at - begin < kLongestRun && !is_space_at(text, at, size)) at += size;
  return at < end ? at : end;
}

// Letters only, of ASCII: two words in three.
bool is_plain(std::string_view run) {
  for (const char byte : run) {
    if (!is_letter_ascii(byte)) return false;
  }
  return true;
}

// An 's after something that was no word with letters at its end: "U.S.'s", "example.com's", "50%'s".
std::uint32_t late_clitic_end(const Cutter& cutter, std::uint32_t at) {
  if (at == cutter.run.begin || !is_apostrophe(cutter.peek(at).value)) return at;
  const Char before = char_before(cutter.text, at);
  const bool owner =
      is_word_kind(before.kind) || before.value == '.' || before.value == ')' || before.value == '%';
  return owner ? at + clitic_size(cutter, at) : at;
}

void cut_run(Cutter& cutter) {
  std::uint32_t at = cutter.run.begin;
  while (at < cutter.run.end) {
    const std::uint32_t address = address_end(cutter, at);
    if (address > at) {
      cutter.add(at, address);
      at = address;
      continue;
    }
    if (const std::uint32_t clitic = late_clitic_end(cutter, at); clitic > at) {
      cutter.add(at, clitic, true);
      at = clitic;
      continue;
    }
    const Char c = cutter.peek(at);
    if (is_word_kind(c.kind) && c.kind != CharKind::digit) {
      at = cut_word(cutter, at);
    } else if (c.kind == CharKind::digit ||
               (c.value == '.' && is_digit(cutter.byte(at + 1)) && !cutter.after_word(at))) {
      at = cut_number(cutter, at);
    } else {
      at = cut_mark(cutter, at);
    }
  }
}

}  // namespace

std::uint32_t Cutter::letters_end(std::uint32_t at) const {
  for (Char c = peek(at); c.kind == CharKind::letter || c.kind == CharKind::extend; c = peek(at))
    at += c.size;
  return at;
}

std::uint32_t Cutter::digits_end(std::uint32_t at) const {
  while (is_digit(byte(at))) ++at;
  return at;
}

std::uint32_t Cutter::word_kinds_end(std::uint32_t at) const {
  for (Char c = peek(at); c.size > 0 && is_word_kind(c.kind); c = peek(at)) at += c.size;
  return at;
}

bool Cutter::after_word(std::uint32_t at) const {
  return at > run.begin && is_word_kind(char_before(text, at).kind);
}

std::uint32_t Cutter::next_visible(std::uint32_t at) const { return skip_space(text, at, block.end); }

void tokenize(std::string_view text, Span block, std::vector<Token>& words) {
  Cutter cutter{
      .text = text.substr(0, block.end), .block = block, .words = words, .first_word = words.size()};
  std::uint32_t at = skip_space(text, block.begin, block.end);
  while (at < block.end) {
    cutter.run = {at, run_end(cutter.text, at, block.end)};
    const std::uint32_t next = skip_space(cutter.text, cutter.run.end, block.end);
    if (is_plain(cutter.slice(cutter.run.begin, cutter.run.end))) {
      cut_word(cutter, at);
    } else {
      cut_run(cutter);
    }
    words.back().space_after = next > cutter.run.end || next == block.end;
    at = next;
  }
}

std::vector<Token> tokenize(std::string_view text, Span block) {
  std::vector<Token> words;
  tokenize(text, block, words);
  return words;
}

}  // namespace onrecord::text
