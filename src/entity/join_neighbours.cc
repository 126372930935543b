// "its neighbour", "Kenya's neighbour": the one land that the report speaks of and that has a border with it.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "entity/draft.h"
#include "entity/lands.h"

namespace onrecord::entity {
namespace {

constexpr float kNeighbour = 0.7F;

// By code: where the report calls the land by its own name outside of headings; kNone where it speaks of it
// otherwise.
using Spoken = std::map<std::string_view, std::uint32_t>;

class Neighbours {
 public:
  explicit Neighbours(Draft& draft) : draft_(draft) {}

  void join_all() {
    Spoken before;
    std::vector<std::uint32_t> open;  // Before which no land was spoken of that fits.
    for (std::uint32_t m = 0; m < draft_.size(); ++m) {
      if (is_neighbour(m) && !join(m, before)) open.push_back(m);
      see_adjectives(draft_.mentions[m].head, before);
      see_name(m, before);
    }
    for (const std::uint32_t m : open) join(m, before);
  }

 private:
  // One of them, narrowed by nothing but whose it is: "its western neighbour" may be any.
  bool is_neighbour(std::uint32_t m) const {
    const Sighting& mention = draft_.mentions[m];
    if (mention.kind != MentionKind::role || mention.roles.empty() || !mention.members.empty()) return false;
    const std::string& noun = mention.roles.front();
    return (noun == "neighbour" || noun == "neighbor") && mention.entity == EntityKind::place &&
           mention.number == Number::singular && mention.limits.size() <= 1 && !draft_.profile(m).named;
  }

  // Whether a land that fits was spoken of at all; joins where it is the only one.
  bool join(std::uint32_t m, const Spoken& spoken) {
    const std::string_view owner = owner_of(m);
    if (owner.empty()) return true;
    std::size_t fitting = 0;
    std::uint32_t found = kNone;
    for (const auto& [code, mention] : spoken) {
      if (!have_a_border(owner, code)) continue;
      ++fitting;
      found = mention;
    }
    if (fitting == 1 && found != kNone && draft_.agree(found, m)) draft_.join(found, m, kNeighbour);
    return fitting > 0;
  }

  std::string_view owner_of(std::uint32_t m) const {
    const auto possessor = draft_.scene.tree.child(draft_.mentions[m].head, "nmod:poss");
    const std::uint32_t owner = possessor ? draft_.at(*possessor) : kNone;
    if (owner == kNone) return {};
    const auto land = find_land(draft_.profile(owner).body);
    return land ? land->code : std::string_view();
  }

  // "Kenyan officials" speak of Kenya too.
  void see_adjectives(Word end, Spoken& spoken) {
    for (; next_ < end; ++next_) {
      const std::string word = in_lower_case(draft_.scene.tree.text(next_));
      const std::string_view land = land_of(word);
      if (land == word) continue;
      if (const auto known = find_land(land)) spoken.emplace(known->code, kNone);
    }
  }

  void see_name(std::uint32_t m, Spoken& spoken) const {
    const Sighting& mention = draft_.mentions[m];
    if (mention.kind != MentionKind::name || mention.entity == EntityKind::person) return;
    const auto known = find_land(name_text(draft_.scene, mention.name));
    if (!known) return;
    std::uint32_t& place = spoken.emplace(known->code, kNone).first->second;
    if (!known->seat && !mention.heading) place = m;
  }

  Draft& draft_;
  Word next_ = 0;
};

}  // namespace

void join_neighbours(Draft& draft) { Neighbours(draft).join_all(); }

}  // namespace onrecord::entity
