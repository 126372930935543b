// event/draft.h — one mention of a happening, while it is worked out.

#ifndef ONRECORD_EVENT_DRAFT_H_
#define ONRECORD_EVENT_DRAFT_H_

#include <optional>
#include <vector>

#include "event/ground.h"
#include "onrecord/event.h"

namespace onrecord::event {

struct DraftParty {
  Word head = 0;
  EventParty party;
};

struct Draft {
  Word word = 0;     // The head of the trigger.
  TokenRange words;  // The trigger: with particles.
  EventType type = EventType::unknown;
  float score = 0;  // That it tells a happening of the type.
  std::string_view mode = {};
  const EventTag* tag = nullptr;  // What the reader saw there; null: only the table of triggers knows it.
  std::string_view rule = {};     // Why it is one: see EventMention.
  bool in_heading = false;

  std::vector<DraftParty> agents = {}, recipients = {};
  std::optional<std::uint32_t> place = {};
  Clock happened = {};
  std::vector<EventCount> counts = {};

  EventStatus status = EventStatus::unknown;
  float status_score = 0;
  std::string_view status_rule = {};
  std::optional<Word> evidence = {};  // Of the status.
  std::optional<Span> evidence_span = {};
  std::optional<std::uint32_t> vouched_by = {};
};

// Two of one type and one status for the sides of a meeting or a fight: whose parties are one set.
inline bool is_mutual(EventType type) { return type == EventType::CONSULT || type == EventType::COOPERATE; }

}  // namespace onrecord::event

#endif  // ONRECORD_EVENT_DRAFT_H_
