// How fast actors are found, alone: actor_bench WEIGHTS FILE… reads the files once, then finds their actors
// again and again; and how long the tables built in take to open.

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "actor/find_actors.h"
#include "actor_table/tables.h"
#include "onrecord/reader.h"
#include "onrecord/report.h"
#include "syntax/tree.h"

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

int run(const std::vector<std::string>& arguments) {
  using namespace onrecord;
  const auto opening = Clock::now();
  const auto tables = actor_table::Tables::built_in();
  fmt::print("tables opened in {:.1f} ms\n", 1000 * seconds_since(opening));
  if (arguments.size() < 2) {
    fmt::print("actor_bench WEIGHTS FILE…\n");
    return 2;
  }
  const auto reader = Reader::open({.weights = arguments[0]});
  if (!reader) {
    fmt::print("{}\n", reader.error().message);
    return 3;
  }
  std::vector<Reading> readings;
  std::size_t bytes = 0;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    read_reports(arguments[i], {}, [&](Result<Report> report) {
      if (!report) return true;
      auto reading = reader->read(std::move(*report));
      if (!reading) return true;
      bytes += reading->document.text().size();
      readings.push_back(std::move(*reading));
      return true;
    });
  }
  std::vector<syntax::Tree> trees;
  trees.reserve(readings.size());
  for (const Reading& reading : readings) trees.emplace_back(reading.document, reading.tags);
  constexpr int kRuns = 20;
  std::size_t found = 0;
  const auto begin = Clock::now();
  for (int i = 0; i < kRuns; ++i) {
    for (std::size_t r = 0; r < readings.size(); ++r)
      found +=
          actor::find_actors(trees[r], readings[r].entities, readings[r].report.published, *tables).size();
  }
  const double took = seconds_since(begin) / kRuns;
  fmt::print("{} reports, {} bytes, {} actors: {:.2f} ms, {:.1f} MB/s\n", readings.size(), bytes,
             found / kRuns, 1000 * took, static_cast<double>(bytes) / took / 1e6);
  return 0;
}

}  // namespace

int main(int count, char** values) { return run(std::vector<std::string>(values + 1, values + count)); }
