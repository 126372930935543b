#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <unordered_map>

#include "eval/coref.h"

namespace onrecord::eval {
namespace {

constexpr std::uint32_t kNowhere = 0xFFFFFFFFU;

// Entities as lists of mention numbers; a mention of both sides has one number.
using Entities = std::vector<std::vector<std::uint32_t>>;

struct Sides {
  Entities gold, system;
  std::vector<std::uint32_t> gold_of, system_of;  // By mention number: the entity, or kNowhere.
};

Entities entities_of(const CorefDocument& document, const std::vector<std::uint32_t>& numbers,
                     bool singletons) {
  std::map<std::uint32_t, std::vector<std::uint32_t>> by_entity;
  for (std::size_t m = 0; m < document.mentions.size(); ++m) {
    by_entity[document.mentions[m].entity].push_back(numbers[m]);
  }
  Entities entities;
  for (auto& [entity, mentions] : by_entity) {
    if (singletons || mentions.size() > 1) entities.push_back(std::move(mentions));
  }
  return entities;
}

// Same words first; then, by head, what is left.
std::vector<std::uint32_t> numbers_of(const CorefDocument& gold, const CorefDocument& system, bool by_head) {
  std::vector<std::uint32_t> numbers(system.mentions.size(), kNowhere);
  std::vector<bool> taken(gold.mentions.size(), false);
  const auto match = [&](auto key) {
    std::map<std::uint64_t, std::vector<std::uint32_t>> free;
    for (auto g = static_cast<std::uint32_t>(gold.mentions.size()); g-- > 0;) {
      if (!taken[g]) free[key(gold.mentions[g])].push_back(g);
    }
    for (std::size_t s = 0; s < numbers.size(); ++s) {
      if (numbers[s] != kNowhere) continue;
      const auto found = free.find(key(system.mentions[s]));
      if (found == free.end() || found->second.empty()) continue;
      numbers[s] = found->second.back();
      taken[numbers[s]] = true;
      found->second.pop_back();
    }
  };
  match([](const CorefMention& m) { return (std::uint64_t{m.first} << 32U) | m.end; });
  if (by_head) match([](const CorefMention& m) { return std::uint64_t{m.head}; });
  auto next = static_cast<std::uint32_t>(gold.mentions.size());
  for (std::uint32_t& number : numbers) {
    if (number == kNowhere) number = next++;
  }
  return numbers;
}

std::vector<std::uint32_t> owners(const Entities& entities, std::size_t count) {
  std::vector<std::uint32_t> owner(count, kNowhere);
  for (std::uint32_t e = 0; e < entities.size(); ++e) {
    for (const std::uint32_t mention : entities[e]) owner[mention] = e;
  }
  return owner;
}

// One half of MUC: links of `entities` that the other side keeps.
Ratio muc(const Entities& entities, const std::vector<std::uint32_t>& other) {
  Ratio ratio;
  for (const auto& entity : entities) {
    std::set<std::uint32_t> parts;
    std::size_t alone = 0;
    for (const std::uint32_t mention : entity) {
      if (other[mention] == kNowhere) {
        ++alone;
      } else {
        parts.insert(other[mention]);
      }
    }
    ratio.right += static_cast<double>(entity.size()) - static_cast<double>(parts.size() + alone);
    ratio.of += static_cast<double>(entity.size()) - 1;
  }
  return ratio;
}

Ratio b_cubed(const Entities& entities, const std::vector<std::uint32_t>& other) {
  Ratio ratio;
  for (const auto& entity : entities) {
    std::map<std::uint32_t, double> shared;
    for (const std::uint32_t mention : entity) {
      if (other[mention] != kNowhere) ++shared[other[mention]];
    }
    for (const auto& [owner, count] : shared)
      ratio.right += count * count / static_cast<double>(entity.size());
    ratio.of += static_cast<double>(entity.size());
  }
  return ratio;
}

// The greatest sum of weight[row][column] with each row and column used once (Hungarian method; rows ≤
// columns).
double best_sum(const std::vector<std::vector<double>>& weight) {
  const std::size_t rows = weight.size(), columns = rows == 0 ? 0 : weight[0].size();
  std::vector<double> u(rows + 1, 0), v(columns + 1, 0);
  std::vector<std::size_t> row_of(columns + 1, 0), way(columns + 1, 0);
  for (std::size_t row = 1; row <= rows; ++row) {
    row_of[0] = row;
    std::size_t column = 0;
    std::vector<double> least(columns + 1, std::numeric_limits<double>::max());
    std::vector<bool> used(columns + 1, false);
    do {
      used[column] = true;
      const std::size_t at = row_of[column];
      double delta = std::numeric_limits<double>::max();
      std::size_t next = 0;
      for (std::size_t c = 1; c <= columns; ++c) {
        if (used[c]) continue;
        const double cost = -weight[at - 1][c - 1] - u[at] - v[c];
        if (cost < least[c]) least[c] = cost, way[c] = column;
        if (least[c] < delta) delta = least[c], next = c;
      }
      for (std::size_t c = 0; c <= columns; ++c) {
        if (used[c]) {
          u[row_of[c]] += delta;
          v[c] -= delta;
        } else {
          least[c] -= delta;
        }
      }
      column = next;
    } while (row_of[column] != 0);
    for (; column != 0; column = way[column]) row_of[column] = row_of[way[column]];
  }
  double sum = 0;
  for (std::size_t c = 1; c <= columns; ++c) {
    if (row_of[c] != 0) sum += weight[row_of[c] - 1][c - 1];
  }
  return sum;
}

double best_alignment(const Sides& sides) {
  const bool swap = sides.gold.size() > sides.system.size();
  const Entities& rows = swap ? sides.system : sides.gold;
  const Entities& columns = swap ? sides.gold : sides.system;
  const auto& owner = swap ? sides.gold_of : sides.system_of;
  std::vector<std::vector<double>> weight(rows.size(), std::vector<double>(columns.size(), 0));
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (const std::uint32_t mention : rows[r]) {
      if (owner[mention] != kNowhere) ++weight[r][owner[mention]];
    }
    for (std::size_t c = 0; c < columns.size(); ++c) {
      weight[r][c] *= 2 / static_cast<double>(rows[r].size() + columns[c].size());
    }
  }
  return best_sum(weight);
}

bool is_third_person(const std::string& pronoun) {
  static const std::set<std::string> kAll = {"he",   "him",     "his",    "himself",   "she",    "her",
                                             "hers", "herself", "it",     "its",       "itself", "they",
                                             "them", "their",   "theirs", "themselves"};
  return kAll.contains(pronoun);
}

}  // namespace

