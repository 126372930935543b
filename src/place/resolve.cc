#include "place/resolve.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "place/support.h"

namespace onrecord::place {
namespace {

using gazetteer::Candidate;
using gazetteer::Entry;
using gazetteer::Gazetteer;
using gazetteer::kNoPlace;
using gazetteer::Lead;
using syntax::Tree;
using syntax::Word;

constexpr int kRounds = 3;

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kHalves = {
    {{"North", "South"}, {"South", "North"}, {"East", "West"}, {"West", "East"}}};

// All drafts with one key and one neighbour: one sense.
struct Group {
  std::vector<std::uint32_t> drafts = {};
  std::uint32_t beside = kNoPlace;  // What is named behind its comma, when that is a country or a division.
  std::vector<Scored> scored = {};
  std::vector<std::uint32_t> peers = {};  // Groups of those that stand beside these in a list.
  std::uint32_t best = kNoPlace;
  float margin = 0, top = 0;
  bool held_beside = false;
  float near = 0, named = 0;
};

// Two names, one behind the other, by the lists of what they may mean.
struct NamePair {
  std::uint64_t name = 0, next = 0;
  friend bool operator==(const NamePair&, const NamePair&) = default;
};
struct NamePairHash {
  std::size_t operator()(const NamePair& pair) const {
    return static_cast<std::size_t>((pair.name * 0x9E3779B97F4A7C15ULL) ^
                                    (pair.next * 0xC2B2AE3D27D4EB4FULL));
  }
};

class Resolver {
 public:
  Resolver(const Tree& tree, const Gazetteer& gazetteer, std::vector<Draft>& drafts, const Weights& weights)
      : tree_(tree), gazetteer_(gazetteer), drafts_(drafts), weights_(weights), support_(gazetteer) {}

  void run() {
    make_groups();
    support_.expect(2 * groups_.size());
    for (Group& group : groups_) weigh_alone(group);
    for (Group& group : groups_) choose(group, false);
    for (int round = 0; round < kRounds; ++round) {
      support_.clear();
      for (const Group& group : groups_) support_.add(group.best, weight_of(group), 1.0F);
      for (Group& group : groups_) choose(group, true);
    }
    find_named();
    for (const Group& group : groups_) {
      if (!is_half(group)) settle(group);
    }
  }

 private:
  static float weight_of(const Group& group) { return std::sqrt(static_cast<float>(group.drafts.size())); }

  // The division or country that stands behind a comma: "Paris, Texas".
  std::uint32_t place_beside(std::uint32_t index) {
    if (index + 1 >= drafts_.size()) return kNoPlace;
    const Draft& next = drafts_[index + 1];
    const Word end = drafts_[index].words.end;
    const Word gap = next.words.first - end;
    const bool comma = gap == 1 && tree_.text(end) == ",";
    const bool bracket = gap == 1 && tree_.text(end) == "(";
    const bool adjoining = gap == 0 && (next.postal || next.candidates.empty() ||
                                        next.candidates.front().lead == Lead::abbreviation);
    if (!comma && !bracket && !adjoining) return kNoPlace;
    if (next.candidates.empty()) return kNoPlace;
    const NamePair names{drafts_[index].candidates.number(), next.candidates.number()};
    const auto [known, fresh] = beside_.try_emplace(names, kNoPlace);
    if (fresh) known->second = holder_of(drafts_[index], next);
    return known->second;
  }

  // What of the places called as `next` is holds one that is called as `draft` is.
  std::uint32_t holder_of(const Draft& draft, const Draft& next) const {
    float most = 0;
    std::uint32_t best = kNoPlace;
    for (const Candidate& one : next.candidates) {
      if (one.lead == Lead::adjective || one.lead == Lead::people || one.lead == Lead::seat) continue;
      const Entry entry = gazetteer_.entry(one.place);
      if (entry.kind == PlaceKind::city) continue;
      if (!holds_any(one.place, entry, draft)) continue;
      const float worth =
          static_cast<float>(entry.rank) + 0.1F * std::log10(1.0F + static_cast<float>(entry.population));
      if (worth > most) {
        most = worth;
        best = one.place;
      }
    }
    return best;
  }

  bool holds_any(std::uint32_t place, const Entry& outer, const Draft& draft) const {
    return std::any_of(draft.candidates.begin(), draft.candidates.end(), [&](const Candidate& one) {
      return one.place != place && is_inside(gazetteer_.entry(one.place), outer, place);
    });
  }

  bool is_inside(const Entry& inner, const Entry& outer, std::uint32_t outer_place) const {
    switch (outer.kind) {
      case PlaceKind::country:
        return inner.kind != PlaceKind::country && inner.country != gazetteer::kNowhere &&
               gazetteer_.place_of_country(inner.country) == outer_place;
      case PlaceKind::admin1:
        return inner.kind != PlaceKind::admin1 && inner.admin1 != gazetteer::kNowhere &&
               gazetteer_.place_of_admin1(inner.admin1) == outer_place;
      default:
        return inner.kind == PlaceKind::city && outer.reach > 0 &&
               distance_km(inner, outer) <= 1.3 * static_cast<double>(outer.reach);
    }
  }

