#include "onrecord/time.h"

namespace onrecord {

std::string_view to_string(TimeType value) {
  switch (value) {
    case TimeType::date:
      return "DATE";
    case TimeType::time:
      return "TIME";
    case TimeType::duration:
      return "DURATION";
    case TimeType::set:
      return "SET";
  }
  return {};
}

std::string_view to_string(Granularity value) {
  switch (value) {
    case Granularity::unknown:
      return "unknown";
    case Granularity::minute:
      return "minute";
    case Granularity::hour:
      return "hour";
    case Granularity::part_of_day:
      return "part of day";
    case Granularity::day:
      return "day";
    case Granularity::weekend:
      return "weekend";
    case Granularity::week:
      return "week";
    case Granularity::month:
      return "month";
    case Granularity::season:
      return "season";
    case Granularity::quarter:
      return "quarter";
    case Granularity::half_year:
      return "half year";
    case Granularity::year:
      return "year";
    case Granularity::decade:
      return "decade";
    case Granularity::century:
      return "century";
    case Granularity::vague:
      return "vague";
  }
  return {};
}

std::string_view to_string(TimeModifier value) {
  switch (value) {
    case TimeModifier::none:
      return "";
    case TimeModifier::before:
      return "BEFORE";
    case TimeModifier::after:
      return "AFTER";
    case TimeModifier::on_or_before:
      return "ON_OR_BEFORE";
    case TimeModifier::on_or_after:
      return "ON_OR_AFTER";
    case TimeModifier::less_than:
      return "LESS_THAN";
    case TimeModifier::more_than:
      return "MORE_THAN";
    case TimeModifier::equal_or_less:
      return "EQUAL_OR_LESS";
    case TimeModifier::equal_or_more:
      return "EQUAL_OR_MORE";
    case TimeModifier::start:
      return "START";
    case TimeModifier::middle:
      return "MID";
    case TimeModifier::end:
      return "END";
    case TimeModifier::approximate:
      return "APPROX";
  }
  return {};
}

std::string_view to_string(Dating value) {
  switch (value) {
    case Dating::unknown:
      return "unknown";
    case Dating::explicit_:
      return "explicit";
    case Dating::publication:
      return "publication";
    case Dating::earlier_time:
      return "earlier time";
    case Dating::earlier_event:
      return "earlier event";
    case Dating::carried:
      return "carried";
    case Dating::tense:
      return "tense";
  }
  return {};
}

}  // namespace onrecord
