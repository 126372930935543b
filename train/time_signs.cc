// For time_direction.py: the signs of each weekday, month and day of a month that a text tells without more.
// Reads lines of "path<tab>YYYY-MM-DD" from standard input; writes "path<tab>first byte<tab>end<tab>kind<tab>
// distance<tab>signs". Arguments: the weights.

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>

#include "onrecord/reader.h"
#include "syntax/tree.h"
#include "time/lean.h"

namespace {

using onrecord::TimeMention;
using onrecord::time::Told;
using std::chrono::sys_days;
using std::chrono::year_month_day;

// The share of the round (a week, a year) until the next such day or month.
double distance_of(const TimeMention& time, Told told, sys_days published) {
  const year_month_day here{time.period->first}, now{published};
  if (told == Told::weekday)
    return static_cast<double>(((time.period->first - published).count() % 7 + 7) % 7) / 7;
  const int months = static_cast<int>(static_cast<unsigned>(here.month())) -
                     static_cast<int>(static_cast<unsigned>(now.month()));
  if (told == Told::month) return static_cast<double>((months + 12) % 12) / 12;
  sys_days next{now.year() / here.month() / here.day()};
  if (next < published) next = sys_days{(now.year() + std::chrono::years{1}) / here.month() / here.day()};
  return static_cast<double>((next - published).count()) / 366;
}

void write(const onrecord::Reading& reading, const std::string& path, sys_days published) {
  const onrecord::syntax::Tree tree(reading.document, reading.tags);
  for (const TimeMention& time : reading.times) {
    const bool weekday = time.rule == "weekday", month = time.rule == "month";
    const bool day = time.rule == "month day" || time.rule == "day month";
    if (!(weekday || month || day) || !time.period || time.dating != onrecord::Dating::publication) continue;
    const Told told = weekday ? Told::weekday : month ? Told::month : Told::day;
    const onrecord::Span bytes = reading.document.to_bytes(time.span);
    const double distance = distance_of(time, told, published);
    std::cout << path << '\t' << bytes.begin << '\t' << bytes.end << '\t'
              << onrecord::time::distance_sign(told) << '\t' << distance << '\t';
    const std::uint32_t head = weekday || month ? time.words.first : time.words.end - 1;
    for (const std::string& sign : onrecord::time::lean_signs(tree, time.words, head, told, distance))
      std::cout << sign << ' ';
    std::cout << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  const auto reader = onrecord::Reader::open({.weights = argc > 1 ? argv[1] : ""});
  if (!reader) {
    std::cerr << reader.error().message << '\n';
    return 1;
  }
  for (std::string line; std::getline(std::cin, line);) {
    const std::size_t tab = line.find('\t');
    const auto published = onrecord::parse_date(line.substr(std::min(tab, line.size() - 1) + 1));
    if (tab == std::string::npos || !published) continue;
    const std::string path = line.substr(0, tab);
    std::ifstream file(path);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    auto report = onrecord::read_report(path, text, {});
    if (!report) continue;
    report->published = published;
    if (const auto reading = reader->read(*std::move(report))) write(*reading, path, sys_days{*published});
  }
  return 0;
}
