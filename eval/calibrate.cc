#include "eval/calibrate.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "eval/gold_score.h"
#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

constexpr std::string_view kNaming = "naming";
constexpr double kHighest = 0.99, kLowest = 0.05;

struct Tally {
  double seen = 0, right = 0;
};

std::string_view label_of(std::string_view rule) { return rule.substr(0, rule.find('.')); }

std::array<std::pair<const char*, std::string_view>, 8> by_label(const StanceRules& rules) {
  return {{{"act", rules.act},
           {"cue_status", rules.cue_status},
           {"polarity", rules.polarity},
           {"certainty", rules.certainty},
           {"modality", rules.modality},
           {"time", rules.time},
           {"commitment", rules.commitment},
           {"status", rules.status}}};
}

}  // namespace

Outcomes outcomes_of(const Reading& reading, const std::vector<StanceRules>& rules,
                     const GoldDocument& gold) {
  Outcomes outcomes;
  for (const auto& [g, s] : pair_statements(reading, gold)) {
    if (s >= rules.size()) continue;
    const Found found = in_bytes(reading, reading.statements[s]);
    for (const auto& [label, rule] : by_label(rules[s])) {
      const auto expected = gold.statements[g].labels.find(label);
      if (rule.empty() || expected == gold.statements[g].labels.end()) continue;
      if (expected->second.empty() || expected->second == "unknown") continue;
      outcomes.push_back({label, std::string(rule), found.labels.at(label) == expected->second});
    }
  }
  if (gold.sampled) return outcomes;  // Its namings were not annotated.
  const auto pairs = pair_namings(reading, gold);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const std::string rule(naming_rule(reading.namings[i]));
    outcomes.push_back({"naming", rule, pairs[i].has_value()});
  }
  return outcomes;
}

Shares fit_shares(const std::vector<const Outcomes*>& documents) {
  std::map<std::string, Tally, std::less<>> rules, labels;
  for (const Outcomes* outcomes : documents) {
    for (const Outcome& outcome : *outcomes) {
      for (Tally* tally : {&rules[outcome.rule], &labels[std::string(label_of(outcome.rule))]}) {
        tally->seen += 1;
        tally->right += outcome.right ? 1 : 0;
      }
    }
  }
  Shares shares;
  for (const auto& [label, tally] : labels) shares[label] = tally.right / tally.seen;
  for (const auto& [rule, tally] : rules) {
    const double prior = shares.find(label_of(rule))->second;
    shares[rule] = std::clamp((tally.right + kPrior * prior) / (tally.seen + kPrior), kLowest, kHighest);
  }
  return shares;
}

double share_of(const Shares& shares, std::string_view rule) {
  if (const auto found = shares.find(rule); found != shares.end()) return found->second;
  const auto label = shares.find(label_of(rule));
  return label == shares.end() ? 0.5 : std::clamp(label->second, kLowest, kHighest);
}

std::map<std::string, double> held_out_errors(const std::vector<Outcomes>& documents) {
  std::map<std::string, Calibration> calibrations;
  for (std::size_t out = 0; out < documents.size(); ++out) {
    std::vector<const Outcomes*> others;
    for (std::size_t i = 0; i < documents.size(); ++i) {
      if (i != out) others.push_back(&documents[i]);
    }
    const Shares shares = fit_shares(others);
    for (const Outcome& outcome : documents[out]) {
      const double share = share_of(shares, outcome.rule);
      calibrations[outcome.label].add(share, outcome.right);
      calibrations["all"].add(share, outcome.right);
    }
  }
  std::map<std::string, double> errors;
  for (const auto& [label, calibration] : calibrations) errors[label] = calibration.error();
  return errors;
}

std::string with_shares(std::string_view text, const Shares& shares) {
  std::string head, rows;
  std::set<std::string, std::less<>> rules;
  for (const std::string_view line : split(text, '\n')) {
    if (line.starts_with("#")) head += std::string(line) + "\n";
    if (!line.empty() && !line.starts_with("#")) rules.emplace(line.substr(0, line.find('\t')));
  }
  const bool names = std::ranges::any_of(rules, [](const auto& rule) { return label_of(rule) == kNaming; });
  for (const auto& [rule, share] : shares) {
    if (rule.find('.') != std::string::npos && (label_of(rule) == kNaming) == names) rules.insert(rule);
  }
  for (const std::string& rule : rules) rows += fmt::format("{}\t{:.2f}\n", rule, share_of(shares, rule));
  return head + rows;
}

}  // namespace onrecord::eval
