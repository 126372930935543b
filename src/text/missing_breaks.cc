#include "text/missing_breaks.h"

#include <algorithm>
#include <string>

#include "lexicon/tables.h"
#include "text/characters.h"

namespace onrecord::text {
namespace {

constexpr std::uint32_t kLongestWord = 24;

bool is_common(std::string_view word) { return lexicon::words().find(to_lower_ascii(word)).has_value(); }

// The ASCII letters or the digits that end before `end`.
std::string_view word_before(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t at = end;
  const bool digits = end > begin && is_digit(text[end - 1]);
  while (at > begin && end - at <= kLongestWord &&
         (digits ? is_digit(text[at - 1]) : is_letter_ascii(text[at - 1]))) {
    --at;
  }
  return text.substr(at, end - at);
}

std::string_view letters_at(std::string_view text, std::uint32_t at, std::uint32_t end) {
  std::uint32_t to = at;
  while (to < end && to - at <= kLongestWord && is_letter_ascii(text[to])) ++to;
  return text.substr(at, to - at);
}

// "said", "2014": a word that a sentence may end in. Not "Dr", "St", "www", "p".
bool may_end(std::string_view word) {
  if (word.size() < 2) return false;
  if (is_digit(word[0])) return word.size() == 4;
  if (!is_lower_ascii(word.back()) || lexicon::abbreviations().find(to_lower_ascii(word))) return false;
  return is_common(word) || word.size() >= 4;
}

// "The", "A", "Kyiv": a word that a sentence may begin with. Not "com", "Com", "NET".
bool may_begin(std::string_view text, std::uint32_t at, std::uint32_t end, bool sure_before) {
  const std::string_view word = letters_at(text, at, end);
  if (word.empty() || !is_upper_ascii(word[0])) return false;
  const std::uint32_t after = at + static_cast<std::uint32_t>(word.size());
  if (after < end && std::string_view("./@_").find(text[after]) != std::string_view::npos) return false;
  if (word.size() == 1) return (word == "A" || word == "I") && after < end && text[after] == ' ';
  if (!is_lower_ascii(word[1])) return false;
  if (lexicon::addresses().find(to_lower_ascii(word)) && !is_common(word)) return false;
  return is_common(word) || (sure_before && word.size() > 2);
}

bool is_opening(char32_t value) {
  return value == '"' || value == 0x201C || value == 0x2018 || value == 0xAB;
}

// Double quotation marks seen so far in a line.
struct Quotes {
  bool open = false;

  void pass(char32_t value) {
    if (value == '"') open = !open;
    if (value == 0x201C || value == 0xAB) open = true;
    if (value == 0x201D || value == 0xBB) open = false;
  }
};

// A web address or the like around `at`: whoever wrote it wanted its stops.
bool in_address(std::string_view text, Span line, std::uint32_t at) {
  std::uint32_t begin = at, end = at;
  while (begin > line.begin && at - begin < 80 && text[begin - 1] != ' ') --begin;
  while (end < line.end && end - at < 80 && text[end] != ' ') ++end;
  const std::string_view run = text.substr(begin, end - begin);
  return run.find("://") != std::string_view::npos || run.find('@') != std::string_view::npos ||
         run.find("www.") != std::string_view::npos;
}

// Past the closing marks after a stop, as far as they close.
std::uint32_t past_closing(std::string_view text, std::uint32_t at, std::uint32_t end, Quotes& quotes) {
  while (at < end) {
    const Char c = char_at(text, at);
    const bool closes = c.value == 0x201D || c.value == 0x2019 || c.value == ')' || c.value == ']' ||
                        c.value == 0xBB || (c.value == '"' && quotes.open);
    if (!closes) break;
    quotes.pass(c.value);
    at += c.size;
  }
  return at;
}

}  // namespace

std::vector<MissingBreak> find_missing_breaks(std::string_view text, Span line) {
  std::vector<MissingBreak> found;
  Quotes quotes;
  for (std::uint32_t at = line.begin; at < line.end;) {
    const Char c = char_at(text, at);
    const std::uint32_t stop = at;
    at += c.size;
    quotes.pass(c.value);
    if ((c.value != '.' && c.value != '!' && c.value != '?') || at == line.end || text[at] == ' ') continue;
    const std::string_view left = word_before(text, line.begin, stop);
    if (!may_end(left)) continue;
    Quotes after = quotes;
    const std::uint32_t next = past_closing(text, at, line.end, after);
    if (next >= line.end) continue;
    const Char opening = char_at(text, next);
    const std::uint32_t word = is_opening(opening.value) ? next + opening.size : next;
    const bool quoted = word > next || next > at;
    if (!may_begin(text, word, line.end, quoted || is_common(left)) || in_address(text, line, stop)) continue;
    const auto right = static_cast<std::uint32_t>(letters_at(text, word, line.end).size());
    found.push_back({next, {stop - static_cast<std::uint32_t>(left.size()), word + right}, after.open});
    quotes = after;
    at = next;
  }
  return found;
}

}  // namespace onrecord::text
