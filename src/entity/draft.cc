#include "entity/draft.h"

#include <algorithm>
#include <utility>

namespace onrecord::entity {
namespace {

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

template <typename Value>
Value known_of(Value a, Value b) {
  return a == Value::unknown ? b : a;
}

}  // namespace

bool agree(Number a, Number b) { return a == Number::unknown || b == Number::unknown || a == b; }
bool agree(Gender a, Gender b) { return a == Gender::unknown || b == Gender::unknown || a == b; }

bool agree(EntityKind a, EntityKind b) {
  if (a == b || a == EntityKind::unknown || b == EntityKind::unknown) return true;
  // "Moscow" is a town and a government; a team or a ministry is several persons and a body.
  const auto body = [](EntityKind kind) {
    return kind == EntityKind::organization || kind == EntityKind::place || kind == EntityKind::group;
  };
  return body(a) && body(b);
}

bool agree_as_persons(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty() || a == b) return true;
  const auto one = words_of(a), other = words_of(b);
  if (one.empty() || other.empty()) return true;
  const auto& shorter = one.size() <= other.size() ? one : other;
  const auto& longer = one.size() <= other.size() ? other : one;
  // "Vega Marín" in "Tomás Vega Marín", a middle name by itself.
  if (std::search(longer.begin(), longer.end(), shorter.begin(), shorter.end()) != longer.end()) return true;
  if (shorter.size() == 1) return false;
  if (one.back() != other.back()) return false;
  const std::string_view first = one.front(), second = other.front();
  if (first == second) return true;
  const bool initial = first.size() == 1 || second.size() == 1;
  return (initial && first.front() == second.front()) ||
         (first.size() > 2 && second.size() > 2 && (first.starts_with(second) || second.starts_with(first)));
}

Draft::Draft(const Scene& of, std::vector<Sighting> sightings) : scene(of), mentions(std::move(sightings)) {
  by_head_.assign(scene.tree.size(), kNone);
  several_.assign(scene.tree.size(), kNone);
  several_with_.assign(size(), kNone);
  parent_.resize(size());
  profiles_.resize(size());
  scores_.assign(size(), 1.0F);
  for (std::uint32_t m = 0; m < size(); ++m) {
    const Sighting& mention = mentions[m];
    (mention.members.empty() ? by_head_ : several_)[mention.head] = m;
    for (const std::uint32_t member : mention.members) several_with_[member] = m;
    parent_[m] = m;
    Profile& profile = profiles_[m];
    profile.kind = mention.entity;
    profile.number = mention.number;
    profile.gender = mention.gender;
    profile.first = m;
    profile.named = mention.kind == MentionKind::name;
    profile.only_quoted = mention.quoted;
    profile.told = mention.kind != MentionKind::pronoun;
    if (!profile.named) continue;
    (mention.entity == EntityKind::person ? profile.person : profile.body) = name_text(scene, mention.name);
  }
}

std::uint32_t Draft::entity(std::uint32_t mention) const {
  std::uint32_t root = mention;
  while (parent_[root] != root) root = parent_[root];
  while (parent_[mention] != root) mention = std::exchange(parent_[mention], root);
  return root;
}

bool Draft::agree(std::uint32_t a, std::uint32_t b) const {
  const Profile& one = profile(a);
  const Profile& other = profile(b);
  return entity::agree(one.kind, other.kind) && entity::agree(one.number, other.number) &&
         entity::agree(one.gender, other.gender) && agree_as_persons(one.person, other.person);
}

void Draft::join(std::uint32_t earlier, std::uint32_t later, float score) {
  std::uint32_t into = entity(earlier), from = entity(later);
  scores_[later] = std::min(scores_[later], score);
  if (into == from) return;
  if (profiles_[into].size < profiles_[from].size) std::swap(into, from);
  parent_[from] = into;
  Profile& profile = profiles_[into];
  Profile& other = profiles_[from];
  profile.kind = known_of(profile.kind, other.kind);
  profile.number = known_of(profile.number, other.number);
  profile.gender = known_of(profile.gender, other.gender);
  profile.size += other.size;
  profile.first = std::min(profile.first, other.first);
  profile.named = profile.named || other.named;
  profile.only_quoted = profile.only_quoted && other.only_quoted;
  profile.told = profile.told || other.told;
  if (other.person.size() > profile.person.size()) profile.person = std::move(other.person);
  if (other.body.size() > profile.body.size()) profile.body = std::move(other.body);
}

}  // namespace onrecord::entity
