#include "event/grammar.h"

#include <string>

#include "event/tables.h"

namespace onrecord::event {
namespace {

constexpr int kDeepest = 4;

std::optional<Word> oblique(const Tree& tree, Word verb, std::initializer_list<std::string_view> cases) {
  for (const Word c : tree.children(verb)) {
    if (!tree.is_any(c, {"obl", "nmod"})) continue;
    for (const std::string_view name : cases) {
      if (has_case(tree, c, name)) return c;
    }
  }
  return std::nullopt;
}

// What a preposition at a verb or noun of the type brings: the other side.
std::optional<Word> other_side(const Tree& tree, Word word, EventType type) {
  switch (type) {
    case EventType::CONSULT:
    case EventType::COOPERATE:
      return oblique(tree, word, {"with", "between", "among"});
    case EventType::AGREE:
      return oblique(tree, word, {"with", "to"});
    case EventType::REQUEST:
      return oblique(tree, word, {"on", "from", "to"});
    case EventType::ACCUSE:
      return oblique(tree, word, {"against", "of", "on", "into", "at"});
    case EventType::THREATEN:
      return oblique(tree, word, {"against", "to"});
    case EventType::SANCTION:
      return oblique(tree, word, {"on", "against", "from", "of"});
    case EventType::PROTEST:
      return oblique(tree, word, {"against"});
    case EventType::ASSAULT:
      return oblique(tree, word, {"on", "against", "at", "of", "with"});
    case EventType::COERCE:
      return oblique(tree, word, {"of", "on", "against", "for"});
    case EventType::AID:
    case EventType::SUPPORT:
      return oblique(tree, word, {"to", "for", "of"});
    default:
      return oblique(tree, word, {"of", "to", "against", "with"});
  }
}

void put(std::vector<Word>& to, std::optional<Word> word) {
  if (word) to.push_back(*word);
}

// "The editor jailed in 2019", "the army holding the town".
std::optional<Word> modified_by(const Tree& tree, Word verb) {
  if (!tree.is(verb, "acl") || tree.is(verb, "acl:relcl") || tree.head(verb) == kRoot) return std::nullopt;
  return tree.head(verb);
}

bool is_participle(const Tree& tree, Word verb) {
  return tree.upos(verb) == "VERB" && std::string_view(tree.text(verb)).ends_with("ed");
}

// Whose the thing is that is rejected, praised, blamed: "the bishop's offer", "a request from the mayor".
void put_owner(const Tree& tree, Word thing, std::vector<Word>& to) {
  put(to, tree.child(thing, "nmod:poss"));
  put(to, oblique(tree, thing, {"from", "of", "by", "for"}));
}

// Whom one spoke with when one agreed: "in a call with the president".
std::optional<Word> met(const Tree& tree, Word verb) {
  for (const Word c : tree.children(verb)) {
    if (!tree.is(c, "obl") || table_value("family", lemma_of(tree, c)).value_or("") != "talk") continue;
    if (const auto with = oblique(tree, c, {"with"})) return with;
  }
  return std::nullopt;
}

Roles of_verb(const Tree& tree, Word verb, EventType type) {
  Roles roles;
  const auto object = tree.child(verb, "obj");
  const auto with = other_side(tree, verb, type);
  if (is_passive(tree, verb)) {
    put(roles.recipients, tree.child(verb, "nsubj:pass"));
    if (roles.recipients.empty()) {
      if (const auto noun = modified_by(tree, verb))
        put(roles.recipients, noun);
      else
        put(roles.recipients, subject_of(tree, verb));
    }
    put(roles.agents, oblique(tree, verb, {"by"}));
    return roles;
  }
  if (const auto noun = modified_by(tree, verb); noun && !tree.child(verb, "nsubj")) {
    // A participle without its auxiliaries: of what it is said it suffered, unless it governs an object.
    if (is_participle(tree, verb) && !object) {
      put(roles.recipients, noun);
      put(roles.agents, oblique(tree, verb, {"by"}));
      return roles;
    }
    put(roles.agents, noun);
  } else {
    put(roles.agents, subject_of(tree, verb));
  }
  put(roles.recipients, tree.child(verb, "iobj"));
  // "Handed the boats to the islanders", "shared evidence with them".
  const bool gives = type == EventType::AID || type == EventType::COOPERATE || type == EventType::RETREAT;
  if (gives) put(roles.recipients, with);
  put(roles.recipients, object);
  put(roles.recipients, with);
  if (object) put_owner(tree, *object, roles.recipients);
  if (type == EventType::AGREE || type == EventType::CONCEDE) put(roles.recipients, met(tree, verb));
  return roles;
}

// "Their arrest", "the mayor's murder": whom it is done to.
bool owner_suffers(const Tree& tree, Word noun) {
  return table_value("suffered", lemma_of(tree, noun)).has_value();
}

Roles of_noun(const Tree& tree, Word noun, EventType type) {
  Roles roles;
  const auto by = oblique(tree, noun, {"by"});
  put(roles.agents, by);
  const auto owner = tree.child(noun, "nmod:poss");
  if (owner) put(owner_suffers(tree, noun) ? roles.recipients : roles.agents, owner);
  if (const auto both = oblique(tree, noun, {"between"})) {
    put(roles.agents, both);
    return roles;
  }
  if (roles.recipients.empty()) put(roles.recipients, other_side(tree, noun, type));
  if (roles.agents.empty()) {
    for (const Word c : tree.children(noun)) {  // "Russian strikes", "police raid"
      if (c < noun && tree.is_any(c, {"amod", "compound"})) roles.agents.push_back(c);
    }
  }
  if (const auto verb = light_verb_of(tree, noun)) {
    if (is_passive(tree, *verb)) {
      if (roles.agents.empty()) put(roles.agents, oblique(tree, *verb, {"by"}));
    } else if (!by && !tree.is(noun, "nsubj")) {
      if (const auto subject = subject_of(tree, *verb)) roles.agents = {*subject};
    }
    if (roles.recipients.empty()) put(roles.recipients, other_side(tree, *verb, type));
  }
  return roles;
}

}  // namespace

bool is_passive(const Tree& tree, Word verb) {
  return tree.child(verb, "nsubj:pass") || tree.child(verb, "aux:pass") || tree.child(verb, "csubj:pass");
}

std::optional<Word> light_verb_of(const Tree& tree, Word word) {
  const Word head = tree.head(word);
  if (head == kRoot || !tree.is_any(word, {"obj", "nsubj:pass", "obl", "nsubj"})) return std::nullopt;
  if (!table_value("light", lemma_of(tree, head))) return std::nullopt;
  return head;
}

std::optional<Word> subject_of(const Tree& tree, Word verb) {
  Word at = verb;
  for (int depth = 0; depth < kDeepest; ++depth) {
    if (const auto subject = tree.child(at, "nsubj")) return subject;
    const Word head = tree.head(at);
    if (head == kRoot) return std::nullopt;
    if (tree.is(at, "acl")) return tree.upos(head) == "VERB" ? std::nullopt : std::optional<Word>(head);
    if (!tree.is_any(at, {"xcomp", "conj", "advcl", "ccomp", "parataxis"})) return std::nullopt;
    // "Asked them to leave": the object leaves.
    if (tree.is(at, "xcomp") || tree.is(at, "ccomp")) {
      if (tree.is(at, "ccomp") && !tree.child(at, "mark")) return std::nullopt;
      const auto object = tree.child(head, "obj");
      const auto told = tree.child(head, "iobj");
      if (object && *object < at) return object;
      if (told && *told < at) return told;
    }
    at = head;
  }
  return std::nullopt;
}

Roles roles_by_grammar(const Ground& ground, const Draft& draft) {
  const Tree& tree = ground.tree();
  Roles roles = tree.is_verb(draft.word) ? of_verb(tree, draft.word, draft.type)
                                         : of_noun(tree, draft.word, draft.type);
  if (tree.upos(draft.word) == "ADJ" && tree.is(draft.word, "amod") && roles.recipients.empty())
    roles.recipients.push_back(tree.head(draft.word));
  return roles;
}

bool can_be_party(const Ground& ground, Word head, bool things) {
  const Tree& tree = ground.tree();
  if (ground.time_at(head)) return false;
  if (tree.upos(head) == "ADJ") return ground.place_at(head).has_value();
  if (!is_nominal(tree, head)) return false;
  if (things) return true;
  const auto entity = ground.entity_at(head);
  if (entity) {
    const EntityKind kind = ground.told().entities.entities[*entity].kind;
    if (kind == EntityKind::person || kind == EntityKind::group || kind == EntityKind::organization ||
        kind == EntityKind::place)
      return true;
  }
  const auto kind = ground.thing_kind(head);
  return kind == "person" || kind == "organization" || kind == "place" || ground.place_at(head).has_value();
}

}  // namespace onrecord::event
