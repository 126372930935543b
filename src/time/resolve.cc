#include "time/resolve.h"

#include <utility>

#include "time/value.h"

namespace onrecord::time {
namespace {

constexpr float kSure = 0.98F;
constexpr float kUnplaced = 0.5F;

}  // namespace

TimeMention Resolver::resolve(const Draft& draft, const Context& context) const {
  Making making{draft, draft.expression, context, {}};
  TimeMention& mention = making.mention;
  mention.words = {draft.first, draft.end};
  mention.span = tree_.document().span_of(mention.words);
  mention.modifier = making.said.modifier;
  mention.zone_minutes = making.said.zone;
  mention.rule = making.said.rule;
  mention.score = kUnplaced;
  switch (making.said.shape) {
    case Shape::none:
      break;
    case Shape::refers:
      refers(making);
      break;
    case Shape::date:
      date(making);
      break;
    case Shape::near_day:
      near_day(making);
      break;
    case Shape::near:
      near(making);
      break;
    case Shape::shifted:
      shifted(making);
      break;
    case Shape::span:
      span(making);
      break;
    case Shape::often:
      often(making);
      break;
  }
  if (making.said.days_beside != 0) beside(making);
  return std::move(making.mention);
}

// The day before or after the one that was resolved.
void Resolver::beside(Making& making) const {
  TimeMention& mention = making.mention;
  const auto moved =
      mention.period ? shift(mention.period->first, Unit::day, making.said.days_beside) : std::nullopt;
  mention.granularity = Granularity::day;
  mention.period = moved ? std::optional(Period{*moved, *moved}) : std::nullopt;
  mention.value = moved ? day_value(*moved) : "XXXX-XX-XX";
  if (!moved) mention.dating = Dating::unknown;
}

void Resolver::refers(Making& making) const {
  TimeMention& mention = making.mention;
  mention.granularity = Granularity::vague;
  mention.score = kSure;
  const int which = making.said.number;
  mention.value = which == 1 ? "PAST_REF" : which == 2 ? "PRESENT_REF" : "FUTURE_REF";
  const auto& speaking = making.context.speaking;
  if (!speaking) return;
  mention.dating = Dating::publication;
  mention.period = Period{*speaking, *speaking, which != 3, which != 1};
}

// The day, week, month … that holds `day`.
void Resolver::whole(Making& making, Unit unit, Day day, Dating dating, float score) const {
  TimeMention& mention = making.mention;
  mention.dating = dating;
  mention.score = score;
  switch (unit) {
    case Unit::week:
    case Unit::fortnight:
      mention.granularity = Granularity::week;
      mention.value = week_value(day);
      mention.period = week_period(monday_of(day));
      break;
    case Unit::weekend: {
      const Day saturday = monday_of(day) + std::chrono::days{5};
      mention.granularity = Granularity::weekend;
      mention.value = weekend_value(day);
      mention.period = Period{saturday, saturday + std::chrono::days{1}};
      break;
    }
    case Unit::month:
      mention.granularity = Granularity::month;
      mention.value = month_value(year_of(day), month_of(day));
      mention.period = month_period(year_of(day), month_of(day));
      break;
    case Unit::quarter:
      mention.granularity = Granularity::quarter;
      mention.value = quarter_value(year_of(day), quarter_of(day));
      mention.period = quarter_period(year_of(day), quarter_of(day));
      break;
    case Unit::year:
      mention.granularity = Granularity::year;
      mention.value = year_value(year_of(day));
      mention.period = year_period(year_of(day));
      break;
    case Unit::decade:
    case Unit::century:
    case Unit::millennium: {
      const int size = unit == Unit::decade ? 10 : unit == Unit::century ? 100 : 1000;
      const int first = year_of(day) / size * size;
      mention.granularity = unit == Unit::decade ? Granularity::decade : Granularity::century;
      mention.value = year_value(first).substr(0, unit == Unit::decade    ? 3U
                                                  : unit == Unit::century ? 2U
                                                                          : 1U);
      mention.period = years_period(std::max(first, kFirstYear), first + size - 1);
      break;
    }
    default:
      this->day(making, day, dating, score);
  }
}

void Resolver::unplaced(Making& making, Granularity granularity, std::string value) const {
  making.mention.granularity = granularity;
  making.mention.value = std::move(value);
}

double Resolver::ahead(const Making& making, Told told, double distance) const {
  return likely_ahead(tree_, making.mention.words, making.said.head, told, distance);
}

}  // namespace onrecord::time
