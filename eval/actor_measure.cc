#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <utility>

#include "eval/actors.h"
#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

double percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

std::string shown(const ActorScore& score) {
  if (score.found == nullptr) return "(no actor)";
  std::string text = score.found->country.empty() ? "-" : score.found->country;
  text += score.found->sector == Sector::none ? " -" : " " + std::string(to_string(score.found->sector));
  for (const Sector more : score.found->more_sectors) text += "," + std::string(to_string(more));
  return text + fmt::format(" by {} {:.2f}", to_string(score.found->by), score.found->score);
}

struct Tally {
  std::size_t rows = 0, country = 0, sector = 0, both = 0;
  std::size_t asked = 0, given = 0, given_right = 0;  // Sectors that must be known; those that are.
  std::size_t lands_asked = 0, lands_given = 0, lands_right = 0;

  void add(const ActorScore& score) {
    ++rows;
    country += score.country ? 1 : 0;
    sector += score.sector ? 1 : 0;
    both += score.country && score.sector ? 1 : 0;
    const bool has = score.found != nullptr && score.found->sector != Sector::none;
    if (!is_allowed(score.label.sector, "")) {
      ++asked;
      given += has ? 1 : 0;
    }
    given_right += has && score.sector && !is_allowed(score.label.sector, "") ? 1 : 0;
    const bool land = score.found != nullptr && !score.found->country.empty();
    if (!is_allowed(score.label.country, "")) ++lands_asked;
    lands_given += land ? 1 : 0;
    lands_right += land && score.country ? 1 : 0;
  }
};

Result<Reading> read_own(const Engine& engine, const std::string& path, const std::string& name) {
  auto bytes = read_file(path);
  if (!bytes) return fail(bytes.error());
  auto report = engine.report(name, std::move(*bytes));
  if (!report) return fail(report.error());
  return engine.read(std::move(*report));
}

Result<Figures> measure_own(const Engine& engine, const Options& options, Talk talk) {
  const std::string folder = options.source + "/eval/sets/own/";
  const auto text = read_file(folder + "actors.tsv");
  if (!text) return fail(text.error());
  const auto labels = parse_actor_labels(*text, folder + "actors.tsv");
  if (!labels) return fail(labels.error());
  std::map<std::string, Reading> readings;
  Tally tally;
  for (const ActorLabel& label : *labels) {
    auto known = readings.find(label.report);
    if (known == readings.end()) {
      auto reading = read_own(engine, folder + label.report + ".txt", label.report);
      if (!reading) return fail(reading.error());
      known = readings.emplace(label.report, std::move(*reading)).first;
    }
    const ActorScore score = score_actor(known->second, label);
    tally.add(score);
    if (options.list && !(score.country && score.sector))
      talk.out << fmt::format("{:<14} {:<40} wants {} {}, has {}\n", label.report, label.words, label.country,
                              label.sector, shown(score));
  }
  talk.out << fmt::format(
      "own reports: {} actors; country right {:.1f} %, sector right {:.1f} %, both {:.1f} %\n"
      "  sectors: {} must be known, {} are, {} of them right\n"
      "  countries: {} must be known; {} are given, {} of them right\n",
      tally.rows, percent(tally.country, tally.rows), percent(tally.sector, tally.rows),
      percent(tally.both, tally.rows), tally.asked, tally.given, tally.given_right, tally.lands_asked,
      tally.lands_given, tally.lands_right);
  return Figures{{"actors.own.country", percent(tally.country, tally.rows)},
                 {"actors.own.sector", percent(tally.sector, tally.rows)},
                 {"actors.own.both", percent(tally.both, tally.rows)},
                 {"actors.own.sector_coverage", percent(tally.given, tally.asked)}};
}

}  // namespace

Result<Figures> measure_actors(const Engine& engine, const Options& options, Talk talk) {
  Figures all;
  const auto append = [&](Result<Figures> figures) -> Result<Ok> {
    if (!figures) return fail(figures.error());
    all.insert(all.end(), figures->begin(), figures->end());
    return Ok{};
  };
  if (auto done = append(measure_own(engine, options, talk)); !done) return fail(done.error());
  const std::string article = options.seed + "/article.txt";
  if (!skip(article, talk)) {
    auto bytes = read_file(article);
    auto json = read_file(options.seed + "/expected.json");
    if (!bytes || !json) return fail(bytes ? json.error() : bytes.error());
    auto report = engine.report("article.txt", std::move(*bytes));
    if (!report) return fail(report.error());
    report->published = std::chrono::year(2022) / 3 / 28;  // As expected.json says.
    auto reading = engine.read(std::move(*report));
    if (!reading) return fail(reading.error());
    auto done = append(measure_seed_actors(*reading, *json, options.seed + "/expected.json", talk));
    if (!done) return fail(done.error());
  }
  if (auto done = append(measure_petrarch(options, talk)); !done) return fail(done.error());
  return all;
}

}  // namespace onrecord::eval
