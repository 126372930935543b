// statement/cues.h — the words that announce, from data/lexicon/en/cues.tsv.

#ifndef ONRECORD_STATEMENT_CUES_H_
#define ONRECORD_STATEMENT_CUES_H_

#include <string_view>

#include "syntax/tree.h"

namespace onrecord::statement {

struct Cue {
  std::string_view lemma;
  std::string_view act;
  bool quote = false;  // May announce a quotation beside it.
  int clause = 0;      // 1: with a subject and a finite clause it is a statement without any further sign; 2:
                       // only where somebody else tells of it.
  bool name = false;   // Gives something a name in quotation marks.
  int noun = 0;        // 1: a noun, 2: an adjective that announces a clause with "that".
  std::string_view thing = "0";  // What it announces as a noun phrase: "obj", a preposition, "0" for nothing.
  int to = 0;                    // As `clause`, of "to" and a verb: she wants to leave.
};

// Whether `grade`, of a cue's `clause` or `to`, holds where somebody else tells of it (`inner`), or anywhere.
inline bool tells(int grade, bool inner) { return grade == 1 || (grade == 2 && inner); }

// Null when `lemma` is none of them.
const Cue* find_cue(std::string_view lemma);

// The cue that the verb, noun or adjective `word` is, by its lemma or, where that went astray, by its form.
const Cue* cue_of(const syntax::Tree& tree, syntax::Word word);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_CUES_H_
