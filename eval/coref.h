// eval/coref.h — which mentions stand for one: MUC, B³ and CEAF-e, pronouns and their antecedents, GAP.

#ifndef ONRECORD_EVAL_COREF_H_
#define ONRECORD_EVAL_COREF_H_

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "eval/engine.h"
#include "onrecord/error.h"

namespace onrecord::eval {

// A mention by the words of its document, counted through all sentences.
struct CorefMention {
  std::uint32_t first = 0, end = 0;
  std::uint32_t head = 0;
  std::uint32_t entity = 0;
  std::string pronoun = {};  // A pronoun's form in lower case; empty for all else.
};

struct CorefDocument {
  std::string id;
  std::vector<CorefMention> mentions;
};

// The mentions of a treebank whose MISC column has Entity= in the CorefUD notation, one a "# newdoc".
Result<std::vector<CorefDocument>> parse_coref(std::string_view conllu, const std::string& name);
Result<std::vector<CorefDocument>> read_coref(const std::string& path);

// The documents of eval/sets/wikinews/aside: nothing is fitted on them, and no figure of a dev part holds
// them.
std::set<std::string> set_aside(const std::string& source);

// What the reader found; relative pronouns left out, as GUM does not mark them.
CorefDocument coref_of(const Reading& reading, const std::string& id);

// Sums over documents; each ratio in percent.
struct Ratio {
  double right = 0, of = 0;
  double percent() const { return of == 0 ? 0 : 100 * right / of; }
  void add(const Ratio& other) { right += other.right, of += other.of; }
};
struct CorefMeasure {
  Ratio precision, recall;
  double f1() const;
  void add(const CorefMeasure& other) { precision.add(other.precision), recall.add(other.recall); }
};
struct CorefScore {
  CorefMeasure mentions, muc, b_cubed, ceaf_e;
  double conll() const { return (muc.f1() + b_cubed.f1() + ceaf_e.f1()) / 3; }
  void add(const CorefScore& other);
};

// Mentions match when their words do, or, with `by_head`, when their heads do. Without `singletons`, entities
// of one mention are left out on both sides.
CorefScore score_coref(const CorefDocument& gold, const CorefDocument& system, bool by_head, bool singletons);

// Third-person pronouns whose entity has an earlier mention that is no pronoun: right when the system's
// entity holds the nearest such mention; none found counts as unresolved. `only` (if not empty): words that
// count.
struct PronounScore {
  std::uint64_t all = 0, resolved = 0, right = 0;
  void add(const PronounScore& other) { all += other.all, resolved += other.resolved, right += other.right; }
};
PronounScore score_pronouns(const CorefDocument& gold, const CorefDocument& system,
                            const std::set<std::uint32_t>* only = nullptr);

// A pronoun and two names of which one, the other or neither is meant. Places count characters.
struct GapCase {
  std::string id, text, pronoun;
  std::uint32_t pronoun_at = 0;
  struct Name {
    std::string text;
    std::uint32_t at = 0;
    bool meant = false;
  };
  Name a, b;
};
Result<std::vector<GapCase>> parse_gap(std::string_view tsv, const std::string& name);

// For each name whether the pronoun's entity holds it.
struct GapAnswer {
  bool a = false, b = false;
};
GapAnswer answer_gap(const GapCase& gap, const Reading& reading);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_COREF_H_
