#include "event/amount.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "event/tables.h"

namespace onrecord::event {
namespace {

constexpr double kMost = 1e12;  // Above it nobody counts people.

struct Number {
  Word end = 0;  // The word after it.
  double value = 0;
  std::optional<double> upper = {};  // Of "12-15".
  bool loose = false;                // "dozens": at least so many.
};

std::optional<double> digits(std::string_view text) {
  std::string plain;
  bool point = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c >= '0' && c <= '9') {
      plain += c;
    } else if (c == ',' && i > 0 && text.size() - i > 3) {
      continue;  // "12,000"
    } else if (c == '.' && !point && i > 0 && i + 1 < text.size()) {
      point = true;
      plain += c;
    } else {
      return std::nullopt;
    }
  }
  if (plain.empty() || plain.size() > 15) return std::nullopt;
  // By hand, for the library's readers of numbers hang on the locale.
  double whole = 0, part = 0, unit = 1;
  bool after = false;
  for (const char c : plain) {
    if (c == '.') {
      after = true;
    } else if (after) {
      unit /= 10;
      part += unit * (c - '0');
    } else {
      whole = whole * 10 + (c - '0');
    }
  }
  return whole + part;
}

std::optional<double> table_number(std::string_view of, const std::string& word) {
  const auto value = table_value(of, word);
  if (!value) return std::nullopt;
  double number = 0;
  for (const char c : *value) number = number * 10 + (c - '0');
  return number;
}

class Scanner {
 public:
  Scanner(const Ground& ground, TokenRange sentence) : ground_(ground), tree_(ground.tree()), in_(sentence) {}

  std::vector<Amount> scan() {
    std::vector<Amount> found;
    for (Word at = in_.first; at < in_.end;) {
      const auto amount = amount_at(at);
      if (!amount) {
        ++at;
        continue;
      }
      Amount one = *amount;
      take_hedge_before(found.empty() ? in_.first : found.back().words.end, one);
      found.push_back(one);
      at = one.words.end;
    }
    return found;
  }

 private:
  std::string text(Word word) const { return word < in_.end ? lower(tree_.text(word)) : std::string(); }

  // "12", "12,000", "1.2m", "twenty-one".
  std::optional<double> simple(const std::string& word) const {
    if (word.empty()) return std::nullopt;
    if (const auto number = digits(word)) return number;
    if (const auto number = table_number("number", word)) return number;
    if (word.back() == 'm' || word.back() == 'k') {
      if (const auto number = digits(std::string_view(word).substr(0, word.size() - 1)))
        return *number * (word.back() == 'm' ? 1e6 : 1e3);
    }
    const std::size_t dash = word.find('-');
    if (dash == std::string::npos) return std::nullopt;
    const auto tens = table_number("number", word.substr(0, dash));
    const auto ones = table_number("number", word.substr(dash + 1));
    if (tens && ones && *tens >= 20 && *ones < 10) return *tens + *ones;
    return std::nullopt;
  }

  // "10-15", in one word.
  std::optional<Number> range_in(Word at) const {
    std::string word = text(at);
    for (const std::string_view dash : {"-", "–"}) {
      const std::size_t found = word.find(dash);
      if (found == std::string::npos || found == 0) continue;
      const auto low = digits(std::string_view(word).substr(0, found));
      const auto high = digits(std::string_view(word).substr(found + dash.size()));
      if (low && high && *low < *high) return Number{at + 1, *low, high};
    }
    return std::nullopt;
  }

  std::optional<Number> loose_at(Word at) const {
    const std::string word = text(at);
    if (word == "tens" && text(at + 1) == "of" && text(at + 2) == "thousands")
      return Number{at + 3, 20000, {}, true};
    if (word == "hundreds" && text(at + 1) == "of" && text(at + 2) == "thousands")
      return Number{at + 3, 200000, {}, true};
    if (const auto number = table_number("loose", word)) {
      Number one{at + 1, *number, {}, true};
      // "Several hundred".
      if (const auto scale = table_number("scale", text(at + 1)); scale && word == "several")
        one.end = at + 2, one.value = 2 * *scale;
      return one;
    }
    return std::nullopt;
  }

