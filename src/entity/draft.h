// entity/draft.h — entities in the making: the mentions, and which of them were joined so far.

#ifndef ONRECORD_ENTITY_DRAFT_H_
#define ONRECORD_ENTITY_DRAFT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "entity/mention.h"
#include "entity/scene.h"
#include "onrecord/antecedent.h"

namespace onrecord::entity {

// What is known of all mentions that were joined to one.
struct Profile {
  EntityKind kind = EntityKind::unknown;
  Number number = Number::unknown;
  Gender gender = Gender::unknown;
  std::uint32_t size = 1;
  std::uint32_t first = 0;  // Its first mention.
  std::string person = {};  // Its longest name as a person's, as name_text() gives it.
  std::string body = {};    // Likewise of all that is no person.
  bool named = false;
  bool only_quoted = false;  // All of them stand within quotation marks.
  bool told = false;         // By a word that is no pronoun.
};

class Draft {
 public:
  Draft(const Scene& scene, std::vector<Sighting> sightings);

  const Scene& scene;
  const std::vector<Sighting> mentions;
  std::vector<PronounCase>* asked = nullptr;  // Where each pronoun that is weighed is kept, if anywhere.

  std::uint32_t size() const { return static_cast<std::uint32_t>(mentions.size()); }
  // The mention whose head is `word`, not a coordination; kNone.
  std::uint32_t at(Word word) const { return word < by_head_.size() ? by_head_[word] : kNone; }
  // The coordination that begins with `word`; kNone.
  std::uint32_t several_at(Word word) const { return word < several_.size() ? several_[word] : kNone; }
  // The coordination that `mention` is a member of; kNone.
  std::uint32_t several_with(std::uint32_t mention) const { return several_with_[mention]; }

  std::uint32_t entity(std::uint32_t mention) const;
  bool are_one(std::uint32_t a, std::uint32_t b) const { return entity(a) == entity(b); }
  const Profile& profile(std::uint32_t mention) const { return profiles_[entity(mention)]; }

  // Whether nothing known of the two speaks against their being one.
  bool agree(std::uint32_t a, std::uint32_t b) const;
  // Makes the two one; `score` is how sure it is, kept with `later`, the mention that is explained by it.
  void join(std::uint32_t earlier, std::uint32_t later, float score);
  float score(std::uint32_t mention) const { return scores_[mention]; }

 private:
  std::vector<std::uint32_t> by_head_, several_, several_with_;
  mutable std::vector<std::uint32_t> parent_;
  std::vector<Profile> profiles_;
  std::vector<float> scores_;
};

bool agree(Number a, Number b);
bool agree(Gender a, Gender b);
bool agree(EntityKind a, EntityKind b);
// Whether two persons' names may be one person's: "Oleg Nikolenko" and "Nikolenko", "J. Smith" and "Jane
// Smith".
bool agree_as_persons(const std::string& a, const std::string& b);

// The passes, the surest first. Each may be called once, in this order.
void join_names(Draft& draft);
void join_by_syntax(Draft& draft);
void join_introductions(Draft& draft);
void join_in_reading_order(Draft& draft);
void join_neighbours(Draft& draft);

// Steps of join_in_reading_order; each gives the mention to join `mention` to, and how sure it is.
struct Antecedent {
  std::uint32_t mention = kNone;
  float score = 0;
};
Antecedent antecedent_of_pronoun(const Draft& draft, std::uint32_t mention,
                                 const std::vector<std::uint32_t>& speakers);

// The mention that a statement's speaker is, by statement; kNone.
std::vector<std::uint32_t> speaker_mentions(const Draft& draft);

}  // namespace onrecord::entity

#endif  // ONRECORD_ENTITY_DRAFT_H_
