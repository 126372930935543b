#include "actor/draft.h"

#include <algorithm>
#include <string>

#include "actor_table/fold.h"

namespace onrecord::actor {

void set_sectors(Actor& actor, const std::vector<Sector>& sectors) {
  actor.sector = sectors.empty() ? Sector::none : sectors.front();
  actor.more_sectors.assign(sectors.begin() + (sectors.empty() ? 0 : 1), sectors.end());
}

void add_sectors(Actor& actor, const std::vector<Sector>& sectors) {
  for (const Sector one : sectors) {
    if (actor.sector == Sector::none) actor.sector = one;
    const bool known = actor.sector == one || std::find(actor.more_sectors.begin(), actor.more_sectors.end(),
                                                        one) != actor.more_sectors.end();
    if (!known) actor.more_sectors.push_back(one);
  }
}

int worth(const Description& described) {
  if (described.former) return 4;
  if (described.own_sectors) return 3;
  if (!described.sectors.empty()) return described.by_default ? 1 : 2;
  return 0;
}

bool is_union(std::string_view country) { return country == "EUR" || country == "UNO" || country == "IGO"; }

void settle_land(Draft& to, EntityKind kind) {
  if (!to.land.country.empty() && to.actor.id.empty()) {
    to.actor = {.entity = to.actor.entity,
                .country = std::string(to.land.country),
                .sector = to.land.governs ? Sector::GOV : Sector::none,
                .evidence = to.land.evidence,
                .by = ActorBy::place,
                .score = to.land.score};
  } else if (kind == EntityKind::place && !to.has_row) {
    set_sectors(to.actor, {});
    to.actor.role.reset();
  } else {
    return;
  }
  to.belongs_to = kNone;
}

std::string known_words(actor_table::ActorRows rows) {
  std::string known = " ";
  for (const char c : rows.front().names) known += c == '|' ? ' ' : c;
  return " " + actor_table::fold(known) + " ";
}

}  // namespace onrecord::actor
