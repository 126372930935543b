#include "view/json_times.h"

#include <cmath>
#include <string>

#include "view/times.h"

namespace onrecord::view {
namespace {

using Json = nlohmann::ordered_json;

double rounded(float score) { return std::round(static_cast<double>(score) * 1000.0) / 1000.0; }

Json pair(Span span) { return Json::array({span.begin, span.end}); }

Json place(const Positions& positions, Span span) {
  return {{"words", positions.words(span)},
          {"bytes", pair(positions.bytes(span))},
          {"chars", pair(positions.code_points(span))}};
}

Json period_json(const std::optional<Period>& period) {
  if (!period) return nullptr;
  return {{"first", day_text(period->first)},
          {"last", day_text(period->last)},
          {"open_first", period->open_first},
          {"open_last", period->open_last}};
}

Json word_or_null(std::string_view word) { return word.empty() ? Json(nullptr) : Json(word); }

}  // namespace

Json clock_json(const Clock& clock) {
  if (!clock.period) return nullptr;
  return {{"period", period_json(clock.period)},
          {"granularity", to_string(clock.granularity)},
          {"dating", to_string(clock.dating)},
          {"time", clock.time ? Json(*clock.time) : Json(nullptr)},
          {"score", rounded(clock.score)}};
}

Json times_json(const Reading& reading, const Positions& positions) {
  Json all = Json::array();
  for (const TimeMention& time : reading.times) {
    Json one = place(positions, time.span);
    one["type"] = to_string(time.type);
    one["value"] = time.value;
    one["mod"] = word_or_null(to_string(time.modifier));
    one["granularity"] = to_string(time.granularity);
    one["period"] = period_json(time.period);
    one["dating"] = to_string(time.dating);
    one["anchor"] = time.anchor ? place(positions, *time.anchor) : Json(nullptr);
    one["zone_minutes"] = time.zone_minutes ? Json(*time.zone_minutes) : Json(nullptr);
    one["rule"] = word_or_null(time.rule);
    one["score"] = rounded(time.score);
    all.push_back(std::move(one));
  }
  return all;
}

Json dated_json(const Reading& reading, const Positions& positions) {
  Json all = Json::array();
  for (const DatedWord& dated : reading.dated) {
    if (dated.word >= reading.document.tokens().size()) continue;
    Json one = place(positions, reading.document.tokens()[dated.word].span);
    one["happened"] = clock_json(dated.happened);
    one["due"] = clock_json(dated.due);
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace onrecord::view
