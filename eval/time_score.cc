#include "eval/time_score.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <ostream>

namespace onrecord::eval {
namespace {

bool is_edge(char c) {
  return std::isspace(static_cast<unsigned char>(c)) != 0 || c == '.' || c == ',' || c == ';' || c == '"' ||
         c == '\'' || c == '`';
}

Span trimmed(std::string_view text, Span span) {
  while (span.begin < span.end && is_edge(text[span.begin])) ++span.begin;
  while (span.end > span.begin && is_edge(text[span.end - 1])) --span.end;
  return span;
}

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (!space) line += c;
    if (space && !line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

std::string around(std::string_view text, Span span) {
  constexpr std::uint32_t kBefore = 48, kAfter = 32;
  const std::uint32_t begin = span.begin > kBefore ? span.begin - kBefore : 0;
  const auto end = std::min<std::uint32_t>(span.end + kAfter, static_cast<std::uint32_t>(text.size()));
  return one_line(text.substr(begin, span.begin - begin)) + "[[" +
         one_line(text.substr(span.begin, span.size())) + "]]" +
         one_line(text.substr(span.end, end - span.end));
}

bool has_word(std::string_view lower, std::string_view word) {
  const auto is_letter = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
  for (std::size_t at = lower.find(word); at != std::string_view::npos; at = lower.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !is_letter(lower[at - 1])) && (end == lower.size() || !is_letter(lower[end])))
      return true;
  }
  return false;
}

template <std::size_t Size>
bool has_any(std::string_view lower, const std::array<std::string_view, Size>& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return has_word(lower, word); });
}

constexpr std::array<std::string_view, 7> kWeekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                       "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 23> kMonths = {
    "january",   "february", "march",    "april",    "may", "june", "july", "august",
    "september", "october",  "november", "december", "jan", "feb",  "mar",  "apr",
    "jun",       "jul",      "aug",      "sept",     "oct", "nov",  "dec"};

}  // namespace

std::string class_of(std::string_view words) {
  std::string lower;
  for (const char c : words) lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  const std::string_view text = lower;
  const bool digit = text.find_first_of("0123456789") != std::string_view::npos;
  if (has_any(text, std::array<std::string_view, 4>{"ago", "earlier", "later", "before"}))
    return "ago, earlier, later, before";
  if (std::ranges::find(kWeekdays, text) != kWeekdays.end()) return "bare weekday";
  if (std::ranges::find(kMonths, text) != kMonths.end()) return "bare month";
  if (has_any(text, kMonths)) return digit ? "month and day or year" : "month with more";
  if (has_any(text, kWeekdays)) return "weekday with more";
  if (has_any(text, std::array<std::string_view, 4>{"today", "yesterday", "tomorrow", "tonight"}))
    return "today, yesterday, tomorrow";
  if (text.find("quarter") != std::string_view::npos) return "quarter";
  if (has_any(text, std::array<std::string_view, 6>{"last", "next", "this", "past", "coming", "previous"}))
    return "last, next, this";
  if (text.size() == 4 && digit) return "year";
  if (has_any(text, std::array<std::string_view, 9>{"now", "recently", "current", "currently", "future",
                                                    "recent", "soon", "previously", "past"}))
    return "vague";
  return "other";
}

std::vector<FoundTime> times_of(const Reading& reading) {
  std::vector<FoundTime> found;
  for (const TimeMention& time : reading.times)
    found.push_back({reading.document.to_bytes(time.span), std::string(to_string(time.type)), time.value,
                     std::string(time.rule)});
  return found;
}

void TimeScore::add(const TimeScore& other) {
  strict.add(other.strict);
  relaxed.add(other.relaxed);
  type.add(other.type);
  value.add(other.value);
  for (const auto& [name, score] : other.classes) {
    ClassScore& all = classes[name];
    all.gold += score.gold;
    all.found += score.found;
    all.right += score.right;
  }
}

TimeScore score_times(const TimedReport& gold, const std::vector<FoundTime>& found, std::ostream* list) {
  TimeScore score;
  std::vector<bool> taken(found.size(), false);
  std::vector<Span> spans;
  for (const FoundTime& one : found) spans.push_back(trimmed(gold.text, one.span));
  const std::size_t none = found.size();
  for (const GoldTime& time : gold.times) {
    const Span span = trimmed(gold.text, time.span);
    std::size_t match = none;
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (taken[i] || !spans[i].overlaps(span)) continue;
      if (match == none || spans[i] == span) match = i;
    }
    const std::string_view words = std::string_view(gold.text).substr(span.begin, span.size());
    ClassScore& kind = score.classes[class_of(words)];
    ++kind.gold;
    for (Count* count : {&score.strict, &score.relaxed, &score.type, &score.value}) ++count->gold;
    if (match == none) {
      if (list != nullptr)
        fmt::print(*list, "MISS  {} | {} {} | {} {}\n", around(gold.text, span), time.type, time.value,
                   gold.name, gold.published_value);
      continue;
    }
    taken[match] = true;
    ++kind.found;
    ++score.relaxed.right;
    if (spans[match] == span) ++score.strict.right;
    if (found[match].type == time.type) ++score.type.right;
    const bool right = found[match].value == time.value;
    if (right) ++score.value.right, ++kind.right;
    if (list != nullptr && spans[match] != span)
      fmt::print(*list, "SPAN  {} | [{}] | {}\n", around(gold.text, span),
                 one_line(std::string_view(gold.text).substr(spans[match].begin, spans[match].size())),
                 found[match].rule);
    if (list != nullptr && !right)
      fmt::print(*list, "VALUE {} | {} {} not {} | {} | {} {}\n", around(gold.text, span), time.type,
                 time.value, found[match].value, found[match].rule, gold.name, gold.published_value);
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (Count* count : {&score.strict, &score.relaxed, &score.type, &score.value}) ++count->system;
    if (!taken[i] && list != nullptr)
      fmt::print(*list, "EXTRA {} | {} {} | {}\n", around(gold.text, spans[i]), found[i].type, found[i].value,
                 found[i].rule);
  }
  return score;
}

}  // namespace onrecord::eval