  void make_groups() {
    std::unordered_map<std::string, std::uint32_t> by_key;
    std::vector<std::uint32_t> group_of(drafts_.size(), kNoPlace);
    for (std::uint32_t i = 0; i < drafts_.size(); ++i) {
      const Draft& draft = drafts_[i];
      if (draft.candidates.empty()) continue;
      const std::uint32_t beside = place_beside(i);
      // Two towns of one name, told apart by what stands beside them, are two senses; where nothing stands,
      // the first that is told holds.
      auto [at, fresh] = by_key.try_emplace(draft.key, static_cast<std::uint32_t>(groups_.size()));
      if (fresh) {
        groups_.push_back({.beside = beside});
      } else if (beside != kNoPlace && groups_[at->second].beside == kNoPlace) {
        groups_[at->second].beside = beside;
      } else if (beside != kNoPlace && groups_[at->second].beside != beside) {
        auto [own, new_own] = by_key.try_emplace(draft.key + "," + std::to_string(beside),
                                                 static_cast<std::uint32_t>(groups_.size()));
        if (new_own) groups_.push_back({.beside = beside});
        at = own;
      }
      groups_[at->second].drafts.push_back(i);
      group_of[i] = at->second;
    }
    for (std::uint32_t i = 0; i + 1 < drafts_.size(); ++i) {
      if (group_of[i] == kNoPlace || group_of[i + 1] == kNoPlace || !is_listed(i)) continue;
      groups_[group_of[i]].peers.push_back(group_of[i + 1]);
      groups_[group_of[i + 1]].peers.push_back(group_of[i]);
    }
    for (Group& group : groups_) {
      std::sort(group.peers.begin(), group.peers.end());
      group.peers.erase(std::unique(group.peers.begin(), group.peers.end()), group.peers.end());
    }
  }

  // "France, Britain", "Georgia and Alabama"
  bool is_listed(std::uint32_t index) const {
    const Word end = drafts_[index].words.end;
    if (drafts_[index + 1].words.first != end + 1) return false;
    const std::string_view between = tree_.text(end);
    return between == "," || between == "and" || between == "or" || between == "&";
  }

  // Whether one that stands beside it in a list is taken for one of its kind: divisions of one country, or
  // countries.
  bool has_peer(const Group& group, const Scored& one) const {
    if (one.kind != PlaceKind::country && one.kind != PlaceKind::admin1) return false;
    return std::any_of(group.peers.begin(), group.peers.end(), [&](std::uint32_t other) {
      if (groups_[other].best == kNoPlace) return false;
      const Entry peer = gazetteer_.entry(groups_[other].best);
      return peer.kind == one.kind && (one.kind == PlaceKind::country || peer.country == one.country);
    });
  }

  void weigh_alone(Group& group) {
    const Draft& draft = drafts_[group.drafts.front()];
    const Entry outer = group.beside != kNoPlace ? gazetteer_.entry(group.beside) : Entry{};
    // "Kansas, California and Ohio" is a list, not a town in California.
    const bool listed =
        std::any_of(draft.candidates.begin(), draft.candidates.end(), [&](const Candidate& one) {
          const Entry entry = gazetteer_.entry(one.place);
          return entry.kind == PlaceKind::country || (entry.kind == PlaceKind::admin1 && entry.rank == 5);
        });
    for (const Candidate& one : draft.candidates) {
      const Entry entry = gazetteer_.entry(one.place);
      Scored scored{.place = one.place,
                    .country = entry.country,
                    .admin1 = entry.admin1,
                    .kind = entry.kind,
                    .rank = entry.rank};
      scored.latitude = static_cast<float>(entry.latitude);
      scored.longitude = static_cast<float>(entry.longitude);
      scored.alone = prior(entry, one.lead);
      scored.beside = group.beside != kNoPlace && is_inside(entry, outer, group.beside);
      if (scored.beside) scored.alone += listed && entry.rank < 5 ? weights_.listed : weights_.beside;
      group.scored.push_back(scored);
    }
    shadow(group);
  }

  // A division that is called like its own chief town: who says "Moscow" means the town. Not where divisions
  // are known by their names alone: "Quebec".
  void shadow(Group& group) const {
    std::unordered_map<std::uint16_t, std::uint8_t> towns;  // By country, the highest rank.
    for (const Scored& one : group.scored) {
      if (one.kind == PlaceKind::city) towns[one.country] = std::max(towns[one.country], one.rank);
    }
    for (Scored& one : group.scored) {
      const auto town = towns.find(one.country);
      if (town == towns.end()) continue;
      const bool lesser = one.kind == PlaceKind::admin1 && one.rank < 5 && town->second >= 4;
      if (lesser || one.kind == PlaceKind::admin2) one.alone += weights_.shadowed;
    }
  }