double CorefMeasure::f1() const {
  const double p = precision.percent(), r = recall.percent();
  return p + r == 0 ? 0 : 2 * p * r / (p + r);
}

void CorefScore::add(const CorefScore& other) {
  mentions.add(other.mentions);
  muc.add(other.muc);
  b_cubed.add(other.b_cubed);
  ceaf_e.add(other.ceaf_e);
}

CorefScore score_coref(const CorefDocument& gold, const CorefDocument& system, bool by_head,
                       bool singletons) {
  std::vector<std::uint32_t> own(gold.mentions.size());
  for (std::uint32_t m = 0; m < own.size(); ++m) own[m] = m;
  const auto numbers = numbers_of(gold, system, by_head);
  const std::size_t count = gold.mentions.size() + system.mentions.size();
  Sides sides;
  sides.gold = entities_of(gold, own, singletons);
  sides.system = entities_of(system, numbers, singletons);
  sides.gold_of = owners(sides.gold, count);
  sides.system_of = owners(sides.system, count);
  CorefScore score;
  double in_gold = 0, in_system = 0, in_both = 0;
  for (std::size_t m = 0; m < count; ++m) {
    in_gold += sides.gold_of[m] != kNowhere ? 1 : 0;
    in_system += sides.system_of[m] != kNowhere ? 1 : 0;
    in_both += sides.gold_of[m] != kNowhere && sides.system_of[m] != kNowhere ? 1 : 0;
  }
  score.mentions = {{in_both, in_system}, {in_both, in_gold}};
  score.muc = {muc(sides.system, sides.gold_of), muc(sides.gold, sides.system_of)};
  score.b_cubed = {b_cubed(sides.system, sides.gold_of), b_cubed(sides.gold, sides.system_of)};
  const double aligned = best_alignment(sides);
  score.ceaf_e = {{aligned, static_cast<double>(sides.system.size())},
                  {aligned, static_cast<double>(sides.gold.size())}};
  return score;
}

PronounScore score_pronouns(const CorefDocument& gold, const CorefDocument& system,
                            const std::set<std::uint32_t>* only) {
  std::map<std::uint32_t, std::vector<std::uint32_t>> by_head;  // Head → the system's entities there.
  std::map<std::uint32_t, std::uint32_t> pronouns, sizes;
  for (const CorefMention& mention : system.mentions) {
    by_head[mention.head].push_back(mention.entity);
    ++sizes[mention.entity];
    if (!mention.pronoun.empty()) pronouns[mention.head] = mention.entity;
  }
  PronounScore score;
  std::map<std::uint32_t, std::uint32_t>
      nearest;  // Gold entity → head of its last mention that is no pronoun.
  for (const CorefMention& mention : gold.mentions) {
    if (mention.pronoun.empty()) {
      nearest[mention.entity] = mention.head;
      continue;
    }
    const auto antecedent = nearest.find(mention.entity);
    if (!is_third_person(mention.pronoun) || antecedent == nearest.end()) continue;
    if (only != nullptr && !only->contains(mention.head)) continue;
    ++score.all;
    const auto found = pronouns.find(mention.head);
    if (found == pronouns.end() || sizes[found->second] < 2) continue;
    ++score.resolved;
    const auto& there = by_head[antecedent->second];
    score.right += std::find(there.begin(), there.end(), found->second) != there.end() ? 1 : 0;
  }
  return score;
}

}  // namespace onrecord::eval
