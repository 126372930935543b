#include "view/people.h"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace onrecord::view {

std::optional<Span> name_of(const Reading& reading, std::uint32_t entity) {
  const Entities& all = reading.entities;
  if (entity >= all.entities.size()) return std::nullopt;
  const std::uint32_t clearest = all.entities[entity].clearest;
  if (clearest >= all.mentions.size()) return std::nullopt;
  return all.mentions[clearest].span;
}

std::optional<std::uint32_t> mention_at(const Reading& reading, std::uint32_t entity, Span span) {
  const Entities& all = reading.entities;
  if (entity >= all.entities.size()) return std::nullopt;
  std::optional<std::uint32_t> touching;
  for (const std::uint32_t mention : all.entities[entity].mentions) {
    if (mention >= all.mentions.size()) continue;
    if (all.mentions[mention].span == span) return mention;
    if (!touching && all.mentions[mention].span.overlaps(span)) touching = mention;
  }
  return touching;
}

const Actor* actor_of(const Reading& reading, std::uint32_t entity) {
  // In order of their entities.
  const auto found = std::lower_bound(reading.actors.begin(), reading.actors.end(), entity,
                                      [](const Actor& one, std::uint32_t e) { return one.entity < e; });
  return found == reading.actors.end() || found->entity != entity ? nullptr : &*found;
}

std::string code_of(const Actor& actor) {
  std::string text = actor.country;
  const auto add = [&](std::string_view code) {
    if (!text.empty()) text += ' ';
    text += code;
  };
  if (actor.sector != Sector::none) add(to_string(actor.sector));
  for (const Sector more : actor.more_sectors) add(to_string(more));
  if (!text.empty() && !actor.name.empty()) text += ", " + actor.name;
  return text;
}

std::vector<unsigned> depths_of(const std::vector<Statement>& statements) {
  constexpr unsigned kUnknown = std::numeric_limits<unsigned>::max(), kOnTheWay = kUnknown - 1;
  std::vector<unsigned> depths(statements.size(), kUnknown);
  std::vector<std::size_t> way;
  for (std::size_t first = 0; first < statements.size(); ++first) {
    way.clear();
    std::size_t at = first;
    while (at < statements.size() && depths[at] == kUnknown) {
      depths[at] = kOnTheWay;
      way.push_back(at);
      at = statements[at].inside.value_or(std::numeric_limits<std::uint32_t>::max());
    }
    // The depth of the last on the way: one more than what is known of the statement that holds it.
    unsigned depth = at < statements.size() && depths[at] != kOnTheWay ? depths[at] + 1 : 0;
    for (auto one = way.rbegin(); one != way.rend(); ++one) depths[*one] = depth++;
  }
  return depths;
}

}  // namespace onrecord::view
