#include <charconv>
#include <cmath>
#include <utility>

#include "time/parser.h"

namespace onrecord::time {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Digits with commas between groups of three: "2,000". Nothing for more than nine of them.
std::optional<int> whole(std::string_view word) {
  constexpr std::size_t kMostDigits = 9;
  int value = 0;
  std::size_t digits = 0, since_comma = 4;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i] == ',') {
      if (i == 0 || (since_comma != 3 && since_comma < 4)) return std::nullopt;
      since_comma = 0;
      continue;
    }
    if (!is_digit(word[i]) || ++digits > kMostDigits) return std::nullopt;
    value = value * 10 + (word[i] - '0');
    if (since_comma < 4) ++since_comma;
  }
  if (digits == 0 || (since_comma < 3)) return std::nullopt;
  return value;
}

constexpr std::pair<std::string_view, double> kSigns[] = {
    {"½", 0.5}, {"¼", 0.25}, {"¾", 0.75}, {"1/2", 0.5}, {"1/4", 0.25}, {"3/4", 0.75}, {"1/3", 1.0 / 3}};

}  // namespace

std::optional<int> Parser::plain_digits(At at, std::size_t least, std::size_t most) const {
  const std::string_view word = text(at);
  if (word.size() < least || word.size() > most) return std::nullopt;
  int value = 0;
  for (const char c : word) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<double> Parser::fraction(At at) const {
  for (const auto& [sign, part] : kSigns)
    if (text(at) == sign) return part;
  return std::nullopt;
}

// "2,000", "2.5", "2½", "2 1/2"
std::optional<double> Parser::quantity(At& at) const {
  if (!in(at)) return std::nullopt;
  if (const auto part = fraction(at)) {
    ++at;
    return part;
  }
  if (!is(at, Kind::digits)) return number_word(at);
  std::string_view word = text(at);
  double rest = 0;
  for (const auto& [sign, part] : kSigns) {
    if (!word.ends_with(sign) || sign.size() == 3) continue;
    rest = part;
    word.remove_suffix(sign.size());
  }
  if (const std::size_t point = word.find('.'); point != std::string_view::npos) {
    const std::string_view after = word.substr(point + 1);
    const auto tenths = whole(after);
    if (!tenths || after.size() > 3) return std::nullopt;
    rest = static_cast<double>(*tenths) / std::pow(10.0, static_cast<double>(after.size()));
    word = word.substr(0, point);
  }
  const auto value = whole(word);
  if (!value) return std::nullopt;
  ++at;
  double sum = *value + rest;
  if (is(at, Kind::digits) && rest == 0) {
    if (const auto part = fraction(at)) {
      sum += *part;
      ++at;
    }
  }
  if (is(at, Kind::scale)) sum *= value_of_scale(at++);
  return sum;
}

// "twenty-four", "a hundred and ten", "two thousand"; no more than it holds together.
std::optional<double> Parser::number_word(At& at) const {
  At next = at;
  double sum = 0, group = 0;
  bool any = false;
  if (is(next, Kind::article) && value(next, Kind::article) == 1 && is(next + 1, Kind::scale)) {
    group = 1;
    ++next;
  }
  int last = 100;  // What the word before left free below it.
  for (At guard = 0; guard < 8; ++guard) {
    const At here = any ? skip_hyphen(next) : next;
    if (is(here, Kind::number)) {
      const int number = value(here, Kind::number);
      if (number >= last) break;
      last = number >= 20 ? 10 : 0;
      group += number;
      next = here + 1;
    } else if (is(here, Kind::scale) && (any || group > 0)) {
      const int scale = value(here, Kind::scale);
      group = (group > 0 ? group : 1) * scale;
      if (scale == 1000) sum += std::exchange(group, 0);
      last = 100;
      next = here + 1;
    } else if (any && is(here, Kind::and_) && is(here + 1, Kind::number) && is(here - 1, Kind::scale)) {
      next = here + 1;
    } else {
      break;
    }
    any = true;
  }
  if (!any) return std::nullopt;
  at = next;
  return sum + group;
}

double Parser::value_of_scale(At at) const { return value(at, Kind::scale); }

// A number of things below a hundred: "25", "eighth" is none.
std::optional<int> Parser::small_number(At& at) const {
  if (const auto digits = plain_digits(at, 1, 2)) {
    ++at;
    return digits;
  }
  return std::nullopt;
}

// "third", "3rd", "twenty-first"
std::optional<int> Parser::ordinal(At& at) const {
  const std::string_view word = text(at);
  if (is(at, Kind::digits) && word.size() >= 3 && word.size() <= 5) {
    const std::string_view ending = word.substr(word.size() - 2);
    if (ending == "st" || ending == "nd" || ending == "rd" || ending == "th") {
      int number = 0;
      const char* const end = word.data() + word.size() - 2;
      if (std::from_chars(word.data(), end, number).ptr != end) return std::nullopt;
      ++at;
      return number;
    }
    return std::nullopt;
  }
  if (is(at, Kind::number) && value(at, Kind::number) >= 20) {
    const At next = skip_hyphen(at + 1);
    if (!is(next, Kind::ordinal) || value(next, Kind::ordinal) > 9) return std::nullopt;
    const int number = value(at, Kind::number) + value(next, Kind::ordinal);
    at = next + 1;
    return number;
  }
  if (!is(at, Kind::ordinal)) return std::nullopt;
  return value(at++, Kind::ordinal);
}

// "nineteen ninety-six", "two thousand": said aloud, as in transcripts.
std::optional<int> Parser::spoken_year(At& at) const {
  if (!is(at, Kind::number)) return std::nullopt;
  const int century = value(at, Kind::number);
  At next = at + 1;
  if (century < 13 || century > 20 || !is(next, Kind::number)) return std::nullopt;
  const auto rest = number_word(next);
  if (!rest || *rest < 10 || *rest > 99) return std::nullopt;
  at = next;
  return century * 100 + static_cast<int>(*rest);
}

// "half an hour", "a half century", "half-hour", "a quarter century", "three-quarters of an hour"; moves `at`
// to the unit.
std::optional<Amount> Parser::part_of_unit(At& at) const {
  const bool article = is(at, Kind::article);
  At next = article ? at + 1 : at;
  double part = 0;
  if (is(next, Kind::half)) {
    part = 0.5;
    ++next;
    if (!article && is(next, Kind::article)) {
      at = next + 1;
      return Amount{.low = part, .high = part, .spelt = true};
    }
  } else if (word_is(next, "quarter")) {
    part = 0.25;
    ++next;
  } else if (word_is(next, "three") && word_is(skip_hyphen(next + 1), "quarters")) {
    part = 0.75;
    next = skip_hyphen(next + 1) + 1;
  } else {
    return std::nullopt;
  }
  if (is(next, Kind::of) && is(next + 1, Kind::article) && part != 0.5) {
    next += 2;
  } else {
    next = skip_hyphen(next);
  }
  const int unit = is(next, Kind::unit) ? value(next, Kind::unit) : 0;
  const bool divides =
      unit == static_cast<int>(Unit::hour) || unit == static_cast<int>(Unit::century) ||
      (part == 0.5 && (unit == static_cast<int>(Unit::decade) || unit == static_cast<int>(Unit::day)));
  if (!divides) return std::nullopt;
  at = next;
  return Amount{.low = part, .high = part, .spelt = true};
}

// How many, before a unit: "three", "two to three", "a couple of", "several", "half a", "a".
std::optional<Amount> Parser::amount(At& at) const {
  At next = at;
  Amount found;
  if (const auto part = part_of_unit(at)) return part;
  if (is(next, Kind::article) && is(next + 1, Kind::amount)) ++next;
  if (word_is(next, "another")) {
    // "another two years", "another week"
    ++next;
    const auto count = quantity(next);
    at = next;
    return Amount{.low = count.value_or(1), .high = count.value_or(1), .spelt = true};
  }
  if (is(next, Kind::amount)) {
    found = {.vague = value(next, Kind::amount) == 0, .spelt = true};
    if (!found.vague) found.low = found.high = value(next, Kind::amount);
    ++next;
    if (is(next, Kind::of)) ++next;
    at = next;
    return found;
  }
  if (const auto low = quantity(next)) {
    found = {.low = *low, .high = *low, .spelt = true};
    At more = skip_hyphen(next);
    if (is(more, Kind::and_) && (is(more + 1, Kind::half) || is(more + 2, Kind::half))) {
      found.low = found.high = *low + 0.5;
      next = is(more + 1, Kind::half) ? more + 2 : more + 3;
    } else if (is(more, Kind::to) || is(more, Kind::or_) || (more != next && is(more, Kind::digits))) {
      At after = more + (is(more, Kind::digits) ? 0 : 1);
      after = skip_hyphen(after);
      const auto high = quantity(after);
      if (high && *high > *low) {
        found.high = *high;
        next = after;
      }
    }
    at = next;
    return found;
  }
  if (is(next, Kind::article) && value(next, Kind::article) == 1) {
    at = next + 1;
    return Amount{.article = true};
  }
  return std::nullopt;
}

}  // namespace onrecord::time
