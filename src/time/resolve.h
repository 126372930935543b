// time/resolve.h — from what the words say to days and a value.

#ifndef ONRECORD_TIME_RESOLVE_H_
#define ONRECORD_TIME_RESOLVE_H_

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "onrecord/time.h"
#include "syntax/tree.h"
#include "time/lean.h"
#include "time/parser.h"

namespace onrecord::time {

// A time told before, from which others may be counted.
struct Anchor {
  Period period;
  Granularity granularity = Granularity::unknown;
  Span words;
};

// What is known when a time is met, in the order of the text.
struct Context {
  std::optional<Day> speaking = {};  // The day of publication, or the dateline's.
  std::optional<Day> published = {};
  std::optional<Anchor> last = {};        // The last time that has days, none vaguer than a year.
  std::optional<Anchor> last_day = {};    // The last that is a day or finer.
  std::optional<Anchor> quarter = {};     // The last quarter told, one that was over before one that was not.
  std::map<Day, int> quarters_told = {};  // By their first days, how often.
  // The last fiscal quarter told, if it is the last quarter: year and number; its days are not known.
  std::optional<std::pair<int, int>> fiscal = {};
  // The day that a range begins with: "Monday" of "Monday to Friday".
  std::optional<Anchor> from = {};
  bool months = false;  // After it, figures of several months: "in the nine months".
};

class Resolver {
 public:
  explicit Resolver(const syntax::Tree& tree) : tree_(tree) {}

  // The mention that `draft` makes, counted from `context`.
  TimeMention resolve(const Draft& draft, const Context& context) const;

 private:
  // One mention in the making.
  struct Making {
    const Draft& draft;
    const Expression& said;
    const Context& context;
    TimeMention mention;
  };
  void refers(Making& making) const;
  void beside(Making& making) const;
  // resolve_date.cc
  void date(Making& making) const;
  void years(Making& making) const;
  void month(Making& making) const;
  void day(Making& making, std::optional<Day> day, Dating dating, float score) const;
  void month_day(Making& making) const;
  void month_and_day(Making& making, int year, Dating dating, float score) const;
  int likely_year(const Making& making, Day speaking, float& score) const;
  void weekday(Making& making) const;
  void part_of_year(Making& making) const;
  void holiday(Making& making) const;
  void clock(Making& making) const;
  void near_day(Making& making) const;
  // resolve_near.cc
  void near(Making& making) const;
  void near_unit(Making& making) const;
  void near_quarter(Making& making) const;
  void near_weekday(Making& making) const;
  void near_month(Making& making) const;
  void near_season(Making& making) const;
  void near_part(Making& making) const;
  void shifted(Making& making) const;
  void shifted_day(Making& making, Unit unit, int units) const;
  void shifted_hours(Making& making) const;
  void span(Making& making) const;
  void often(Making& making) const;

  void whole(Making& making, Unit unit, Day day, Dating dating, float score) const;
  void unplaced(Making& making, Granularity granularity, std::string value) const;
  double ahead(const Making& making, Told told, double distance = 0.5) const;

  const syntax::Tree& tree_;
};

}  // namespace onrecord::time

#endif  // ONRECORD_TIME_RESOLVE_H_
