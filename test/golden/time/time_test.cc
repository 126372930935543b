// Every row of this folder's tables. What fails is counted; the number in KNOWN_FAILURES may only fall.

#include <gtest/gtest.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/reader.h"

namespace onrecord::golden {
namespace {

struct Row {
  std::string text, published, wanted;
  bool clocks = false;
};

std::vector<std::string> split(std::string_view text, std::string_view mark) {
  std::vector<std::string> parts;
  for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark)) {
    parts.emplace_back(text.substr(0, at));
    text.remove_prefix(at + mark.size());
  }
  parts.emplace_back(text);
  return parts;
}

std::string joined(const std::vector<std::string>& parts, std::string_view mark) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : std::string(mark)) + part;
  return all;
}

std::vector<Row> read_rows() {
  std::vector<Row> rows;
  for (const char* const file : {"times.md", "clocks.md"}) {
    std::ifstream stream(std::filesystem::path(ONRECORD_GOLDEN_DIR) / file);
    for (std::string line; std::getline(stream, line);) {
      if (!line.starts_with("| ") || line.starts_with("| text")) continue;
      const auto cells = split(line.substr(2, line.size() - 4), " | ");
      if (cells.size() != 3) ADD_FAILURE() << "three columns are wanted: " << line;
      if (cells.size() == 3) rows.push_back({cells[0], cells[1], cells[2], file[0] == 'c'});
    }
  }
  return rows;
}

std::string day(std::chrono::sys_days date) {
  const std::chrono::year_month_day parts{date};
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(parts.year()),
                static_cast<unsigned>(parts.month()), static_cast<unsigned>(parts.day()));
  return text;
}

std::string days(const Clock& clock) {
  if (!clock.period) return "unknown";
  const Period& period = *clock.period;
  std::string text = day(period.first);
  if (period.first != period.last) text += ".." + day(period.last);
  return text + (period.open_first ? "<" : "") + (period.open_last ? ">" : "");
}

std::string times_of(const Reading& reading) {
  std::vector<std::string> all;
  for (const TimeMention& time : reading.times) {
    std::string one = std::string(reading.document.text(time.span)) + "=" + time.value;
    if (time.modifier != TimeModifier::none) one += " " + std::string(to_string(time.modifier));
    all.push_back(std::move(one));
  }
  return all.empty() ? "none" : joined(all, "; ");
}

std::string clock_line(const std::string& name, const Clock& clock, bool with_dating) {
  std::string line = name + " " + days(clock);
  if (with_dating && clock.period) line += " " + std::string(to_string(clock.dating));
  return line;
}

// The lines that `wanted` asks for, as the reading has them.
std::string clocks_of(const Reading& reading, const std::string& wanted) {
  std::vector<std::string> all;
  for (const std::string& asked : split(wanted, "; ")) {
    const auto words = split(asked, " ");
    if (words[0] == "statement" && words.size() > 2) {
      const std::size_t number = static_cast<std::size_t>(std::stoul(words[1]));
      const bool there = number >= 1 && number <= reading.statements.size();
      const Statement statement = there ? reading.statements[number - 1] : Statement{};
      const bool said = words[2] == "said";
      all.push_back(
          clock_line("statement " + words[1] + " " + words[2], said ? statement.said : statement.due, said));
      continue;
    }
    Clock clock;
    const bool happened = words.size() > 1 && words[1] == "happened";
    for (const DatedWord& dated : reading.dated)
      if (reading.document.word(dated.word) == words[0]) clock = happened ? dated.happened : dated.due;
    all.push_back(clock_line(words[0] + " " + (happened ? "happened" : "due"), clock, happened));
  }
  return joined(all, "; ");
}

std::string paragraphs(const std::string& text) { return joined(split(text, " // "), "\n\n"); }

void expect_sound(const Reading& reading) {
  std::uint32_t last = 0;
  for (const TimeMention& time : reading.times) {
    EXPECT_GE(time.span.begin, last) << "in order, none within another";
    EXPECT_LT(time.span.begin, time.span.end);
    EXPECT_FALSE(time.rule.empty());
    EXPECT_EQ(time.period.has_value(), time.dating != Dating::unknown);
    if (time.period) {
      EXPECT_LE(time.period->first, time.period->last);
    }
    last = time.span.end;
  }
  for (const DatedWord& dated : reading.dated) {
    EXPECT_EQ(dated.happened.period.has_value(), dated.happened.dating != Dating::unknown);
    const bool published = reading.report.published && dated.happened.period &&
                           dated.happened.period->last == std::chrono::sys_days{*reading.report.published};
    if (published && !dated.happened.time) {
      EXPECT_NE(dated.happened.dating, Dating::explicit_) << "the day of publication is never given silently";
    }
  }
}

int known_failures() {
  std::ifstream stream(std::filesystem::path(ONRECORD_GOLDEN_DIR) / "KNOWN_FAILURES");
  int number = 0;
  stream >> number;
  return number;
}

TEST(GoldenTime, EveryRow) {
  if (!std::filesystem::exists(ONRECORD_GOLDEN_WEIGHTS)) GTEST_SKIP() << "SKIPPED: no weights";
  const auto reader = Reader::open({.weights = ONRECORD_GOLDEN_WEIGHTS});
  ASSERT_TRUE(reader);
  const std::vector<Row> rows = read_rows();
  ASSERT_GE(rows.size(), 50U);
  const auto refused = std::ranges::count_if(rows, [](const Row& row) {
    return row.wanted == "none" || row.wanted.find("unknown") != std::string::npos;
  });
  EXPECT_GE(3 * static_cast<std::size_t>(refused), rows.size()) << "a third of the rows are refusals";
  int failures = 0;
  for (const Row& row : rows) {
    auto report = read_report("case", paragraphs(row.text), {});
    ASSERT_TRUE(report);
    report->published = parse_date(row.published);
    const auto reading = reader->read(*std::move(report));
    ASSERT_TRUE(reading);
    expect_sound(*reading);
    const std::string found = row.clocks ? clocks_of(*reading, row.wanted) : times_of(*reading);
    if (found == row.wanted) continue;
    ++failures;
    std::cout << row.text << "\n  wanted " << row.wanted << "\n  found  " << found << "\n";
  }
  EXPECT_LE(failures, known_failures()) << "of " << rows.size();
  if (failures < known_failures()) std::cout << "KNOWN_FAILURES can be lowered to " << failures << "\n";
}

}  // namespace
}  // namespace onrecord::golden
