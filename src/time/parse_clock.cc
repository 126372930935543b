#include <charconv>

#include "time/parser.h"

namespace onrecord::time {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "10:35", "10.35", "10", "10:35:20"
bool read_clock(std::string_view word, Fields& fields, bool& exact) {
  int numbers[3] = {0, 0, 0};
  std::size_t part = 0, digits = 0;
  for (const char c : word) {
    if ((c == ':' || c == '.') && digits > 0 && part < 2) {
      ++part;
      digits = 0;
    } else if (is_digit(c) && ++digits <= 2) {
      numbers[part] = numbers[part] * 10 + (c - '0');
    } else {
      return false;
    }
  }
  if (digits == 0 || (part > 0 && digits != 2) || numbers[0] > 24 || numbers[1] > 59 || numbers[2] > 59)
    return false;
  fields.hour = static_cast<std::int8_t>(numbers[0]);
  fields.minute = static_cast<std::int8_t>(part > 0 ? numbers[1] : kUnsaid);
  if (part > 1) fields.second = static_cast<std::int8_t>(numbers[2]);
  exact = part > 0 && word.find(':') != std::string_view::npos;
  return true;
}

}  // namespace

// "5 a.m.", "10:35", "5 o'clock", "noon", "midnight", "2200 GMT". Moves `at` past it.
bool Parser::clock_time(At& at, Fields& fields) const {
  if (is(at, Kind::clock)) {
    fields.hour = static_cast<std::int8_t>(value(at, Kind::clock));
    fields.minute = 0;
    ++at;
    return true;
  }
  if (const auto four = plain_digits(at, 4, 4); four && is(at + 1, Kind::zone)) {
    if (*four / 100 > 24 || *four % 100 > 59) return false;
    fields.hour = static_cast<std::int8_t>(*four / 100);
    fields.minute = static_cast<std::int8_t>(*four % 100);
    ++at;
    return true;
  }
  bool exact = false;
  At next = at;
  if (is(at, Kind::number) && value(at, Kind::number) >= 1 && value(at, Kind::number) <= 12) {
    fields.hour = static_cast<std::int8_t>(value(at, Kind::number));
  } else {
    // "5p.m." may be one word.
    std::string_view word = text(at);
    if (!is(at, Kind::digits) || !read_clock(word, fields, exact)) return false;
  }
  ++next;
  if (is(next, Kind::meridiem)) {
    if (fields.hour < 1 || fields.hour > 12) return false;
    const bool afternoon = value(next, Kind::meridiem) == 2;
    fields.hour = static_cast<std::int8_t>(fields.hour % 12 + (afternoon ? 12 : 0));
    at = next + 1;
    return true;
  }
  if (is(next, Kind::oclock)) {
    at = next + 1;
    return true;
  }
  // "at 5 Friday" is too little; "at 10:35" and "16:00 GMT" are enough.
  const bool at_before = at > first_ && word_is(at - 1, "at");
  if (!is(next, Kind::zone) && !(exact && (at_before || fields.hour > 12 || word_is(next, "local"))))
    return false;
  if (!exact && !is(next, Kind::zone)) return false;
  at = next;
  return true;
}

// "EST", "local time", "(2200 GMT)".
void Parser::add_zone(At& at, Expression& expression) const {
  if (word_is(at, "local") && word_is(at + 1, "time")) at += 2;
  if (is(at, Kind::zone)) {
    expression.zone = value(at, Kind::zone);
    ++at;
    return;
  }
  // A second clock in brackets tells the zone of the first.
  if (text(at) != "(") return;
  At inner = at + 1;
  Fields second;
  if (!clock_time(inner, second) || !is(inner, Kind::zone) || text(inner + 1) != ")") return;
  const int here = expression.fields.hour * 60 + std::max<int>(expression.fields.minute, 0);
  const int there = second.hour * 60 + std::max<int>(second.minute, 0) - value(inner, Kind::zone);
  int east = here - there;
  constexpr int kDay = 24 * 60, kMostEast = 14 * 60, kMostWest = -12 * 60;
  while (east > kMostEast) east -= kDay;
  while (east < kMostWest) east += kDay;
  expression.zone = east;
  at = inner + 2;
}

// Behind a time of the day, its day: "5 a.m. on Thursday", "10 p.m. Wednesday", "5 p.m. EST, Nov. 6", "noon
// today".
Parser::Phrase Parser::with_day(Draft draft) const {
  At at = skip_comma(draft.end);
  if (is(at, Kind::on)) ++at;
  auto day = near_day(at);
  if (!day) day = near(at);
  if (!day) day = date(at);
  if (!day) return draft;
  const Expression& later = day->expression;
  const Fields& fields = later.fields;
  const bool is_day = later.shape == Shape::near_day || fields.day > 0 || fields.weekday > 0;
  if (!is_day || fields.hour != kUnsaid || fields.last_day > 0) return draft;
  Expression whole = later;
  whole.fields.hour = draft.expression.fields.hour;
  whole.fields.minute = draft.expression.fields.minute;
  whole.fields.second = draft.expression.fields.second;
  whole.zone = draft.expression.zone;
  whole.rule = "clock day";
  whole.head = draft.expression.head;
  return Draft{draft.first, day->end, whole};
}

Parser::Phrase Parser::clock(At at) const {
  Draft draft{at, at, {}};
  draft.expression.shape = Shape::date;
  draft.expression.rule = "clock";
  At end = at;
  if (!clock_time(end, draft.expression.fields)) return std::nullopt;
  add_zone(end, draft.expression);
  draft.end = end;
  draft.expression.head = at;
  return with_day(draft);
}

// "today", "yesterday morning", "tonight", "overnight"
Parser::Phrase Parser::near_day(At at) const {
  Draft draft{at, at + 1, {}};
  draft.expression.shape = Shape::near_day;
  draft.expression.head = at;
  if (is(at, Kind::day)) {
    draft.expression.rule = "near day";
    draft.expression.number = items_[at].get(Kind::day).value_or(0);
    add_part(draft);
    return draft;
  }
  if (is(at, Kind::tonight)) {
    draft.expression.rule = "tonight";
    draft.expression.fields.part = Part::night;
    return draft;
  }
  if (is(at, Kind::overnight)) {
    draft.expression.rule = "overnight";
    draft.expression.number = -1;
    draft.expression.fields.part = Part::night;
    return draft;
  }
  return std::nullopt;
}

}  // namespace onrecord::time
