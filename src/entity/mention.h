// entity/mention.h — the places of a document that speak of someone or something, with all that can be seen
// of each by itself.

#ifndef ONRECORD_ENTITY_MENTION_H_
#define ONRECORD_ENTITY_MENTION_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "entity/people.h"
#include "entity/scene.h"
#include "onrecord/entity.h"
#include "syntax/tree.h"

namespace onrecord::entity {

using syntax::Word;

enum class Determiner : std::uint8_t { none, definite, demonstrative, indefinite, possessive, other };
enum class Function : std::uint8_t { subject, passive_subject, object, oblique, possessor, modifier, other };

struct Sighting {
  TokenRange words;
  Word head = 0;
  MentionKind kind = MentionKind::role;
  EntityKind entity = EntityKind::unknown;
  Number number = Number::unknown;
  Gender gender = Gender::unknown;
  Determiner determiner = Determiner::none;
  Function function = Function::other;
  std::optional<Pronoun> pronoun = {};
  TokenRange name = {};                  // The words of the name in it, without titles.
  std::vector<std::string> roles = {};   // The nouns that say what it is: "president", in lower case.
  std::vector<std::string> limits = {};  // Words that narrow a role: "foreign", "ukraine".
  Word names = kNone;  // Of a role: the head of the name right behind it, "the daily Norrbladet".
  std::uint32_t sentence = 0, block = 0;
  bool heading = false;                     // In a headline, caption, promo and the like.
  bool minor = false;                       // Only a modifier: kept if it is joined to another.
  std::uint32_t statement = kNone;          // The innermost statement in whose content it stands.
  bool quoted = false;                      // Within quotation marks.
  std::vector<std::uint32_t> members = {};  // Of "Smith and Jones": the sightings of each.
};

// In the order of heads; a coordination ("Smith and Jones") stands right before its first member.
std::vector<Sighting> find_mentions(const Scene& scene);

// Finds the names that roles stand right before, and gives all mentions of one name the kind that most have.
void settle_names(const Scene& scene, std::vector<Sighting>& all);

// "volodymyr zelensky": the words of the name in lower case, one blank between.
std::string name_text(const Scene& scene, TokenRange name);

}  // namespace onrecord::entity

#endif  // ONRECORD_ENTITY_MENTION_H_