  std::optional<Number> number_at(Word at) const {
    if (const auto range = range_in(at)) return range;
    if (const auto loose = loose_at(at)) return loose;
    const std::string word = text(at);
    double value = 0;
    Word next = at;
    if (word == "half" && text(at + 1) == "a" && table_number("scale", text(at + 2)))
      return Number{at + 3, *table_number("scale", text(at + 2)) / 2};
    if (word == "quarter" && text(at + 1) == "of" && text(at + 2) == "a" &&
        table_number("scale", text(at + 3)))
      return Number{at + 4, *table_number("scale", text(at + 3)) / 4};
    if (word == "a" || word == "an") {
      const auto scale = table_number("scale", text(at + 1));
      if (text(at + 1) == "couple") {
        const Word after = text(at + 2) == "of" ? at + 3 : at + 2;
        if (const auto times = table_number("scale", text(after))) return Number{after + 1, 2 * *times};
        return Number{after, 2};
      }
      if (!scale) return std::nullopt;
      value = *scale;
      next = at + 2;
    } else if (const auto number = simple(word)) {
      value = *number;
      next = at + 1;
      // "Thirty-two", which is three words.
      const auto ones = table_number("number", text(at + 2));
      if (text(at + 1) == "-" && ones && *ones < 10 && value >= 20 && !digits(word)) {
        value += *ones;
        next = at + 3;
      }
    } else {
      return std::nullopt;
    }
    double total = 0;
    for (; next < in_.end; ++next) {
      const std::string more = text(next);
      if (const auto scale = table_number("scale", more)) {
        value *= *scale;
      } else if (more == "and" && simple(text(next + 1)) && value >= 100 && !digits(text(next + 1))) {
        total += value;  // "a hundred and twenty"
        value = *simple(text(next + 1));
        ++next;
      } else if (const auto number = simple(more); number && !digits(more) && value >= 100) {
        total += value;
        value = *number;
      } else {
        break;
      }
    }
    return Number{next, total + value};
  }

  bool is_measure(Word first, Word end) const {
    if (first > in_.first) {
      const std::string before = text(first - 1);
      if (before == "$" || before == "€" || before == "£" || before == "no." || before == "number")
        return true;
    }
    const std::string after = text(end);
    if (after == "-") return !digits(text(end + 1));  // "A 22-year-old", but "8-10".
    return after == "%" || after == "percent" || after == "per" || after == "year" || after == "years" ||
           after == "km" || after == "am" || after == "pm";
  }

  std::optional<Amount> amount_at(Word at) const {
    if (ground_.time_at(at)) return std::nullopt;
    const auto first = number_at(at);
    if (!first || first->value > kMost || is_measure(at, first->end)) return std::nullopt;
    Amount one;
    one.words = {at, first->end};
    one.last = first->end - 1;
    one.low = static_cast<std::uint64_t>(std::llround(first->value));
    if (!first->loose) one.high = one.low;
    if (first->upper) one.high = static_cast<std::uint64_t>(std::llround(*first->upper));
    one.approximate = first->loose;
    // "10 to 15", "between 10 and 15".
    const std::string joint = text(one.words.end);
    const bool between = at > in_.first && text(at - 1) == "between" && joint == "and";
    if (!first->loose && !first->upper &&
        (joint == "to" || joint == "or" || joint == "–" || joint == "-" || between)) {
      const auto second = number_at(one.words.end + 1);
      if (second && !second->loose && second->value > first->value) {
        one.high = static_cast<std::uint64_t>(std::llround(second->value));
        one.words.end = second->end;
        one.last = second->end - 1;
      }
    }
    take_hedge_after(one);
    return one;
  }

  void take_hedge_after(Amount& one) const {
    const std::string two = text(one.words.end) + " " + text(one.words.end + 1);
    if (const auto kind = table_value("after", two)) {
      one.words.end += 2;
      if (*kind == "least")
        one.high.reset();
      else
        one.approximate = true;
    }
  }

  // The longest hedge that ends just before the number.
  void take_hedge_before(Word from, Amount& one) const {
    for (Word length = 3; length > 0; --length) {
      if (one.words.first < from + length) continue;
      std::string words;
      for (Word w = one.words.first - length; w < one.words.first; ++w)
        words += (words.empty() ? "" : " ") + text(w);
      const auto kind = table_value("hedge", words);
      if (!kind) continue;
      one.words.first -= length;
      if (*kind == "least") {
        one.high.reset();
      } else if (*kind == "most") {
        if (!one.high) one.high = one.low;
        one.low = 0;
      } else if (*kind == "about") {
        one.approximate = true;
      }
      return;
    }
  }

  const Ground& ground_;
  const Tree& tree_;
  TokenRange in_;
};

}  // namespace

std::vector<Amount> amounts_in(const Ground& ground, TokenRange sentence) {
  return Scanner(ground, sentence).scan();
}

}  // namespace onrecord::event
