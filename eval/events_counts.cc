// How many were killed, hurt, arrested, driven off, taking part: sentences of our own with the numbers that
// they tell (eval/sets/counts/own.tsv).

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "eval/measure.h"
#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

struct CountRow {
  std::string sentence, kind;  // The kind "-": the sentence has no count.
  std::uint64_t low = 0;
  std::optional<std::uint64_t> high = {};
  bool approximate = false;
};

std::optional<std::uint64_t> number_of(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

Result<std::vector<CountRow>> read_rows(const std::string& path) {
  const auto text = read_file(path);
  if (!text) return fail(text.error());
  std::vector<CountRow> rows;
  std::size_t number = 0;
  for (const std::string_view line : split(*text, '\n')) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const auto cells = split(line, '\t');
    const bool whole = cells.size() == 5 && (cells[1] == "-" || number_of(cells[2])) &&
                       (cells[3] == "-" || number_of(cells[3]));
    if (!whole)
      return fail({ErrorCode::bad_statement, "not sentence, kind, low, high, approximate", path,
                   "line " + std::to_string(number)});
    rows.push_back({std::string(cells[0]), std::string(cells[1]), number_of(cells[2]).value_or(0),
                    number_of(cells[3]), cells[4] == "yes"});
  }
  return rows;
}

std::string kind_of(const EventCount& count) {
  std::string kind(to_string(count.kind));
  std::ranges::replace(kind, ' ', '_');
  return kind;
}

// The counts of a kind that the reading tells, in the order of the text.
std::vector<EventCount> counts_of(const Reading& reading, const std::string& kind) {
  std::vector<EventCount> made;
  for (const Event& event : reading.events) {
    for (const EventCount& count : event.counts) {
      if (kind == "-" || kind_of(count) == kind) made.push_back(count);
    }
  }
  return made;
}

std::string shown(const std::vector<EventCount>& counts) {
  std::string out;
  for (const EventCount& count : counts)
    out += fmt::format(" {}={}-{}{}", kind_of(count), count.low,
                       count.high ? std::to_string(*count.high) : "", count.approximate ? " about" : "");
  return out.empty() ? " none" : out;
}

bool is_right(const CountRow& row, const std::vector<EventCount>& found) {
  if (row.kind == "-") return found.empty();
  return !found.empty() && found.back().low == row.low && found.back().high == row.high;
}

}  // namespace

Result<Figures> measure_counts(const Engine& engine, const Options& options, Talk talk) {
  const std::string path = locate("own.tsv", options.source + "/eval/sets/counts");
  if (skip(path, talk)) return Figures{};
  const auto rows = read_rows(path);
  if (!rows) return fail(rows.error());
  std::set<std::string> sentences, missed;
  std::uint64_t approximate = 0, told = 0;
  for (const CountRow& row : *rows) {
    const auto reading = engine.read(plain_report("counts", row.sentence));
    if (!reading) return fail(reading.error());
    const auto found = counts_of(*reading, row.kind);
    sentences.insert(row.sentence);
    if (is_right(row, found)) {
      told += row.kind == "-" ? 0 : 1;
      approximate += row.kind != "-" && found.back().approximate == row.approximate ? 1 : 0;
      continue;
    }
    missed.insert(row.sentence);
    talk.out << fmt::format("missed {} {}-{}: {}\n    has{}\n", row.kind, row.low,
                            row.high ? std::to_string(*row.high) : "", row.sentence, shown(found));
  }
  const std::size_t right = sentences.size() - missed.size();
  const double exact =
      sentences.empty() ? 0 : 100.0 * static_cast<double>(right) / static_cast<double>(sentences.size());
  talk.out << fmt::format(
      "counts: {} of {} sentences with low and high exact ({:.1f} %); of {} counts so found {} are "
      "approximate or not as told\n",
      right, sentences.size(), exact, told, approximate);
  return Figures{{"counts.own.exact", exact},
                 {"counts.own.sentences", static_cast<double>(sentences.size())},
                 {"counts.own.approximate",
                  told == 0 ? 0 : 100.0 * static_cast<double>(approximate) / static_cast<double>(told)}};
}

}  // namespace onrecord::eval
