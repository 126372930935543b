// How far the outlet stands behind what it reports, and the words at the cue that tell it.

#include "stance/labels.h"

namespace onrecord::stance {

// The adverb of the class that stands at the cue.
std::optional<Word> adverb_at_cue(const Evidence& evidence, std::string_view of) {
  const Tree& tree = evidence.tree;
  for (Word word = evidence.cue.words.first; word < evidence.cue.words.end; ++word) {
    if (written_in(tree, word, of)) return word;
  }
  return std::nullopt;
}

// Words that go on without a cue: a quotation, or somebody's further words.
bool is_unannounced(const Evidence& evidence) {
  const Statement& statement = evidence.statement;
  return !statement.contents.empty() &&
         (evidence.content.quoted || statement.speaker || statement.form == Form::continuation);
}

// "Has yet to confirm".
std::optional<Word> yet_to(const Evidence& evidence) {
  for (Word word = evidence.cue.words.first; word + 1 < evidence.cue.words.end; ++word) {
    if (lower(evidence.tree, word) == "yet" && lower(evidence.tree, word + 1) == "to") return word;
  }
  return std::nullopt;
}

Judged<Commitment> commitment_of(const Evidence& evidence) {
  if (!evidence.statement.cue) {
    if (!is_unannounced(evidence)) return {};
    return label(Commitment::neutral, "commitment.unannounced", evidence.statement.contents.front());
  }
  if (const auto word = adverb_at_cue(evidence, "rejecting"))
    return label(Commitment::rejects, "commitment.adverb", span_of(evidence, *word));
  if (const auto word = adverb_at_cue(evidence, "endorsing"))
    return label(Commitment::endorses, "commitment.adverb", span_of(evidence, *word));
  if (const auto word = adverb_at_cue(evidence, "distancing"))
    return label(Commitment::distances, "commitment.adverb", span_of(evidence, *word));
  if (!evidence.sense) return {};
  const auto span = span_of(evidence, *evidence.cue.head);
  // What stands in somebody's words is theirs to vouch for.
  if (evidence.statement.inside) return label(Commitment::neutral, "commitment.neutral", span);
  // A negated or merely expected admission vouches for nothing.
  const bool made = !evidence.cue_negation && evidence.cue.above.empty() && !yet_to(evidence);
  if (evidence.sense->commitment == Commitment::endorses &&
      (!made || modal_of(evidence.tree, *evidence.cue.head)))
    return label(Commitment::neutral, "commitment.unmade", span);
  const bool neutral = evidence.sense->commitment == Commitment::neutral;
  return label(evidence.sense->commitment, neutral ? "commitment.neutral" : "commitment.cue", span);
}

}  // namespace onrecord::stance
