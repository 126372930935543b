#include <fmt/format.h>

#include <filesystem>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "eval/events.h"
#include "eval/gold_load.h"
#include "eval/measure.h"
#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

struct EventDocument {
  GoldDocument statements;
  GoldEvents events;
};

// Those of a set that have events annotated; says which texts are others than those annotated. What is set
// aside of events has its statements in both folders of Wikinews documents.
Result<std::vector<EventDocument>> load_events(const std::string& set, const Options& options, Talk talk) {
  const std::string folder = options.source + "/eval/sets/" + (set == "own" ? "own" : "wikinews") +
                             "/events/" + (set == "aside" ? "aside/" : "");
  std::vector<EventDocument> made;
  if (!exists(folder)) return made;
  std::vector<std::string> beside = {set};
  if (set == "aside") beside.emplace_back("wikinews");
  for (const std::string& statements : beside) {
    auto documents = load_gold(statements, options, talk);
    if (!documents) return fail(documents.error());
    for (GoldDocument& document : *documents) {
      const std::string file = folder + document.name + ".json";
      if (!exists(file)) continue;
      const auto json = read_file(file);
      if (!json) return fail(json.error());
      auto events = parse_events(*json, file, document.text);
      if (!events && events.error().place.empty()) {
        talk.err << "onrecord eval: " << document.name << ": " << events.error().message << ": skipped\n";
        continue;
      }
      if (!events) return fail(events.error());
      made.push_back({std::move(document), std::move(*events)});
    }
  }
  return made;
}

EventScore score_all(const Engine& engine, const std::vector<EventDocument>& documents,
                     const Options& options, bool list, Talk talk) {
  std::vector<EventScore> scores(documents.size());
  std::vector<std::string> lists(documents.size());
  std::vector<std::string> problems(documents.size());
  for_each_index(documents.size(), options.threads, [&](std::size_t i) {
    const EventDocument& one = documents[i];
    const auto reading = engine.read(plain_report(one.statements.name, one.statements.text));
    if (!reading) {
      problems[i] = reading.error().message;
      return;
    }
    scores[i] = score_events(*reading, one.statements, one.events);
    if (list) lists[i] = list_events(*reading, one.statements, one.events);
  });
  EventScore total;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    total.add(scores[i]);
    talk.out << lists[i];
    if (!problems[i].empty())
      talk.err << documents[i].statements.name << ": not read: " << problems[i] << "\n";
  }
  return total;
}

void print(const std::string& set, const EventScore& score, const Figures& figures, std::ostream& out) {
  out << fmt::format("events {}: {} annotated, {} found, {} of them right\n", set, score.found.gold,
                     score.found.system, score.found.right);
  for (const Figure& figure : figures)
    out << fmt::format("  {:<42} {:>8.2f}\n", figure.name.substr(figure.name.find('.') + 1), figure.value);
  out << fmt::format("  {:<12} {:>6} {:>6} {:>6} {:>7}\n", "type", "gold", "ours", "right", "F1");
  for (const auto& [type, count] : score.by_type)
    out << fmt::format("  {:<12} {:>6} {:>6} {:>6} {:>7.1f}\n", type, count.gold, count.system, count.right,
                       count.f1());
}

}  // namespace

Result<Figures> measure_events(const Engine& engine, const Options& options, Talk talk) {
  std::vector<std::string> sets = {"own", "wikinews"};
  if (!options.set.empty()) sets = {options.set};
  Figures all;
  EventScore total;
  std::size_t measured = 0;
  for (const std::string& set : sets) {
    if (set != "own" && set != "wikinews" && set != "aside") {
      return fail(
          {ErrorCode::bad_option, "no set of the name " + set, "", "", "Say own, wikinews or aside."});
    }
    const auto documents = load_events(set, options, talk);
    if (!documents) return fail(documents.error());
    if (documents->empty()) {
      talk.out << "skipped events " << set << "\n";
      continue;
    }
    const bool list = options.list && set != "aside";  // Nobody looks at what is set aside.
    const EventScore score = score_all(engine, *documents, options, list, talk);
    const Figures figures = figures_of(score, "events." + set);
    print(set, score, figures, talk.out);
    all.insert(all.end(), figures.begin(), figures.end());
    total.add(score);
    ++measured;
  }
  if (measured > 1) {
    const Figures figures = figures_of(total, "events.all");
    print("all", total, figures, talk.out);
    all.insert(all.end(), figures.begin(), figures.end());
  }
  return all;
}

}  // namespace onrecord::eval
