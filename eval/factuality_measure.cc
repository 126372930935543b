// Needs the engine's rules, so it stands with run.cc.

#include <fmt/format.h>

#include <cmath>
#include <ostream>
#include <utility>
#include <vector>

#include "eval/factuality.h"
#include "eval/options.h"
#include "onrecord/fact.h"

namespace onrecord::eval {
namespace {

struct Scores {
  FactScore always, rules, neural, mean;
  std::vector<FactScore> between;  // A tenth of the neural reader's more each.
};
constexpr std::size_t kSteps = 9;

Scores score_one(const Engine& engine, const JudgedSentence& sentence, FactScale scale) {
  WordsInput input = spaced_words("sentence", sentence.words, {0});
  const Reading reading = engine.read_words(std::move(input.report), std::move(input.document));
  const auto facts = facts_by_rules(reading.document, reading.tags, scale);
  Scores scores;
  scores.between.resize(kSteps);
  for (const auto& [word, judged] : sentence.judgements) {
    if (word >= facts.size()) continue;
    const double rule = facts[word];
    const double seen = reading.tags.words[word].fact;
    scores.always.add(judged, 3);
    scores.rules.add(judged, rule);
    scores.mean.add(judged, fact_of(facts[word], reading.tags.words[word].fact, scale));
    if (std::isnan(seen)) continue;
    scores.neural.add(judged, seen);
    for (std::size_t step = 0; step < kSteps; ++step) {
      const double share = static_cast<double>(step + 1) / static_cast<double>(kSteps + 1);
      scores.between[step].add(judged, share * seen + (1 - share) * rule);
    }
  }
  return scores;
}

void report(const std::string& set, const std::string& how, const std::string& title, const FactScore& score,
            Figures& figures, Talk talk) {
  talk.out << fmt::format("{:<10} {:<16} {:>6} {:>7.3f} {:>7.3f}\n", set, title, score.gold.size(),
                          score.error(), score.correlation());
  figures.push_back({"factuality." + set + "." + how + ".mae", score.error()});
  figures.push_back({"factuality." + set + "." + how + ".r", score.correlation()});
}

void report_all(const std::string& set, const Scores& all, Figures& figures, Talk talk) {
  report(set, "always", "always 3", all.always, figures, talk);
  report(set, "rules", "rules", all.rules, figures, talk);
  if (all.neural.gold.empty()) {
    talk.out << fmt::format("{:<10} {:<16} the weights know no facts\n", set, "neural");
    return;
  }
  report(set, "neural", "neural", all.neural, figures, talk);
  std::size_t best = 0;
  for (std::size_t step = 1; step < kSteps; ++step) {
    if (all.between[step].error() < all.between[best].error()) best = step;
  }
  report(set, "best_share", fmt::format("neural {}0 %", best + 1), all.between[best], figures, talk);
  report(set, "mean", "both, as kept", all.mean, figures, talk);
}

}  // namespace

Result<Figures> measure_factuality(const Engine& engine, const Options& options, Talk talk) {
  Figures figures;
  talk.out << fmt::format("{:<10} {:<16} {:>6} {:>7} {:>7}\n", "facts", "by", "words", "MAE", "r");
  for (const auto& [set, scale] : {std::pair("uds_ih2", FactScale::reader), {"uw", FactScale::author}}) {
    const std::string path = options.data + "/factuality/" + set + "/dev.jsonl";
    if (!exists(path)) {
      talk.out << "skipped " << set << "\n";
      continue;
    }
    const auto sentences = read_judged(path);
    if (!sentences) return fail(sentences.error());
    std::vector<Scores> scores(sentences->size());
    for_each_index(sentences->size(), options.threads,
                   [&](std::size_t i) { scores[i] = score_one(engine, (*sentences)[i], scale); });
    Scores all;
    all.between.resize(kSteps);
    for (const Scores& one : scores) {
      all.always.add(one.always);
      all.rules.add(one.rules);
      all.neural.add(one.neural);
      all.mean.add(one.mean);
      for (std::size_t step = 0; step < kSteps; ++step) all.between[step].add(one.between[step]);
    }
    report_all(set, all, figures, talk);
  }
  return figures;
}

}  // namespace onrecord::eval
