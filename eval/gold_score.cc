#include "eval/gold_score.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <set>
#include <tuple>

#include "eval/gold_speaker.h"

namespace onrecord::eval {
namespace {

constexpr double kSame = 0.5;        // Of two contents' characters.
constexpr double kForItsCue = 0.25;  // What an overlapping cue adds to the claim of a pair.

double share(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

std::uint32_t bytes_of(const std::vector<Span>& spans) {
  std::uint32_t sum = 0;
  for (const Span span : spans) sum += span.size();
  return sum;
}

double jaccard(const std::vector<Span>& one, const std::vector<Span>& other) {
  std::uint32_t both = 0;
  for (const Span a : one) {
    for (const Span b : other) {
      if (a.overlaps(b)) both += std::min(a.end, b.end) - std::max(a.begin, b.begin);
    }
  }
  const std::uint32_t either = bytes_of(one) + bytes_of(other) - both;
  return either == 0 ? 0.0 : static_cast<double>(both) / static_cast<double>(either);
}

std::optional<Span> part_of(const std::map<std::string, Span, std::less<>>& parts, std::string_view name) {
  const auto found = parts.find(name);
  return found == parts.end() ? std::nullopt : std::optional(found->second);
}

void count_part(std::string_view text, const char* part, std::optional<Span> gold, std::optional<Span> found,
                Count& exact, Count& overlap) {
  const bool both = gold && found;
  const bool same = both && bare_part(text, part, *gold) == bare_part(text, part, *found);
  const bool touch = both && gold->overlaps(*found);
  exact.add({gold ? 1U : 0U, found ? 1U : 0U, same ? 1U : 0U});
  overlap.add({gold ? 1U : 0U, found ? 1U : 0U, touch ? 1U : 0U});
}

bool same_spans(std::string_view text, const std::vector<Span>& one, const std::vector<Span>& other) {
  return std::ranges::equal(one, other, [&](Span a, Span b) { return trimmed(text, a) == trimmed(text, b); });
}

void count_contents(std::string_view text, const std::vector<Span>& gold, const std::vector<Span>& found,
                    GoldScore& score) {
  score.exact["content"].add({1, 1, same_spans(text, gold, found) ? 1U : 0U});
  score.overlap["content"].add({1, 1, 1});
}

double score_of(const Stance& stance, std::string_view label) {
  if (label == "act") return stance.act.score;
  if (label == "cue_status") return stance.cue_status.score;
  if (label == "polarity") return stance.polarity.score;
  if (label == "certainty") return stance.certainty.score;
  if (label == "modality") return stance.modality.score;
  if (label == "time") return stance.time.score;
  if (label == "commitment") return stance.commitment.score;
  return stance.status.score;
}

void count_labels(const GoldStatement& gold, const Found& found, const Stance& stance, GoldScore& score) {
  for (const char* label : kGoldLabels) {
    const auto expected = gold.labels.find(label);
    if (expected == gold.labels.end() || expected->second.empty() || expected->second == "unknown") continue;
    const std::string& ours = found.labels.at(label);
    const bool given = ours != "unknown";
    const bool right = ours == expected->second;
    score.labels[label].add({1, given ? 1U : 0U, right ? 1U : 0U});
    if (given && expected->first != "form")
      score.calibration[expected->first].add(score_of(stance, expected->first), right);
  }
}

// Direct quotations, paired (`speaker`: ours, in bytes) or not.
void count_direct(const GoldDocument& gold, const GoldStatement& statement, std::optional<Span> ours,
                  GoldScore& score) {
  const auto form = statement.labels.find("form");
  if (form == statement.labels.end() || form->second != "direct") return;
  const auto speaker = part_of(statement.parts, "speaker");
  if (!speaker) return;
  const bool right = ours && is_same_mention(gold.text, *speaker, *ours);
  score.direct_speaker.add({1, ours ? 1U : 0U, right ? 1U : 0U});
}

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

void count_inside(const Reading& reading, const GoldDocument& gold, const Pairs& pairs, GoldScore& score) {
  std::map<std::size_t, std::string> ids;  // Ours to the gold's.
  for (const auto& [g, s] : pairs) ids[s] = gold.statements[g].id;
  for (const auto& [g, s] : pairs) {
    const std::string& expected = gold.statements[g].inside;
    const auto& outer = reading.statements[s].inside;
    if (expected.empty()) continue;
    const auto found = outer ? ids.find(*outer) : ids.end();
    const bool right = found != ids.end() && found->second == expected;
    score.inside.add({1, outer ? 1U : 0U, right ? 1U : 0U});
  }
}

void count_namings(const Reading& reading, const GoldDocument& gold, GoldScore& score) {
  score.namings.gold += gold.namings.size();
  score.namings.system += reading.namings.size();
  const auto pairs = pair_namings(reading, gold);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const Naming& ours = reading.namings[i];
    score.calibration["naming"].add(ours.score, pairs[i].has_value());
    if (!pairs[i]) continue;
    ++score.namings.right;
    const auto namer = ours.namer ? std::optional(reading.document.to_bytes(*ours.namer)) : std::nullopt;
    const auto& expected = gold.namings[*pairs[i]].namer;
    const bool right = expected.has_value() == namer.has_value() && (!namer || namer->overlaps(*expected));
    score.namers.add({1, 1, right ? 1U : 0U});
  }
}

template <typename Value>
void add_all(std::map<std::string, Value>& to, const std::map<std::string, Value>& from) {
  for (const auto& [name, value] : from) to[name].add(value);
}

}  // namespace

Found in_bytes(const Reading& reading, const Statement& from) {
  Found found;
  const auto bytes = [&](Span span) { return reading.document.to_bytes(span); };
  for (const Span span : from.contents) found.contents.push_back(bytes(span));
  const std::vector<std::pair<const char*, const std::optional<Span>*>> parts = {
      {"speaker", &from.speaker},     {"cue", &from.cue},         {"for", &from.on_behalf_of},
      {"addressee", &from.addressee}, {"channel", &from.channel}, {"where", &from.where},
      {"language", &from.language},   {"when", &from.when}};
  for (const auto& [name, span] : parts) {
    if (*span) found.parts[name] = bytes(**span);
  }
  const Stance& stance = from.stance;
  found.labels = {{"act", std::string(to_string(stance.act.value))},
                  {"cue_status", std::string(to_string(stance.cue_status.value))},
                  {"polarity", std::string(to_string(stance.polarity.value))},
                  {"certainty", std::string(to_string(stance.certainty.value))},
                  {"modality", std::string(to_string(stance.modality.value))},
                  {"time", std::string(to_string(stance.time.value))},
                  {"commitment", std::string(to_string(stance.commitment.value))},
                  {"status", std::string(to_string(stance.status.value))},
                  {"form", std::string(to_string(from.form))}};
  return found;
}

void Calibration::add(double score, bool right) {
  const double within = std::clamp(score, 0.0, 1.0);
  Bin& bin = bins_[std::min<std::size_t>(static_cast<std::size_t>(within * 10), 9)];
  bin.scores += within;
  ++bin.size;
  bin.right += right ? 1 : 0;
}

void Calibration::add(const Calibration& other) {
  for (std::size_t i = 0; i < bins_.size(); ++i) {
    bins_[i].scores += other.bins_[i].scores;
    bins_[i].size += other.bins_[i].size;
    bins_[i].right += other.bins_[i].right;
  }
}

std::uint64_t Calibration::size() const {
  std::uint64_t sum = 0;
  for (const Bin& bin : bins_) sum += bin.size;
  return sum;
}

double Calibration::error() const {
  double sum = 0;
  for (const Bin& bin : bins_) sum += std::abs(bin.scores - static_cast<double>(bin.right));
  return size() == 0 ? 0.0 : sum / static_cast<double>(size());
}

void Answers::add(const Answers& other) {
  gold += other.gold;
  given += other.given;
  right += other.right;
}

double Answers::accuracy() const { return share(right, gold); }
double Answers::precision() const { return share(right, given); }
double Answers::coverage() const { return share(given, gold); }

void GoldScore::add(const GoldScore& other) {
  found.add(other.found);
  add_all(exact, other.exact);
  add_all(overlap, other.overlap);
  add_all(labels, other.labels);
  add_all(calibration, other.calibration);
  entity.add(other.entity);
  found_entity.add(other.found_entity);
  pronoun_entity.add(other.pronoun_entity);
  direct_entity.add(other.direct_entity);
  direct_speaker.add(other.direct_speaker);
  inside.add(other.inside);
  heading.add(other.heading);
  namings.add(other.namings);
  namers.add(other.namers);
}

Pairs pair_statements(const Reading& reading, const GoldDocument& gold) {
  std::vector<std::tuple<double, std::size_t, std::size_t>> candidates;
  for (std::size_t s = 0; s < reading.statements.size(); ++s) {
    const Found ours = in_bytes(reading, reading.statements[s]);
    const auto cue = part_of(ours.parts, "cue");
    for (std::size_t g = 0; g < gold.statements.size(); ++g) {
      const double same = jaccard(gold.statements[g].contents, ours.contents);
      if (same < kSame) continue;
      const auto expected = part_of(gold.statements[g].parts, "cue");
      const bool cues_fit = expected.has_value() == cue.has_value() && (!cue || cue->overlaps(*expected));
      candidates.emplace_back(-same - (cues_fit ? kForItsCue : 0), g, s);
    }
  }
  std::ranges::sort(candidates);
  Pairs pairs;
  std::set<std::size_t> used_gold;
  std::set<std::size_t> used_ours;
  for (const auto& [worth, g, s] : candidates) {
    if (used_gold.contains(g) || used_ours.contains(s)) continue;
    used_gold.insert(g);
    used_ours.insert(s);
    pairs.emplace_back(g, s);
  }
  return pairs;
}

std::vector<std::optional<std::size_t>> pair_namings(const Reading& reading, const GoldDocument& gold) {
  std::vector<std::optional<std::size_t>> pairs(reading.namings.size());
  std::vector<bool> used(gold.namings.size());
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const Span name = trimmed(gold.text, reading.document.to_bytes(reading.namings[i].name));
    for (std::size_t g = 0; g < gold.namings.size() && !pairs[i]; ++g) {
      if (used[g] || jaccard({trimmed(gold.text, gold.namings[g].name)}, {name}) < kSame) continue;
      used[g] = true;
      pairs[i] = g;
    }
  }
  return pairs;
}

