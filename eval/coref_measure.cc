#include <fmt/format.h>

#include <filesystem>
#include <ostream>
#include <utility>

#include "eval/conllu.h"
#include "eval/coref.h"
#include "eval/measure.h"
#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

// The four ways of counting: words exact or heads, with entities of one mention or without.
struct Scores {
  CorefScore exact, head, exact_all, head_all;
  PronounScore pronouns, speakers;  // Of news and interviews; those that are a statement's speaker.

  void add(const Scores& other) {
    exact.add(other.exact);
    head.add(other.head);
    exact_all.add(other.exact_all);
    head_all.add(other.head_all);
    pronouns.add(other.pronouns);
    speakers.add(other.speakers);
  }
};

std::set<std::uint32_t> speaking_words(const Reading& reading) {
  std::set<std::uint32_t> words;
  for (const Statement& statement : reading.statements) {
    if (!statement.speaker) continue;
    for (const Mention& mention : reading.entities.mentions) {
      if (statement.speaker->contains(mention.span)) words.insert(mention.head);
    }
  }
  return words;
}

Scores score_one(const CorefDocument& gold, const Reading& reading) {
  const CorefDocument system = coref_of(reading, gold.id);
  Scores scores;
  scores.exact = score_coref(gold, system, false, false);
  scores.head = score_coref(gold, system, true, false);
  scores.exact_all = score_coref(gold, system, false, true);
  scores.head_all = score_coref(gold, system, true, true);
  const bool told =
      gold.id.find("_news_") != std::string::npos || gold.id.find("_interview_") != std::string::npos;
  if (!told) return scores;
  scores.pronouns = score_pronouns(gold, system);
  const auto speaking = speaking_words(reading);
  scores.speakers = score_pronouns(gold, system, &speaking);
  return scores;
}

Figures coref_figures(const Scores& scores, std::ostream& out) {
  out << fmt::format("{:<28} {:>8} {:>8} {:>8} {:>8} {:>8}\n", "coref.gum", "mentions", "MUC", "B3", "CEAFe",
                     "CoNLL");
  Figures figures;
  const auto row = [&](const std::string& name, const CorefScore& score) {
    out << fmt::format("{:<28} {:>8.2f} {:>8.2f} {:>8.2f} {:>8.2f} {:>8.2f}\n", name, score.mentions.f1(),
                       score.muc.f1(), score.b_cubed.f1(), score.ceaf_e.f1(), score.conll());
    figures.push_back({"coref.gum." + name, score.conll()});
  };
  row("exact", scores.exact);
  row("head", scores.head);
  row("exact.singletons", scores.exact_all);
  row("head.singletons", scores.head_all);
  const auto pronouns = [&](const std::string& name, const PronounScore& score) {
    const auto percent = [](std::uint64_t part, std::uint64_t whole) {
      return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    };
    out << fmt::format("{:<28} {} pronouns, {:.2f} % right, {:.2f} % of the {} resolved\n", name, score.all,
                       percent(score.right, score.all), percent(score.right, score.resolved), score.resolved);
    figures.push_back({"coref.gum." + name, percent(score.right, score.all)});
    figures.push_back({"coref.gum." + name + ".precision", percent(score.right, score.resolved)});
  };
  pronouns("pronouns", scores.pronouns);
  pronouns("pronouns.speakers", scores.speakers);
  return figures;
}

Result<Figures> measure_treebank(const Engine& engine, const Options& options, const std::string& path,
                                 Talk talk) {
  const auto documents = read_conllu(path);
  if (!documents) return fail(documents.error());
  const auto gold = read_coref(path);
  if (!gold) return fail(gold.error());
  if (documents->size() != gold->size()) {
    return fail({ErrorCode::not_readable, "documents and their mentions do not go together", path});
  }
  std::vector<Scores> scores(gold->size());
  const std::set<std::string> aside = set_aside(options.source);
  for_each_index(gold->size(), options.threads, [&](std::size_t i) {
    if (aside.contains((*gold)[i].id)) return;
    TreeText text = text_of((*documents)[i]);
    WordsInput input = placed_words((*gold)[i].id, std::move(text.text), text.words, text.paragraphs);
    scores[i] = score_one((*gold)[i], engine.read_words(std::move(input.report), std::move(input.document)));
  });
  Scores total;
  for (const Scores& each : scores) total.add(each);
  return coref_figures(total, talk.out);
}

Result<Figures> measure_gap(const Engine& engine, const Options& options, const std::string& path,
                            Talk talk) {
  const auto text = read_file(path);
  if (!text) return fail(text.error());
  const auto cases = parse_gap(*text, path);
  if (!cases) return fail(cases.error());
  std::vector<GapAnswer> answers(cases->size());
  for_each_index(cases->size(), options.threads, [&](std::size_t i) {
    const auto reading = engine.read(plain_report((*cases)[i].id, (*cases)[i].text));
    if (reading) answers[i] = answer_gap((*cases)[i], *reading);
  });
  Count names;
  std::uint64_t both = 0;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const GapCase& gap = (*cases)[i];
    for (const auto& [meant, said] :
         {std::pair(gap.a.meant, answers[i].a), std::pair(gap.b.meant, answers[i].b)}) {
      names.gold += meant ? 1 : 0;
      names.system += said ? 1 : 0;
      names.right += meant && said ? 1 : 0;
    }
    both += gap.a.meant == answers[i].a && gap.b.meant == answers[i].b ? 1 : 0;
  }
  const double accuracy =
      cases->empty() ? 0.0 : 100.0 * static_cast<double>(both) / static_cast<double>(cases->size());
  talk.out << fmt::format("coref.gap: {} cases, P {:.2f} R {:.2f} F1 {:.2f}; both names right {:.2f} %\n",
                          cases->size(), names.precision(), names.recall(), names.f1(), accuracy);
  return Figures{{"coref.gap.f1", names.f1()},
                 {"coref.gap.precision", names.precision()},
                 {"coref.gap.accuracy", accuracy}};
}

}  // namespace

Result<Figures> measure_coref(const Engine& engine, const Options& options, Talk talk) {
  std::vector<std::string> files = options.files;
  if (files.empty()) files = {"gum-dev.conllu", "gap-development.tsv"};
  Figures all;
  for (const std::string& file : files) {
    const bool gap = file.ends_with(".tsv");
    const std::string path = locate(file, options.data + (gap ? "/coref" : "/ud"));
    if (skip(path, talk)) continue;
    auto figures =
        gap ? measure_gap(engine, options, path, talk) : measure_treebank(engine, options, path, talk);
    if (!figures) return fail(figures.error());
    all.insert(all.end(), figures->begin(), figures->end());
  }
  return all;
}

}  // namespace onrecord::eval
