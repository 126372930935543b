#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "eval/calibrate.h"
#include "eval/conllu.h"
#include "eval/gold.h"
#include "eval/gold_list.h"
#include "eval/gold_score.h"
#include "eval/measure.h"
#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

using Texts = std::map<std::string, std::string>;

// As the annotators had them: no white space at the end but one line break.
Result<Texts> treebank_texts(const Options& options) {
  Texts texts;
  for (const char* file : {"gum-train.conllu", "gum-dev.conllu"}) {
    const std::string path = locate(file, options.data + "/ud");
    if (!exists(path)) continue;
    const auto documents = read_conllu(path);
    if (!documents) return fail(documents.error());
    for (const TreeDocument& document : *documents) {
      if (document.id.find("_news_") == std::string::npos) continue;
      texts[document.id] = std::string(trim(text_of(document).text)) + "\n";
    }
  }
  return texts;
}

std::vector<std::string> gold_files(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code problem;
  for (const auto& entry : std::filesystem::directory_iterator(folder, problem)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path().string());
  }
  std::ranges::sort(files);
  return files;
}

// What was annotated, not yet read: the JSON of a document and the file that holds it.
struct Sheet {
  std::string file, name, json;
};

constexpr std::string_view kSampled = "polnear-";
constexpr std::array<std::string_view, 5> kSets = {"own", "wikinews", "aside", "polnear-dev2",
                                                   "polnear-heldout2"};

// A file a document; of the sets drawn from PolNeAR a line a document.
Result<std::vector<Sheet>> sheets_of(const std::string& set, const Options& options) {
  std::vector<Sheet> sheets;
  if (set.starts_with(kSampled)) {
    const std::string file = options.source + "/eval/sets/polnear/" + set.substr(kSampled.size()) + ".jsonl";
    const auto lines = read_file(file);
    if (!lines) return fail(lines.error());
    for (const std::string_view line : split(*lines, '\n')) {
      if (!line.empty()) sheets.push_back({file, name_in_gold(line), std::string(line)});
    }
    return sheets;
  }
  const std::string folder = options.source + "/eval/sets/" + (set == "aside" ? "wikinews/aside" : set);
  for (const std::string& file : gold_files(folder)) {
    auto json = read_file(file);
    if (!json) return fail(json.error());
    sheets.push_back({file, std::filesystem::path(file).stem().string(), std::move(*json)});
  }
  return sheets;
}

// The texts of a set's documents by name; those that are not here are left out.
Result<Texts> texts_of(const std::string& set, const std::vector<Sheet>& sheets, const Options& options) {
  if (set != "own" && !set.starts_with(kSampled)) return treebank_texts(options);
  Texts texts;
  for (const Sheet& sheet : sheets) {
    const std::string folder =
        set == "own" ? options.source + "/eval/sets/own" : options.data + "/polnear/train/text";
    auto text = read_file(folder + "/" + sheet.name + ".txt");
    if (!text && set == "own") return fail(text.error());
    if (text) texts[sheet.name] = std::move(*text);
  }
  return texts;
}

// All annotated documents of a set whose texts are here; says which are not.
Result<std::vector<GoldDocument>> load(const std::string& set, const Options& options, Talk talk) {
  const auto sheets = sheets_of(set, options);
  if (!sheets) return fail(sheets.error());
  std::vector<GoldDocument> documents;
  if (sheets->empty()) return documents;
  const auto texts = texts_of(set, *sheets, options);
  if (!texts) return fail(texts.error());
  for (const Sheet& sheet : *sheets) {
    const auto text = texts->find(sheet.name);
    if (text == texts->end()) {
      talk.err << "onrecord eval: no text of " << sheet.name << " in " << options.data << ": skipped\n";
      continue;
    }
    auto document = parse_gold(sheet.json, sheet.file, text->second);
    if (!document && document.error().place.empty()) {
      talk.err << "onrecord eval: " << sheet.name << ": " << document.error().message << ": skipped\n";
      continue;
    }
    if (!document) return fail(document.error());
    document->name = sheet.name;
    documents.push_back(std::move(*document));
  }
  return documents;
}

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
    const auto documents = load(set, options, talk);
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
  for (const std::string set : {"own", "wikinews"}) {
    const auto documents = load(set, options, talk);
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
