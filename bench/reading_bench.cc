// How fast the rooms of times, clocks, places and actors are by themselves, on text already tagged.
//
//   reading_bench [--runs N] FILE|FOLDER…   reads the reports once, then runs each room over all of them
//   again and again reading_bench --made BYTES…     one made report of each length, with names of places by
//   the thousand: whether the time
//                                         grows as the text does
//
// Seconds are the processor's, of one thread; the median of the runs, each over all reports, so that what one
// room leaves in the caches is not there when the next report comes.

#include <fmt/format.h>
#include <time.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "actor/find_actors.h"
#include "actor_table/tables.h"
#include "bench/made_report.h"
#include "clock/set_clocks.h"
#include "onrecord/reader.h"
#include "place/find_places.h"
#include "reading/find_gazetteer.h"
#include "syntax/tree.h"
#include "time/find_times.h"

namespace onrecord::bench {
namespace {

constexpr int kRuns = 11;
constexpr std::chrono::year_month_day kDay{std::chrono::year{2022}, std::chrono::March, std::chrono::day{28}};

double now() {
  timespec spent{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
  return static_cast<double>(spent.tv_sec) + 1e-9 * static_cast<double>(spent.tv_nsec);
}

struct World {
  std::shared_ptr<const actor_table::Tables> tables;
  std::shared_ptr<const gazetteer::Gazetteer> gazetteer;
};

// Seconds of one run over all reports.
struct Spent {
  double tree = 0, times = 0, clocks = 0, places = 0, actors = 0;
};

struct Found {
  std::size_t times = 0, dated = 0, places = 0, actors = 0;
};

void run_rooms(const Reading& reading, const World& world, Spent& spent, Found& found) {
  auto took = [last = now()](double& room) mutable {
    const double at = now();
    room += at - std::exchange(last, at);
  };
  double copying = 0;
  std::vector<Statement> statements = reading.statements;
  took(copying);
  const syntax::Tree tree(reading.document, reading.tags);
  took(spent.tree);
  const auto times = time::find_times(tree, reading.report.published);
  took(spent.times);
  found.dated += clock::set_clocks(tree, times, reading.report.published, statements).size();
  took(spent.clocks);
  const Places places = place::find_places(tree, *world.gazetteer, "un");
  took(spent.places);
  const auto actors =
      actor::find_actors(tree, reading.entities, reading.report.published, *world.tables, &places);
  took(spent.actors);
  found.times += times.size();
  found.places += places.mentions.size();
  found.actors += actors.size();
}

double median_of(std::vector<Spent> runs, double Spent::*room) {
  std::sort(runs.begin(), runs.end(), [&](const Spent& a, const Spent& b) { return a.*room < b.*room; });
  return runs[runs.size() / 2].*room;
}

void print_head() {
  fmt::print("{:>8} {:>10} {:>7} {:>7} {:>7} {:>7} {:>7} {:>8} {:>22}\n", "reports", "bytes", "tree", "times",
             "clocks", "places", "actors", "three", "with clocks and tree");
}

// MB/s of each room, and of times, places and actors together, without and with the clocks and the tree.
void measure(const std::vector<Reading>& readings, const World& world, int runs) {
  std::size_t bytes = 0;
  for (const Reading& reading : readings) bytes += reading.document.text().size();
  std::vector<Spent> all;
  Found found;
  for (int run = 0; run <= runs; ++run) {
    Spent spent;
    found = {};
    for (const Reading& reading : readings) run_rooms(reading, world, spent, found);
    if (run > 0) all.push_back(spent);  // The first warms up.
  }
  const Spent spent{median_of(all, &Spent::tree), median_of(all, &Spent::times),
                    median_of(all, &Spent::clocks), median_of(all, &Spent::places),
                    median_of(all, &Spent::actors)};
  const auto speed = [&](double seconds) { return static_cast<double>(bytes) / seconds / 1e6; };
  const double three = spent.times + spent.places + spent.actors;
  fmt::print("{:>8} {:>10} {:>7.1f} {:>7.1f} {:>7.1f} {:>7.1f} {:>7.1f} {:>8.2f} {:>22.2f}\n",
             readings.size(), bytes, speed(spent.tree), speed(spent.times), speed(spent.clocks),
             speed(spent.places), speed(spent.actors), speed(three),
             speed(three + spent.clocks + spent.tree));
  fmt::print("{:>8} {} times, {} dated words, {} mentions of places, {} actors\n", "", found.times,
             found.dated, found.places, found.actors);
  std::fflush(stdout);
}

void read_into(std::vector<Reading>& readings, const Reader& reader, Result<Report> report) {
  if (!report) return;
  if (!report->published) report->published = kDay;
  auto reading = reader.read(std::move(*report));
  if (reading) readings.push_back(std::move(*reading));
}

// Towns, and large countries and capitals.
std::string made_of(const gazetteer::Gazetteer& gazetteer, std::size_t bytes) {
  std::vector<std::string_view> towns, lands;
  for (std::uint32_t place = 0; place < gazetteer.size(); ++place) {
    const gazetteer::Entry entry = gazetteer.entry(place);
    if (entry.rank >= 6 && entry.population > 10000000) lands.push_back(entry.name);
    if (entry.kind == PlaceKind::city) towns.push_back(entry.name);
  }
  return made_report(towns, lands, bytes);
}

int run(std::vector<std::string> arguments) {
  int runs = kRuns;
  if (arguments.size() > 2 && arguments.front() == "--runs") {
    runs = std::max(1, std::atoi(arguments[1].c_str()));
    arguments.erase(arguments.begin(), arguments.begin() + 2);
  }
  if (arguments.empty() || (arguments.front() == "--made" && arguments.size() == 1)) {
    fmt::print("reading_bench [--runs N] FILE|FOLDER…\nreading_bench --made BYTES…\n");
    return 2;
  }
  const double opening = now();
  World world{actor_table::Tables::built_in(), nullptr};
  fmt::print("tables of actors opened in {:.1f} ms\n", 1000 * (now() - opening));
  const auto reader = Reader::open({});
  auto gazetteer = reading::open_gazetteer({});
  if (!reader || !gazetteer) {
    fmt::print("{}\n", reader ? gazetteer.error().message : reader.error().message);
    return 1;
  }
  world.gazetteer = std::move(*gazetteer);
  std::vector<Reading> readings;
  fmt::print("MB/s of the processor's time, one thread\n");
  print_head();
  if (arguments.front() == "--made") {
    for (std::size_t i = 1; i < arguments.size(); ++i) {
      readings.clear();
      const auto bytes = static_cast<std::size_t>(std::strtoull(arguments[i].c_str(), nullptr, 10));
      read_into(readings, *reader, read_report("made", made_of(*world.gazetteer, bytes), {}));
      if (!readings.empty()) measure(readings, world, std::min(runs, 3));
    }
    return 0;
  }
  for (const std::string& path : arguments) {
    read_reports(path, {}, [&](Result<Report> report) {
      read_into(readings, *reader, std::move(report));
      return true;
    });
  }
  if (!readings.empty()) measure(readings, world, runs);
  return 0;
}

}  // namespace
}  // namespace onrecord::bench

int main(int count, char** values) {
  return onrecord::bench::run(std::vector<std::string>(values + 1, values + count));
}
