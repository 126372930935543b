// stance/labels.h — each label of a statement, from its cue's row and its content's clause.

#ifndef ONRECORD_STANCE_LABELS_H_
#define ONRECORD_STANCE_LABELS_H_

#include <optional>
#include <string_view>

#include "onrecord/entity.h"
#include "stance/clause.h"
#include "stance/cue.h"

namespace onrecord::stance {

// A label, and which rule decided it: a row of data/lexicon/en/stance_scores.tsv. Of string literals.
template <typename Value>
struct Judged : Label<Value> {
  std::string_view rule = {};
};

// A Stance with its rules.
struct Judgement {
  Judged<Act> act;
  Judged<CueStatus> cue_status;
  Judged<Polarity> polarity;
  Judged<Certainty> certainty;
  Judged<Modality> modality;
  Judged<ContentTime> time;
  Judged<Commitment> commitment;
  Judged<Status> status;
};

// All that is known of a statement before it is judged.
struct Evidence {
  const Tree& tree;
  const Statement& statement;
  CueWords cue;
  Content content;
  std::optional<Sense> sense;
  std::optional<Clause> clause;        // The content's; none for a noun.
  std::optional<Word> cue_negation;    // "did not say"
  std::optional<Word> performed;       // "We urge": the content's verb whose row stands for the cue's.
  std::optional<Word> question;        // The content's question mark.
  const Entities* entities = nullptr;  // To which the statement's speakers point, where they are known.
  bool refused = false;                // "Declined to comment".
  bool attitude = false;  // What the cue tells is no act of speech: its negation is the opposite attitude.
};

Evidence gather(const Tree& tree, const Statement& statement, const Entities* entities);

Judged<Act> act_of(const Evidence& evidence);
Judged<CueStatus> cue_status_of(const Evidence& evidence, Act act);
Judged<Polarity> polarity_of(const Evidence& evidence, Act act);
Judged<Certainty> certainty_of(const Evidence& evidence, Act act, CueStatus status);
Judged<Modality> modality_of(const Evidence& evidence, Act act);
Judged<ContentTime> time_of(const Evidence& evidence, Act act, Modality modality);
Judged<Commitment> commitment_of(const Evidence& evidence);
Judged<Status> status_of(const Evidence& evidence, const Judgement& stance);

// What the content's own words promise, demand or foretell when the cue only says that they were said.
enum class Own : std::uint8_t { no, speaker, other };
// Who does what the clause tells of: the speaker, or somebody else.
Own doing_of(const Evidence& evidence);
// Whether `word` stands for one of the speakers, or for the body that they are of.
bool is_own_body(const Evidence& evidence, Word word);
// Whether it stands for a person who is not the speaker.
bool is_another_person(const Evidence& evidence, Word word);

// The adverb of the class of stance_words.tsv that stands at the cue.
std::optional<Word> adverb_at_cue(const Evidence& evidence, std::string_view of);
// Words that go on without a cue: a quotation, or somebody's further words.
bool is_unannounced(const Evidence& evidence);
// "Has yet to announce".
std::optional<Word> yet_to(const Evidence& evidence);

Span span_of(const Evidence& evidence, Word word);
// The cue's own word; the word given, or else that.
std::optional<Span> cue_span(const Evidence& evidence);
std::optional<Span> word_span(const Evidence& evidence, std::optional<Word> word);

// "May", "might", "could" at the cue.
std::optional<Word> cue_maybe(const Evidence& evidence);

Presents presents_of(const Evidence& evidence);  // A fact, where no row knows the cue.
bool knows_nothing(const Evidence& evidence, Act act);
// "Considers whether to sell", "has not ruled out selling".
bool is_weighed(const Evidence& evidence);

template <typename Value>
Judged<Value> label(Value value, std::string_view rule, std::optional<Span> span) {
  if (value == Value::unknown) return {};
  return {{value, score_of(rule), span}, rule};
}

}  // namespace onrecord::stance

#endif  // ONRECORD_STANCE_LABELS_H_
