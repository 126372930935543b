// How fast the room of clocks is by itself, on text already tagged: `clock_bench FILE…` reads
// each file once and then sets its clocks again and again.

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "clock/set_clocks.h"
#include "onrecord/reader.h"
#include "syntax/tree.h"

namespace {

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

int main(int argc, char** argv) {
  using namespace onrecord;
  const auto reader = Reader::open({});
  if (!reader) {
    std::fprintf(stderr, "%s\n", reader.error().message.c_str());
    return 1;
  }
  std::vector<Reading> readings;
  std::size_t bytes = 0, words = 0;
  for (int i = 1; i < argc; ++i) {
    std::ifstream file(argv[i]);
    auto report = read_report(argv[i], std::string{std::istreambuf_iterator<char>(file), {}}, {});
    if (!report) continue;
    if (!report->published) report->published = std::chrono::year_month_day{std::chrono::year{2022} / 3 / 28};
    auto reading = reader->read(*std::move(report));
    if (!reading) continue;
    bytes += reading->document.text().size();
    words += reading->document.tokens().size();
    readings.push_back(*std::move(reading));
  }
  constexpr int kRuns = 20;
  double clocks = 0;
  std::size_t found = 0;
  for (int run = 0; run < kRuns; ++run) {
    for (const Reading& reading : readings) {
      const syntax::Tree tree(reading.document, reading.tags);
      std::vector<Statement> statements = reading.statements;
      const auto begin = std::chrono::steady_clock::now();
      found += clock::set_clocks(tree, reading.times, reading.report.published, statements).size();
      clocks += seconds_since(begin);
    }
  }
  const double megabytes = static_cast<double>(bytes) * kRuns / 1e6;
  std::printf("%zu reports, %zu bytes, %zu words, %zu dated words a run\n", readings.size(), bytes, words,
              found / kRuns);
  std::printf("clocks %.1f MB/s\n", megabytes / clocks);
  return 0;
}
