#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <sstream>
#include <utility>

#include "eval/options.h"
#include "eval/text_file.h"
#include "eval/time_score.h"

namespace onrecord::eval {
namespace {

constexpr std::size_t kParts = 5, kHeldOut = 4;  // Of every five documents, by name, the last.

void print(const std::string& set, const TimeScore& score, Figures& figures, Talk talk) {
  talk.out << fmt::format("{:<28} {:>6} {:>6} {:>7} {:>7} {:>7}\n", "times: " + set, "gold", "found", "P",
                          "R", "F1");
  const std::pair<std::string, const Count*> rows[] = {
      {"strict", &score.strict}, {"relaxed", &score.relaxed}, {"type", &score.type}, {"value", &score.value}};
  for (const auto& [name, count] : rows) {
    talk.out << fmt::format("{:<28} {:>6} {:>6} {:>7.2f} {:>7.2f} {:>7.2f}\n", name, count->gold,
                            count->system, count->precision(), count->recall(), count->f1());
    figures.push_back({"times." + set + "." + name, count->f1()});
  }
  talk.out << fmt::format("{:<28} {:>6} {:>6} {:>15}\n", "by kind", "gold", "found", "value right %");
  for (const auto& [name, kind] : score.classes) {
    const double right =
        kind.gold == 0 ? 0 : 100.0 * static_cast<double>(kind.right) / static_cast<double>(kind.gold);
    talk.out << fmt::format("{:<28} {:>6} {:>6} {:>15.1f}\n", name, kind.gold, kind.found, right);
    figures.push_back({"times." + set + "." + name, right});
  }
  talk.out << "\n";
}

}  // namespace

Result<Figures> measure_times(const Engine& engine, const Options& options, Talk talk) {
  const std::string folder = options.data + "/time/tbaq";
  if (skip(folder, talk)) return Figures{};
  const auto reports = read_timeml_folder(folder);
  if (!reports) return fail(reports.error());
  if (!options.set.empty() && options.set != "dev" && options.set != "held-out")
    return fail({ErrorCode::bad_option, "--set is dev or held-out", "", "", "Leave it out for both."});
  std::vector<TimeScore> scores(reports->size());
  std::vector<std::string> lists(reports->size());
  for_each_index(reports->size(), options.threads, [&](std::size_t i) {
    const TimedReport& gold = (*reports)[i];
    const bool held_out = i % kParts == kHeldOut;
    if (!options.set.empty() && held_out != (options.set == "held-out")) return;
    Report report = plain_report(gold.name, gold.text);
    report.published = gold.published;
    const auto reading = engine.read(std::move(report));
    if (!reading) return;
    std::ostringstream list;
    // What is held out is never listed: nobody shall learn from it.
    scores[i] = score_times(gold, times_of(*reading), options.list && !held_out ? &list : nullptr);
    lists[i] = list.str();
  });
  Figures figures;
  TimeScore whole;
  for (const bool held_out : {false, true}) {
    const std::string set = held_out ? "held-out" : "dev";
    if (!options.set.empty() && options.set != set) continue;
    TimeScore all;
    for (std::size_t i = 0; i < scores.size(); ++i) {
      if ((i % kParts == kHeldOut) != held_out) continue;
      all.add(scores[i]);
      talk.out << lists[i];
    }
    print(set, all, figures, talk);
    whole.add(all);
  }
  if (options.set.empty()) print("all", whole, figures, talk);
  return figures;
}

}  // namespace onrecord::eval