  float prior(const Entry& entry, Lead lead) const {
    float score = weights_.people * std::log10(1.0F + static_cast<float>(entry.population));
    switch (entry.kind) {
      case PlaceKind::country:
      case PlaceKind::continent:
        score += weights_.country;
        break;
      case PlaceKind::admin1:
        score += weights_.admin1 + (entry.rank < 5 ? weights_.lesser_admin1 : 0.0F);
        break;
      case PlaceKind::admin2:
        score += weights_.admin2;
        break;
      case PlaceKind::city:
        score += entry.rank == 6 ? weights_.capital : entry.rank == 5 ? weights_.seat : 0.0F;
        break;
      default:
        score += weights_.region + 6 * weights_.people;
        break;
    }
    if (lead == Lead::other) score += weights_.other_name;
    if (lead == Lead::bare) score += weights_.bare;
    return score;
  }

  void choose(Group& group, bool with_others) {
    float top = -std::numeric_limits<float>::infinity(), second = top;
    const Scored* best = nullptr;
    // What the group itself gave is no evidence for it.
    if (with_others) support_.add(group.best, weight_of(group), -1.0F);
    for (const Scored& one : group.scored) {
      float score = one.alone;
      if (with_others) {
        const Evidence evidence = support_.evidence(one);
        score += weights_.country_named * std::log2(1.0F + evidence.country) +
                 weights_.admin1_named * std::log2(1.0F + evidence.admin1) +
                 weights_.near * std::log2(1.0F + evidence.near) +
                 (has_peer(group, one) ? weights_.peer : 0.0F);
      }
      if (score > top) {
        second = std::exchange(top, score);
        best = &one;
      } else if (score > second) {
        second = score;
      }
    }
    if (with_others) support_.add(group.best, weight_of(group), 1.0F);
    const std::uint32_t before = group.best;
    group.best = best != nullptr && top >= weights_.least ? best->place : kNoPlace;
    group.held_beside = best != nullptr && best->beside;
    group.margin = top - second;
    group.top = top;
    if (with_others && before != group.best) {
      support_.add(before, weight_of(group), -1.0F);
      support_.add(group.best, weight_of(group), 1.0F);
    }
    if (with_others && best != nullptr) {
      const Evidence evidence = support_.evidence(*best);
      group.near = evidence.near;
      group.named = evidence.country + evidence.admin1;
    }
  }

  // Countries that the report calls by more than the tail of their name.
  void find_named() {
    for (const Group& group : groups_) {
      if (group.best != kNoPlace && twin_of(group) == kNoPlace) named_.insert(group.best);
    }
  }

  // Of a country that is one half of a land, called by the land's name ("Korea"): the other half.
  std::uint32_t twin_of(const Group& group) const {
    const Entry entry = gazetteer_.entry(group.best);
    if (entry.kind != PlaceKind::country) return kNoPlace;
    for (const auto& [one, other] : kHalves) {
      if (!entry.name.starts_with(one) || entry.name.size() <= one.size() || entry.name[one.size()] != ' ')
        continue;
      const std::string_view land = entry.name.substr(one.size() + 1);
      std::string key;
      gazetteer::make_key(gazetteer_.folds(), land, key);
      if (key != drafts_[group.drafts.front()].key) return kNoPlace;
      gazetteer::make_key(gazetteer_.folds(), std::string(other) + " " + std::string(land), key);
      const gazetteer::Candidates found = gazetteer_.find(key);
      for (std::uint32_t i = 0; i < found.size(); ++i) {
        if (gazetteer_.entry(found[i].place).kind == PlaceKind::country) return found[i].place;
      }
    }
    return kNoPlace;
  }

  // Whether the land may be meant and not this half of it: the half is not named, or the other is, too.
  bool is_half(const Group& group) const {
    if (group.best == kNoPlace) return false;
    const std::uint32_t twin = twin_of(group);
    return twin != kNoPlace && (!named_.contains(group.best) || named_.contains(twin));
  }

  std::string_view reason(const Group& group) const {
    if (group.held_beside) return "inside what is named beside it";
    if (group.scored.size() == 1) return "the only place called so";
    if (group.near > 1.0F) return "near other places of the report";
    if (group.named > 1.0F) return "in a country or division that the report names";
    return "the largest called so";
  }

  void settle(const Group& group) {
    if (group.best == kNoPlace) return;
    const std::string_view rule = reason(group);
    const float score = 1.0F / (1.0F + std::exp(-0.9F * std::min(group.margin, 8.0F)));
    for (const std::uint32_t index : group.drafts) {
      Draft& draft = drafts_[index];
      draft.place = group.best;
      draft.place_score = group.held_beside ? std::max(score, 0.95F) : score;
      draft.rule = rule;
    }
  }

  const Tree& tree_;
  const Gazetteer& gazetteer_;
  std::vector<Draft>& drafts_;
  const Weights& weights_;
  std::vector<Group> groups_;
  std::unordered_map<NamePair, std::uint32_t, NamePairHash> beside_;  // What was found already.
  std::unordered_set<std::uint32_t> named_;
  Support support_;
};

}  // namespace

void resolve(const Tree& tree, const Gazetteer& gazetteer, std::vector<Draft>& drafts,
             const Weights& weights) {
  Resolver(tree, gazetteer, drafts, weights).run();
}

}  // namespace onrecord::place
