// onrecord/event.h — who did what to whom, whether it happened, and on whose word.
//
// An Event is one happening as the report tells it, after PLOVER (Political Language Ontology for Verifiable
// Event Records). It makes no judgement: its status says how the report presents it, and vouched_by on whose
// word. A statement is not an event of its content: "X accused Y of shelling Z" is an ACCUSE by X that
// happened and an ASSAULT by Y that X alleges.
//
// The numbers of all enumerations are stored in ledgers: append only, never renumber.

#ifndef ONRECORD_EVENT_H_
#define ONRECORD_EVENT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/span.h"
#include "onrecord/time.h"

namespace onrecord {

// PLOVER's sixteen types.
enum class EventType : std::uint8_t {
  unknown = 0,
  AGREE = 1,
  CONSULT = 2,
  SUPPORT = 3,
  CONCEDE = 4,
  COOPERATE = 5,
  AID = 6,
  RETREAT = 7,
  REQUEST = 8,
  ACCUSE = 9,
  REJECT = 10,
  THREATEN = 11,
  PROTEST = 12,
  SANCTION = 13,
  MOBILIZE = 14,
  COERCE = 15,
  ASSAULT = 16,
};

// How the report presents the happening.
enum class EventStatus : std::uint8_t {
  unknown = 0,
  happened = 1,
  did_not = 2,      // "failed to seize", "did not meet"
  alleged = 3,      // Somebody else than the report says so, and the report does not.
  planned = 4,      // Decided, agreed, announced.
  possible = 5,     // "could", "may", feared, hoped for.
  demanded = 6,     // Asked for, ordered and not yet done.
  conditional = 7,  // "if …"
  background = 8,   // Long past, told to explain what is new.
};

// Whom a happening is done by or to. What the report does not say stays empty.
struct EventParty {
  Span span;                                 // As written, in Document::text().
  std::optional<std::uint32_t> entity = {};  // Index into Entities::entities.
  std::optional<std::uint32_t> actor = {};   // Index into Reading::actors.
  std::string country = {};  // ISO 3166-1 alpha-3, by the actor or by its own words ("any Ukrainian city").
  float score = 0;           // In [0, 1].
};

// What was counted, as the report words it.
enum class CountKind : std::uint8_t {
  killed = 1,
  injured = 2,
  arrested = 3,
  displaced = 4,
  taking_part = 5,
};

struct EventCount {
  CountKind kind = CountKind::killed;
  std::uint64_t low = 0;                   // At least so many.
  std::optional<std::uint64_t> high = {};  // At most so many; none: open ("at least 12", "dozens").
  bool approximate = false;                // "about", "some", "nearly", "dozens".
  Span words;                              // The words that carry it: "at least 12".
};

struct EventMention {
  Span trigger;            // The word or words that tell it.
  std::uint32_t word = 0;  // The head of the trigger, a token.
  float score = 0;
  std::string_view rule = {};  // What told it: "the neural reader", "the table of triggers", "both",
                               // "its outcome".
};

struct Event {
  EventType type = EventType::unknown;
  float type_score = 0;        // In [0, 1].
  std::string_view mode = {};  // One of data/plover/modes.tsv; empty: none. Of static duration.
  std::vector<std::string_view> contexts = {};  // Of data/plover/contexts.tsv.
  std::string_view cameo = {};                  // The CAMEO code that says this most nearly; empty: none.
  std::vector<EventMention> mentions;           // In order of the text; never empty.
  std::uint32_t clearest = 0;                   // Index into mentions: the trigger to show it by.
  std::vector<EventParty> agents = {};          // Of talks and the like: all who take part.
  std::vector<EventParty> recipients = {};
  std::optional<std::uint32_t> place = {};  // Index into Places::mentions.
  Clock happened = {};
  std::vector<EventCount> counts = {};
  EventStatus status = EventStatus::unknown;
  float status_score = 0;                    // In [0, 1].
  std::optional<Span> status_evidence = {};  // The words that decided it.
  std::string_view status_rule = {};         // By which rule: "a word that governs it"; of static duration.
  std::optional<std::uint32_t> vouched_by =
      {};  // The statement on whose word it stands, by index; none: the report's own.
};

std::string_view to_string(EventType value);  // PLOVER's words; "unknown".
std::string_view to_string(EventStatus value);
std::string_view to_string(CountKind value);

}  // namespace onrecord

#endif  // ONRECORD_EVENT_H_
