#include "statement/cues.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "statement/forms.h"

namespace onrecord::statement {
namespace {

constexpr Cue kCues[] = {
#include "cue_table.inc"
};

}  // namespace

const Cue* find_cue(std::string_view lemma) {
  const auto* found = std::lower_bound(std::begin(kCues), std::end(kCues), lemma,
                                       [](const Cue& cue, std::string_view key) { return cue.lemma < key; });
  return found != std::end(kCues) && found->lemma == lemma ? found : nullptr;
}

const Cue* cue_of(const syntax::Tree& tree, syntax::Word word) {
  if (const Cue* cue = find_cue(tree.lemma(word))) return cue;
  for (const std::string& stem : verb_stems(tree.text(word))) {
    if (const Cue* cue = find_cue(stem)) return cue;
  }
  return nullptr;
}

}  // namespace onrecord::statement
