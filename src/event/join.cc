#include "event/join.h"

#include <algorithm>
#include <array>
#include <string>

#include "event/tables.h"

namespace onrecord::event {
namespace {

constexpr std::size_t kFarthest = 40;  // Groups back that a mention may belong to.
constexpr std::size_t kStem = 5;       // Letters by which "shelled" and "shelling" are of one family.

bool is_definite(const Tree& tree, Word noun) {
  for (const Word c : tree.children(noun)) {
    if (c > noun) break;
    const std::string text = lower(tree.text(c));
    if (tree.is(c, "det") &&
        (text == "the" || text == "this" || text == "that" || text == "these" || text == "those"))
      return true;
    if (tree.is(c, "nmod:poss")) return true;
  }
  return false;
}

// "Another attack", "a second round", "new talks".
bool is_new(const Tree& tree, Word noun) {
  for (const Word c : tree.children(noun)) {
    if (c > noun) break;
    const std::string text = lower(tree.text(c));
    if (tree.is_any(c, {"det", "amod", "nummod"}) && table_value("new", text)) return true;
  }
  return false;
}

// The group of words that may stand for one another: "talks", "negotiations", "meeting".
std::string family(const Tree& tree, Word word) {
  const std::string lemma = lemma_of(tree, word);
  if (const auto group = table_value("family", lemma)) return std::string(*group);
  return lemma.substr(0, kStem);
}

bool share_entity(const std::vector<DraftParty>& some, const std::vector<DraftParty>& others) {
  for (const DraftParty& one : some) {
    for (const DraftParty& other : others) {
      if (one.party.entity && one.party.entity == other.party.entity) return true;
      if (one.head == other.head) return true;
    }
  }
  return false;
}

// Whether both name somebody and it is not the same.
bool differ(const std::vector<DraftParty>& some, const std::vector<DraftParty>& others) {
  const auto named = [](const std::vector<DraftParty>& all) {
    return std::any_of(all.begin(), all.end(),
                       [](const DraftParty& one) { return one.party.entity.has_value(); });
  };
  return named(some) && named(others) && !share_entity(some, others);
}

bool is_given(const Clock& clock) {
  return clock.period && (clock.dating == Dating::explicit_ || clock.dating == Dating::publication ||
                          clock.dating == Dating::earlier_time);
}

bool apart_in_time(const Draft& one, const Draft& other) {
  if (!is_given(one.happened) || !is_given(other.happened)) return false;
  const Period& a = *one.happened.period;
  const Period& b = *other.happened.period;
  return (a.last < b.first && !a.open_last && !b.open_first) ||
         (b.last < a.first && !b.open_last && !a.open_first);
}

bool apart_in_space(const Ground& ground, const Draft& one, const Draft& other) {
  if (!one.place || !other.place) return false;
  const Places& all = ground.told().places;
  const auto a = all.mentions[*one.place].place;
  const auto b = all.mentions[*other.place].place;
  if (!a || !b || *a == *b) return false;
  const Place& x = all.places[*a];
  const Place& y = all.places[*b];
  // A country and a town in it do not contradict each other.
  const bool wide = x.kind == PlaceKind::country || y.kind == PlaceKind::country;
  return !(wide && x.country == y.country);
}

bool is_real(EventStatus status) {
  return status == EventStatus::happened || status == EventStatus::background ||
         status == EventStatus::alleged;
}

// Statuses that one happening can have at two places of a report.
bool may_be_one(EventStatus one, EventStatus other) {
  if (one == other || is_real(one) == is_real(other)) return one != EventStatus::background || other == one;
  // A plan, and then its fulfilment.
  return one == EventStatus::planned || other == EventStatus::planned;
}

bool same(const Ground& ground, const Draft& later, const Draft& earlier) {
  const Tree& tree = ground.tree();
  if (later.type != earlier.type || !may_be_one(later.status, earlier.status)) return false;
  if (!later.mode.empty() && !earlier.mode.empty() && later.mode != earlier.mode) return false;
  if (apart_in_time(later, earlier) || apart_in_space(ground, later, earlier)) return false;
  const bool shared =
      share_entity(later.agents, earlier.agents) || share_entity(later.recipients, earlier.recipients) ||
      (is_mutual(later.type) &&
       (share_entity(later.agents, earlier.recipients) || share_entity(later.recipients, earlier.agents)));
  if (!is_mutual(later.type) &&
      (differ(later.agents, earlier.agents) || differ(later.recipients, earlier.recipients)))
    return false;
  if (is_mutual(later.type) && !shared && !later.agents.empty() && !earlier.agents.empty() &&
      differ(later.agents, earlier.agents))
    return false;
  const bool kin = family(tree, later.word) == family(tree, earlier.word);
  if (!kin) return false;
  if (!is_nominal(tree, later.word) || tree.is_verb(later.word)) return shared || earlier.in_heading;
  if (is_new(tree, later.word)) return false;
  return shared || is_definite(tree, later.word) || earlier.in_heading;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> join(const Ground& ground, const std::vector<Draft>& drafts) {
  std::vector<std::vector<std::uint32_t>> groups;
  for (std::uint32_t i = 0; i < drafts.size(); ++i) {
    bool joined = false;
    for (std::size_t back = 1; back <= std::min(kFarthest, groups.size()) && !joined; ++back) {
      auto& group = groups[groups.size() - back];
      // Each mention of the group must agree, and one must be the same.
      const std::size_t few = std::min<std::size_t>(group.size(), 4);
      for (std::size_t k = 0; k < few && !joined; ++k) joined = same(ground, drafts[i], drafts[group[k]]);
      if (joined) group.push_back(i);
    }
    if (!joined) groups.push_back({i});
  }
  return groups;
}

}  // namespace onrecord::event
