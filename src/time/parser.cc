#include "time/parser.h"

#include <algorithm>

namespace onrecord::time {
namespace {

bool lower_equals(std::string_view word, std::string_view lower) {
  return std::ranges::equal(word, lower, [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
  });
}

void keep_longer(std::optional<Draft>& best, std::optional<Draft> other) {
  if (other && (!best || other->end > best->end)) best = std::move(other);
}

// What can be called more or less, about or at least.
bool measures(const Expression& expression) {
  return expression.shape == Shape::span || expression.shape == Shape::shifted;
}

}  // namespace

bool Parser::word_is(At at, std::string_view lower) const { return lower_equals(text(at), lower); }

bool Parser::glued(At at) const { return at > 0 && in(at) && !tree_.document().tokens()[at - 1].space_after; }

Parser::At Parser::skip_hyphen(At at) const {
  return is(at, Kind::hyphen) && glued(at) && glued(at + 1) ? at + 1 : at;
}

Parser::At Parser::skip_comma(At at) const { return text(at) == "," ? at + 1 : at; }

bool Parser::capital(At at) const {
  const std::string_view word = text(at);
  return !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
}

// "sat" and "sun" are days only when written as such: "Sat.", or before a date.
bool Parser::is_weekday(At at) const {
  if (!is(at, Kind::weekday)) return false;
  if (!is(at, Kind::abbreviated)) return true;
  return capital(at) && (text(at).ends_with('.') || is(skip_comma(at + 1), Kind::month) ||
                         is(skip_comma(at + 1), Kind::digits));
}

bool Parser::is_month(At at) const {
  if (!is(at, Kind::month)) return false;
  if (is(at, Kind::prefix)) return true;
  if (!capital(at)) return false;
  const int month = value(at, Kind::month);
  if (is(at, Kind::abbreviated)) return text(at).ends_with('.') || is(at + 1, Kind::digits);
  const bool also_a_word = month == 3 || month == 5 || month == 8 || month == 4 || month == 6;
  if (!also_a_word || is(at + 1, Kind::digits)) return true;
  const std::string_view upos = tree_.upos(at);
  if (upos == "VERB" || upos == "AUX" || upos == "ADJ") return false;
  // "April Johnson", "Theresa May": names of people.
  const auto part_of_name = [&](At word) {
    return in(word) && word >= first_ && tree_.upos(word) == "PROPN" && !items_[word].any();
  };
  const bool in_name =
      tree_.is(at, "flat") || (part_of_name(at + 1) && tree_.is(at + 1, "flat") && tree_.head(at + 1) == at);
  return !in_name;
}

// Words for the past, the present and the future.
Parser::Phrase Parser::refers(At at) const {
  Draft draft{at, at + 1, {}};
  draft.expression.shape = Shape::refers;
  draft.expression.rule = "reference";
  draft.expression.head = at;
  if (is(at, Kind::refers)) {
    draft.expression.number = value(at, Kind::refers);
    if (word_is(at, "soon") && (word_is(at + 1, "as") || (at > first_ && word_is(at - 1, "as"))))
      return std::nullopt;
    if (word_is(at, "now") && word_is(at + 1, "that")) return std::nullopt;
    if (word_is(at, "present") && tree_.upos(at) != "NOUN") return std::nullopt;
    return draft;
  }
  At noun = at;
  const bool article = is(at, Kind::article) && value(at, Kind::article) == 2;
  if (article) ++noun;
  const bool near_term =
      article && (word_is(noun, "near") || word_is(noun, "short")) && word_is(noun + 1, "term");
  if (article && word_is(noun, "near")) ++noun;
  if (near_term || is(noun, Kind::refers_noun)) {
    draft.end = near_term ? at + 3 : noun + 1;
    draft.expression.head = draft.end - 1;
    draft.expression.number = near_term ? 3 : value(noun, Kind::refers_noun);
    const std::string_view upos = tree_.upos(noun);
    if (near_term) return draft;
    // "in future years"
    if (draft.expression.number == 3 && !article && is(noun + 1, Kind::units)) {
      draft.end = noun + 2;
      return draft;
    }
    // "future losses": no more than what is not yet.
    if (draft.expression.number == 3 && article && upos != "ADJ") return draft;
    const bool at_present = draft.expression.number == 2 && at > first_ && word_is(at - 1, "at");
    if ((article || at_present) && upos == "NOUN") return draft;
  }
  return std::nullopt;
}

// "early next year", "late Friday", "mid-November", "the end of 1990", "earlier this month", "year-end".
Parser::Phrase Parser::edged(At at) const {
  At next = at;
  const bool article = is(next, Kind::article) && value(next, Kind::article) == 2;
  if (article) ++next;
  TimeModifier modifier = TimeModifier::none;
  if (is(next, Kind::edge)) {
    modifier = static_cast<TimeModifier>(value(next, Kind::edge));
    next = skip_hyphen(next + 1);
    if (is(next, Kind::in) || is(next, Kind::on)) ++next;
  } else if (is(next, Kind::end) && is(next + 1, Kind::of) && (article || word_is(at - 1, "since"))) {
    modifier = static_cast<TimeModifier>(value(next, Kind::end));
    next += 2;
  } else if (!article && is(next, Kind::shift) && value(next, Kind::shift) == -2) {
    modifier = TimeModifier::start;
    ++next;
    if (word_is(next, "in") || is(next, Kind::on)) ++next;
  } else if (!article && is(next, Kind::shift) && value(next, Kind::shift) == 2) {
    modifier = TimeModifier::end;
    ++next;
    if (word_is(next, "in") || is(next, Kind::on)) ++next;
  } else {
    return std::nullopt;
  }
  if (article && is(next, Kind::article)) {
    // "the end of the year"
    if (value(next, Kind::article) != 2) return std::nullopt;
  }
  auto inner = core(next);
  if (!inner) inner = definite(next);
  if (!inner) return std::nullopt;
  Expression& expression = inner->expression;
  const bool points = expression.shape == Shape::date || expression.shape == Shape::near ||
                      expression.shape == Shape::near_day;
  if (!points || expression.modifier != TimeModifier::none) return std::nullopt;
  inner->first = at;
  expression.modifier = modifier;
  return inner;
}

// "nearly four years ago", "at least 30 days", "around Nov. 1".
Parser::Phrase Parser::modified(At at) const {
  At next = at;
  TimeModifier modifier = TimeModifier::none;
  bool any_shape = false;
  if (word_is(at, "just") && (is(at + 1, Kind::over) || is(at + 1, Kind::under))) ++next;
  // "some 20 years ago"; "some years ago" has no number to be near to.
  if (word_is(at, "some") && !is(at + 1, Kind::number) && !is(at + 1, Kind::digits)) return std::nullopt;
  if (is(next, Kind::modifier)) {
    modifier = static_cast<TimeModifier>(value(next, Kind::modifier));
    any_shape = modifier == TimeModifier::approximate;
    ++next;
  } else if (is(next, Kind::more) && is(next + 1, Kind::than)) {
    modifier = TimeModifier::more_than;
    next += 2;
  } else if (is(next, Kind::less) && is(next + 1, Kind::than)) {
    modifier = TimeModifier::less_than;
    next += 2;
  } else if (is(next, Kind::over)) {
    if (next == at && tree_.is(next, "case") && !is(next + 1, Kind::article)) return std::nullopt;
    modifier = TimeModifier::more_than;
    ++next;
  } else if (is(next, Kind::under)) {
    modifier = TimeModifier::less_than;
    ++next;
  } else if (word_is(next, "at") && is(next + 1, Kind::least)) {
    modifier = TimeModifier::equal_or_more;
    next += 2;
  } else if (word_is(next, "at") && is(next + 1, Kind::most)) {
    modifier = TimeModifier::equal_or_less;
    next += 2;
  } else if (word_is(next, "up") && is(next + 1, Kind::to)) {
    modifier = TimeModifier::equal_or_less;
    next += 2;
  } else if (word_is(next, "no") && is(next + 1, Kind::more) && is(next + 2, Kind::than)) {
    modifier = TimeModifier::equal_or_less;
    next += 3;
  } else {
    return std::nullopt;
  }
  auto inner = core(next);
  if (!inner) return std::nullopt;
  Expression& expression = inner->expression;
  const bool placed = expression.relation != Relation::none && modifier != TimeModifier::equal_or_more;
  const bool bare_weekday =
      expression.fields.weekday > 0 && expression.fields.month == 0;  // "get around Friday"
  const bool fits =
      measures(expression) ? !placed : any_shape && expression.shape == Shape::date && !bare_weekday;
  if (!fits || expression.modifier != TimeModifier::none) return std::nullopt;
  // "over the past year": a preposition, not a measure. "about a year ago" measures.
  if (is(at, Kind::over) && !expression.amount.spelt && expression.shape == Shape::span &&
      !expression.amount.article)
    return std::nullopt;
  inner->first = at;
  expression.modifier = modifier;
  return inner;
}

// Each phrase is asked only where a word stands with which it can begin.
Parser::Phrase Parser::core(At at) const {
  if (!in(at)) return std::nullopt;
  const Item& item = items_[at];
  if (!item.any()) {
    const char first = text(at).front();
    return first == 'Q' ? quarter(at) : first == '\'' ? short_year(at) : std::nullopt;
  }
  using enum Kind;
  Phrase best;
  const auto ask = [&](std::uint64_t kinds, Phrase (Parser::*phrase)(At) const) {
    if (item.is_any(kinds)) keep_longer(best, (this->*phrase)(at));
  };
  ask(bits(Kind::idiom, article, number, Kind::amount), &Parser::idiom);
  ask(bits(weekday, month, digits, ordinal, number, article), &Parser::date);
  ask(bits(digits), &Parser::numeric_date);
  ask(bits(Kind::clock, digits, number), &Parser::clock);
  ask(bits(day, tonight, overnight), &Parser::near_day);
  ask(bits(Kind::near, article, Kind::refers), &Parser::near);
  ask(bits(article, number, digits, Kind::amount, half, scale, unit, units, lasting), &Parser::span);
  ask(bits(article, Kind::ordinal, digits, fiscal, number, Kind::near), &Parser::quarter);
  ask(bits(article, Kind::ordinal, digits, number), &Parser::century);
  ask(bits(article, Kind::decade, number), &Parser::decade);
  ask(bits(digits, fiscal, number, prefix), &Parser::year);
  ask(bits(article, edge, Kind::season), &Parser::season);
  ask(bits(article), &Parser::definite);
  ask(bits(article), &Parser::part_of_day);
  ask(bits(repeats, number, digits, Kind::amount), &Parser::repeated);
  ask(bits(Kind::often, every, weekday, Kind::weekdays), &Parser::often);
  ask(bits(article, Kind::refers, refers_noun), &Parser::refers);
  ask(bits(Kind::holiday), &Parser::holiday);
  return best;
}

std::optional<Draft> Parser::time(std::uint32_t at) const {
  if (!in(at)) return std::nullopt;
  const Item& item = items_[at];
  if (!item.any()) {
    const char first = text(at).front();
    const bool may_begin = first == 'Q' || first == 'a' || first == 'A' || first == 'u' || first == 'U' ||
                           first == 'n' || first == 'N' || first == 'j' || first == 'J' || first == '\'';
    if (!may_begin) return std::nullopt;  // "at least", "up to", "no more than", "just over"
  } else if (item.is(Kind::article)) {
    // "the man" begins none; "the near term", "the full year" and "the flat second quarter" may.
    const bool follows = (in(at + 1) && items_[at + 1].any()) || (in(at + 2) && items_[at + 2].any());
    if (!follows) return std::nullopt;
  }
  Phrase best = core(at);
  if (item.is_any(bits(Kind::article, Kind::edge, Kind::end, Kind::shift))) keep_longer(best, edged(at));
  if (!item.any() || item.is_any(bits(Kind::modifier, Kind::more, Kind::less, Kind::over, Kind::under)))
    keep_longer(best, modified(at));
  return best;
}

}  // namespace onrecord::time
