// stance/labels.h — each label of a statement, from its cue's row and its content's clause.

#ifndef ONRECORD_STANCE_LABELS_H_
#define ONRECORD_STANCE_LABELS_H_

#include <optional>
#include <string_view>

#include "stance/clause.h"
#include "stance/cue.h"

namespace onrecord::stance {

// All that is known of a statement before it is judged.
struct Evidence {
  const Tree& tree;
  const Statement& statement;
  CueWords cue;
  Content content;
  std::optional<Sense> sense;
  std::optional<Clause> clause;      // The content's; none for a noun.
  std::optional<Word> cue_negation;  // "did not say"
  std::optional<Word> performed;     // "We urge": the content's verb whose row stands for the cue's.
  std::optional<Word> question;      // The content's question mark.
  bool attitude = false;  // What the cue tells is no act of speech: its negation is the opposite attitude.
};

Evidence gather(const Tree& tree, const Statement& statement);

Label<Act> act_of(const Evidence& evidence);
Label<CueStatus> cue_status_of(const Evidence& evidence, Act act);
Label<Polarity> polarity_of(const Evidence& evidence, Act act);
Label<Certainty> certainty_of(const Evidence& evidence, Act act, CueStatus status);
Label<Modality> modality_of(const Evidence& evidence, Act act);
Label<ContentTime> time_of(const Evidence& evidence, Act act, Modality modality);
Label<Commitment> commitment_of(const Evidence& evidence);
Label<Status> status_of(const Evidence& evidence, const Stance& stance);

// What the content's own words promise, demand or foretell when the cue only says that they were said.
enum class Own : std::uint8_t { no, speaker, other };
// Who does what the clause tells of: the speaker, or somebody else.
Own doing_of(const Evidence& evidence);

Span span_of(const Evidence& evidence, Word word);

template <typename Value>
Label<Value> label(Value value, std::string_view rule, std::optional<Span> span) {
  if (value == Value::unknown) return {};
  return {value, score_of(rule), span};
}

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_LABELS_H_
