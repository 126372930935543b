// What one mention alone does not tell of a name: the noun right before it, and what the report takes the
// same name for elsewhere.

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "entity/mention.h"

namespace onrecord::entity {
namespace {

constexpr int kToldByNoun =
    3;  // Votes of "the carmaker Voltane" for a body against the neural reader's tags.

bool is_body(EntityKind kind) {
  return kind == EntityKind::organization || kind == EntityKind::place || kind == EntityKind::group;
}

// "the daily Norrbladet", "Serra's colleague Marco Bassi": nothing stands between, and the tree has the two
// beside each other or one below the other.
bool is_described_by(const Scene& scene, const Sighting& name, const Sighting& noun) {
  const auto& tree = scene.tree;
  if (name.kind != MentionKind::name || !name.members.empty() || noun.sentence != name.sentence) return false;
  if (name.words.first != noun.head + 1 && name.name.first != noun.head + 1) return false;
  if (tree.head(name.head) == noun.head)
    return tree.is_any(name.head, {"appos", "flat", "nmod", "dep"}) && !tree.child(name.head, "case");
  return tree.head(name.head) == tree.head(noun.head) && tree.relation(name.head) == tree.relation(noun.head);
}

void become(Sighting& name, EntityKind kind) {
  name.entity = kind;
  const bool person = kind == EntityKind::person;
  name.gender = person ? Gender::unknown : Gender::neuter;
  name.number = person ? Number::singular : Number::unknown;
}

class Settler {
 public:
  Settler(const Scene& scene, std::vector<Sighting>& all) : scene_(scene), all_(all) {}

  void settle() {
    for (std::size_t m = 0; m < all_.size(); ++m) find_name_of(m);
    for (const Sighting& mention : all_) {
      if (!is_name(mention)) continue;
      vote(mention, mention.entity, 1);
      const std::string text = name_text(scene_, mention.name);
      if (const auto space = text.rfind(' '); space != std::string::npos)
        last_names_.insert(text.substr(space + 1));
    }
    for (Sighting& mention : all_) {
      if (is_name(mention)) decide(mention);
    }
  }

 private:
  struct Votes {
    int person = 0, body = 0;
    bool by_noun = false;                        // "the carmaker Voltane" stands in the report.
    EntityKind kind = EntityKind::organization;  // Of the body, as told last.
  };

  static bool is_name(const Sighting& mention) {
    return mention.kind == MentionKind::name && mention.members.empty();
  }

  // The name behind a role; it stands a mention or two further on in the list.
  void find_name_of(std::size_t m) {
    Sighting& noun = all_[m];
    if (noun.kind != MentionKind::role || !noun.members.empty()) return;
    for (std::size_t n = m + 1; n < std::min(m + 3, all_.size()); ++n) {
      if (!is_described_by(scene_, all_[n], noun)) continue;
      noun.names = all_[n].head;
      const auto role = noun.roles.empty() ? std::nullopt : find_role(noun.roles.front());
      if (role) vote(all_[n], role->kind, kToldByNoun);
      return;
    }
  }

  void vote(const Sighting& name, EntityKind kind, int weight) {
    Votes& votes = votes_[name_text(scene_, name.name)];
    if (kind == EntityKind::person) votes.person += weight;
    if (!is_body(kind)) return;
    votes.body += weight;
    votes.by_noun = votes.by_noun || weight > 1;
    if (weight > 1 || kind != EntityKind::place) votes.kind = kind;
  }

  void decide(Sighting& name) const {
    const auto found = votes_.find(name_text(scene_, name.name));
    if (found == votes_.end()) return;
    const Votes& votes = found->second;
    if (is_body(name.entity) && !votes.by_noun && votes.person > 2 * votes.body)
      become(name, EntityKind::person);
    const bool decided = votes.by_noun && name.name.size() == 1;
    if (name.entity == EntityKind::person && (decided || votes.body > votes.person)) become(name, votes.kind);
    if (name.entity == EntityKind::person && name.gender == Gender::unknown) see_given_name(name);
  }

  // "Eva" alone is a woman's given name, unless the report has an "Ana Eva" whose last name it is. Men's
  // given names are left out: many of them are last names.
  void see_given_name(Sighting& name) const {
    const std::string text = name_text(scene_, name.name);
    if (text.find(' ') != std::string::npos || last_names_.contains(text)) return;
    if (gender_of_given_name(text) == Gender::female) name.gender = Gender::female;
  }

  const Scene& scene_;
  std::vector<Sighting>& all_;
  std::unordered_map<std::string, Votes> votes_;
  std::unordered_set<std::string> last_names_;
};

}  // namespace

void settle_names(const Scene& scene, std::vector<Sighting>& all) { Settler(scene, all).settle(); }

}  // namespace onrecord::entity
