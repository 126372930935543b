// time/parser.h — the grammar of times: small phrases, each a function, put together to larger ones.

#ifndef ONRECORD_TIME_PARSER_H_
#define ONRECORD_TIME_PARSER_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "syntax/tree.h"
#include "time/expression.h"
#include "time/words.h"

namespace onrecord::time {

// Words [first, end) and what they say.
struct Draft {
  std::uint32_t first = 0, end = 0;
  Expression expression;
};

// Reads one sentence. Every phrase looks a bounded number of words ahead.
class Parser {
 public:
  Parser(const syntax::Tree& tree, std::span<const Item> items, TokenRange sentence)
      : tree_(tree), items_(items), first_(sentence.first), end_(sentence.end) {}

  // The longest time that begins at word `at`.
  std::optional<Draft> time(std::uint32_t at) const;

  // The second day of "April 24 and 25", where `day` is the first; a time of its own.
  std::optional<Draft> second_day(const Draft& day) const;

 private:
  using At = std::uint32_t;
  using Phrase = std::optional<Draft>;

  bool in(At at) const { return at < end_; }
  bool is(At at, Kind kind) const { return in(at) && items_[at].is(kind); }
  int value(At at, Kind kind) const { return items_[at].get(kind).value_or(0); }
  std::string_view text(At at) const { return in(at) ? tree_.text(at) : std::string_view(); }
  bool word_is(At at, std::string_view lower) const;
  bool glued(At at) const;  // No space before word `at`.
  At skip_hyphen(At at) const;
  At skip_comma(At at) const;
  bool capital(At at) const;
  bool is_weekday(At at) const;
  bool is_month(At at) const;

  // Phrases by file. Each: the draft that begins at the word, or nothing.
  // parser.cc
  Phrase core(At at) const;
  Phrase edged(At at) const;
  Phrase modified(At at) const;
  Phrase refers(At at) const;
  // parse_numbers.cc
  std::optional<int> small_number(At& at) const;
  std::optional<int> ordinal(At& at) const;
  std::optional<int> plain_digits(At at, std::size_t least, std::size_t most) const;
  std::optional<double> quantity(At& at) const;
  std::optional<double> number_word(At& at) const;
  double value_of_scale(At at) const;
  std::optional<double> fraction(At at) const;
  std::optional<Amount> part_of_unit(At& at) const;
  std::optional<Amount> amount(At& at) const;
  std::optional<int> spoken_year(At& at) const;
  // parse_dates.cc
  Phrase numeric_date(At at) const;
  Phrase date(At at) const;
  Phrase day_of_month(At at, Draft draft) const;
  Phrase year(At at) const;
  std::optional<int> year_number(At at) const;
  bool year_alone(At at) const;
  Phrase short_year(At at) const;
  Phrase decade(At at) const;
  Phrase century(At at) const;
  Phrase holiday(At at) const;
  Phrase season(At at) const;
  void add_year(Draft& draft) const;
  void add_part(Draft& draft) const;
  // parse_quarters.cc
  Phrase quarter(At at) const;
  Phrase month_quarter(At month, Draft draft) const;
  Phrase half_year(int number, Draft draft) const;
  Phrase half_of(At at, At whole, int number) const;
  bool of_the_year(At at) const;
  // parse_clock.cc
  Phrase clock(At at) const;
  bool clock_time(At& at, Fields& fields) const;
  void add_zone(At& at, Expression& expression) const;
  Phrase with_day(Draft draft) const;
  Phrase near_day(At at) const;
  // parse_near.cc
  Phrase near(At at) const;
  Phrase near_named(At at, Draft draft) const;
  Phrase near_unit(At at, Draft draft) const;
  Phrase near_date(At at, Draft draft) const;
  Phrase near_span(At at, Draft draft) const;
  bool weekdays(At at, Draft& draft) const;
  Phrase the_year(At number, Draft draft) const;
  Phrase definite(At at) const;
  Phrase day_before(At unit, Draft draft) const;
  Phrase day_beside(At at, At day, int turn) const;
  Phrase period_of_year(At at, At number, int year) const;
  Phrase ended(Draft draft) const;
  Phrase often(At at) const;
  // parse_idioms.cc
  Phrase idiom(At at) const;
  Phrase repeated(At at) const;
  Phrase part_of_day(At at) const;
  bool exact_day(At at, Draft& draft) const;
  // parse_spans.cc
  Phrase span(At at) const;
  void add_rest(Draft& draft) const;
  Phrase year_ago(At at) const;
  Phrase shifted(Draft draft) const;
  Phrase bare_units(At at) const;
  Phrase hyphened_unit(At at, Draft draft) const;
  Phrase one_unit(At at, Draft draft) const;
  Phrase the_units(At at) const;
  bool measured(At at) const;
  bool is_age(const Draft& draft) const;

  const syntax::Tree& tree_;
  std::span<const Item> items_;
  At first_, end_;
};

}  // namespace onrecord::time

#endif  // ONRECORD_TIME_PARSER_H_
