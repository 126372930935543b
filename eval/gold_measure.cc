#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "eval/calibrate.h"
#include "eval/gold.h"
#include "eval/gold_list.h"
#include "eval/gold_load.h"
#include "eval/gold_score.h"
#include "eval/measure.h"
#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

constexpr std::string_view kSampled = "polnear-";
constexpr std::array<std::string_view, 5> kSets = {"own", "wikinews", "aside", "polnear-dev2",
                                                   "polnear-heldout2"};

// Nobody looks at what is set aside.
bool is_set_aside(std::string_view set) { return set == "aside" || set == "polnear-heldout2"; }

GoldScore score_all(const Engine& engine, const std::vector<GoldDocument>& documents, unsigned threads,
                    bool list, std::vector<Outcomes>& outcomes, Talk talk) {
  std::vector<std::string> lists(documents.size());
  std::vector<GoldScore> scores(documents.size());
  std::vector<std::string> problems(documents.size());
  const std::size_t before = outcomes.size();
  outcomes.resize(before + documents.size());
  for_each_index(documents.size(), threads, [&](std::size_t i) {
    const auto reading = engine.read(plain_report(documents[i].name, documents[i].text));
    if (reading) scores[i] = score_gold(*reading, documents[i]);
    if (reading && list) lists[i] = list_differences(*reading, documents[i]);
    if (reading && engine.rules)
      outcomes[before + i] = outcomes_of(*reading, engine.rules(*reading), documents[i]);
    if (!reading) problems[i] = reading.error().message;
  });
  GoldScore total;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    total.add(scores[i]);
    talk.out << lists[i];
    if (!problems[i].empty()) talk.err << documents[i].name << ": not read: " << problems[i] << "\n";
  }
  return total;
}

// With as many digits as it takes; a dash where the column has no such figure.
std::string shown(const Figures& figures, const std::string& name) {
  const auto found =
      std::ranges::find_if(figures, [&](const Figure& each) { return each.name.ends_with(name); });
  if (found == figures.end()) return "-";
  return name.starts_with(".calibration") ? fmt::format("{:.3f}", found->value)
                                          : fmt::format("{:.2f}", found->value);
}

// A column a set; the rows are those of the column that has most.
void print(const std::vector<std::pair<std::string, Figures>>& columns, std::ostream& out) {
  out << fmt::format("{:<34}", "gold");
  for (const auto& [name, figures] : columns) out << fmt::format(" {:>10}", name);
  out << "\n";
  const auto longest =
      std::ranges::max_element(columns, {}, [](const auto& each) { return each.second.size(); });
  const std::size_t prefix = std::string("gold.").size() + longest->first.size();
  for (const Figure& row : longest->second) {
    const std::string name = row.name.substr(prefix);
    out << fmt::format("{:<34}", name.substr(1));
    for (const auto& [title, figures] : columns) out << fmt::format(" {:>10}", shown(figures, name));
    out << "\n";
  }
}

}  // namespace

// By tables that each leave out the document that they are held against.
void add_held_out(const std::vector<Outcomes>& outcomes, Figures& figures) {
  for (const auto& [label, error] : held_out_errors(outcomes))
    figures.push_back({"gold.all.calibration.held_out." + label, error});
}

Result<Figures> measure_gold(const Engine& engine, const Options& options, Talk talk) {
  std::vector<std::string> sets = {"own", "wikinews"};
  if (!options.set.empty()) sets = {options.set};
  std::vector<std::pair<std::string, Figures>> columns;
  GoldScore total;
  std::vector<Outcomes> outcomes;
  for (const std::string& set : sets) {
    if (std::ranges::find(kSets, set) == kSets.end()) {
      return fail({ErrorCode::bad_option, "no set of the name " + set, "", "",
                   "Say own, wikinews, aside, polnear-dev2 or polnear-heldout2."});
    }
    const auto documents = load_gold(set, options, talk);
    if (!documents) return fail(documents.error());
    if (documents->empty()) {
      talk.out << "skipped gold " << set << "\n";
      continue;
    }
    const bool list = options.list && !is_set_aside(set);
    const GoldScore score = score_all(engine, *documents, options.threads, list, outcomes, talk);
    total.add(score);
    columns.emplace_back(set, set.starts_with(kSampled) ? sample_figures_of(score, "gold." + set)
                                                        : figures_of(score, "gold." + set));
  }
  if (columns.size() > 1) {
    columns.emplace_back("all", figures_of(total, "gold.all"));
    add_held_out(outcomes, columns.back().second);
  }
  Figures all;
  for (const auto& [name, figures] : columns) all.insert(all.end(), figures.begin(), figures.end());
  if (!columns.empty()) print(columns, talk.out);
  return all;
}

namespace {

Result<Ok> put_shares(const std::string& path, const Shares& shares, const Options& options, Talk talk) {
  const auto table = read_file(path);
  if (!table) return fail(table.error());
  const std::string fitted = with_shares(*table, shares);
  talk.out << fitted;
  if (!options.record) return Ok{};
  std::ofstream stream(path);
  stream << fitted;
  stream.flush();
  if (!stream) return fail({ErrorCode::not_readable, "cannot write there", path});
  return Ok{};
}

}  // namespace

Result<Figures> measure_calibration(const Engine& engine, const Options& options, Talk talk) {
  std::vector<Outcomes> outcomes;
  for (const std::string set : {"own", "wikinews", "polnear-dev2"}) {
    const auto documents = load_gold(set, options, talk);
    if (!documents) return fail(documents.error());
    if (documents->empty()) {
      talk.out << "skipped gold " << set << "\n";
      return Figures{};  // A table fitted on a part of the gold would be another one.
    }
    score_all(engine, *documents, options.threads, false, outcomes, talk);
  }
  std::vector<const Outcomes*> all;
  for (const Outcomes& one : outcomes) all.push_back(&one);
  const Shares shares = fit_shares(all);
  for (const char* table : {"stance_scores.tsv", "naming_scores.tsv"}) {
    const auto written = put_shares(options.source + "/data/lexicon/en/" + table, shares, options, talk);
    if (!written) return fail(written.error());
  }
  Figures figures;
  for (const auto& [label, error] : held_out_errors(outcomes)) {
    talk.out << fmt::format("# {:<12} expected error on documents left out {:.3f}\n", label, error);
    figures.push_back({"calibrate." + label, error});
  }
  return figures;
}

}  // namespace onrecord::eval
