#include "eval/measure.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "eval/conllu.h"
#include "eval/names.h"
#include "eval/polnear.h"
#include "eval/results.h"
#include "eval/roles.h"
#include "eval/text_file.h"
#include "eval/ud_score.h"

namespace onrecord::eval {
namespace {

// "x/ewt-dev.conllu" → "ewt"
std::string short_name(const std::string& path) {
  std::string stem = std::filesystem::path(path).stem().string();
  if (stem.ends_with("-dev")) stem.resize(stem.size() - 4);
  return stem;
}

Figures spans_figures(const SpanScore& score, const std::string& prefix) {
  Figures figures = {{prefix + ".all", score.all.f1()}};
  for (const auto& [label, count] : score.by_label) figures.push_back({prefix + "." + label, count.f1()});
  return figures;
}

void print_spans(const std::string& title, const SpanScore& score, std::ostream& out) {
  out << fmt::format("{:<22} {:>6} {:>6} {:>7} {:>7} {:>7}\n", title, "gold", "found", "P", "R", "F1");
  const auto row = [&](const std::string& name, const Count& count) {
    out << fmt::format("{:<22} {:>6} {:>6} {:>7.2f} {:>7.2f} {:>7.2f}\n", name, count.gold, count.system,
                       count.precision(), count.recall(), count.f1());
  };
  row("all", score.all);
  for (const auto& [label, count] : score.by_label) row(label, count);
}

void append(Figures& to, Figures from) { to.insert(to.end(), from.begin(), from.end()); }

// --- ud
// -----------------------------------------------------------------------------------------------------------------

UdScore score_treebank(const Engine& engine, const std::vector<TreeDocument>& documents, bool gold_tokens,
                       unsigned threads, Talk talk) {
  std::vector<UdScore> scores(documents.size());
  std::vector<std::string> problems(documents.size());
  for_each_index(documents.size(), threads, [&](std::size_t i) {
    TreeText text = text_of(documents[i]);
    const std::string raw = text.text;
    UdText system;
    if (gold_tokens) {
      WordsInput input = placed_words(documents[i].id, std::move(text.text), text.words, text.paragraphs);
      system = system_ud(engine.read_words(std::move(input.report), std::move(input.document)), raw);
    } else if (const auto reading = engine.read(plain_report(documents[i].id, std::move(text.text)))) {
      system = system_ud(*reading, raw);
    } else {
      problems[i] = reading.error().message;
    }
    scores[i] = score_ud(gold_ud(documents[i]), system);
  });
  UdScore total;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    total.add(scores[i]);
    if (!problems[i].empty()) talk.err << documents[i].id << ": not read: " << problems[i] << "\n";
  }
  return total;
}

// A column a treebank.
void print_ud(const std::vector<std::string>& titles, const std::vector<Figures>& columns,
              std::ostream& out) {
  out << fmt::format("{:<10}", "");
  for (const std::string& title : titles) out << fmt::format(" {:>16}", title);
  out << "\n";
  for (std::size_t row = 0; !columns.empty() && row < columns[0].size(); ++row) {
    const std::string& name = columns[0][row].name;
    out << fmt::format("{:<10}", name.substr(name.rfind('.') + 1));
    for (const Figures& column : columns) out << fmt::format(" {:>16.2f}", column[row].value);
    out << "\n";
  }
}

}  // namespace

bool skip(const std::string& path, Talk talk) {
  if (exists(path)) return false;
  talk.err << "onrecord eval: no " << path
           << " here, so nothing is measured on it (--data DIR names another)\n";
  talk.out << "skipped " << std::filesystem::path(path).filename().string() << "\n";
  return true;
}