GoldScore score_gold(const Reading& reading, const GoldDocument& gold) {
  GoldScore score;
  const Pairs pairs = pair_statements(reading, gold);
  score.found = {gold.statements.size(), gold.sampled ? pairs.size() : reading.statements.size(),
                 pairs.size()};
  std::vector<std::optional<std::size_t>> ours(gold.statements.size());
  for (const auto& [g, s] : pairs) ours[g] = s;
  const SpeakerJudge judge(reading, gold);
  for (std::size_t g = 0; g < gold.statements.size(); ++g) {
    const GoldStatement& expected = gold.statements[g];
    const Statement* statement = ours[g] ? &reading.statements[*ours[g]] : nullptr;
    judge.count(expected, statement, score);
    if (statement == nullptr) {
      count_direct(gold, expected, std::nullopt, score);
      continue;
    }
    const Found found = in_bytes(reading, *statement);
    count_direct(gold, expected, part_of(found.parts, "speaker"), score);
    for (const char* part : kGoldParts) {
      count_part(gold.text, part, part_of(expected.parts, part), part_of(found.parts, part),
                 score.exact[part], score.overlap[part]);
    }
    count_contents(gold.text, expected.contents, found.contents, score);
    count_labels(expected, found, statement->stance, score);
    score.heading.add({expected.heading ? 1U : 0U, statement->in_heading ? 1U : 0U,
                       expected.heading && statement->in_heading ? 1U : 0U});
  }
  count_inside(reading, gold, pairs, score);
  count_namings(reading, gold, score);
  return score;
}

