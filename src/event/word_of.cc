#include "event/word_of.h"

#include <algorithm>
#include <array>
#include <string>

#include "event/tables.h"

namespace onrecord::event {
namespace {

const Actor* actor_of(const Ground& ground, std::optional<std::uint32_t> entity) {
  const auto found = ground.actor_of(entity);
  return found ? &ground.told().actors[*found] : nullptr;
}

bool is_harm(EventType type) {
  return type == EventType::THREATEN || type == EventType::SANCTION || type == EventType::COERCE ||
         type == EventType::ASSAULT || type == EventType::MOBILIZE;
}

bool is_first_person(const std::string& text) {
  static constexpr std::array<std::string_view, 4> kOwn = {"i", "we", "us", "me"};
  return std::find(kOwn.begin(), kOwn.end(), text) != kOwn.end();
}

// Sectors whose task it is to know: police, courts, hospitals, international bodies.
bool has_task_to_know(const Actor& actor) {
  if (actor.country == "UNO" || actor.country == "IGO") return true;
  return actor.sector == Sector::COP || actor.sector == Sector::JUD || actor.sector == Sector::MED;
}

bool is_armed(const Actor& actor) {
  return actor.sector == Sector::MIL || actor.sector == Sector::REB || actor.sector == Sector::UAF ||
         actor.sector == Sector::PRM;
}

bool is_official(const Actor& actor) { return actor.sector == Sector::GOV || actor.sector == Sector::LEG; }

bool same_body(const Actor& one, const Actor& other) {
  return !one.country.empty() && one.country == other.country &&
         (one.sector == Sector::GOV || one.sector == Sector::MIL || one.sector == Sector::COP ||
          one.sector == other.sector) &&
         (other.sector == Sector::GOV || other.sector == Sector::MIL || other.sector == Sector::COP ||
          other.sector == Sector::none || one.sector == other.sector);
}

// The words of the cue, a table of what they claim.
std::optional<Word> claiming_cue(const Ground& ground, const Statement& statement) {
  if (!statement.cue) return std::nullopt;
  const TokenRange words = ground.tree().words(*statement.cue);
  for (Word w = words.first; w < words.end; ++w) {
    if (table_value("claiming", lemma_of(ground.tree(), w))) return w;
  }
  return std::nullopt;
}

bool is_endorsed(const Ground& ground, const Statement& statement) {
  if (statement.stance.commitment.value == Commitment::endorses) return true;
  if (statement.stance.act.value == Act::confirm) return true;
  if (!statement.cue) return false;
  const TokenRange words = ground.tree().words(*statement.cue);
  for (Word w = words.first; w < words.end; ++w) {
    if (table_value("confirming", lemma_of(ground.tree(), w))) return true;
  }
  return false;
}

std::optional<Word> cue_word(const Ground& ground, const Statement& statement) {
  if (!statement.cue) return std::nullopt;
  const TokenRange words = ground.tree().words(*statement.cue);
  if (words.empty()) return std::nullopt;
  return head_of(ground.tree(), words);
}

bool any_speaker(const Ground& ground, const Statement& statement, bool (*is)(const Actor&)) {
  return std::any_of(statement.speakers.begin(), statement.speakers.end(), [&](std::uint32_t entity) {
    const Actor* actor = actor_of(ground, entity);
    return actor != nullptr && is(*actor);
  });
}

// Of the words that the report has for the speaker: "police", "the hospital", "a UN panel".
bool speaker_word_knows(const Ground& ground, const Statement& statement) {
  for (const auto& span : {statement.speaker, statement.on_behalf_of}) {
    if (!span) continue;
    const TokenRange words = ground.tree().words(*span);
    for (Word w = words.first; w < words.end; ++w) {
      if (table_value("knows", lemma_of(ground.tree(), w))) return true;
    }
  }
  return false;
}

}  // namespace

bool is_own_side(const Ground& ground, std::uint32_t number, const Draft& draft) {
  const Statement& statement = ground.told().statements[number];
  for (const DraftParty& agent : draft.agents) {
    if (is_first_person(lower(ground.tree().text(agent.head)))) return true;
    if (!agent.party.entity) continue;
    for (const std::uint32_t speaker : statement.speakers) {
      if (speaker == *agent.party.entity) return true;
      const Actor* mine = actor_of(ground, speaker);
      const Actor* its = actor_of(ground, agent.party.entity);
      if (mine != nullptr && its != nullptr && same_body(*mine, *its)) return true;
    }
    if (statement.on_behalf_of) {
      const TokenRange words = ground.tree().words(*statement.on_behalf_of);
      if (!words.empty() && ground.entity_at(head_of(ground.tree(), words)) == agent.party.entity)
        return true;
    }
  }
  return false;
}

Said word_of(const Ground& ground, const Draft& draft) {
  if (!draft.vouched_by) return {};
  const Statement& statement = ground.told().statements[*draft.vouched_by];
  const auto cue = cue_word(ground, statement);
  // An accusation is a deed of its own; only what it is about stands on its word.
  if (const auto claims = claiming_cue(ground, statement))
    return {is_harm(draft.type) || draft.agents.empty(), claims};
  if (is_endorsed(ground, statement)) return {};
  const bool armed = any_speaker(ground, statement, is_armed);
  if (is_own_side(ground, *draft.vouched_by, draft)) {
    const bool success = draft.type == EventType::ASSAULT && armed;
    return {success && any_speaker(ground, statement,
                                   [](const Actor& a) {
                                     return a.sector == Sector::REB || a.sector == Sector::UAF ||
                                            a.sector == Sector::MIL;
                                   }),
            cue};
  }
  if (!is_harm(draft.type) || draft.agents.empty()) return {};
  if (any_speaker(ground, statement, has_task_to_know) || speaker_word_knows(ground, statement)) return {};
  // Officials on what was done to people or things in their charge.
  if (any_speaker(ground, statement, is_official)) {
    const Actor* agent = nullptr;
    for (const DraftParty& one : draft.agents) {
      if (const Actor* its = actor_of(ground, one.party.entity); its != nullptr && !its->country.empty())
        agent = its;
    }
    if (agent == nullptr) return {};
  }
  return {true, cue};
}

}  // namespace onrecord::event