Result<Figures> measure_ud(const Engine& engine, const Options& options, Talk talk) {
  std::vector<std::string> files = options.files;
  if (files.empty()) files = {"ewt-dev.conllu", "gum-dev.conllu"};
  std::vector<std::string> titles;
  std::vector<Figures> columns;
  Figures all;
  for (const std::string& file : files) {
    const std::string path = locate(file, options.data + "/ud");
    if (skip(path, talk)) continue;
    auto documents = read_conllu(path);
    if (!documents) return fail(documents.error());
    for (const bool gold_tokens : {false, true}) {
      if (options.gold_tokens && !gold_tokens) continue;
      const std::string name = short_name(path) + (gold_tokens ? ".gold" : "");
      const UdScore score = score_treebank(engine, *documents, gold_tokens, options.threads, talk);
      titles.push_back(short_name(path) + (gold_tokens ? " gold words" : " raw text"));
      columns.push_back(figures_of(score, "ud." + name));
      append(all, columns.back());
    }
  }
  print_ud(titles, columns, talk.out);
  return all;
}

Result<Figures> measure_conllu(const Options& options, Talk talk) {
  if (options.files.size() != 2) return fail({ErrorCode::bad_option, "score-conllu wants GOLD and SYSTEM"});
  std::array<UdText, 2> texts;
  for (std::size_t i = 0; i < 2; ++i) {
    auto documents = read_conllu(locate(options.files[i], options.data + "/ud"));
    if (!documents) return fail(documents.error());
    TreeDocument whole;
    for (TreeDocument& document : *documents) {
      std::move(document.sentences.begin(), document.sentences.end(), std::back_inserter(whole.sentences));
    }
    texts[i] = gold_ud(whole);
  }
  const std::string title = std::filesystem::path(options.files[1]).stem().string();
  Figures figures = figures_of(score_ud(texts[0], texts[1]), "ud." + title);
  print_ud({title}, {figures}, talk.out);
  const auto letters = [](const UdText& text) { return text.tokens.empty() ? 0U : text.tokens.back().end; };
  if (letters(texts[0]) != letters(texts[1])) {
    talk.err << "onrecord eval: the two texts differ: " << letters(texts[0]) << " and " << letters(texts[1])
             << " characters\n";
  }
  return figures;
}

// --- names
// --------------------------------------------------------------------------------------------------------------

Result<Figures> measure_names(const Engine& engine, const Options& options, Talk talk) {
  std::vector<std::string> files = options.files;
  if (files.empty()) files = {"worldwide-dev.tsv", "uner-ewt-dev.iob2"};
  Figures all;
  for (const std::string& file : files) {
    const std::string path = locate(file, options.data + "/ner");
    if (skip(path, talk)) continue;
    auto documents = read_names(path);
    if (!documents) return fail(documents.error());
    const bool is_uner = path.ends_with(".iob2");
    const KindMap kind = is_uner ? KindMap(uner_kind) : KindMap();
    const SpanScore score = score_names(engine, *documents, {options.sentence_blocks, kind, options.threads});
    print_spans(short_name(path), score, talk.out);
    append(all, spans_figures(score, "names." + short_name(path)));
  }
  return all;
}

Result<Figures> measure_named(const Options& options, Talk talk) {
  if (options.files.size() != 2) return fail({ErrorCode::bad_option, "score-names wants GOLD and SYSTEM"});
  auto gold = read_names(locate(options.files[0], options.data + "/ner"));
  if (!gold) return fail(gold.error());
  auto system = read_names(options.files[1]);
  if (!system) return fail(system.error());
  auto score = compare_names(*gold, *system);
  if (!score) return fail(score.error());
  const std::string title = std::filesystem::path(options.files[1]).stem().string();
  print_spans(title, *score, talk.out);
  return spans_figures(*score, "names." + title);
}

// --- roles
// --------------------------------------------------------------------------------------------------------------

