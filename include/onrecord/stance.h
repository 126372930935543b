// onrecord/stance.h — how a statement is meant: what its speaker does with it, how sure they are, and how far
// the report stands behind it.
//
// Each label carries the words that decided it and a score. A label that nothing in the words decides is
// `unknown`; there is no default. The handbook of all values, with examples, is doc/statements.md.
//
// The numbers of all enumerations are stored in ledgers: append only, never renumber.

#ifndef ONRECORD_STANCE_H_
#define ONRECORD_STANCE_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "onrecord/span.h"

namespace onrecord {

// What the speaker does in saying it.
enum class Act : std::uint8_t {
  unknown = 0,
  say = 1,
  claim = 2,
  confirm = 3,  // Or admit.
  deny = 4,
  predict = 5,
  warn = 6,
  promise = 7,  // Or plan.
  refuse = 8,
  demand = 9,
  propose = 10,  // Or offer.
  accuse = 11,
  support = 12,
  oppose = 13,
  ask = 14,
  express = 15,
  decree = 16,
  name = 17,
  show = 18,
  think = 19,
};

// Whether the words were said at all.
enum class CueStatus : std::uint8_t {
  unknown = 0,
  made = 1,
  not_made = 2,  // "did not say"
  expected = 3,  // "is expected to announce"
  refused = 4,   // "declined to say"
  asked_for = 5  // "was asked whether", "urged her to say"
};

// Whether the speaker affirms or denies the content's own clause.
enum class Polarity : std::uint8_t { unknown = 0, positive = 1, negative = 2 };

// How sure the speaker presents themselves to be.
enum class Certainty : std::uint8_t { unknown = 0, certain = 1, probable = 2, possible = 3, uncommitted = 4 };

enum class Modality : std::uint8_t {
  unknown = 0,
  fact = 1,
  ability = 2,
  permission = 3,
  obligation = 4,
  wish = 5,
  plan = 6,
  condition = 7,
  counterfactual = 8,
  generic = 9,
};

// When the content's main happening stands to the time of speaking.
enum class ContentTime : std::uint8_t { unknown = 0, past = 1, present = 2, future = 3 };

// How far the outlet, by its choice of cue, stands behind the content.
enum class Commitment : std::uint8_t { unknown = 0, endorses = 1, neutral = 2, distances = 3, rejects = 4 };

// The one word that a reader sees, derived from the labels above by status_of.
enum class Status : std::uint8_t {
  unknown = 0,
  asserted = 1,
  denied = 2,
  possible = 3,
  predicted = 4,
  planned = 5,
  demanded = 6,
  conditional = 7,
  uncommitted = 8,
  disowned = 9,
};

template <typename Value>
struct Label {
  Value value = Value::unknown;
  float score = 0;                    // In [0, 1]: how often such a label is right; 0 when unknown.
  std::optional<Span> evidence = {};  // The words that decided it, in Document::text().
};

struct Stance {
  Label<Act> act;
  Label<CueStatus> cue_status;
  Label<Polarity> polarity;
  Label<Certainty> certainty;
  Label<Modality> modality;
  Label<ContentTime> time;
  Label<Commitment> commitment;
  Label<Status> status;
};

// The words of the published vocabulary: "say", "not made", "unknown" …
std::string_view to_string(Act value);
std::string_view to_string(CueStatus value);
std::string_view to_string(Polarity value);
std::string_view to_string(Certainty value);
std::string_view to_string(Modality value);
std::string_view to_string(ContentTime value);
std::string_view to_string(Commitment value);
std::string_view to_string(Status value);

}  // namespace onrecord

#endif  // ONRECORD_STANCE_H_
