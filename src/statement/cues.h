// statement/cues.h — the verbs that announce, from data/lexicon/en/cues.tsv.

#ifndef ONRECORD_STATEMENT_CUES_H_
#define ONRECORD_STATEMENT_CUES_H_

#include <string_view>

namespace onrecord::statement {

struct Cue {
  std::string_view lemma;
  bool quote = false;   // May announce a quotation beside it.
  bool clause = false;  // With a subject and a finite clause it is a statement without any further sign.
  bool name = false;    // Gives something a name in quotation marks.
};

// Null when `lemma` is none of them.
const Cue* find_cue(std::string_view lemma);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_CUES_H_
