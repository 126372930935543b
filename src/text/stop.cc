// Whose a full stop is: the abbreviation's before it, or the sentence's.

#include "lexicon/tables.h"
#include "text/cutter.h"

namespace onrecord::text {
namespace {

constexpr std::uint32_t kLongestAbbreviation = 10;

// What stands after the stop: seen from `after`, past the white space.
struct Next {
  Char first = {0, 0, CharKind::space};
  std::uint32_t begin = 0, end = 0;  // Its letters.
  bool apart = false;                // White space stands between.
};

Next look_after(const Cutter& cutter, std::uint32_t after) {
  Next next;
  next.begin = cutter.next_visible(after);
  next.apart = next.begin > after;
  next.end = next.begin;
  if (next.begin >= cutter.block.end) return next;
  next.first = char_at(cutter.text, next.begin);
  while (next.end < cutter.block.end && is_letter_ascii(cutter.text[next.end])) ++next.end;
  return next;
}

bool is_over(const Next& next) { return next.first.size == 0; }

// A capital, then small letters, that make a common word: a sentence seems to begin.
bool begins_sentence(const Cutter& cutter, const Next& next) {
  if (!next.apart || !is_upper(next.first.value)) return false;
  return lexicon::words().find(cutter.lower(next.begin, next.end)).has_value();
}

bool is_date_word(const Cutter& cutter, const Next& next) {
  const std::string word = cutter.lower(next.begin, next.end);
  if (lexicon::abbreviations().find(word) == "date") return true;
  return word.ends_with("day") && is_upper(next.first.value);
}

// "Jennifer M. Anderson", "Smith, J., 1990"; not "so would I."
bool is_initial(const Cutter& cutter, std::uint32_t begin, const Next& next) {
  if (is_over(next)) return false;
  if (cutter.text[begin] != 'I') return true;
  if (!is_upper(next.first.value) || cutter.words.size() == cutter.first_word) return false;
  const Token& before = cutter.words.back();
  return is_upper(char_at(cutter.text, before.span.begin).value);
}

bool owns_by_row(const Cutter& cutter, std::string_view row, std::uint32_t begin, const Next& next) {
  const bool title = is_upper(char_at(cutter.text, begin).value);
  const bool digit = next.first.kind == CharKind::digit;
  if (row == "always") return true;
  if (is_over(next)) return false;
  if (row == "name") return title || (next.apart && is_upper(next.first.value));
  if (row == "number") {
    const bool bracket = cutter.words.size() > cutter.first_word && cutter.words.back().span.end == begin &&
                         cutter.text[begin - 1] == '(';
    return digit || bracket;
  }
  if (row == "date") return title && (digit || is_date_word(cutter, next) || !begins_sentence(cutter, next));
  if (row == "region") {
    const bool comma =
        cutter.words.size() > cutter.first_word && cutter.text[cutter.words.back().span.begin] == ',';
    return title && (comma || next.first.value == ',');
  }
  if (row == "inside") return !begins_sentence(cutter, next) || is_date_word(cutter, next);
  return false;
}

// Letters that stops stand between: "U.S", "a.m".
bool is_lettered(std::string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i % 2 == 0 ? !is_letter_ascii(word[i]) : word[i] != '.') return false;
  }
  return word.size() % 2 == 1;
}

}  // namespace

bool owns_stop(const Cutter& cutter, std::uint32_t begin, std::uint32_t stop) {
  const std::uint32_t size = stop - begin;
  if (size > kLongestAbbreviation) return false;
  if (cutter.byte(stop + 1) == '.' && cutter.byte(stop + 2) == '.') return false;  // An ellipsis.
  const std::string_view word = cutter.slice(begin, stop);
  const auto row = lexicon::abbreviations().find(to_lower_ascii(word));
  const bool lettered = is_lettered(word);
  if (!row && !lettered) return false;
  const Next next = look_after(cutter, stop + 1);
  if (size == 1 && is_upper_ascii(word[0])) return is_initial(cutter, begin, next);
  if (row) return owns_by_row(cutter, *row, begin, next);
  return size > 1;
}

}  // namespace onrecord::text
