#include "time/parser.h"

namespace onrecord::time {

// "the third quarter", "fiscal second-quarter", "the first two quarters of 1990", "Q3 2020", "the last half
// of 1989", "the 1988 third quarter"
Parser::Phrase Parser::quarter(At at) const {
  Draft draft{at, at, {}};
  draft.expression.shape = Shape::date;
  draft.expression.rule = "quarter";
  draft.expression.head = at;
  Fields& fields = draft.expression.fields;
  At next = at;
  const std::string_view word = text(at);
  if (word.size() == 2 && word[0] == 'Q' && word[1] >= '1' && word[1] <= '4') {
    fields.quarter = static_cast<std::int8_t>(word[1] - '0');
    draft.end = at + 1;
    add_year(draft);
    return draft;
  }
  if (is(next, Kind::article) && value(next, Kind::article) == 2) ++next;
  if (in(next) && tree_.upos(next) == "ADJ" && !items_[next].any()) ++next;  // "a flat second quarter"
  if (const auto year = year_number(next)) {
    fields.year = *year;
    ++next;
  }
  if (is(next, Kind::fiscal)) {
    fields.fiscal = true;
    next = skip_hyphen(next + 1);
  }
  if (is_month(next)) return month_quarter(next, draft);
  const bool last_half = value(next, Kind::near) == -1 && is(next, Kind::near);
  auto number = ordinal(next);
  if (!number && last_half) {
    number = 99;
    ++next;
  }
  if (!number) return std::nullopt;
  At counted = next;
  const auto count = quantity(counted);
  if (count) next = counted;
  next = skip_hyphen(next);
  const bool quarters = value(next, Kind::unit) == 7 || value(next, Kind::units) == 7;
  draft.end = next + 1;
  if (is(next, Kind::half) && !count) return half_year(*number, draft);
  const bool final_one = *number == 99 && !count && is(draft.end, Kind::of) && year_number(draft.end + 1);
  if (!quarters || (*number > 4 && !final_one)) return std::nullopt;
  fields.quarter = static_cast<std::int8_t>(final_one ? 4 : *number);
  if (count && *number == 1 && *count >= 2 && *count <= 4)
    fields.quarter_count = static_cast<std::int8_t>(*count);
  if (fields.year == kUnsaid) add_year(draft);
  if (fields.year == kUnsaid && !fields.from_this_year && of_the_year(draft.end)) draft.end += 3;
  return draft;
}

// "the December quarter": the one that ends with it.
Parser::Phrase Parser::month_quarter(At month, Draft draft) const {
  if (value(month + 1, Kind::unit) != static_cast<int>(Unit::quarter)) return std::nullopt;
  draft.expression.fields.quarter = static_cast<std::int8_t>((value(month, Kind::month) + 2) / 3);
  draft.end = month + 2;
  draft.expression.head = month + 1;
  add_year(draft);
  return draft;
}

// "the first half of 1989", where `draft` ends behind "half"; one that nothing is told of is no time.
Parser::Phrase Parser::half_year(int number, Draft draft) const {
  if (is(draft.end, Kind::of)) {
    if (auto longer = half_of(draft.first, draft.end + 1, number)) return longer;
  }
  constexpr int kLast = 99;
  Fields& fields = draft.expression.fields;
  fields.half = static_cast<std::int8_t>(number == kLast ? 2 : number);
  draft.expression.rule = "half year";
  add_year(draft);
  if (fields.year == kUnsaid && !fields.from_this_year && of_the_year(draft.end)) {
    fields.from_this_year = 0;
    draft.end += 3;
  }
  if (fields.half > 2 || (fields.year == kUnsaid && !fields.from_this_year)) return std::nullopt;
  return draft;
}

// "the last half of the '80s", "the first half of June"
Parser::Phrase Parser::half_of(At at, At whole, int number) const {
  auto inner = decade(whole);
  if (!inner && is_month(whole)) inner = date(whole);
  if (!inner || inner->expression.fields.day > 0 || inner->expression.modifier != TimeModifier::none)
    return std::nullopt;
  inner->first = at;
  inner->expression.modifier = number == 1 ? TimeModifier::start : TimeModifier::end;
  return inner;
}

// "of the year", and no more of it: no "of the year 1990", no "of the year ended March 31".
bool Parser::of_the_year(At at) const {
  return is(at, Kind::of) && is(at + 1, Kind::article) && value(at + 1, Kind::article) == 2 &&
         value(at + 2, Kind::unit) == static_cast<int>(Unit::year) && !year_number(at + 3) &&
         !word_is(at + 3, "ended") && !word_is(at + 3, "ending");
}

}  // namespace onrecord::time