Figures figures_of(const GoldScore& score, const std::string& prefix) {
  Figures all;
  const auto put = [&](const std::string& name, double value) {
    all.push_back({prefix + "." + name, value});
  };
  const auto put_count = [&](const std::string& name, const Count& count) {
    put(name + ".precision", count.precision());
    put(name + ".recall", count.recall());
    put(name + ".f1", count.f1());
  };
  put_count("found", score.found);
  put("entity.precision", score.entity.precision());
  put("entity.coverage", score.entity.coverage());
  put("entity.accuracy", score.entity.accuracy());
  put("entity.found.coverage", score.found_entity.coverage());
  put("entity.pronouns", static_cast<double>(score.pronoun_entity.gold));
  put("entity.pronouns.accuracy", score.pronoun_entity.accuracy());
  put("entity.pronouns.precision", score.pronoun_entity.precision());
  put("direct.speaker", score.direct_speaker.recall());
  put("direct.entity", score.direct_entity.accuracy());
  for (const auto& [name, count] : score.exact) put(name + ".exact", count.f1());
  for (const char* name : {"speaker", "cue"}) {
    if (const auto found = score.overlap.find(name); found != score.overlap.end()) {
      put(std::string(name) + ".overlap", found->second.f1());
    }
  }
  for (const auto& [name, answers] : score.labels) {
    put(name + ".accuracy", answers.accuracy());
    put(name + ".precision", answers.precision());
  }
  put("inside.accuracy", score.inside.accuracy());
  put("heading", score.heading.f1());
  put_count("namings", score.namings);
  put("namings.namer", score.namers.recall());
  for (const auto& [name, calibration] : score.calibration) put("calibration." + name, calibration.error());
  put("statements", static_cast<double>(score.found.gold));
  return all;
}

Figures sample_figures_of(const GoldScore& score, const std::string& prefix) {
  Figures all;
  all.push_back({prefix + ".found.recall", score.found.recall()});
  for (const auto& [name, answers] : score.labels) {
    all.push_back({prefix + "." + name + ".accuracy", answers.accuracy()});
    all.push_back({prefix + "." + name + ".precision", answers.precision()});
  }
  const auto status = score.labels.find("status");
  const std::uint64_t right = status == score.labels.end() ? 0 : status->second.right;
  all.push_back({prefix + ".status.of_all", share(right, score.found.gold)});
  for (const auto& [name, calibration] : score.calibration) {
    if (!score.labels.contains(name)) continue;  // Who speaks and who names were not annotated.
    all.push_back({prefix + ".calibration." + name, calibration.error()});
  }
  all.push_back({prefix + ".statements", static_cast<double>(score.found.gold)});
  return all;
}

}  // namespace onrecord::eval
