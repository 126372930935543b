#include <algorithm>
#include <array>

#include "time/parser.h"

namespace onrecord::time {

// "22-year-old", "two months old", "aged 6 months": how old somebody is, no time of the report.
bool Parser::is_age(const Draft& draft) const {
  const At next = skip_hyphen(draft.end);
  if (is(next, Kind::old)) return true;
  if (is(next, Kind::of) && word_is(next + 1, "age")) return true;
  const At before = draft.first;
  return before > first_ &&
         (is(before - 1, Kind::aged) || word_is(before - 1, "age") || word_is(before - 1, "ages"));
}

// What may follow a number of units: "and a half", "or two", "or so", "30 minutes".
void Parser::add_rest(Draft& draft) const {
  Expression& expression = draft.expression;
  // "a minute and a half", "a year or two"
  if (is(draft.end, Kind::and_) && is(draft.end + 1, Kind::article) && is(draft.end + 2, Kind::half)) {
    expression.amount.low += 0.5;
    expression.amount.high += 0.5;
    draft.end += 3;
  } else if (is(draft.end, Kind::or_) && is(draft.end + 1, Kind::number) &&
             value(draft.end + 1, Kind::number) == 2) {
    expression.amount.high = 2;
    draft.end += 2;
  } else if (is(draft.end, Kind::or_) && word_is(draft.end + 1, "so")) {
    expression.modifier = TimeModifier::approximate;
    draft.end += 2;
  } else if (is(draft.end, Kind::digits) ||
             (is(draft.end, Kind::and_) &&
              (is(draft.end + 1, Kind::digits) || is(draft.end + 1, Kind::number)))) {
    At rest = is(draft.end, Kind::and_) ? draft.end + 1 : draft.end;
    const auto more = quantity(rest);
    if (more && is(rest, Kind::units) && value(rest, Kind::units) < static_cast<int>(expression.unit)) {
      expression.more = *more;
      expression.more_unit = static_cast<Unit>(value(rest, Kind::units));
      draft.end = rest + 1;
    }
  }
}

// A word between a number and its unit that leaves it one: "two more weeks", "a full year".
bool Parser::measured(At at) const {
  constexpr std::array<std::string_view, 11> kWords = {"more",    "full",       "consecutive", "straight",
                                                       "trading", "additional", "extra",       "whole",
                                                       "long",    "solid",      "successive"};
  return std::ranges::any_of(kWords, [&](std::string_view word) { return word_is(at, word); });
}

// "three weeks", "a year", "two-year", "the nine months", "a couple of years", "2 hours 30 minutes", and what
// they are counted to: "ago", "earlier".
Parser::Phrase Parser::span(At at) const {
  Draft draft{at, at, {}};
  Expression& expression = draft.expression;
  expression.shape = Shape::span;
  expression.rule = "span";
  At next = at;
  const bool article = is(next, Kind::article) && value(next, Kind::article) == 2;
  if (article) {
    ++next;
    if (auto before = year_ago(at)) return before;
    // "the first nine months", "the final two weeks"
    if (is(next, Kind::ordinal) && (value(next, Kind::ordinal) == 1 || value(next, Kind::ordinal) == 99))
      ++next;
    if (is(next, Kind::units)) return the_units(next);
  }
  const At counted = next;
  auto count = amount(next);
  if (!count) return article ? std::nullopt : bare_units(at);
  if (article && count->article) return std::nullopt;
  if (measured(next)) ++next;
  const At hyphen = next;
  next = skip_hyphen(next);
  const At unit = next;
  const bool plural = is(next, Kind::units);
  if ((plural && count->article) || (!plural && !is(next, Kind::unit))) return std::nullopt;
  expression.unit = static_cast<Unit>(plural ? value(next, Kind::units) : value(next, Kind::unit));
  expression.amount = *count;
  expression.head = next;
  draft.end = next + 1;
  // "a decade-long war", "a five-year-long war"
  const bool lasting = !plural && skip_hyphen(unit + 1) != unit + 1 && word_is(unit + 2, "long");
  if (lasting) draft.end = unit + 3;
  // "the two-week crisis": the article is the noun's.
  if (lasting && count->article) draft.first = unit;
  const bool of_noun = !plural && count->spelt && (hyphen != next || (article && count->low > 1));
  if (of_noun && is(at, Kind::article) && counted > at) draft.first = counted;
  if (of_noun && is(at, Kind::article) && counted == at && is(at + 1, Kind::amount)) draft.first = at + 1;
  if (expression.unit == Unit::weekend || expression.unit == Unit::period) return std::nullopt;
  // "a second", "a quarter", "one second" are mostly no time; "30 seconds" are.
  const bool doubtful =
      expression.unit == Unit::second || expression.unit == Unit::quarter || expression.unit == Unit::night;
  if (doubtful && !plural && hyphen == next && !is(draft.end, Kind::shift)) return std::nullopt;
  if (count->article && expression.unit == Unit::second) return std::nullopt;
  if (expression.unit == Unit::quarter && is(draft.end, Kind::of))
    return std::nullopt;  // "three-quarters of it"
  // "one of the ten days", "$30 years": money is no number of years.
  if (counted > first_ && text(counted - 1) == "$") return std::nullopt;
  if (is_age(draft)) return std::nullopt;
  add_rest(draft);
  return shifted(draft);
}

// "ago", "earlier", "later", "from now" behind a span. "before" and "after" tell what it is counted from, and
// stay outside.
Parser::Phrase Parser::shifted(Draft draft) const {
  Expression& expression = draft.expression;
  const At at = skip_hyphen(draft.end);
  if (is(at, Kind::from) && word_is(at + 1, "now")) {
    expression.shape = Shape::shifted;
    expression.turn = Turn::hence;
    expression.rule = "from now";
    draft.end = at + 2;
    return draft;
  }
  if (is(at, Kind::from) && !expression.amount.vague && exact_day(at + 1, draft)) {
    expression.shape = Shape::shifted;
    expression.turn = Turn::hence;
    expression.rule = "from day";
    return draft;
  }
  if (!is(at, Kind::shift)) return draft;
  const int turn = items_[at].get(Kind::shift).value_or(0);
  if (turn == -3 || turn == 3) {
    expression.turn = static_cast<Turn>(turn);
    return draft;
  }
  expression.shape = Shape::shifted;
  expression.turn = static_cast<Turn>(turn);
  expression.rule = turn == -1 ? "ago" : turn == 4 ? "hence" : turn < 0 ? "earlier" : "later";
  draft.end = at + 1;
  if (turn == -1 && !expression.amount.vague && exact_day(at + 1, draft)) expression.rule = "ago day";
  return draft;
}

// "the year-ago quarter", "the year-earlier period", "the comparable year-ago third quarter"
Parser::Phrase Parser::year_ago(At at) const {
  At next = at + 1;
  if (word_is(next, "comparable")) ++next;
  if (!is(next, Kind::unit) || !is(next + 1, Kind::hyphen)) return std::nullopt;
  auto before = bare_units(next);
  if (!before || before->expression.shape != Shape::shifted) return std::nullopt;
  before->first = at;
  const At noun = before->end;
  if (const auto named = quarter(noun); named && named->expression.fields.quarter > 0) {
    before->expression.fields.quarter = named->expression.fields.quarter;
    before->end = named->end;
  } else if (is(noun, Kind::unit) && (value(noun, Kind::unit) == static_cast<int>(Unit::quarter) ||
                                      value(noun, Kind::unit) == static_cast<int>(Unit::period))) {
    before->end = noun + 1;
  } else {
    return std::nullopt;
  }
  before->expression.head = before->end - 1;
  return before;
}

// "the weeks ahead", "over the years": units behind an article.
Parser::Phrase Parser::the_units(At at) const {
  if (word_is(at + 1, "ahead")) return bare_units(at);
  const bool over = at > first_ + 1 && (word_is(at - 2, "over") || word_is(at - 2, "through"));
  const int unit = value(at, Kind::units);
  const bool long_ones = unit == static_cast<int>(Unit::year) || unit == static_cast<int>(Unit::month) ||
                         unit == static_cast<int>(Unit::decade) || unit == static_cast<int>(Unit::century);
  if (!over || !long_ones || is(at + 1, Kind::of)) return std::nullopt;
  Draft draft{at - 1, at + 1, {}};
  draft.expression.shape = Shape::span;
  draft.expression.rule = "units";
  draft.expression.unit = static_cast<Unit>(unit);
  draft.expression.amount = {.vague = true};
  draft.expression.head = at;
  return draft;
}

// "year-ago", "year-earlier", "month-long", "year-end"
Parser::Phrase Parser::hyphened_unit(At at, Draft draft) const {
  Expression& expression = draft.expression;
  const At next = skip_hyphen(at + 1);
  expression.unit = static_cast<Unit>(value(at, Kind::unit));
  if (is(next, Kind::shift) && (value(next, Kind::shift) == -1 || value(next, Kind::shift) == -2)) {
    expression.rule = "year-ago";
    expression.amount = {.spelt = true};
    At behind = next + 1;
    const auto count = amount(behind);
    if (count && !count->article && is(behind, Kind::units)) {
      // "the year-earlier nine months" last nine months.
      expression.rule = "span";
      expression.unit = static_cast<Unit>(value(behind, Kind::units));
      expression.amount = *count;
      expression.head = behind;
      draft.end = behind + 1;
      return draft;
    }
    return shifted(draft);
  }
  if (word_is(next, "long")) {
    expression.rule = "span";
    expression.amount = {.spelt = true};
    draft.end = next + 1;
    return draft;
  }
  if (word_is(next, "end") && expression.unit == Unit::year) {
    expression.shape = Shape::near;
    expression.rule = "year-end";
    expression.relation = Relation::definite;
    expression.modifier = TimeModifier::end;
    draft.end = next + 1;
    return draft;
  }
  return std::nullopt;
}

// A unit alone that is a time: "midyear", "year end".
Parser::Phrase Parser::one_unit(At at, Draft draft) const {
  Expression& expression = draft.expression;
  // "midyear", "mid-week"
  if (is(at, Kind::prefix) && value(at, Kind::prefix) == static_cast<int>(TimeModifier::middle)) {
    expression.shape = Shape::near;
    expression.rule = "mid unit";
    expression.unit = static_cast<Unit>(value(at, Kind::unit));
    expression.relation = Relation::definite;
    expression.modifier = TimeModifier::middle;
    const bool has_middle =
        expression.unit == Unit::year || expression.unit == Unit::week || expression.unit == Unit::month;
    return has_middle ? Phrase(draft) : std::nullopt;
  }
  if (value(at, Kind::unit) != static_cast<int>(Unit::year)) return std::nullopt;
  const At end = word_is(at + 1, "'s") ? at + 2 : at + 1;
  if (!word_is(end, "end")) return std::nullopt;
  expression.shape = Shape::near;
  expression.unit = Unit::year;
  expression.rule = "year-end";
  expression.relation = Relation::definite;
  expression.modifier = TimeModifier::end;
  draft.end = end + 1;
  return draft;
}

// "for years", "months ago", "in the weeks ahead": units without any number; and "year-ago", "year-earlier".
Parser::Phrase Parser::bare_units(At at) const {
  Draft draft{at, at + 1, {}};
  Expression& expression = draft.expression;
  expression.shape = Shape::span;
  expression.head = at;
  if (is(at, Kind::unit) && is(at + 1, Kind::hyphen)) {
    if (auto found = hyphened_unit(at, draft)) return found;
  }
  if (is(at, Kind::unit)) return one_unit(at, draft);
  // "yearlong", "a weeklong trip"
  if (is(at, Kind::lasting)) {
    expression.rule = "span";
    expression.unit = static_cast<Unit>(value(at, Kind::lasting));
    expression.amount = {.spelt = true};
    return draft;
  }
  if (!is(at, Kind::units)) return std::nullopt;
  expression.unit = static_cast<Unit>(value(at, Kind::units));
  if (expression.unit == Unit::weekend || expression.unit == Unit::second) return std::nullopt;
  expression.rule = "units";
  expression.amount = {.vague = true};
  if (is_age(draft)) return std::nullopt;
  if (is(at + 1, Kind::shift)) return shifted(draft);
  if (skip_hyphen(at + 1) != at + 1 && word_is(at + 2, "long")) {
    draft.end = at + 3;  // "decades-long"
    return draft;
  }
  const bool lasts = at > first_ && (word_is(at - 1, "for") || word_is(at - 1, "in"));
  if (word_is(at + 1, "ahead")) {
    // "in the weeks ahead"
    const bool the = at > first_ && is(at - 1, Kind::article);
    if (the) draft.first = at - 1;
    draft.end = at + 2;
    return draft;
  }
  if (!lasts) return std::nullopt;
  return draft;
}

}  // namespace onrecord::time