Result<Figures> measure_roles(const Engine& engine, const Options& options, Talk talk) {
  const std::string trees = locate("ewt-dev.conllu", options.data + "/ud");
  const std::string gold = locate("ewt-dev.tsv", options.data + "/srl");
  if (skip(trees, talk) || skip(gold, talk)) return Figures{};
  auto documents = read_conllu(trees);
  if (!documents) return fail(documents.error());
  auto roles = read_roles(gold);
  if (!roles) return fail(roles.error());
  const RolesScore score = score_roles(engine, *documents, *roles, options.threads);
  const std::vector<std::pair<std::string, Count>> rows = {
      {"predicates", score.predicates},
      {"rolesets", score.rolesets},
      {"arguments", score.arguments.all},
      {"with_predicates", score.arguments_and_predicates},
      {"of_found", score.arguments_of_found}};
  Figures all;
  talk.out << fmt::format("{:<22} {:>6} {:>6} {:>7} {:>7} {:>7}\n", "roles, EWT dev", "gold", "found", "P",
                          "R", "F1");
  for (const auto& [name, count] : rows) {
    talk.out << fmt::format("{:<22} {:>6} {:>6} {:>7.2f} {:>7.2f} {:>7.2f}\n", name, count.gold, count.system,
                            count.precision(), count.recall(), count.f1());
    all.push_back({"roles." + name, count.f1()});
  }
  for (const char* role : {"ARG0", "ARG1", "ARG2", "ARGM-TMP", "ARGM-LOC", "ARGM-NEG", "ARGM-MOD"}) {
    const auto found = score.arguments.by_label.find(role);
    if (found == score.arguments.by_label.end()) continue;
    talk.out << fmt::format("  {:<35} {:>7.2f} {:>7.2f} {:>7.2f}\n", role, found->second.precision(),
                            found->second.recall(), found->second.f1());
    all.push_back({std::string("roles.") + role, found->second.f1()});
  }
  return all;
}

// --- polnear
// ------------------------------------------------------------------------------------------------------------

Result<Figures> measure_polnear(const Engine& engine, const Options& options, Talk talk) {
  const std::string folder = options.files.empty() ? options.data + "/polnear/dev" : options.files[0];
  if (skip(folder, talk)) return Figures{};
  auto articles = read_polnear(folder);
  if (!articles) return fail(articles.error());
  const PolnearScores scores = score_polnear(engine, *articles, options.threads);
  for (const std::string& unread : scores.unread) talk.err << "not read: " << unread << "\n";
  std::vector<std::pair<std::string, const PolnearScore*>> columns = {
      {"polnear.first.tags", &scores.first_tags}, {"polnear.first.statements", &scores.first_statements}};
  if (!options.first_annotator) {
    columns.insert(columns.begin(),
                   {{"polnear.tags", &scores.tags}, {"polnear.statements", &scores.statements}});
  }
  Figures all;
  std::vector<Figures> figures;
  talk.out << fmt::format("{:<16}", "PolNeAR dev");
  for (const auto& [name, score] : columns) {
    figures.push_back(figures_of(*score, name));
    append(all, figures.back());
    talk.out << fmt::format(" {:>18}", name.substr(name.find('.') + 1));
  }
  talk.out << "\n";
  for (std::size_t row = 0; row < figures[0].size(); ++row) {
    const std::string& name = figures[0][row].name;
    talk.out << fmt::format("{:<16}", name.substr(name.rfind('.') + 1));
    for (const Figures& column : figures) talk.out << fmt::format(" {:>18.2f}", column[row].value);
    talk.out << "\n";
  }
  const PolnearScore& shown = options.first_annotator ? scores.first_tags : scores.tags;
  talk.out << fmt::format(
      "tags: gold {} {} {} (source cue content), found {} {} {}; attributions {} gold, {} found\n",
      shown.source.gold, shown.cue.gold, shown.content.gold, shown.source.system, shown.cue.system,
      shown.content.system, shown.linked.gold, shown.linked.system);
  return all;
}

Result<Figures> measure_accuracy(const Engine& engine, const Options& options, Talk talk) {
  Options own = options;
  own.files.clear();
  Figures all;
  for (const auto measure : {measure_ud, measure_names, measure_roles, measure_polnear, measure_seed,
                             measure_gold, measure_coref}) {
    auto figures = measure(engine, own, talk);
    if (!figures) return fail(figures.error());
    append(all, std::move(*figures));
    talk.out << "\n";
  }
  return all;
}

}  // namespace onrecord::eval
