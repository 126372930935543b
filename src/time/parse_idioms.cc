#include <algorithm>
#include <array>

#include "time/parser.h"

namespace onrecord::time {
namespace {

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& words) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

// Phrases whose words together mean a time that none of them tells alone: "long ago", "the other day", "at
// the time", and "one day" where it lies ahead.
Parser::Phrase Parser::idiom(At at) const {
  Draft draft{at, at + 2, {}};
  Expression& expression = draft.expression;
  expression.shape = Shape::refers;
  expression.rule = "idiom";
  expression.head = at + 1;
  const auto refers_to = [&](int which, At end) {
    expression.number = which;
    expression.head = end - 1;
    draft.end = end;
    return draft;
  };
  constexpr int kPast = 1, kFuture = 3;
  if (word_is(at, "long") && is(at + 1, Kind::shift) && value(at + 1, Kind::shift) == -1)
    return refers_to(kPast, at + 2);
  const bool the = is(at, Kind::article) && value(at, Kind::article) == 2;
  if (the && word_is(at + 1, "other") && word_is(at + 2, "day")) return refers_to(kPast, at + 3);
  if (the && word_is(at + 1, "time") && at > first_ && word_is(at - 1, "at")) {
    // "at the time of its founding", "at the time she left": told by what follows.
    const bool ends = !in(at + 2) || tree_.is_punctuation(at + 2) || tree_.upos(at + 2) == "CCONJ";
    if (ends) return refers_to(kPast, at + 2);
  }
  const bool some_day = word_is(at + 1, "day") && (word_is(at, "one") || word_is(at, "some"));
  constexpr std::array<std::string_view, 8> kAhead = {"will", "would", "may",  "might",
                                                      "can",  "could", "must", "should"};
  const auto is_ahead = [&](At word) { return in(word) && is_one_of(tree_.lemma(word), kAhead); };
  if (some_day && (word_is(at, "some") || (at > first_ && is_ahead(at - 1)) || is_ahead(at + 2)))
    return refers_to(kFuture, at + 2);
  return std::nullopt;
}

// "once a month", "twice a year", "three times a week"
Parser::Phrase Parser::repeated(At at) const {
  At next = at;
  if (is(at, Kind::repeats)) {
    ++next;
  } else {
    const auto count = amount(next);
    if (!count || count->article || !word_is(next, "times")) return std::nullopt;
    ++next;
  }
  const bool each = (is(next, Kind::article) && value(next, Kind::article) == 1) || is(next, Kind::every) ||
                    word_is(next, "per");
  if (!each || !is(next + 1, Kind::unit)) return std::nullopt;
  Draft draft{at, next + 2, {}};
  Expression& expression = draft.expression;
  expression.unit = static_cast<Unit>(value(next + 1, Kind::unit));
  if (expression.unit == Unit::second || expression.unit == Unit::period) return std::nullopt;
  expression.shape = Shape::often;
  expression.rule = "repeated";
  expression.head = at;
  return draft;
}

// "in the morning", "during the night", "by the late afternoon": of the day that the report tells of.
Parser::Phrase Parser::part_of_day(At at) const {
  constexpr std::array<std::string_view, 6> kBefore = {"in", "during", "by", "until", "through", "into"};
  const bool the = is(at, Kind::article) && value(at, Kind::article) == 2;
  if (!the || at == first_ || !is_one_of(tree_.lemma(at - 1), kBefore)) return std::nullopt;
  Draft draft{at, at, {}};
  Expression& expression = draft.expression;
  At next = at + 1;
  if (is(next, Kind::edge)) {
    expression.modifier = static_cast<TimeModifier>(value(next, Kind::edge));
    next = skip_hyphen(next + 1);
  }
  if (!is(next, Kind::part) || is(next + 1, Kind::of) || tree_.relation(next) == "compound")
    return std::nullopt;
  expression.fields.part = static_cast<Part>(value(next, Kind::part));
  if (expression.fields.part == Part::midday) return std::nullopt;
  expression.shape = Shape::near;
  expression.rule = "part of day";
  expression.relation = Relation::definite;
  expression.unit = Unit::night;
  expression.head = next;
  draft.end = next + 1;
  return draft;
}

// What tells the day behind "a week ago" or "a week from": "Friday", "today". Whether it does.
bool Parser::exact_day(At at, Draft& draft) const {
  Expression& expression = draft.expression;
  if (is_weekday(at) && !is(at, Kind::abbreviated)) {
    expression.fields.weekday = static_cast<std::int8_t>(value(at, Kind::weekday));
  } else if (is(at, Kind::day)) {
    expression.number = value(at, Kind::day);
  } else {
    return false;
  }
  expression.exact = true;
  draft.end = at + 1;
  return true;
}

}  // namespace onrecord::time
