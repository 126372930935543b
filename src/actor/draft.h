// actor/draft.h — one actor while it is being read.

#ifndef ONRECORD_ACTOR_DRAFT_H_
#define ONRECORD_ACTOR_DRAFT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actor/describe.h"
#include "onrecord/actor.h"
#include "onrecord/entity.h"

namespace onrecord::actor {

constexpr std::uint32_t kNone = 0xFFFFFFFFU;

// A draft of one actor, with whom it belongs to.
struct Draft {
  Actor actor;
  Description described;            // The one that told most.
  bool has_row = false;             // The tables know it by its name.
  struct Land {                     // What it is as a country or as the seat of one, by its name.
    std::string_view country = {};  // Empty: neither.
    Span evidence = {};
    float score = 0;
    bool governs = false;  // "Moscow says"
  } land = {};
  std::uint32_t belongs_to = kNone;  // An entity,
  bool owned = false;                // as "his deputy" does.
  bool other_office = false;         // A deputy's or a province's, however it is called elsewhere.
};

void set_sectors(Actor& actor, const std::vector<Sector>& sectors);
void add_sectors(Actor& actor, const std::vector<Sector>& sectors);
// How much a description tells, against another.
int worth(const Description& described);
bool is_union(std::string_view country);
// A country or its seat is what its name alone tells, and neither civilian nor army, whatever noun stands for
// it: "its neighbour", "the aggressor".
void settle_land(Draft& to, EntityKind kind);
// All words of the names of one row, folded, a space before and behind each.
std::string known_words(actor_table::ActorRows rows);

}  // namespace onrecord::actor

#endif  // ONRECORD_ACTOR_DRAFT_H_
