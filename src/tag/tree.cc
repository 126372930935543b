#include "tag/tree.h"

#include <algorithm>
#include <cmath>

#include "tag/kernels.h"

namespace onrecord::tag {
namespace {

struct Arc {
  std::uint32_t dependent = 0, head = 0;
};

// Chu and Liu's, and Edmonds', in one matrix: a cycle becomes a single node, which lives on in the row and
// column of its first member. Each contraction costs (members × nodes), so all of them the square of the
// words.
class SpanningTree {
 public:
  explicit SpanningTree(const ArcScores& scores);
  void solve(std::vector<std::uint32_t>& heads);

 private:
  struct Member {
    Arc arc;                            // The one that held it in the cycle.
    std::vector<std::uint32_t> leaves;  // The words it stands for.
  };

  double& weight(std::size_t d, std::size_t h) { return weights_[d * nodes_ + h]; }
  Arc& arc(std::size_t d, std::size_t h) { return arcs_[d * nodes_ + h]; }
  void choose_best(std::uint32_t node);
  std::vector<std::uint32_t> find_cycle();
  void contract(const std::vector<std::uint32_t>& cycle);
  void redirect(const std::vector<std::uint32_t>& cycle);
  void expand(std::vector<std::uint32_t>& heads) const;

  std::size_t nodes_;  // Words and, last, the root.
  std::uint32_t root_;
  std::vector<double> weights_;
  std::vector<Arc> arcs_;              // Which of the sentence's arcs a weight is about.
  std::vector<std::uint32_t> active_;  // Nodes not swallowed by another, without the root.
  std::vector<std::uint32_t> best_;    // The head chosen for each active node.
  std::vector<std::vector<std::uint32_t>> leaves_;
  std::vector<std::vector<Member>> contractions_;
  std::vector<bool> in_cycle_;
};

SpanningTree::SpanningTree(const ArcScores& scores)
    : nodes_(scores.words + 1),
      root_(static_cast<std::uint32_t>(scores.words)),
      weights_(nodes_ * nodes_),
      arcs_(nodes_ * nodes_),
      best_(nodes_),
      leaves_(nodes_),
      in_cycle_(nodes_) {
  double most = 0;
  for (std::uint32_t d = 0; d < root_; ++d) {
    for (std::uint32_t h = 0; h <= root_; ++h) {
      const double score = d == h ? 0.0 : static_cast<double>(scores.at(d, h));
      weight(d, h) = std::isfinite(score) ? score : -1e9;
      most = std::max(most, std::abs(weight(d, h)));
      arc(d, h) = {d, h};
    }
    active_.push_back(d);
    leaves_[d] = {d};
  }
  // A second arc from the root costs more than any choice of the others can win back.
  const double cost = 2 * most * static_cast<double>(nodes_) + 1;
  for (std::uint32_t d = 0; d < root_; ++d) weight(d, root_) -= cost;
}

void SpanningTree::choose_best(std::uint32_t node) {
  std::uint32_t best = root_;
  for (const std::uint32_t h : active_) {
    if (h != node && weight(node, h) > weight(node, best)) best = h;
  }
  best_[node] = best;
}

std::vector<std::uint32_t> SpanningTree::find_cycle() {
  std::vector<std::uint32_t> visit(nodes_, 0);  // Which walk came by; 0: none.
  std::uint32_t walk = 0;
  for (const std::uint32_t begin : active_) {
    ++walk;
    std::uint32_t node = begin;
    while (node != root_ && visit[node] == 0) {
      visit[node] = walk;
      node = best_[node];
    }
    if (node == root_ || visit[node] != walk) continue;
    std::vector<std::uint32_t> cycle;
    for (std::uint32_t n = node; cycle.empty() || n != node; n = best_[n]) cycle.push_back(n);
    return cycle;
  }
  return {};
}

// Arcs into and out of the cycle become arcs of its first member. An arc in replaces the one its word had
// there.
void SpanningTree::redirect(const std::vector<std::uint32_t>& cycle) {
  const std::uint32_t whole = cycle.front();
  std::vector<std::uint32_t> others = active_;
  others.push_back(root_);
  for (const std::uint32_t other : others) {
    if (in_cycle_[other]) continue;
    const auto gain = [&](std::uint32_t member) {
      return weight(member, other) - weight(member, best_[member]);
    };
    std::uint32_t entry = whole;
    std::uint32_t exit = whole;
    for (const std::uint32_t member : cycle) {
      if (gain(member) > gain(entry)) entry = member;
      if (other != root_ && weight(other, member) > weight(other, exit)) exit = member;
    }
    const double entry_weight = gain(entry);
    arc(whole, other) = arc(entry, other);
    weight(whole, other) = entry_weight;
    if (other == root_) continue;
    arc(other, whole) = arc(other, exit);
    weight(other, whole) = weight(other, exit);
    if (in_cycle_[best_[other]]) best_[other] = whole;
  }
}

void SpanningTree::contract(const std::vector<std::uint32_t>& cycle) {
  for (const std::uint32_t member : cycle) in_cycle_[member] = true;
  std::vector<Member> members;
  for (const std::uint32_t member : cycle) members.push_back({arc(member, best_[member]), leaves_[member]});
  redirect(cycle);
  const std::uint32_t whole = cycle.front();
  for (const std::uint32_t member : cycle) {
    in_cycle_[member] = false;
    if (member == whole) continue;
    leaves_[whole].insert(leaves_[whole].end(), leaves_[member].begin(), leaves_[member].end());
    active_.erase(std::find(active_.begin(), active_.end(), member));
  }
  contractions_.push_back(std::move(members));
  choose_best(whole);
}

// The arc into a contracted node frees one member of its cycle; the others keep the arcs they had in it.
void SpanningTree::expand(std::vector<std::uint32_t>& heads) const {
  constexpr std::uint32_t kNone = 0xFFFFFFFFU;
  heads.assign(root_, kNone);
  for (const std::uint32_t node : active_) {
    const Arc chosen = arcs_[node * nodes_ + best_[node]];
    heads[chosen.dependent] = chosen.head;
  }
  for (auto members = contractions_.rbegin(); members != contractions_.rend(); ++members) {
    for (const Member& member : *members) {
      const bool entered = std::any_of(member.leaves.begin(), member.leaves.end(),
                                       [&](std::uint32_t leaf) { return heads[leaf] != kNone; });
      if (!entered) heads[member.arc.dependent] = member.arc.head;
    }
  }
}

void SpanningTree::solve(std::vector<std::uint32_t>& heads) {
  for (const std::uint32_t node : active_) choose_best(node);
  for (auto cycle = find_cycle(); !cycle.empty(); cycle = find_cycle()) contract(cycle);
  expand(heads);
}

}  // namespace

bool is_tree(const std::vector<std::uint32_t>& heads) {
  const auto words = static_cast<std::uint32_t>(heads.size());
  if (std::count(heads.begin(), heads.end(), words) != 1) return false;
  std::vector<std::uint32_t> visit(words, 0);
  for (std::uint32_t begin = 0; begin < words; ++begin) {
    std::uint32_t node = begin;
    while (node != words && visit[node] == 0) {
      visit[node] = begin + 1;
      node = heads[node];
    }
    if (node != words && visit[node] == begin + 1) return false;
  }
  return true;
}

void best_tree(const ArcScores& scores, std::vector<std::uint32_t>& heads) {
  const auto words = static_cast<std::uint32_t>(scores.words);
  heads.resize(words);
  for (std::uint32_t d = 0; d < words; ++d) {
    heads[d] =
        static_cast<std::uint32_t>(kernels().argmax(scores.data + d * scores.stride, scores.words + 1));
  }
  if (words > 0 && !is_tree(heads)) SpanningTree(scores).solve(heads);
}

}  // namespace onrecord::tag
