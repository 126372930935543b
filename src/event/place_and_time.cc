#include "event/place_and_time.h"

#include <algorithm>

#include "event/grammar.h"

namespace onrecord::event {
namespace {

constexpr float kLeastPlace = 0.5F;

bool is_somewhere(const Ground& ground, std::uint32_t place) {
  const PlaceUse use = ground.told().places.mentions[place].use;
  return use == PlaceUse::place || use == PlaceUse::facility;
}

// The mention of a place in `words` that stands for somewhere; the last: "at a spa in neighbouring Varr".
std::optional<std::uint32_t> place_in(const Ground& ground, TokenRange words, bool sure) {
  std::optional<std::uint32_t> found;
  for (Word w = words.first; w < words.end; ++w) {
    const auto place = ground.place_at(w);
    if (!place || found == place) continue;
    if (sure || is_somewhere(ground, *place)) return place;
  }
  return found;
}

std::optional<std::uint32_t> place_seen(const Ground& ground, const Draft& draft) {
  if (draft.tag == nullptr) return std::nullopt;
  const auto& names = ground.tree().tags().labels->party;
  for (const Argument& one : draft.tag->parties) {
    if (one.role >= names.size() || names[one.role] != "place" || one.score < kLeastPlace) continue;
    if (const auto place = place_in(ground, one.words, true)) return place;
  }
  return std::nullopt;
}

// The adverbials and modifiers of a clause: "in Kherson", "near the border".
std::optional<std::uint32_t> place_below(const Ground& ground, Word word) {
  const Tree& tree = ground.tree();
  for (const Word c : tree.children(word)) {
    if (!tree.is_any(c, {"obl", "nmod", "advmod"})) continue;
    if (has_case(tree, c, "from") || has_case(tree, c, "by") || has_case(tree, c, "with") ||
        has_case(tree, c, "of"))
      continue;
    if (const auto place = place_in(ground, tree.subtree(c), false)) return place;
  }
  return std::nullopt;
}

void find_place(const Ground& ground, Draft& draft) {
  draft.place = place_seen(ground, draft);
  if (draft.place) return;
  draft.place = place_below(ground, draft.word);
  if (draft.place) return;
  if (const auto verb = light_verb_of(ground.tree(), draft.word)) draft.place = place_below(ground, *verb);
  if (draft.place) return;
  // "Has failed to take the harbour of Lorne": what is hit is where.
  if (draft.type != EventType::ASSAULT) return;
  for (const DraftParty& one : draft.recipients) {
    const auto place = ground.place_at(one.head);
    if (place && is_somewhere(ground, *place)) draft.place = place;
  }
}

// The clock of the trigger, or of the verb that carries it.
const DatedWord* dated(const Ground& ground, const Draft& draft) {
  if (const DatedWord* own = ground.dated(draft.word)) {
    if (own->happened.period || own->due.period) return own;
  }
  if (const auto verb = light_verb_of(ground.tree(), draft.word)) return ground.dated(*verb);
  return nullptr;
}

}  // namespace

void find_place_and_time(const Ground& ground, Draft& draft) {
  find_place(ground, draft);
  if (const DatedWord* when = dated(ground, draft)) {
    draft.happened = when->happened.period ? when->happened : when->due;
  }
}

}  // namespace onrecord::event
