#include <algorithm>
#include <cmath>

#include "time/holidays.h"
#include "time/resolve.h"
#include "time/value.h"

namespace onrecord::time {
namespace {

using std::chrono::days;

constexpr float kSure = 0.95F, kNear = 0.85F, kGuessed = 0.6F;

// Whether the relation counts from a time told before rather than from the day of speaking.
bool from_anchor(Relation relation) {
  return relation == Relation::previous || relation == Relation::following || relation == Relation::that ||
         relation == Relation::same;
}

int steps_of(Relation relation) {
  switch (relation) {
    case Relation::last:
    case Relation::previous:
    case Relation::past:
      return -1;
    case Relation::next:
    case Relation::following:
    case Relation::coming:
      return 1;
    default:
      return 0;
  }
}

std::string unknown_value(Unit unit, const Fields& fields) {
  switch (unit) {
    case Unit::week:
      return "XXXX-WXX";
    case Unit::weekend:
      return "XXXX-WXX-WE";
    case Unit::month:
      return "XXXX-XX";
    case Unit::quarter:
      return "XXXX-QX";
    case Unit::year:
      return fields.quarter > 0 ? quarter_value(kUnsaid, fields.quarter) : "XXXX";
    case Unit::decade:
      return "XXX";
    case Unit::century:
      return "XX";
    default:
      return "XXXX-XX-XX" + clock_value(fields);
  }
}

Granularity granularity_of(Unit unit) {
  switch (unit) {
    case Unit::second:
    case Unit::minute:
      return Granularity::minute;
    case Unit::hour:
      return Granularity::hour;
    case Unit::day:
    case Unit::night:
      return Granularity::day;
    case Unit::week:
    case Unit::fortnight:
      return Granularity::week;
    case Unit::weekend:
      return Granularity::weekend;
    case Unit::month:
      return Granularity::month;
    case Unit::quarter:
      return Granularity::quarter;
    case Unit::year:
      return Granularity::year;
    case Unit::decade:
      return Granularity::decade;
    case Unit::century:
    case Unit::millennium:
      return Granularity::century;
    default:
      return Granularity::unknown;
  }
}

// "a year and a half ago", "half a century ago": counted in the next finer unit.
std::pair<Unit, double> whole_units(Unit unit, double count) {
  if (count == std::floor(count)) return {unit, count};
  switch (unit) {
    case Unit::year:
      return {Unit::month, count * 12};
    case Unit::decade:
      return {Unit::year, count * 10};
    case Unit::century:
      return {Unit::year, count * 100};
    case Unit::week:
      return {Unit::day, count * 7};
    default:
      return {unit, count};
  }
}

}  // namespace

void Resolver::near(Making& making) const {
  const Expression& said = making.said;
  if (said.fields.month > 0) return near_month(making);
  if (said.fields.weekday > 0) return near_weekday(making);
  if (said.fields.season > 0 || said.fields.holiday != kUnsaid) return near_season(making);
  if (said.unit == Unit::night) return near_part(making);
  if (said.unit == Unit::quarter || said.unit == Unit::period) return near_quarter(making);
  near_unit(making);
}

void Resolver::near_unit(Making& making) const {
  const Expression& said = making.said;
  const Context& context = making.context;
  const bool anchored = from_anchor(said.relation) && said.unit != Unit::none;
  std::optional<Day> base = context.speaking;
  Dating dating = Dating::publication;
  // "That day" is one that was told as a day.
  const bool no_day = anchored && said.unit == Unit::day && !context.last_day;
  if (no_day) base = std::nullopt;
  if (anchored && said.unit == Unit::day && context.last_day) {
    base = context.last_day->period.first;
    making.mention.anchor = context.last_day->words;
    dating = Dating::earlier_time;
  } else if (anchored && context.last && !no_day) {
    base = said.relation == Relation::following ? context.last->period.last : context.last->period.first;
    making.mention.anchor = context.last->words;
    dating = Dating::earlier_time;
  }
  const auto found = base ? shift(*base, said.unit, steps_of(said.relation)) : std::nullopt;
  if (!found) return unplaced(making, granularity_of(said.unit), unknown_value(said.unit, said.fields));
  // "the past year" lasts; "last year" is one of the calendar.
  if (said.relation == Relation::past && said.unit != Unit::weekend) {
    making.mention.type = TimeType::duration;
    making.mention.value = span_value({}, said.unit, Unit::none, 0);
    making.mention.granularity = granularity_of(said.unit);
    making.mention.period = Period{*found, *base};
    making.mention.dating = dating;
    making.mention.score = kNear;
    return;
  }
  Unit unit = said.unit;
  Day day = *found;
  if (unit == Unit::weekend && said.relation == Relation::definite && weekday_of(day) < 6 &&
      ahead(making, Told::weekday) < 0.5)
    day -= days{7};
  whole(making, unit, day, dating, anchored ? kGuessed : kSure);
  if (said.fields.quarter > 0) {
    making.mention.granularity = Granularity::quarter;
    making.mention.value = quarter_value(year_of(day), said.fields.quarter);
    making.mention.period = quarter_period(year_of(day), said.fields.quarter);
  } else if (said.fields.half > 0) {
    making.mention.granularity = Granularity::half_year;
    making.mention.value = half_value(year_of(day), said.fields.half);
    making.mention.period = half_period(year_of(day), said.fields.half);
  }
}

// "the quarter", "the latest period": the one told before, else the last that was over.
void Resolver::near_quarter(Making& making) const {
  const Expression& said = making.said;
  const Context& context = making.context;
  std::optional<Day> day;
  Dating dating = Dating::publication;
  const bool told_before =
      said.relation == Relation::definite || said.relation == Relation::latest || from_anchor(said.relation);
  if (told_before && context.fiscal) {
    const auto [year, quarter] = *context.fiscal;
    const int told = said.fields.year == kUnsaid ? year : said.fields.year;
    return unplaced(making, Granularity::quarter, quarter_value(told, quarter));
  }
  if (told_before && context.quarter) {
    day = context.quarter->period.first;
    dating = Dating::earlier_time;
    making.mention.anchor = context.quarter->words;
    if (said.relation == Relation::previous) day = shift(*day, Unit::quarter, -1);
    if (said.relation == Relation::following) day = shift(*day, Unit::quarter, 1);
  } else if (context.speaking) {
    const int steps = said.relation == Relation::now ? 0 : told_before ? -1 : steps_of(said.relation);
    day = shift(*context.speaking, Unit::quarter, steps);
  }
  if (day && said.fields.year != kUnsaid) {
    day = shift(*day, Unit::year, said.fields.year - year_of(*day));
    if (!context.quarter && said.unit == Unit::period)
      return whole(making, Unit::year, *day, Dating::explicit_, kGuessed);
  } else if (said.unit == Unit::period && !context.quarter && said.relation != Relation::latest) {
    making.mention.type = TimeType::duration;
    return unplaced(making, Granularity::unknown, "PX");
  }
  if (!day) return unplaced(making, Granularity::quarter, unknown_value(Unit::quarter, said.fields));
  whole(making, Unit::quarter, *day, dating, kGuessed);
}

void Resolver::near_weekday(Making& making) const {
  const Expression& said = making.said;
  const Context& context = making.context;
  std::optional<Day> base = context.speaking;
  Dating dating = Dating::publication;
  const bool anchored = from_anchor(said.relation) && context.last_day;
  if (anchored) {
    base = context.last_day->period.first;
    dating = Dating::earlier_time;
    making.mention.anchor = context.last_day->words;
  }
  if (!base) {
    day(making, std::nullopt, Dating::unknown, kNear);
    making.mention.value = "XXXX-WXX-" + std::to_string(said.fields.weekday) + clock_value(said.fields);
    return;
  }
  const int back = (weekday_of(*base) - said.fields.weekday + 7) % 7;
  Day found = *base - days{back};
  const int steps = steps_of(said.relation);
  if (steps < 0 && back == 0) found -= days{7};
  if (steps > 0) found += days{7};
  if (said.relation == Relation::now && back > 0) {
    // "this Sunday" is of this week, ahead unless its clause says otherwise.
    constexpr double kThisIsAhead = 0.2;
    if (ahead(making, Told::weekday) >= kThisIsAhead || weekday_of(*base) < said.fields.weekday)
      found += days{7};
  }
  day(making, found, dating, kNear);
}

void Resolver::near_month(Making& making) const {
  const Expression& said = making.said;
  const int month = said.fields.month;
  const auto& speaking = making.context.speaking;
  TimeMention& mention = making.mention;
  if (!speaking) {
    unplaced(making, said.fields.day > 0 ? Granularity::day : Granularity::month,
             month_value(kUnsaid, month));
    if (said.fields.day > 0)
      mention.value += (said.fields.day < 10 ? "-0" : "-") + std::to_string(said.fields.day);
    return;
  }
  int year = year_of(*speaking);
  const int steps = steps_of(said.relation);
  const bool is_later = month > month_of(*speaking) ||
                        (month == month_of(*speaking) && said.fields.day > day_of_month(*speaking));
  const bool is_earlier =
      month < month_of(*speaking) ||
      (month == month_of(*speaking) && said.fields.day > 0 && said.fields.day < day_of_month(*speaking));
  // Of the month that is just over, people say "last month": "last February" in March is of the year before.
  const bool just_over = steps < 0 && said.relation == Relation::last && said.fields.day == 0 &&
                         month == month_of(*speaking) - 1;
  if (steps < 0 && (!is_earlier || just_over)) --year;
  if (steps > 0 && !is_later) ++year;
  if (said.fields.day > 0)
    return day(making, make_day(year, month, said.fields.day), Dating::publication, kNear);
  mention.granularity = Granularity::month;
  mention.value = month_value(year, month);
  mention.period = month_period(year, month);
  mention.dating = Dating::publication;
  mention.score = kNear;
}

void Resolver::near_season(Making& making) const {
  const Expression& said = making.said;
  const auto& speaking = making.context.speaking;
  if (said.fields.holiday != kUnsaid) {
    if (!speaking) return unplaced(making, Granularity::day, "XXXX-XX-XX");
    std::optional<Day> best;
    const int steps = steps_of(said.relation);
    for (int year = year_of(*speaking) - 1; year <= year_of(*speaking) + 1; ++year) {
      const auto one = holiday_in(said.fields.holiday, year);
      if (!one) continue;
      if (steps < 0 ? *one < *speaking : steps > 0 ? !best && *one > *speaking : year == year_of(*speaking))
        best = one;
    }
    return day(making, best, Dating::publication, kNear);
  }
  TimeMention& mention = making.mention;
  mention.granularity = Granularity::season;
  if (!speaking) return unplaced(making, Granularity::season, season_value(kUnsaid, said.fields.season));
  int year = year_of(*speaking);
  const int steps = steps_of(said.relation), month = month_of(*speaking);
  const auto here = season_period(year, said.fields.season);
  if (steps < 0 && here && here->last >= *speaking) --year;
  if (steps > 0 && here && here->first <= *speaking) ++year;
  const bool winters_end = said.fields.season == 4 && month <= 2;
  if (steps == 0 && winters_end) --year;
  mention.value = season_value(year, said.fields.season);
  mention.period = season_period(year, said.fields.season);
  mention.dating = Dating::publication;
  mention.score = kNear;
}

// "this morning", "last night", "that night", "the next morning"
void Resolver::near_part(Making& making) const {
  const Expression& said = making.said;
  const Context& context = making.context;
  int steps = steps_of(said.relation);
  std::optional<Day> base = context.speaking;
  Dating dating = Dating::publication;
  const bool anchored =
      from_anchor(said.relation) || said.relation == Relation::next || said.relation == Relation::definite;
  if (anchored && context.last_day) {
    base = context.last_day->period.first;
    dating = Dating::earlier_time;
    making.mention.anchor = context.last_day->words;
  }
  if (said.relation == Relation::definite) steps = 0;
  day(making, base ? shift(*base, Unit::day, steps) : std::nullopt, dating, anchored ? kGuessed : kSure);
}

void Resolver::shifted(Making& making) const {
  const Expression& said = making.said;
  const Context& context = making.context;
  TimeMention& mention = making.mention;
  const bool back = said.turn == Turn::ago || said.turn == Turn::earlier;
  if (said.amount.vague) {
    mention.granularity = Granularity::vague;
    mention.value = back ? "PAST_REF" : "FUTURE_REF";
    if (context.speaking && said.turn == Turn::ago) {
      mention.period = Period{*context.speaking, *context.speaking, true, false};
      mention.dating = Dating::publication;
    }
    return;
  }
  if (said.unit == Unit::hour || said.unit == Unit::minute || said.unit == Unit::second)
    return shifted_hours(making);
  const auto [unit, count] = whole_units(said.unit, said.amount.low);
  const double exact = back ? -count : count;
  if (said.exact)
    return shifted_day(making, unit, static_cast<int>(std::lround(std::clamp(exact, -1e6, 1e6))));
  std::optional<Anchor> anchor;
  Unit coarse = unit;
  const bool by_year = said.unit == Unit::year;
  const bool compares =
      by_year && said.amount.low == 1 && said.fields.quarter == 0 && !context.months && back;
  if (compares && context.fiscal) {
    const auto [year, quarter] = *context.fiscal;
    return unplaced(making, Granularity::quarter, quarter_value(year - 1, quarter));
  }
  if (compares && context.quarter) {
    anchor = context.quarter;
    coarse = Unit::quarter;
  } else if (said.turn == Turn::earlier || said.turn == Turn::later) {
    anchor = context.last;
    if (anchor && by_year && anchor->granularity == Granularity::month) coarse = Unit::month;
  }
  std::optional<Day> base = context.speaking;
  mention.dating = Dating::publication;
  if (anchor) {
    base = back || unit != Unit::day ? anchor->period.first : anchor->period.last;
    mention.anchor = anchor->words;
    mention.dating = Dating::earlier_time;
  }
  const auto moved =
      base && count < 1e6 ? shift(*base, unit, static_cast<int>(std::round(exact))) : std::nullopt;
  if (!moved) {
    mention.dating = Dating::unknown;
    return unplaced(making, granularity_of(said.unit), unknown_value(said.unit, said.fields));
  }
  const float score = anchor ? kGuessed : kNear;
  if (said.fields.quarter > 0) {
    mention.granularity = Granularity::quarter;
    mention.value = quarter_value(year_of(*moved), said.fields.quarter);
    mention.period = quarter_period(year_of(*moved), said.fields.quarter);
    mention.score = score;
    return;
  }
  if (coarse == Unit::decade || coarse == Unit::century || coarse == Unit::millennium) coarse = Unit::year;
  whole(making, coarse, *moved, Dating{mention.dating}, score);
}

// "a week ago Friday", "a year ago today", "two weeks from tomorrow": so many units from a day that is told.
void Resolver::shifted_day(Making& making, Unit unit, int units) const {
  const Expression& said = making.said;
  std::optional<Day> base = making.context.speaking;
  if (base && said.fields.weekday > 0) {
    const int back = (weekday_of(*base) - said.fields.weekday + 7) % 7;
    *base += days{units < 0 || back == 0 ? -back : 7 - back};
  } else if (base) {
    base = shift(*base, Unit::day, said.number);
  }
  day(making, base ? shift(*base, unit, units) : std::nullopt, Dating::publication, kNear);
}

// "an hour later": how long is known, and the day when it cannot be another.
void Resolver::shifted_hours(Making& making) const {
  const Expression& said = making.said;
  const Context& context = making.context;
  TimeMention& mention = making.mention;
  mention.type = TimeType::duration;
  mention.granularity = granularity_of(said.unit);
  mention.value = span_value(said.amount, said.unit, said.more_unit, said.more);
  constexpr double kFew = 6;  // Hours that rarely lead into another day.
  if (said.amount.vague || (said.unit == Unit::hour && said.amount.high > kFew)) return;
  const bool anchored = said.turn == Turn::earlier || said.turn == Turn::later;
  if (anchored ? !context.last_day : !context.speaking) return;
  const Day day = anchored ? context.last_day->period.first : *context.speaking;
  mention.period = Period{day, day};
  mention.dating = anchored ? Dating::earlier_time : Dating::publication;
  if (anchored) mention.anchor = context.last_day->words;
}

// How long; where "the past" or "the next" places it, its days too.
void Resolver::span(Making& making) const {
  const Expression& said = making.said;
  TimeMention& mention = making.mention;
  mention.type = TimeType::duration;
  mention.granularity = granularity_of(said.unit);
  mention.value = span_value(said.amount, said.unit, said.more_unit, said.more);
  mention.score = said.amount.vague ? kGuessed : kSure;
  if (said.amount.high > said.amount.low && mention.modifier == TimeModifier::none)
    mention.modifier = TimeModifier::approximate;
  const int steps = said.relation == Relation::latest ? -1
                    : said.relation == Relation::none ? 0
                                                      : steps_of(said.relation);
  const auto& speaking = making.context.speaking;
  if (steps == 0 || !speaking) return;
  if (said.amount.vague) {
    mention.period = Period{*speaking, *speaking, steps<0, steps> 0};
  } else {
    const auto other =
        shift(*speaking, said.unit, steps * static_cast<int>(std::lround(std::min(said.amount.low, 1e6))));
    if (!other) return;
    mention.period = steps < 0 ? Period{*other, *speaking} : Period{*speaking, *other};
  }
  mention.dating = Dating::publication;
}

void Resolver::often(Making& making) const {
  const Expression& said = making.said;
  TimeMention& mention = making.mention;
  mention.type = TimeType::set;
  mention.score = kSure;
  mention.granularity = granularity_of(said.unit);
  if (said.fields.weekday > 0) {
    mention.granularity = Granularity::day;
    mention.value = "XXXX-WXX-" + std::to_string(said.fields.weekday) + clock_value(said.fields);
  } else if (said.fields.month > 0) {
    mention.granularity = Granularity::month;
    mention.value = month_value(kUnsaid, said.fields.month);
  } else if (said.fields.season > 0) {
    mention.granularity = Granularity::season;
    mention.value = season_value(kUnsaid, said.fields.season);
  } else if (said.fields.part != Part::none) {
    mention.granularity = Granularity::part_of_day;
    mention.value = "XXXX-XX-XX" + clock_value(said.fields);
  } else {
    mention.value = span_value(said.amount, said.unit, Unit::none, 0);
  }
}

}  // namespace onrecord::time
