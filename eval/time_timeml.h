// eval/time_timeml.h — reports with times marked up in TimeML.

#ifndef ONRECORD_EVAL_TIME_TIMEML_H_
#define ONRECORD_EVAL_TIME_TIMEML_H_

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/error.h"
#include "onrecord/span.h"

namespace onrecord::eval {

struct GoldTime {
  Span span;  // In TimedReport::text.
  std::string type, value, modifier;
};

// A word that the file links with a time: "fell" within "Friday".
struct LinkedEvent {
  Span span;  // In TimedReport::text.
  std::string value;
  bool published = false;  // The time is the day of publication.
};

struct TimedReport {
  std::string name;
  std::string text;  // Between <TEXT> and </TEXT>, its marks taken out.
  std::optional<std::chrono::year_month_day> published;
  std::string published_value;
  std::vector<GoldTime> times;      // In order; none within another.
  std::vector<LinkedEvent> linked;  // Those that are within a time, or as long as it.
  std::vector<Span> sentences;      // Where the file marks them: <s id="…">, by id.
};

// The day at the head of "1998-04-18T06:07"; nothing when there is none.
std::optional<std::chrono::year_month_day> day_at_head(std::string_view value);

Result<TimedReport> parse_timeml(std::string_view xml, const std::string& name);

// All *.tml below `folder`, sorted by their names.
Result<std::vector<TimedReport>> read_timeml_folder(const std::string& folder);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_TIME_TIMEML_H_
