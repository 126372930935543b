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

// "The Donbas, where rebels fight": the place that the clause is said of.
std::optional<std::uint32_t> place_above(const Ground& ground, Word word) {
  const Tree& tree = ground.tree();
  Word at = word;
  for (int step = 0; step < 3 && at != kRoot; ++step, at = tree.head(at)) {
    if (!tree.is(at, "acl:relcl")) continue;
    const TokenRange clause = tree.subtree(at);
    const Word opening = tree.is_punctuation(clause.first) ? clause.first + 1 : clause.first;
    if (lower(tree.text(opening)) != "where" || tree.head(at) == kRoot) return std::nullopt;
    return place_in(ground, {tree.subtree(tree.head(at)).first, clause.first}, true);
  }
  return std::nullopt;
}

// "Talks, some of which took place in Oslo", "as happened in Oslo after they seized the port".
std::optional<std::uint32_t> place_beside(const Ground& ground, Word word) {
  const Tree& tree = ground.tree();
  for (const Word c : tree.children(word)) {
    if (!tree.is(c, "acl:relcl")) continue;
    if (const auto place = place_below(ground, c)) return place;
    for (const Word d : tree.children(c)) {  // "taken place": the noun carries the rest.
      if (!tree.is_any(d, {"obj", "xcomp"})) continue;
      if (const auto place = place_below(ground, d)) return place;
    }
  }
  const Word head = tree.head(word);
  if (!tree.is(word, "advcl") || head == kRoot) return std::nullopt;
  const std::string lemma = lemma_of(tree, head);
  return lemma == "happen" || lemma == "occur" ? place_below(ground, head) : std::nullopt;
}

void find_place(const Ground& ground, Draft& draft) {
  draft.place = place_seen(ground, draft);
  if (draft.place) return;
  draft.place = place_below(ground, draft.word);
  if (draft.place) return;
  if (const auto verb = light_verb_of(ground.tree(), draft.word)) draft.place = place_below(ground, *verb);
  if (!draft.place) draft.place = place_above(ground, draft.word);
  if (!draft.place) draft.place = place_beside(ground, draft.word);
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

bool is_told(const Clock& clock) {
  return clock.period && clock.dating != Dating::tense && clock.dating != Dating::unknown;
}

// "In a call on Sunday she agreed": the time of the occasion.
std::optional<Clock> of_occasion(const Ground& ground, Word verb) {
  const Tree& tree = ground.tree();
  for (const Word c : tree.children(verb)) {
    if (!tree.is(c, "obl") || is_nominal(tree, c) == false) continue;
    for (const Word time : tree.children(c)) {
      const auto mention = ground.time_at(time);
      if (!mention || !ground.told().times[*mention].period) continue;
      const TimeMention& at = ground.told().times[*mention];
      return Clock{at.period, at.granularity, Dating::explicit_, *mention, at.score};
    }
  }
  return std::nullopt;
}

}  // namespace

void find_place_and_time(const Ground& ground, Draft& draft) {
  find_place(ground, draft);
  if (const DatedWord* when = dated(ground, draft)) {
    draft.happened = when->happened.period ? when->happened : when->due;
  }
  if (is_told(draft.happened)) return;
  // A deed of speech is done when it is said.
  if (const auto statement = ground.statement_announced_by(draft.word)) {
    const Clock& said = ground.told().statements[*statement].said;
    if (is_told(said)) draft.happened = said;
  }
  if (!is_told(draft.happened)) {
    if (const auto clock = of_occasion(ground, draft.word)) draft.happened = *clock;
  }
}

}  // namespace onrecord::event
