#include "eval/seed_times.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <utility>

#include "eval/time_timeml.h"

namespace onrecord::eval {
namespace {

std::string text(const nlohmann::json& from, const char* field) {
  const auto found = from.find(field);
  return found != from.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string day_text(std::chrono::sys_days day) {
  const std::chrono::year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

// The record may hold a preposition that TIMEX3 leaves out: "After more than four weeks".
bool same_words(std::string_view expected, std::string_view found) {
  const std::size_t space = expected.find(' ');
  return expected == found || (space != std::string_view::npos && expected.substr(space + 1) == found);
}

bool is_as_expected(const nlohmann::json& expected, const TimeMention& time) {
  const auto matches = [&](const char* field, std::string_view found) {
    const std::string wanted = text(expected, field);
    return wanted.empty() || found.starts_with(wanted);
  };
  if (!matches("type", to_string(time.type)) || text(expected, "value") != time.value) return false;
  if (!matches("mod", to_string(time.modifier))) return false;
  const std::string begins = text(expected, "begins"), ends = text(expected, "ends");
  if (begins.empty() && ends.empty()) return true;
  return time.period && matches("begins", day_text(time.period->first)) &&
         matches("ends", day_text(time.period->last));
}

}  // namespace

std::optional<std::chrono::year_month_day> seed_published(std::string_view json) {
  const auto parsed = nlohmann::json::parse(json, nullptr, false);
  return parsed.is_object() ? day_at_head(text(parsed, "published")) : std::nullopt;
}

void append_seed_times(const Reading& reading, std::string_view json, Figures& figures, Talk talk) {
  const auto parsed = nlohmann::json::parse(json, nullptr, false);
  if (!parsed.is_object() || !parsed.contains("times") || !parsed["times"].is_array()) return;
  double right = 0;
  talk.out << fmt::format("\n{:<7} {:<30} {:<12} {}\n", "times", "expected", "value", "found");
  for (const nlohmann::json& expected : parsed["times"]) {
    const std::string words = text(expected, "text");
    const std::size_t wanted = expected.value("count", std::size_t{1});
    std::size_t count = 0;
    std::string found;
    for (const TimeMention& time : reading.times) {
      const std::string_view here = reading.document.text(time.span);
      if (!same_words(words, here)) continue;
      count += is_as_expected(expected, time) ? 1 : 0;
      found +=
          fmt::format("{}{} {} {}", found.empty() ? "" : " | ", here, time.value, to_string(time.modifier));
    }
    const bool is_right = count == wanted;
    right += is_right ? 1 : 0;
    talk.out << fmt::format("{:<7} {:<30} {:<12} {}\n", is_right ? "RIGHT" : "", words,
                            text(expected, "value"), found);
  }
  talk.out << fmt::format("{:.0f} of {} times\n", right, parsed["times"].size());
  figures.push_back({"seed.times.right", right});
  figures.push_back({"seed.times.expected", static_cast<double>(parsed["times"].size())});
}

}  // namespace onrecord::eval
