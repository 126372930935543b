#include <algorithm>
#include <cmath>

#include "time/holidays.h"
#include "time/resolve.h"
#include "time/value.h"

namespace onrecord::time {
namespace {

using std::chrono::days;

constexpr float kSure = 0.98F, kNear = 0.9F, kGuessed = 0.7F, kImpossible = 0.1F;

// "'98": the century that brings it nearest to the day of speaking, or the last one.
int full_year(int two_digits, std::optional<Day> speaking) {
  constexpr int kThisCentury = 2000, kTurn = 70;
  const int around = speaking ? year_of(*speaking) : kThisCentury + kTurn - 50;
  int year = around / 100 * 100 + two_digits;
  constexpr int kFarAhead = 20;
  if (year > around + kFarAhead) year -= 100;
  if (year < around - 100 + kFarAhead) year += 100;
  return year;
}

float surer(double ahead) { return static_cast<float>(std::max(ahead, 1 - ahead)); }

}  // namespace

void Resolver::date(Making& making) const {
  const Fields& fields = making.said.fields;
  if (fields.week_of || fields.month > 0) return month_day(making);
  if (fields.holiday != kUnsaid) return holiday(making);
  if (fields.weekday > 0) return weekday(making);
  if (fields.quarter > 0 || fields.half > 0 || fields.season > 0) return part_of_year(making);
  if (fields.year != kUnsaid) return years(making);
  if (fields.hour != kUnsaid) return clock(making);
}

void Resolver::years(Making& making) const {
  const Fields& fields = making.said.fields;
  TimeMention& mention = making.mention;
  int first = fields.year;
  if (fields.two_digits) first = full_year(first, making.context.speaking);
  mention.dating = Dating::explicit_;
  mention.score = fields.two_digits ? kNear : kSure;
  const int last = first + fields.year_count - 1;
  mention.period = years_period(std::max(first, kFirstYear), last);
  if (making.said.rule == "decade") {
    mention.granularity = Granularity::decade;
    mention.value = year_value(first).substr(0, 3);
  } else if (making.said.rule == "century") {
    mention.granularity = Granularity::century;
    mention.value = year_value(first).substr(0, 2);
  } else {
    mention.granularity = Granularity::year;
    mention.value = year_value(first);
    if (last > first) mention.value += '/' + year_value(last);
  }
}

// One day, with the time of the day that the words add.
void Resolver::day(Making& making, std::optional<Day> day, Dating dating, float score) const {
  const Fields& fields = making.said.fields;
  TimeMention& mention = making.mention;
  const std::string of_day = clock_value(fields);
  if (!of_day.empty()) mention.type = TimeType::time;
  mention.granularity = fields.hour != kUnsaid      ? Granularity::minute
                        : fields.part != Part::none ? Granularity::part_of_day
                                                    : Granularity::day;
  mention.value = (day ? day_value(*day) : "XXXX-XX-XX") + of_day;
  mention.score = score;
  if (!day) return;
  mention.period = Period{*day, *day};
  mention.dating = dating;
}

// The year of a month, or of a day of one, told without: that of the next one or of the last.
int Resolver::likely_year(const Making& making, Day speaking, float& score) const {
  const Fields& fields = making.said.fields;
  const int year = year_of(speaking);
  if (fields.day > 0) {
    constexpr double kYear = 366;
    const auto here = make_day(year, fields.month, fields.day);
    if (!here || *here == speaking) return year;
    const int next = *here > speaking ? year : year + 1;
    const auto then = make_day(next, fields.month, fields.day);
    const double share = then ? static_cast<double>((*then - speaking).count()) / kYear : 1;
    const double ahead = this->ahead(making, Told::day, share);
    score = surer(ahead);
    return ahead >= 0.5 ? next : next - 1;
  }
  constexpr int kMonths = 12;
  const int distance = fields.month - month_of(speaking);
  const double share = static_cast<double>((distance + kMonths) % kMonths) / kMonths;
  const double ahead = this->ahead(making, Told::month, share);
  score = surer(ahead);
  if (distance > 0 && ahead < 0.5) return year - 1;
  if (distance < 0 && ahead >= 0.5) return year + 1;
  return year;
}

// A month, or a day of a month; of the year said, or the year that it is likely of.
void Resolver::month_day(Making& making) const {
  const Fields& fields = making.said.fields;
  TimeMention& mention = making.mention;
  const auto& speaking = making.context.speaking;
  int year = fields.year;
  Dating dating = Dating::explicit_;
  float score = kSure;
  if (fields.two_digits) year = full_year(year, speaking);
  if (year == kUnsaid && speaking) {
    dating = Dating::publication;
    year = fields.from_this_year ? year_of(*speaking) + *fields.from_this_year
                                 : likely_year(making, *speaking, score);
  }
  if (fields.day > 0) return month_and_day(making, year, dating, score);
  mention.granularity = Granularity::month;
  mention.value = month_value(year, fields.month);
  mention.score = score;
  if (year == kUnsaid) return;
  mention.period = month_period(year, fields.month);
  mention.dating = dating;
}

void Resolver::month_and_day(Making& making, int year, Dating dating, float score) const {
  const Fields& fields = making.said.fields;
  TimeMention& mention = making.mention;
  constexpr int kLeapYear = 2000;
  const auto first = make_day(year == kUnsaid ? kLeapYear : year, fields.month, fields.day);
  if (!first) {
    // 30 February: the words stay, no day is made of them.
    unplaced(making, Granularity::unknown, month_value(year, fields.month) + "-XX");
    mention.rule = "impossible date";
    mention.score = kImpossible;
    return;
  }
  if (year == kUnsaid) {
    day(making, std::nullopt, Dating::unknown, kSure);
    mention.value = "XXXX" + day_value(*first).substr(4) + clock_value(fields);
    return;
  }
  if (fields.week_of) return whole(making, Unit::week, *first, dating, score);
  day(making, first, dating, score);
  if (fields.last_day == 0) return;
  if (const auto last = make_day(year, fields.month, fields.last_day)) {
    mention.period->last = *last;
    mention.value += '/' + day_value(*last);
    mention.rule = "days of month";
  }
}

void Resolver::weekday(Making& making) const {
  const Fields& fields = making.said.fields;
  // A dateline may be a day or so old: "Monday" is the day of publication all the same.
  const auto& speaking = making.context.published;
  if (!speaking) {
    day(making, std::nullopt, Dating::unknown, kSure);
    making.mention.value = "XXXX-WXX-" + std::to_string(fields.weekday) + clock_value(fields);
    return;
  }
  if (const auto& from = making.context.from) {
    const int on = (fields.weekday - weekday_of(from->period.first) + 7) % 7;
    making.mention.anchor = from->words;
    return day(making, from->period.first + days{on == 0 ? 7 : on}, Dating::earlier_time, kNear);
  }
  const int back = (weekday_of(*speaking) - fields.weekday + 7) % 7;
  const double ahead = this->ahead(making, Told::weekday, (7 - back) / 7.0);
  Day found = *speaking - days{back};
  float score = surer(ahead);
  if (ahead >= 0.5 && back > 0) found += days{7};
  if (back == 0) score = std::max(score, kNear);
  day(making, found, Dating::publication, score);
}

void Resolver::part_of_year(Making& making) const {
  const Fields& fields = making.said.fields;
  const auto& speaking = making.context.speaking;
  TimeMention& mention = making.mention;
  int year = fields.year;
  mention.score = kSure;
  mention.dating = Dating::explicit_;
  if (fields.two_digits) year = full_year(year, speaking);
  if (year == kUnsaid && speaking) {
    year = year_of(*speaking) + fields.from_this_year.value_or(0);
    mention.dating = Dating::publication;
    mention.score = fields.from_this_year ? kNear : kGuessed;
  }
  if (fields.year == kUnsaid && speaking && !fields.from_this_year) {
    const double ahead = this->ahead(making, Told::season);
    const int month = month_of(*speaking);
    if (fields.quarter > 0 && fields.quarter > quarter_of(*speaking) + 1 && ahead < 0.5) --year;
    if (fields.quarter == 4 && month <= 3 && ahead < 0.5) year = year_of(*speaking) - 1;
    // Of the quarter just over, results are expected yet; of one before it, none.
    if (fields.quarter > 0 && fields.quarter + 1 < quarter_of(*speaking) && ahead >= 0.5) ++year;
    if (fields.season > 0 && fields.season * 3 > month && ahead < 0.5) --year;
    if (fields.season > 0 && fields.season * 3 + 2 < month && ahead >= 0.5) ++year;
  }
  if (year == kUnsaid) mention.dating = Dating::unknown;
  if (fields.quarter > 0) {
    mention.granularity = Granularity::quarter;
    mention.value = quarter_value(year, fields.quarter);
    if (year != kUnsaid) mention.period = quarter_period(year, fields.quarter);
    if (fields.quarter_count == 2) mention.value = half_value(year, 1);
    if (fields.quarter_count > 1 && mention.period) {
      const auto last = quarter_period(year, fields.quarter_count);
      if (last) mention.period->last = last->last;
    }
  } else if (fields.half > 0) {
    mention.granularity = Granularity::half_year;
    mention.value = half_value(year, fields.half);
    if (year != kUnsaid) mention.period = half_period(year, fields.half);
  } else {
    mention.granularity = Granularity::season;
    mention.value = season_value(year, fields.season);
    if (year != kUnsaid) mention.period = season_period(year, fields.season);
  }
  if (!mention.period) mention.dating = Dating::unknown;
  // A fiscal quarter is of another calendar, which the words do not tell: its days stay unknown.
  if (fields.fiscal) mention.period = std::nullopt, mention.dating = Dating::unknown;
}

void Resolver::holiday(Making& making) const {
  const Fields& fields = making.said.fields;
  const auto& speaking = making.context.speaking;
  if (fields.year != kUnsaid)
    return day(making, holiday_in(fields.holiday, fields.year), Dating::explicit_, kSure);
  if (!speaking) {
    making.mention.granularity = Granularity::day;
    making.mention.value = "XXXX-XX-XX";
    return;
  }
  const bool ahead = this->ahead(making, Told::day) >= 0.6;
  std::optional<Day> best;
  for (int year = year_of(*speaking) - 1; year <= year_of(*speaking) + 1; ++year) {
    const auto one = holiday_in(fields.holiday, year);
    if (!one) continue;
    const bool takes = ahead ? !best && *one >= *speaking : *one <= *speaking + days{30};
    if (takes) best = one;
  }
  day(making, best, Dating::publication, kGuessed);
}

// A time of the day alone: of the last day told, else of the day of speaking.
void Resolver::clock(Making& making) const {
  const Context& context = making.context;
  if (context.last_day && context.last_day->period.first == context.last_day->period.last) {
    day(making, context.last_day->period.first, Dating::earlier_time, kGuessed);
    making.mention.anchor = context.last_day->words;
    return;
  }
  day(making, context.speaking, Dating::publication, kGuessed);
}

void Resolver::near_day(Making& making) const {
  const auto& speaking = making.context.speaking;
  std::optional<Day> found;
  if (speaking) found = shift(*speaking, Unit::day, making.said.number);
  day(making, found, Dating::publication, making.said.rule == "overnight" ? kGuessed : kSure);
  if (!found && making.said.number == 0 && making.said.fields.part == Part::none &&
      making.said.fields.hour == kUnsaid)
    making.mention.value = "PRESENT_REF";
}

}  // namespace onrecord::time
