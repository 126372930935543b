#include "time/parser.h"

namespace onrecord::time {
namespace {

bool looks_back(Relation relation) {
  return relation == Relation::last || relation == Relation::past || relation == Relation::previous ||
         relation == Relation::latest;
}

bool looks_ahead(Relation relation) {
  return relation == Relation::next || relation == Relation::coming || relation == Relation::following;
}

}  // namespace

// "last week", "the next four years", "this coming Sunday", "the previous Friday", "that day", "the latest
// quarter".
Parser::Phrase Parser::near(At at) const {
  At next = at;
  const bool article = is(next, Kind::article) && value(next, Kind::article) == 2;
  if (article) ++next;
  if (!is(next, Kind::near)) {
    // "recent years", "recent weeks and months"
    if (!is(next, Kind::refers) || !is(next + 1, Kind::units) || !word_is(next, "recent"))
      return std::nullopt;
    Draft draft{at, next + 2, {}};
    draft.expression.shape = Shape::span;
    draft.expression.rule = "recent units";
    draft.expression.relation = Relation::past;
    draft.expression.unit = static_cast<Unit>(value(next + 1, Kind::units));
    draft.expression.amount = {.vague = true, .spelt = true};
    draft.expression.head = next + 1;
    return draft;
  }
  // "It will last another week."
  if (word_is(next, "last") && tree_.is_verb(next)) return std::nullopt;
  Draft draft{at, at, {}};
  Expression& expression = draft.expression;
  expression.shape = Shape::near;
  expression.rule = "near";
  expression.relation = static_cast<Relation>(items_[next].get(Kind::near).value_or(0));
  ++next;
  if ((expression.relation == Relation::now || expression.relation == Relation::these) &&
      is(next, Kind::near)) {
    const auto second = static_cast<Relation>(items_[next].get(Kind::near).value_or(0));
    if (second == Relation::coming || second == Relation::past || second == Relation::next ||
        second == Relation::last || second == Relation::same) {
      expression.relation = second;
      ++next;
    }
  }
  if (expression.relation == Relation::that && article) return std::nullopt;
  if (is(next, Kind::fiscal)) {
    expression.fields.fiscal = true;
    ++next;
  }
  if (word_is(next, "full") || word_is(next, "calendar")) ++next;
  draft.end = next;
  return near_named(next, draft);
}

// What stands behind "last", "this" or "next".
Parser::Phrase Parser::near_named(At at, Draft draft) const {
  Expression& expression = draft.expression;
  Fields& fields = expression.fields;
  const auto end_at = [&](At end) {
    draft.end = end;
    expression.head = end - 1;
    return draft;
  };
  if (is(at, Kind::unit)) return near_unit(at, draft);
  if (is(at, Kind::units) && expression.relation == Relation::these) {
    if (value(at, Kind::units) != static_cast<int>(Unit::day)) return std::nullopt;
    expression.shape = Shape::refers;
    expression.number = 2;
    return end_at(at + 1);
  }
  if (is_weekday(at) || is_month(at)) return near_date(at, draft);
  if (is(at, Kind::season)) {
    fields.season = static_cast<std::int8_t>(value(at, Kind::season));
    return end_at(at + 1);
  }
  if (is(at, Kind::part)) {
    fields.part = static_cast<Part>(value(at, Kind::part));
    if (fields.part == Part::midday) return std::nullopt;
    expression.unit = Unit::night;
    return end_at(at + 1);
  }
  if (auto day = holiday(at)) {
    fields.holiday = day->expression.fields.holiday;
    return end_at(day->end);
  }
  return near_span(at, draft);
}

// "last week", "the next year or so", "last year's fourth quarter"
Parser::Phrase Parser::near_unit(At at, Draft draft) const {
  Expression& expression = draft.expression;
  Fields& fields = expression.fields;
  expression.unit = static_cast<Unit>(value(at, Kind::unit));
  if (expression.unit == Unit::second) return std::nullopt;
  if (expression.unit == Unit::night) {
    if (expression.relation == Relation::definite) return std::nullopt;
    fields.part = Part::night;
  }
  if (expression.relation == Relation::past && draft.first + 1 == at)
    return std::nullopt;  // "past week" alone
  draft.end = at + 1;
  expression.head = at;
  if (is(draft.end, Kind::or_) && word_is(draft.end + 1, "so")) {
    expression.modifier = TimeModifier::approximate;
    draft.end += 2;
  }
  if (expression.unit == Unit::year && word_is(draft.end, "'s")) {
    const auto part = quarter(draft.end + 1);
    if (part && part->expression.fields.year == kUnsaid) {
      fields.quarter = part->expression.fields.quarter;
      fields.half = part->expression.fields.half;
      draft.end = part->end;
    }
  }
  return draft;
}

// "this coming Sunday, March 8", "last October"
Parser::Phrase Parser::near_date(At at, Draft draft) const {
  auto found = date(at);
  if (!found) return std::nullopt;
  if (found->expression.fields.month == 0) {
    draft.expression.fields = found->expression.fields;
    draft.end = found->end;
    draft.expression.head = at;
    return draft;
  }
  found->first = draft.first;
  const bool year_unsaid = found->expression.fields.year == kUnsaid && found->expression.fields.weekday == 0;
  if (year_unsaid) {
    found->expression.shape = Shape::near;
    found->expression.relation = draft.expression.relation;
  }
  return found;
}

// "the past three months", "the next few days", "the coming weeks"
Parser::Phrase Parser::near_span(At at, Draft draft) const {
  Expression& expression = draft.expression;
  if (!looks_ahead(expression.relation) && !looks_back(expression.relation)) return std::nullopt;
  At next = at;
  auto count = amount(next);
  if (!count) count = Amount{.vague = true};
  if (count->article) return std::nullopt;
  // "In past years": no run of years that ends now.
  const bool bare = next == at && draft.first + 1 == at && is(next, Kind::units) &&
                    (expression.relation == Relation::past || expression.relation == Relation::previous);
  if (bare) {
    expression.shape = Shape::refers;
    expression.number = 1;
    expression.head = next;
    draft.end = next + 1;
    return draft;
  }
  next = skip_hyphen(next);
  if (word_is(next, "full") || word_is(next, "trading")) ++next;
  if (!is(next, Kind::units) && !(is(next, Kind::unit) && count->spelt)) return std::nullopt;
  expression.shape = Shape::span;
  expression.rule = "near span";
  expression.amount = *count;
  expression.unit =
      static_cast<Unit>(is(next, Kind::units) ? value(next, Kind::units) : value(next, Kind::unit));
  draft.end = next + 1;
  expression.head = next;
  if (is(draft.end, Kind::or_) && word_is(draft.end + 1, "so")) {
    expression.modifier = TimeModifier::approximate;
    draft.end += 2;
  }
  return draft;
}

// "the year ended March 31": a run of time told by its last day.
Parser::Phrase Parser::ended(Draft draft) const {
  const At at = draft.end;
  if (!word_is(at, "ended") && !word_is(at, "ending")) return draft;
  if (draft.expression.relation != Relation::definite || draft.expression.unit == Unit::quarter) return draft;
  draft.expression.shape = Shape::span;
  draft.expression.rule = "span ended";
  draft.expression.amount = {.low = 1, .high = 1, .spelt = true};
  draft.expression.relation = Relation::none;
  return draft;
}

// "the day before last Tuesday", "the day after Christmas"
Parser::Phrase Parser::day_beside(At at, At day, int turn) const {
  auto found = core(day);
  if (!found) return std::nullopt;
  Expression& expression = found->expression;
  const Fields& fields = expression.fields;
  const bool one_day = fields.weekday > 0 || fields.holiday != kUnsaid ||
                       (fields.month > 0 && fields.day > 0 && fields.last_day == 0);
  const bool near_one = expression.shape == Shape::near_day;  // "the day after tomorrow"
  const bool points = near_one || expression.shape == Shape::date || expression.shape == Shape::near;
  if (!points || !(one_day || near_one) || fields.week_of || fields.hour != kUnsaid ||
      fields.part != Part::none)
    return std::nullopt;
  found->first = at;
  expression.rule = "day beside";
  expression.days_beside = turn < 0 ? -1 : 1;
  return found;
}

// "The day before, …": counted from the time told before; "the day before the vote" is not.
Parser::Phrase Parser::day_before(At unit, Draft draft) const {
  const Unit told = draft.expression.unit;
  const bool long_enough =
      told == Unit::day || told == Unit::week || told == Unit::month || told == Unit::year;
  const int turn = is(unit + 1, Kind::shift) ? value(unit + 1, Kind::shift) : 0;
  const std::string_view behind = text(unit + 2);
  const bool ends = behind == "," || behind == "." || behind == ";" || !in(unit + 2);
  if (told == Unit::day && !ends && (turn == 3 || turn == -3)) return day_beside(draft.first, unit + 2, turn);
  if (!long_enough || !ends || (turn != 3 && turn != -3)) return std::nullopt;
  draft.expression.rule = "day before";
  draft.expression.relation = turn < 0 ? Relation::previous : Relation::following;
  draft.end = unit + 2;
  return draft;
}

// "the 1988 quarter", "the 1989 period"
Parser::Phrase Parser::period_of_year(At at, At number, int year) const {
  const int unit = is(number + 1, Kind::unit) ? value(number + 1, Kind::unit) : 0;
  if (unit != static_cast<int>(Unit::quarter) && unit != static_cast<int>(Unit::period)) return std::nullopt;
  Draft draft{at, number + 2, {}};
  draft.expression.shape = Shape::near;
  draft.expression.rule = "period of year";
  draft.expression.relation = Relation::definite;
  draft.expression.unit = static_cast<Unit>(unit);
  draft.expression.fields.year = year;
  draft.expression.head = number + 1;
  return draft;
}

// "the year 1998", "the year two thousand"; the number stands at `number`.
Parser::Phrase Parser::the_year(At number, Draft draft) const {
  auto year = year_number(number);
  if (year) {
    ++number;
  } else if (is(number, Kind::number)) {
    constexpr double kFirst = 1000, kLast = 2999;
    year = spoken_year(number);
    const auto said = year ? std::nullopt : number_word(number);
    if (said && *said >= kFirst && *said <= kLast) year = static_cast<int>(*said);
  }
  if (!year) return std::nullopt;
  draft.end = number;
  draft.expression.shape = Shape::date;
  draft.expression.fields.year = *year;
  return draft;
}

// "the quarter", "the year", "the weekend": which one, the report has told before or goes without saying.
Parser::Phrase Parser::definite(At at) const {
  if (!is(at, Kind::article) || value(at, Kind::article) != 2) return std::nullopt;
  At next = at + 1;
  if (is(next, Kind::fiscal)) ++next;
  if (word_is(next, "full")) ++next;
  if (const auto year = year_number(next)) return period_of_year(at, next, *year);
  if (!is(next, Kind::unit) || skip_hyphen(next + 1) != next + 1) return std::nullopt;
  Draft draft{at, next + 1, {}};
  Expression& expression = draft.expression;
  expression.shape = Shape::near;
  expression.rule = "definite";
  expression.relation = Relation::definite;
  expression.unit = static_cast<Unit>(value(next, Kind::unit));
  expression.fields.fiscal = next > at + 1 && is(next - 1, Kind::fiscal);
  expression.head = next;
  if (expression.unit == Unit::year) {
    if (auto year = the_year(next + 1, draft)) return year;
  }
  if (expression.unit == Unit::week && is(next + 1, Kind::of)) {
    if (auto day = date(next + 2); day && day->expression.fields.day > 0) {
      day->first = at;
      day->expression.fields.week_of = true;
      return day;
    }
  }
  if (word_is(next + 1, "ahead") && at > first_ && tree_.upos(at - 1) == "ADP") {
    expression.shape = Shape::span;
    expression.rule = "units";
    expression.amount = {.spelt = true};
    draft.end = next + 2;
    return draft;
  }
  if (auto beside = day_before(next, draft)) return beside;
  if (expression.unit == Unit::quarter && is(next + 1, Kind::article)) {
    // "the quarter a year ago"
    if (auto before = span(next + 1); before && before->expression.shape == Shape::shifted) {
      before->first = at;
      return before;
    }
  }
  const bool led = at > first_ && (tree_.upos(at - 1) == "ADP" || is(at - 1, Kind::of));
  switch (expression.unit) {
    case Unit::quarter:
    case Unit::year:
    case Unit::week:
    case Unit::month:
      if (!led || word_is(at - 1, "by")) return std::nullopt;
      if (is(next + 1, Kind::of) || is(next + 1, Kind::shift)) return std::nullopt;
      return ended(draft);
    case Unit::weekend:
      return draft;
    case Unit::decade:
    case Unit::century:
      // "by the end of the decade"
      if (at < first_ + 2 || !is(at - 1, Kind::of) || !is(at - 2, Kind::end)) return std::nullopt;
      return draft;
    default:
      return std::nullopt;
  }
}

// "Mondays", "Tuesday nights"
bool Parser::weekdays(At at, Draft& draft) const {
  Fields& fields = draft.expression.fields;
  if (is(at, Kind::weekdays)) {
    fields.weekday = static_cast<std::int8_t>(value(at, Kind::weekdays));
    draft.end = at + 1;
    return true;
  }
  if (!is(at, Kind::weekday) || is(at, Kind::abbreviated) || !is(at + 1, Kind::parts)) return false;
  fields.weekday = static_cast<std::int8_t>(value(at, Kind::weekday));
  fields.part = static_cast<Part>(value(at + 1, Kind::parts));
  draft.end = at + 2;
  return true;
}

// "daily", "every Friday", "each of the past three years", "Mondays", "Tuesday nights"
Parser::Phrase Parser::often(At at) const {
  Draft draft{at, at + 1, {}};
  Expression& expression = draft.expression;
  expression.shape = Shape::often;
  expression.rule = "often";
  expression.head = at;
  if (is(at, Kind::often)) {
    if (word_is(at, "annual") || word_is(at, "quarterly") || word_is(at, "hourly")) {
      if (tree_.upos(at) != "ADV" && !word_is(at, "hourly")) return std::nullopt;
    }
    expression.unit = static_cast<Unit>(value(at, Kind::often));
    return draft;
  }
  if (weekdays(at, draft)) return draft;
  if (!is(at, Kind::every)) return std::nullopt;
  At next = at + 1;
  expression.amount = {};
  if (word_is(next, "other")) {
    expression.amount.low = expression.amount.high = 2;
    ++next;
  } else if (auto count = amount(next); count && !count->article && !count->vague) {
    expression.amount = *count;
  }
  if (is(next, Kind::unit) || is(next, Kind::units)) {
    expression.unit =
        static_cast<Unit>(is(next, Kind::unit) ? value(next, Kind::unit) : value(next, Kind::units));
    if (expression.unit == Unit::second || expression.unit == Unit::period) return std::nullopt;
    draft.end = next + 1;
    return draft;
  }
  if (is_weekday(next)) {
    expression.fields.weekday = static_cast<std::int8_t>(value(next, Kind::weekday));
    draft.end = next + 1;
    add_part(draft);
    return draft;
  }
  if (is_month(next)) {
    expression.fields.month = static_cast<std::int8_t>(value(next, Kind::month));
  } else if (is(next, Kind::season)) {
    expression.fields.season = static_cast<std::int8_t>(value(next, Kind::season));
  } else if (is(next, Kind::part)) {
    expression.fields.part = static_cast<Part>(value(next, Kind::part));
  } else {
    return std::nullopt;
  }
  draft.end = next + 1;
  return draft;
}

}  // namespace onrecord::time
