#include "statement/cues.h"

#include <algorithm>
#include <iterator>

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

}  // namespace onrecord::statement
