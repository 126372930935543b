#include "time/holidays.h"

#include <charconv>
#include <vector>

namespace onrecord::time {
namespace {

constexpr std::string_view kHolidays =
#include "times_holidays.inc"
    ;

struct Row {
  std::string_view name, rule;
};

std::vector<Row> read_rows() {
  std::vector<Row> rows;
  std::string_view text = kHolidays;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t tab = line.find('\t');
    if (line.empty() || line.front() == '#' || tab == std::string_view::npos) continue;
    rows.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return rows;
}

// Few, so looked through.
const std::vector<Row>& rows() {
  static const std::vector<Row> all = read_rows();
  return all;
}

int to_number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// "11/4/4": of November, the Thursdays, the fourth; 9: the last.
std::optional<Day> nth_weekday(int year, int month, int weekday, int nth) {
  const auto first = make_day(year, month, 1);
  if (!first) return std::nullopt;
  Day day = *first + std::chrono::days{(weekday - weekday_of(*first) + 7) % 7};
  for (int i = 1; i < nth; ++i) {
    const Day next = day + std::chrono::days{7};
    if (month_of(next) != month) break;
    day = next;
  }
  return day;
}

}  // namespace

int find_holiday(std::string_view name) {
  const auto& all = rows();
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].name == name) return static_cast<int>(i);
  return -1;
}

std::optional<Day> holiday_in(int holiday, int year) {
  if (holiday < 0 || holiday >= static_cast<int>(rows().size())) return std::nullopt;
  const std::string_view rule = rows()[static_cast<std::size_t>(holiday)].rule;
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  if (rule.starts_with("easter ")) return easter(year) + std::chrono::days{to_number(rule.substr(7))};
  if (const std::size_t dash = rule.find('-'); dash != std::string_view::npos)
    return make_day(year, to_number(rule.substr(0, dash)), to_number(rule.substr(dash + 1)));
  const std::size_t one = rule.find('/'), two = rule.rfind('/');
  if (one == two) return std::nullopt;
  return nth_weekday(year, to_number(rule.substr(0, one)), to_number(rule.substr(one + 1, two - one - 1)),
                     to_number(rule.substr(two + 1)));
}

}  // namespace onrecord::time
