#include "event/find_parties.h"

#include <algorithm>
#include <optional>
#include <string>

#include "event/grammar.h"
#include "event/phrase.h"

namespace onrecord::event {
namespace {

constexpr float kLeastParty = 0.5F;       // Of the neural reader's.
constexpr float kByGrammar = 0.7F;        // How often the grammar's are right.
constexpr std::size_t kMostParties = 12;  // Of one role.

// A pronoun is shown by the nearest words in the same sentence that stand for the same; else it stands
// itself.
Span clearest_words(const Ground& ground, Word head, std::optional<std::uint32_t> mention) {
  const Tree& tree = ground.tree();
  const Entities& all = ground.told().entities;
  if (!mention) return tree.document().span_of(phrase_round(tree, head));
  const Mention& own = all.mentions[*mention];
  if (own.kind != MentionKind::pronoun) return own.span;
  const TokenRange sentence = tree.sentence(head);
  const auto& others = all.entities[own.entity].mentions;
  // In order of the text: only those just before matter.
  auto at = std::partition_point(others.begin(), others.end(), [&](std::uint32_t m) {
    return all.mentions[m].span.begin < own.span.begin;
  });
  for (int step = 0; step < 8 && at != others.begin(); ++step) {
    const Mention& other = all.mentions[*--at];
    if (other.head < sentence.first) break;
    if (other.kind != MentionKind::pronoun) return other.span;
  }
  return own.span;
}

bool has_head(const std::vector<DraftParty>& parties, Word head) {
  return std::any_of(parties.begin(), parties.end(), [&](const DraftParty& one) { return one.head == head; });
}

// By who it is, else by the only country that its words name.
std::string country_of(const Ground& ground, const EventParty& party) {
  const Told& told = ground.told();
  if (party.actor && !told.actors[*party.actor].country.empty()) return told.actors[*party.actor].country;
  std::string found;
  const TokenRange words = ground.tree().words(party.span);
  for (Word w = words.first; w < words.end; ++w) {
    const auto mention = ground.place_at(w);
    if (!mention || !told.places.mentions[*mention].place) continue;
    const std::string& country = told.places.places[*told.places.mentions[*mention].place].country;
    if (country.empty() || country == found) continue;
    if (!found.empty()) return {};
    found = country;
  }
  return found;
}

void add(const Ground& ground, Word word, float score, std::vector<DraftParty>& to) {
  const Tree& tree = ground.tree();
  Word head = antecedent_of(tree, word);
  // A reader's span may be an article alone: its noun is meant.
  if (!is_nominal(tree, head) && tree.upos(head) != "ADJ") {
    if (tree.head(head) == kRoot || !is_nominal(tree, tree.head(head))) return;
    head = tree.head(head);
  }
  if (to.size() >= kMostParties || has_head(to, head)) return;
  DraftParty one;
  one.head = head;
  const auto mention = ground.mention_at(head);
  one.party.span = clearest_words(ground, head, mention);
  one.party.entity = ground.entity_at(head);
  one.party.actor = ground.actor_of(one.party.entity);
  one.party.country = country_of(ground, one.party);
  one.party.score = score;
  to.push_back(one);
}

bool is_role(const Ground& ground, const Argument& argument, std::string_view name) {
  const auto& names = ground.tree().tags().labels->party;
  return argument.role < names.size() && names[argument.role] == name;
}

// Those that the reader sees, each of several that are joined by itself.
void add_seen(const Ground& ground, const Draft& draft, std::string_view role, std::vector<DraftParty>& to) {
  if (draft.tag == nullptr) return;
  const Tree& tree = ground.tree();
  for (const Argument& argument : draft.tag->parties) {
    if (!is_role(ground, argument, role) || argument.score < kLeastParty) continue;
    const Word head = head_of(tree, argument.words);
    for (const Word word : joined_to(tree, head)) {
      if (word == head || argument.words.contains(word)) add(ground, word, argument.score, to);
    }
  }
}

// Whether the reader sees something else than a party in the word: a place, a time, a count.
bool seen_otherwise(const Ground& ground, const Draft& draft, Word word) {
  if (draft.tag == nullptr) return false;
  return std::any_of(draft.tag->parties.begin(), draft.tag->parties.end(), [&](const Argument& one) {
    return head_of(ground.tree(), one.words) == word && !is_role(ground, one, "agent") &&
           !is_role(ground, one, "recipient") && one.score >= kLeastParty;
  });
}

// The first of `words` that can be a party, with what is joined to it; `each`: all of them.
void add_by_grammar(const Ground& ground, const Draft& draft, const std::vector<Word>& words,
                    const std::vector<DraftParty>& taken, bool things, bool each,
                    std::vector<DraftParty>& to) {
  for (const Word first : words) {
    if (!each && !to.empty()) return;
    for (const Word word : joined_to(ground.tree(), first)) {
      if (seen_otherwise(ground, draft, word) || has_head(taken, antecedent_of(ground.tree(), word)))
        continue;
      if (can_be_party(ground, word, things)) add(ground, word, kByGrammar, to);
    }
  }
}

// "Ukraine has called the talks difficult": a state that speaks of talks was a side of them.
void add_side(const Ground& ground, Draft& draft) {
  const Tree& tree = ground.tree();
  if (draft.type != EventType::CONSULT || !tree.is(draft.word, "obj") || tree.head(draft.word) == kRoot)
    return;
  const auto subject = subject_of(tree, tree.head(draft.word));
  if (!subject) return;
  const auto actor = ground.actor_of(ground.entity_at(*subject));
  if (!actor) return;
  const Actor& one = ground.told().actors[*actor];
  if (!one.country.empty() && (one.sector == Sector::none || one.sector == Sector::GOV))
    add(ground, *subject, kByGrammar, draft.agents);
}

}  // namespace

void find_parties(const Ground& ground, Draft& draft) {
  add_seen(ground, draft, "agent", draft.agents);
  add_seen(ground, draft, "recipient", draft.recipients);
  // One who is seen as both is what he is seen as more surely.
  std::erase_if(draft.recipients, [&](const DraftParty& one) { return has_head(draft.agents, one.head); });
  const bool things = draft.type == EventType::ASSAULT || draft.type == EventType::COERCE;
  const Roles roles = roles_by_grammar(ground, draft);
  if (draft.agents.empty())
    add_by_grammar(ground, draft, roles.agents, draft.recipients, false, true, draft.agents);
  if (draft.agents.empty() && draft.recipients.empty()) add_side(ground, draft);
  if (draft.recipients.empty())
    add_by_grammar(ground, draft, roles.recipients, draft.agents, things, false, draft.recipients);
}

}  // namespace onrecord::event
