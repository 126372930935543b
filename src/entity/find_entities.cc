#include "entity/find_entities.h"

#include <algorithm>
#include <utility>

#include "entity/draft.h"
#include "entity/mention.h"
#include "entity/pronoun_clues.h"
#include "entity/scene.h"
#include "onrecord/antecedent.h"

namespace onrecord::entity {
namespace {

constexpr float kLeast = 0.4F;  // A speaker less sure than that is unknown.

// Of several mentions side by side within a speaker's words the subject speaks, and a person's name before
// the noun beside it: "Like Ruiz, Eva Moor", "environment minister Eva Moor".
int worth_as_speaker(const Draft& draft, std::uint32_t m) {
  const auto& tree = draft.scene.tree;
  const Sighting& mention = draft.mentions[m];
  const bool subject = tree.is_any(mention.head, {"nsubj", "root"});
  const bool person = mention.kind == MentionKind::name && mention.entity == EntityKind::person;
  return 1 + (subject ? 4 : 0) + (tree.child(mention.head, "case") ? 0 : 2) + (person ? 1 : 0);
}

// The highest word of `words` that heads a mention: "the mayor of Arlen" → "mayor".
std::uint32_t mention_in(const Draft& draft, TokenRange words) {
  const auto& tree = draft.scene.tree;
  std::uint32_t best = kNone;
  int highest = -1;
  for (Word word = words.first; word < words.end; ++word) {
    if (draft.at(word) == kNone) continue;
    Word above = tree.head(word);
    for (int steps = 0; steps < 12 && above != kRoot && words.contains(above) && draft.at(above) == kNone;
         ++steps) {
      above = tree.head(above);
    }
    const bool top = above == kRoot || !words.contains(above);
    const int worth = top ? worth_as_speaker(draft, draft.at(word)) : 0;
    if (worth > highest) {
      highest = worth;
      best = draft.at(word);
    }
  }
  return best;
}

class Writer {
 public:
  explicit Writer(const Draft& draft) : draft_(draft) {}

  Found write() {
    choose();
    for (const std::uint32_t m : chosen_) place(m);
    for (std::uint32_t e = 0; e < found_.entities.entities.size(); ++e) finish(e);
    add_members();
    add_speakers();
    return std::move(found_);
  }

 private:
  // Coordinations and modifiers only where something takes them up or they speak; the rest as they stand.
  void choose() {
    std::vector<bool> speaks(draft_.size(), false);
    speakers_ = speaker_mentions(draft_);
    for (const std::uint32_t speaker : speakers_) {
      if (speaker != kNone) speaks[speaker] = true;
    }
    for (std::uint32_t m = 0; m < draft_.size(); ++m) {
      const bool open = !draft_.mentions[m].members.empty() || draft_.mentions[m].minor;
      if (!open || speaks[m] || draft_.profile(m).size > 1) chosen_.push_back(m);
    }
    const auto& tokens = draft_.scene.document.tokens();
    std::stable_sort(chosen_.begin(), chosen_.end(), [&](std::uint32_t a, std::uint32_t b) {
      const TokenRange one = draft_.mentions[a].words, other = draft_.mentions[b].words;
      const std::uint32_t first = tokens[one.first].span.begin, second = tokens[other.first].span.begin;
      return first != second ? first < second : one.end > other.end;
    });
  }

  void place(std::uint32_t m) {
    auto& [mentions, entities] = found_.entities;
    if (place_.empty()) {
      place_.assign(draft_.size(), kNone);
      entity_.assign(draft_.size(), kNone);
    }
    std::uint32_t& entity = entity_[draft_.entity(m)];
    if (entity == kNone) {
      entity = static_cast<std::uint32_t>(entities.size());
      entities.push_back({draft_.profile(m).kind, 0, {}, {}});
    }
    place_[m] = static_cast<std::uint32_t>(mentions.size());
    const Sighting& mention = draft_.mentions[m];
    mentions.push_back(
        {draft_.scene.document.span_of(mention.words), mention.head, mention.kind, entity, draft_.score(m)});
    entities[entity].mentions.push_back(place_[m]);
  }

