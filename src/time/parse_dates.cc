#include <algorithm>
#include <array>

#include "time/holidays.h"
#include "time/parser.h"

namespace onrecord::time {
namespace {

Draft draft_of(std::uint32_t first, std::uint32_t end, Shape shape, std::string_view rule) {
  Draft draft{first, end, {}};
  draft.expression.shape = shape;
  draft.expression.rule = rule;
  draft.expression.head = end > first ? end - 1 : first;
  return draft;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "2022-03-28", "04/18/1998": three numbers with one kind of mark between.
std::optional<std::array<int, 3>> three_numbers(std::string_view word, char mark) {
  std::array<int, 3> numbers{};
  std::size_t part = 0, digits = 0;
  for (const char c : word) {
    if (c == mark && digits > 0 && part < 2) {
      ++part;
      digits = 0;
    } else if (is_digit(c) && ++digits <= 4) {
      numbers[part] = numbers[part] * 10 + (c - '0');
    } else {
      return std::nullopt;
    }
  }
  if (part != 2 || digits == 0) return std::nullopt;
  return numbers;
}

}  // namespace

Parser::Phrase Parser::numeric_date(At at) const {
  const std::string_view word = text(at);
  if (word.size() < 6 || word.size() > 10) return std::nullopt;
  Draft draft = draft_of(at, at + 1, Shape::date, "date:numeric");
  Fields& fields = draft.expression.fields;
  if (const auto iso = three_numbers(word, '-'); iso && word.find('-') == 4) {
    fields.year = (*iso)[0];
    fields.month = static_cast<std::int8_t>((*iso)[1]);
    fields.day = static_cast<std::int8_t>((*iso)[2]);
  } else if (auto slashed = three_numbers(word, '/')) {
    auto [month, day, year] = *slashed;
    if (word.find('/') == 4) {
      const int first = month;
      month = day, day = year, year = first;
    } else if (month > 12) {
      std::swap(month, day);
    }
    const std::size_t digits = word.size() - word.rfind('/') - 1;
    if (digits == 2) fields.two_digits = word.find('/') != 4;
    if (digits != 2 && digits != 4 && word.find('/') != 4) return std::nullopt;
    fields.year = year;
    fields.month = static_cast<std::int8_t>(month);
    fields.day = static_cast<std::int8_t>(day);
  } else {
    return std::nullopt;
  }
  if (fields.month < 1 || fields.month > 12 || fields.day < 1 || fields.day > 31) return std::nullopt;
  return draft;
}

// A word that looks like a year: "1998", "'98".
std::optional<int> Parser::year_number(At at) const {
  constexpr int kEarliest = 1000, kLatest = 2999;
  const std::string_view word = without_prefix(text(at));
  if (word.size() != 4) return std::nullopt;
  int value = 0;
  for (const char c : word) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  if (value < kEarliest || value > kLatest) return std::nullopt;
  return value;
}

// After "March", "March 12" or "the third quarter": ", 1998", "of 1998", "this year", "next year".
void Parser::add_year(Draft& draft) const {
  Fields& fields = draft.expression.fields;
  const auto take = [&](At at) {
    const auto year = year_number(at);
    if (!year) return false;
    fields.year = *year;
    draft.end = at + 1;
    return true;
  };
  const At end = draft.end;
  if (fields.day == 0 && fields.weekday == 0) {
    if (take(end)) return;
    if (is(end, Kind::of) && take(end + 1)) return;
    // "the fourth quarter of fiscal 1997"
    if (is(end, Kind::of) && is(end + 1, Kind::fiscal) && take(end + (word_is(end + 2, "year") ? 3 : 2))) {
      fields.fiscal = true;
      return;
    }
  } else if (text(end) == "," && take(end + 1)) {
    return;
  } else if (At spoken = end + 1; text(end) == "," && fields.day > 0) {
    // "July fourth, nineteen seventy-six"
    if (const auto year = spoken_year(spoken)) {
      fields.year = *year;
      draft.end = spoken;
      return;
    }
  } else if (take(end)) {
    return;
  }
  const At near = is(end, Kind::of) ? end + 1 : end;
  if (is(near, Kind::near) && value(near + 1, Kind::unit) == static_cast<int>(Unit::year)) {
    const int steps = items_[near].get(Kind::near).value_or(0);
    if (steps >= -1 && steps <= 1) {
      fields.from_this_year = steps;
      draft.end = near + 2;
      return;
    }
  }
  const std::string_view word = text(end);
  const bool short_year = word.size() == 3 && word[0] == '\'' && is_digit(word[1]) && is_digit(word[2]);
  if (short_year) {
    fields.year = (word[1] - '0') * 10 + (word[2] - '0');
    fields.two_digits = true;
    draft.end = end + 1;
    return;
  }
  At spoken = end;
  if (const auto year = spoken_year(spoken)) {
    fields.year = *year;
    draft.end = spoken;
  }
}

// "night", "morning" right after a day.
void Parser::add_part(Draft& draft) const {
  const At at = draft.end;
  if (is(at, Kind::part)) {
    draft.expression.fields.part = static_cast<Part>(value(at, Kind::part));
  } else if (is(at, Kind::clock) && draft.expression.fields.hour == kUnsaid) {
    draft.expression.fields.hour = static_cast<std::int8_t>(value(at, Kind::clock));
    draft.expression.fields.minute = 0;
  } else {
    return;
  }
  draft.end = at + 1;
}

// Weekdays, months and their days: "Friday", "Friday, Oct. 23", "March 12, 1998", "12 March", "March 1998".
Parser::Phrase Parser::date(At at) const {
  if (is_weekday(at)) {
    Draft draft = draft_of(at, at + 1, Shape::date, "weekday");
    draft.expression.fields.weekday = static_cast<std::int8_t>(value(at, Kind::weekday));
    const At next = skip_comma(at + 1);
    const At month = is(next, Kind::article) && value(next, Kind::article) == 2 ? next + 1 : next;
    if (is_month(month) || is(month, Kind::digits) || is(month, Kind::ordinal)) {
      auto whole = date(month);
      if (whole && whole->expression.fields.day > 0 && whole->expression.fields.weekday == 0) {
        whole->first = at;
        whole->expression.fields.weekday = draft.expression.fields.weekday;
        return whole;
      }
    }
    add_part(draft);
    return draft;
  }
  if (is_month(at)) {
    Draft draft = draft_of(at, at + 1, Shape::date, "month");
    draft.expression.fields.month = static_cast<std::int8_t>(value(at, Kind::month));
    if (is(at, Kind::prefix)) draft.expression.modifier = static_cast<TimeModifier>(value(at, Kind::prefix));
    return day_of_month(at + 1, draft);
  }
  At next = at;
  // "the 3rd of December"
  const bool article = is(at, Kind::article) && value(at, Kind::article) == 2;
  if (article) ++next;
  auto day = article ? std::nullopt : plain_digits(at, 1, 2);
  if (day) ++next;
  if (!day) day = ordinal(next);
  if (!day || *day < 1 || *day > 31) return std::nullopt;
  // "24-25 February"
  const At range = skip_hyphen(next);
  const auto last = range != next ? plain_digits(range, 1, 2) : std::nullopt;
  const bool days = last && *last > *day && *last <= 31 && is_month(range + 1);
  if (days) next = range + 1;
  if (article && !is(next, Kind::of)) return std::nullopt;
  if (is(next, Kind::of)) ++next;
  if (!is_month(next)) return std::nullopt;
  Draft draft = draft_of(at, next + 1, Shape::date, "day month");
  draft.expression.fields.month = static_cast<std::int8_t>(value(next, Kind::month));
  draft.expression.fields.day = static_cast<std::int8_t>(*day);
  if (days) draft.expression.fields.last_day = static_cast<std::int8_t>(*last);
  add_year(draft);
  return draft;
}

// What follows a month: "12", "12th", "12-15", ", 1998", "1998".
Parser::Phrase Parser::day_of_month(At at, Draft draft) const {
  Fields& fields = draft.expression.fields;
  At next = at;
  if (is(next, Kind::article) && value(next, Kind::article) == 2) ++next;
  const auto small = plain_digits(next, 1, 2);
  std::optional<int> day = small;
  if (small) {
    ++next;
  } else {
    day = ordinal(next);
  }
  // "March 5 percent", "May 3 people": a count of something is told by what follows; a day is not.
  const bool counted = small && (text(next) == "%" || word_is(next, "percent") || word_is(next, "million"));
  if (day && *day >= 1 && *day <= 31 && !counted) {
    fields.day = static_cast<std::int8_t>(*day);
    draft.end = next;
    draft.expression.rule = "month day";
    const At range = skip_hyphen(next);
    const auto last = range != next ? plain_digits(range, 1, 2) : std::nullopt;
    if (last && *last > *day && *last <= 31) {
      fields.last_day = static_cast<std::int8_t>(*last);
      draft.end = range + 1;
    }
    add_year(draft);
    return draft;
  }
  if (text(at) == "," && year_number(at + 1)) ++draft.end;
  add_year(draft);
  if (fields.year != kUnsaid) draft.expression.rule = "month year";
  return draft;
}

// A number that is a year by what stands round it. Precision first: "1,998" people and "room 1998" are none.
bool Parser::year_alone(At at) const {
  constexpr int kFirst = 1500, kLast = 2100;
  const auto year = year_number(at);
  if (!year || *year < kFirst || *year > kLast) return false;
  if (glued(at) && at > first_ && !is(at - 1, Kind::hyphen) && text(at - 1) != "(" && text(at - 1) != "\"" &&
      text(at - 1) != "\xE2\x80\x9C" && text(at - 1) != "/")
    return false;
  if (is(at, Kind::prefix)) return true;
  if (at > first_ && is(at - 1, Kind::numbered)) return false;
  const At next = skip_hyphen(at + 1);
  if (is(next, Kind::unit) || is(next, Kind::units) || is(next, Kind::scale) || is(next, Kind::zone))
    return false;
  if (text(at + 1) == "%" || word_is(at + 1, "percent") || word_is(at + 1, "million")) return false;
  if (word_is(at + 1, "feet") || word_is(at + 1, "miles") || word_is(at + 1, "people")) return false;
  const std::string_view relation = tree_.relation(at);
  const bool counts = relation == "nummod" && in(at + 1) && tree_.head(at) == at + 1 &&
                      text(at + 1).ends_with('s') && at > first_ && !is(at - 1, Kind::article) &&
                      tree_.upos(at + 1) == "NOUN" && *year % 100 == 0;
  return !counts;
}

// "1998", "2009-2010", "1990-91", "post-1959", "fiscal 1989", "FY2021".
Parser::Phrase Parser::year(At at) const {
  At number = at;
  bool fiscal = false;
  if (is(at, Kind::fiscal)) {
    number = word_is(at + 1, "year") ? at + 2 : at + 1;
    if (!year_number(number)) return std::nullopt;
    fiscal = true;
  } else if (!year_alone(at)) {
    At spoken = at;
    const auto said = spoken_year(spoken);
    if (!said) return std::nullopt;
    Draft draft = draft_of(at, spoken, Shape::date, "year");
    draft.expression.fields.year = *said;
    return draft;
  }
  Draft draft = draft_of(at, number + 1, Shape::date, "year");
  Fields& fields = draft.expression.fields;
  fields.year = *year_number(number);
  fields.fiscal = fiscal;
  if (is(at, Kind::prefix)) draft.expression.modifier = static_cast<TimeModifier>(value(at, Kind::prefix));
  const At next = number + 1;
  const bool to = is(next, Kind::hyphen) || text(next) == "/";
  if (!to || !glued(next) || !glued(next + 1)) return draft;
  auto last = year_number(next + 1);
  if (!last) {
    const auto two = plain_digits(next + 1, 2, 2);
    if (two) last = fields.year / 100 * 100 + *two;
  }
  if (!last || *last <= fields.year) return draft;
  fields.year_count = *last - fields.year + 1;
  draft.end = next + 2;
  draft.expression.rule = "years";
  return draft;
}

// "in '97": a year of a century unsaid, behind a word that leads to a time.
Parser::Phrase Parser::short_year(At at) const {
  const std::string_view word = text(at);
  const bool shaped = word.size() == 3 && word[0] == '\'' && is_digit(word[1]) && is_digit(word[2]);
  constexpr std::array<std::string_view, 9> kBefore = {"in",   "since", "until",  "by",  "of",
                                                       "from", "early", "during", "late"};
  const bool led =
      at > first_ && std::ranges::any_of(kBefore, [&](std::string_view one) { return word_is(at - 1, one); });
  if (!shaped || !led) return std::nullopt;
  Draft draft = draft_of(at, at + 1, Shape::date, "year");
  draft.expression.fields.year = (word[1] - '0') * 10 + (word[2] - '0');
  draft.expression.fields.two_digits = true;
  return draft;
}

// "1990s", "the mid-1990s", "the '80s", "the nineties"
Parser::Phrase Parser::decade(At at) const {
  At number = at;
  if (is(at, Kind::article) && value(at, Kind::article) == 2) ++number;
  // "the nineteen eighties"
  int century = 0;
  if (is(number, Kind::number) && value(number, Kind::number) >= 13 && value(number, Kind::number) <= 20 &&
      is(number + 1, Kind::decade) && value(number + 1, Kind::decade) < 100)
    century = value(number++, Kind::number) * 100;
  if (!is(number, Kind::decade)) return std::nullopt;
  const int first = century + value(number, Kind::decade);
  Draft draft = draft_of(at, number + 1, Shape::date, "decade");
  draft.expression.fields.year = first;
  draft.expression.fields.two_digits = first < 100;
  draft.expression.fields.year_count = 10;
  if (first >= 1000 && first % 100 == 0) {
    // "the 1700s"
    draft.expression.rule = "century";
    draft.expression.fields.year_count = 100;
  }
  const bool by_letters = !is(number, Kind::digits) && first < 100 && text(number).front() != '\'';
  // "in her eighties" is an age; "the early nineties" are years.
  const bool early = at > first_ + 1 && is(at - 1, Kind::edge) && is(at - 2, Kind::article);
  if (by_letters && number == at && !early) return std::nullopt;
  if (by_letters && at > first_ && tree_.upos(at - 1) == "DET") return std::nullopt;
  if (is(number, Kind::prefix))
    draft.expression.modifier = static_cast<TimeModifier>(value(number, Kind::prefix));
  return draft;
}

// "the 20th century", "21st-century"
Parser::Phrase Parser::century(At at) const {
  At next = at;
  if (is(at, Kind::article) && value(at, Kind::article) == 2) ++next;
  const auto number = ordinal(next);
  if (!number || *number < 1 || *number > 30) return std::nullopt;
  next = skip_hyphen(next);
  if (value(next, Kind::unit) != static_cast<int>(Unit::century)) return std::nullopt;
  if (*number < 10 && next == at + 1) return std::nullopt;
  Draft draft = draft_of(at, next + 1, Shape::date, "century");
  draft.expression.fields.year = (*number - 1) * 100;
  draft.expression.fields.year_count = 100;
  return draft;
}

Parser::Phrase Parser::holiday(At at) const {
  if (!capital(at)) return std::nullopt;
  std::string key;
  int found = kUnsaid;
  At end = at;
  for (At next = at; next < at + 4 && in(next); ++next) {
    if (next > at && !glued(next)) key += ' ';
    for (const char c : text(next)) key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const int row = find_holiday(key);
    if (row == kUnsaid) continue;
    found = row;
    end = next + 1;
  }
  if (found == kUnsaid) return std::nullopt;
  Draft draft = draft_of(at, end, Shape::date, "holiday");
  draft.expression.fields.holiday = static_cast<std::int8_t>(found);
  if (const auto year = year_number(end)) {
    draft.expression.fields.year = *year;
    ++draft.end;
  }
  return draft;
}

// "summer 1998", "the summer of 1998", "the summer"; a bare "summer" or "fall" is no time.
std::optional<Draft> Parser::second_day(const Draft& day) const {
  const Fields& first = day.expression.fields;
  const bool is_day = day.expression.rule == "month day" && first.day > 0 && first.last_day == 0 &&
                      first.year == kUnsaid && first.weekday == 0 && first.hour == kUnsaid;
  if (!is_day || !is(day.end, Kind::and_)) return std::nullopt;
  const At at = day.end + 1, behind = at + 1;
  const auto number = plain_digits(at, 1, 2);
  if (!number || *number <= first.day || *number > 31) return std::nullopt;
  // "April 24 and 25 people": a number that counts something is no day; nor is one whose year stands behind.
  const bool ends = !in(behind) || tree_.upos(behind) == "PUNCT" || tree_.upos(behind) == "ADP" ||
                    tree_.upos(behind) == "AUX" || tree_.is_verb(behind);
  if (!ends || text(behind) == "-" || year_number(behind + 1)) return std::nullopt;
  Draft second{at, behind, day.expression};
  second.expression.fields.day = static_cast<std::int8_t>(*number);
  second.expression.head = at;
  return second;
}

Parser::Phrase Parser::season(At at) const {
  At next = at;
  const bool article = is(at, Kind::article) && value(at, Kind::article) == 2;
  if (article) ++next;
  int edge = 0;
  if (is(next, Kind::edge)) edge = value(next++, Kind::edge);
  if (!is(next, Kind::season) || tree_.is_verb(next)) return std::nullopt;
  Draft draft = draft_of(at, next + 1, Shape::date, "season");
  draft.expression.fields.season = static_cast<std::int8_t>(value(next, Kind::season));
  if (edge > 0) draft.expression.modifier = static_cast<TimeModifier>(edge);
  add_year(draft);
  constexpr std::array<std::string_view, 11> kBefore = {
      "in", "during", "since", "until", "by", "through", "into", "throughout", "from", "of", "over"};
  const bool by_preposition = at > first_ && std::ranges::any_of(kBefore, [&](std::string_view word) {
                                return word_is(at - 1, word);
                              });
  if (draft.expression.fields.year == kUnsaid && !(article && by_preposition && tree_.upos(next) == "NOUN"))
    return std::nullopt;
  const bool autumn_word = word_is(next, "fall") || word_is(next, "spring");
  if (autumn_word && draft.expression.fields.year == kUnsaid && is(next + 1, Kind::of)) return std::nullopt;
  return draft;
}

}  // namespace onrecord::time
