#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <map>
#include <ostream>
#include <utility>

#include "eval/actors.h"
#include "eval/eval.h"
#include "eval/factuality.h"
#include "eval/measure.h"
#include "eval/options.h"
#include "eval/petrarch.h"
#include "eval/reader_engine.h"
#include "eval/results.h"
#include "eval/text_file.h"
#include "eval/time_dating.h"
#include "eval/time_score.h"

namespace onrecord::eval {
namespace {

constexpr int kDone = 0;
constexpr int kBelow = 1;
constexpr int kMisused = 2;
constexpr int kFailed = 3;
constexpr double kTwinBar = 0.3;  // How far int8 may stand from f32, in points.

int tell(const Error& error, std::ostream& err) {
  err << "onrecord eval: " << error.message;
  if (!error.file.empty())
    err << " (" << error.file << (error.place.empty() ? "" : ", ") << error.place << ")";
  if (!error.mend.empty()) err << ". " << error.mend;
  err << "\n";
  return error.code == ErrorCode::bad_option ? kMisused : kFailed;
}

Result<OpenedEngine> open(const Options& options, bool exact) {
  return open_engine({.weights = options.weights, .exact_arithmetic = exact});
}

// All but the speed.
Result<Figures> measure_accurately(const Engine& engine, const Options& options, Talk talk) {
  auto figures = measure_accuracy(engine, options, talk);
  if (!figures) return figures;
  const auto facts = measure_factuality(engine, options, talk);
  if (!facts) return facts;
  talk.out << "\n";
  figures->insert(figures->end(), facts->begin(), facts->end());
  for (const auto& measure : {measure_times, measure_dating}) {
    const auto times = measure(engine, options, talk);
    if (!times) return times;
    figures->insert(figures->end(), times->begin(), times->end());
  }
  return figures;
}

// The floors' figures, f32 beside int8. Adds "f32.<figure>" and "twin.worst".
Result<Figures> measure_twin(const Options& options, const Figures* known, Talk talk, bool& close) {
  const auto floors = read_floors(options.source);
  if (!floors) return fail(floors.error());
  std::array<Figures, 2> figures;
  for (const bool exact : {false, true}) {
    if (!exact && known != nullptr) {
      figures[0] = *known;
      continue;
    }
    auto engine = open(options, exact);
    if (!engine) return fail(engine.error());
    talk.out << (exact ? "f32\n" : "int8\n");
    auto measured = measure_accurately(engine->engine, options, talk);
    if (!measured) return fail(measured.error());
    figures[exact ? 1 : 0] = std::move(*measured);
  }
  Figures all;
  double worst = 0;
  talk.out << fmt::format("{:<34} {:>9} {:>9} {:>9}\n", "twin", "int8", "f32", "apart");
  for (const Figure& exact : figures[1]) {
    all.push_back({"f32." + exact.name, exact.value});
    const auto quick = std::ranges::find(figures[0], exact.name, &Figure::name);
    const bool held = std::ranges::find(*floors, exact.name, &Floor::figure) != floors->end();
    if (quick == figures[0].end() || !held) continue;
    const double apart = quick->value - exact.value;
    worst = std::max(worst, std::abs(apart));
    talk.out << fmt::format("{:<34} {:>9.2f} {:>9.2f} {:>+9.2f}\n", exact.name, quick->value, exact.value,
                            apart);
  }
  close = worst <= kTwinBar;
  talk.out << fmt::format("the farthest is {:.2f} apart, the bar is {:.1f}\n", worst, kTwinBar);
  if (!all.empty()) all.push_back({"twin.worst", worst});
  return all;
}

int run_twin(const Options& options, Talk talk) {
  bool close = true;
  const auto figures = measure_twin(options, nullptr, talk, close);
  if (!figures) return tell(figures.error(), talk.err);
  return close ? kDone : kBelow;
}

Result<Figures> measure_all(const Engine& engine, const Options& options, Talk talk) {
  // Speed first, so that its peak of memory is the reading's own.
  Figures all;
  if (options.with_speed) {
    auto speed = measure_speed(engine, options, talk);
    if (!speed) return fail(speed.error());
    all = std::move(*speed);
    talk.out << "\n";
  }
  auto accuracy = measure_accurately(engine, options, talk);
  if (!accuracy) return fail(accuracy.error());
  all.insert(all.begin(), accuracy->begin(), accuracy->end());
  return all;
}

int run_all(const Options& options, Talk talk) {
  auto engine = open(options, options.exact);
  if (!engine) return tell(engine.error(), talk.err);
  auto figures = measure_all(engine->engine, options, talk);
  if (!figures) return tell(figures.error(), talk.err);
  if (figures->empty()) return kDone;
  bool close = true;
  if (options.with_twin && !options.exact) {
    const auto twin = measure_twin(options, &*figures, talk, close);
    if (!twin) return tell(twin.error(), talk.err);
    figures->insert(figures->end(), twin->begin(), twin->end());
  }
  if (options.record) {
    const auto file = record(options.source, stamp_of(options.source, engine->weights), *figures);
    if (!file) return tell(file.error(), talk.err);
    talk.err << "recorded in " << *file << "\n";
  }
  return close ? kDone : kBelow;
}

int run_floors(const Options& options, Talk talk) {
  const auto floors = read_floors(options.source);
  if (!floors) return tell(floors.error(), talk.err);
  if (!options.results.empty()) {
    const auto json = read_file(options.results);
    if (!json) return tell(json.error(), talk.err);
    const auto figures = figures_of_json(*json, options.results);
    if (!figures) return tell(figures.error(), talk.err);
    return hold_against(*floors, *figures, talk.out) ? kDone : kBelow;
  }
  if (!exists(options.data)) {
    talk.err << "onrecord eval: no data in " << options.data << " (--data DIR names another folder)\n";
    talk.out << "skipped\n";
    return kDone;
  }
  auto engine = open(options, options.exact);
  if (!engine) return tell(engine.error(), talk.err);
  const auto figures = measure_accurately(engine->engine, options, talk);
  if (!figures) return tell(figures.error(), talk.err);
  return hold_against(*floors, *figures, talk.out) ? kDone : kBelow;
}

using Measure = Result<Figures> (*)(const Engine&, const Options&, Talk);
const std::map<std::string, Measure>& with_engine() {
  static const std::map<std::string, Measure> kAll = {
      {"ud", measure_ud},          {"names", measure_names},
      {"roles", measure_roles},    {"polnear", measure_polnear},
      {"seed", measure_seed},      {"gold", measure_gold},
      {"coref", measure_coref},    {"calibrate", measure_calibration},
      {"speed", measure_speed},    {"factuality", measure_factuality},
      {"times", measure_times},    {"dating", measure_dating},
      {"places", measure_places},  {"metonymy", measure_metonymy},
      {"actors", measure_actors},  {"clues", write_clues},
      {"petrarch", measure_coder}, {"events", measure_events},
      {"counts", measure_counts},  {"wikievents", measure_wikievents},
      {"plover", measure_plover}};
  return kAll;
}

// Ends a command that measures one thing.
int hand_over(const Result<Figures>& figures, const std::string& weights, const Options& options, Talk talk) {
  if (!figures) return tell(figures.error(), talk.err);
  if (options.json.empty()) return kDone;
  std::ofstream stream(options.json);
  stream << to_json(stamp_of(options.source, weights), *figures);
  stream.flush();
  return stream ? kDone : tell({ErrorCode::not_readable, "cannot write there", options.json}, talk.err);
}

int run_with_engine(Measure measure, const Options& options, Talk talk) {
  auto engine = open(options, options.exact);
  if (!engine) return tell(engine.error(), talk.err);
  return hand_over(measure(engine->engine, options, talk), engine->weights, options, talk);
}

}  // namespace

int run(std::vector<std::string> arguments, std::ostream& out, std::ostream& err) {
  const auto options = parse_options(arguments);
  if (!options) return tell(options.error(), err);
  const Talk talk{out, err};
  const std::string& what = options->what;
  if (what == "--help" || what == "help") {
    out << kUsage;
    return kDone;
  }
  const bool wants_data = what != "seed" && what != "gold" && what != "actors" && what != "calibrate" &&
                          what != "events" && what != "counts" && what != "floors" && options->files.empty();
  const bool known = with_engine().contains(what) || what == "twin" || what == "all";
  if (known && wants_data && !exists(options->data)) {
    err << "onrecord eval: no data in " << options->data << " (--data DIR names another folder)\n";
    out << "skipped\n";
    return kDone;
  }
  if (what == "twin") return run_twin(*options, talk);
  if (what == "all") return run_all(*options, talk);
  if (what == "floors") return run_floors(*options, talk);
  if (what == "score-conllu") return hand_over(measure_conllu(*options, talk), "", *options, talk);
  if (what == "score-names") return hand_over(measure_named(*options, talk), "", *options, talk);
  if (with_engine().contains(what)) return run_with_engine(with_engine().at(what), *options, talk);
  err << (what.empty() ? "onrecord eval: say what to measure\n"
                       : "onrecord eval: unknown measure " + what + "\n")
      << kUsage;
  return kMisused;
}

}  // namespace onrecord::eval
