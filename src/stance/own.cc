// Who does what a clause tells of: by the entities that the speakers and the clause's subject stand for.

#include <algorithm>

#include "stance/labels.h"

namespace onrecord::stance {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFFU;
constexpr std::size_t kFarthest = 32;  // Mentions looked through for one.

using Mentions = std::vector<Mention>;

// The first mention that begins behind `byte`.
std::size_t behind(const Mentions& mentions, std::uint32_t byte) {
  const auto found = std::partition_point(mentions.begin(), mentions.end(),
                                          [&](const Mention& mention) { return mention.span.begin <= byte; });
  return static_cast<std::size_t>(found - mentions.begin());
}

// The entity of the mention that `word` carries.
std::uint32_t entity_at(const Evidence& evidence, Word word) {
  const Mentions& mentions = evidence.entities->mentions;
  std::size_t at = behind(mentions, evidence.tree.document().tokens()[word].span.begin);
  for (std::size_t steps = 0; at > 0 && steps < kFarthest; ++steps) {
    if (mentions[--at].head == word) return mentions[at].entity;
  }
  return kNone;
}

bool speaks(const Evidence& evidence, std::uint32_t entity) {
  const Entities& all = *evidence.entities;
  for (const std::uint32_t speaker : evidence.statement.speakers) {
    if (speaker == entity) return true;
    if (speaker >= all.entities.size()) continue;
    const auto& members = all.entities[speaker].members;
    if (std::find(members.begin(), members.end(), entity) != members.end()) return true;
  }
  return false;
}

// Whether a mention of the entity lies within `words`: "Voltane" in "Voltane's chief executive".
bool lies_within(const Mentions& mentions, std::uint32_t entity, Span words) {
  std::size_t at = behind(mentions, words.begin);
  at -= std::min<std::size_t>(at, 4);  // Those that begin where the words do.
  for (std::size_t steps = 0; at < mentions.size() && steps < kFarthest; ++at, ++steps) {
    if (mentions[at].span.begin >= words.end) break;
    if (mentions[at].entity == entity && words.contains(mentions[at].span)) return true;
  }
  return false;
}

// Whether the speakers are told by words that name the entity, or speak for it.
bool is_body_of_speaker(const Evidence& evidence, std::uint32_t entity) {
  const Entities& all = *evidence.entities;
  if (entity >= all.entities.size() || all.entities[entity].kind == EntityKind::person) return false;
  if (evidence.statement.on_behalf_of && lies_within(all.mentions, entity, *evidence.statement.on_behalf_of))
    return true;
  for (const std::uint32_t speaker : evidence.statement.speakers) {
    if (speaker >= all.entities.size()) continue;
    const auto& mentions = all.entities[speaker].mentions;
    for (std::size_t i = 0; i < std::min(mentions.size(), kFarthest); ++i) {
      if (mentions[i] < all.mentions.size() &&
          lies_within(all.mentions, entity, all.mentions[mentions[i]].span))
        return true;
    }
  }
  return false;
}

}  // namespace

bool is_own_body(const Evidence& evidence, Word word) {
  if (evidence.entities == nullptr) return false;
  const std::uint32_t entity = entity_at(evidence, word);
  return entity != kNone && (speaks(evidence, entity) || is_body_of_speaker(evidence, entity));
}

bool is_another_person(const Evidence& evidence, Word word) {
  if (evidence.entities == nullptr || evidence.statement.speakers.empty()) return false;
  // A spokesman tells what whom he speaks for intends.
  if (evidence.statement.speaker) {
    const TokenRange words = evidence.tree.words(*evidence.statement.speaker);
    for (Word each = words.first; each < words.end && each < words.first + kFarthest; ++each) {
      if (lower(evidence.tree, each).starts_with("spokes")) return false;
    }
  }
  const std::uint32_t entity = entity_at(evidence, word);
  if (entity == kNone || entity >= evidence.entities->entities.size()) return false;
  return evidence.entities->entities[entity].kind == EntityKind::person && !speaks(evidence, entity);
}

}  // namespace onrecord::stance