  // The fullest name, else the fullest role; of two alike the earlier.
  void finish(std::uint32_t e) {
    Entity& entity = found_.entities.entities[e];
    const auto rank = [&](std::uint32_t at) {
      const Mention& mention = found_.entities.mentions[at];
      const std::uint32_t m = chosen_[at];
      const TokenRange name = draft_.mentions[m].name;
      if (mention.kind == MentionKind::name) {
        const bool person =
            entity.kind == EntityKind::person && draft_.mentions[m].entity == EntityKind::person;
        return std::pair(person ? 4 : 3, draft_.scene.document.span_of(name).size());
      }
      const bool role = mention.kind == MentionKind::role;
      return std::pair(role ? 2 : 1, role ? std::min(mention.span.size(), 80U) : 0U);
    };
    entity.clearest = entity.mentions.front();
    for (const std::uint32_t at : entity.mentions) {
      if (rank(at) > rank(entity.clearest)) entity.clearest = at;
    }
  }

  void add_members() {
    for (const std::uint32_t m : chosen_) {
      auto& members = found_.entities.entities[entity_[draft_.entity(m)]].members;
      for (const std::uint32_t member : draft_.mentions[m].members) {
        const std::uint32_t entity = entity_[draft_.entity(member)];
        if (entity != kNone && std::find(members.begin(), members.end(), entity) == members.end()) {
          members.push_back(entity);
        }
      }
    }
  }

  void add_speakers() {
    found_.speakers.resize(speakers_.size());
    for (std::size_t s = 0; s < speakers_.size(); ++s) {
      const std::uint32_t m = speakers_[s];
      if (m == kNone) continue;
      const Profile& profile = draft_.profile(m);
      const Sighting& mention = draft_.mentions[m];
      // A pronoun that stands alone says nothing of who it is.
      const bool known = mention.kind != MentionKind::pronoun || profile.size > 1;
      if (!known || draft_.score(m) < kLeast || !told_by_more_than_pronouns(m)) continue;
      const std::uint32_t entity = entity_[draft_.entity(m)];
      const auto& members = found_.entities.entities[entity].members;
      Speakers& speakers = found_.speakers[s];
      speakers.entities = members.empty() ? std::vector<std::uint32_t>{entity} : members;
      speakers.score = draft_.score(m);
    }
  }

  bool told_by_more_than_pronouns(std::uint32_t m) const {
    const auto& entity = found_.entities.entities[entity_[draft_.entity(m)]];
    return found_.entities.mentions[entity.clearest].kind != MentionKind::pronoun;
  }

  const Draft& draft_;
  Found found_;
  std::vector<std::uint32_t> chosen_, speakers_, place_, entity_;
};

}  // namespace

std::vector<std::uint32_t> speaker_mentions(const Draft& draft) {
  std::vector<std::uint32_t> all;
  all.reserve(draft.scene.statements.size());
  for (const Statement& statement : draft.scene.statements) {
    std::uint32_t found = kNone;
    if (statement.speaker) {
      const TokenRange words = draft.scene.tree.words(*statement.speaker);
      found = mention_in(draft, words);
      if (found != kNone) {
        const std::uint32_t several = draft.several_at(draft.mentions[found].head);
        if (several != kNone && draft.mentions[several].words.end <= words.end) found = several;
      }
    }
    all.push_back(found);
  }
  return all;
}

namespace {

void join_all(Draft& draft) {
  join_names(draft);
  join_by_syntax(draft);
  join_introductions(draft);
  join_in_reading_order(draft);
  join_neighbours(draft);
}

}  // namespace

Found find_entities(const syntax::Tree& tree, std::span<const Statement> statements) {
  const Scene scene(tree, statements);
  Draft draft(scene, find_mentions(scene));
  join_all(draft);
  return Writer(draft).write();
}

}  // namespace onrecord::entity

namespace onrecord {

std::span<const std::string_view> antecedent_clues() { return entity::kClueNames; }

std::vector<PronounCase> pronoun_cases(const Document& document, const Tags& tags,
                                       std::span<const Statement> statements) {
  const syntax::Tree tree(document, tags);
  const entity::Scene scene(tree, statements);
  entity::Draft draft(scene, entity::find_mentions(scene));
  std::vector<PronounCase> all;
  draft.asked = &all;
  entity::join_all(draft);
  return all;
}

}  // namespace onrecord
