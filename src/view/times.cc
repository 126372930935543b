#include "view/times.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "view/vocabulary.h"

namespace onrecord::view {
namespace {

bool is_open(const TimeMention& time) {
  return !time.period && time.value.find("XXXX") != std::string::npos && time.type != TimeType::set &&
         time.dating == Dating::unknown;
}

}  // namespace

std::string day_text(std::chrono::sys_days day) { return to_string(std::chrono::year_month_day{day}); }

std::string period_text(const Period& period) {
  const std::string first = day_text(period.first), last = day_text(period.last);
  if (first == last && !period.open_first && !period.open_last) return first;
  if (first == last && period.open_first != period.open_last)
    return first + (period.open_first ? " or earlier" : " or later");
  if (first == last) return "about " + first;
  return fmt::format("{}{} to {}{}", first, period.open_first ? " or earlier" : "", last,
                     period.open_last ? " or later" : "");
}

std::string clock_text(const Clock& clock) {
  if (!clock.period) return "unknown";
  return fmt::format("{} ({}, {:.2f})", period_text(*clock.period), to_string(clock.dating), clock.score);
}

bool worth_showing(const Clock& said) {
  constexpr float kLeast = 0.7F;
  return said.period && said.score >= kLeast;
}

std::string time_notice(const Reading& reading) {
  if (reading.report.published) return {};
  for (const TimeMention& time : reading.times)
    if (is_open(time))
      return "The day of publication is not known: times that are counted from it have no days. --published "
             "YYYY-MM-DD tells it.";
  return {};
}

std::vector<TimeRow> time_rows(const Reading& reading) {
  std::vector<TimeRow> rows;
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> known;
  for (const TimeMention& time : reading.times) {
    const auto [row, is_new] =
        known.try_emplace({reading.document.text(time.span), std::string_view(time.value)}, rows.size());
    if (!is_new) {
      ++rows[row->second].count;
      continue;
    }
    std::string value = time.value;
    if (time.modifier != TimeModifier::none) value += " " + std::string(to_string(time.modifier));
    rows.push_back({time.span, 1, std::move(value), time.period ? period_text(*time.period) : std::string(),
                    std::string(to_string(time.dating))});
  }
  return rows;
}

}  // namespace onrecord::view
