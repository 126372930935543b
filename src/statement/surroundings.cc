#include "statement/surroundings.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "statement/forms.h"

namespace onrecord::statement {
namespace {

struct Row {
  std::string_view lemma;
  Surrounding kind = Surrounding::none;
};

constexpr Row kRows[] = {
#include "circumstance_table.inc"
};

}  // namespace

Surrounding find_surrounding(std::string_view lemma) {
  const auto* found = std::lower_bound(std::begin(kRows), std::end(kRows), lemma,
                                       [](const Row& row, std::string_view key) { return row.lemma < key; });
  return found != std::end(kRows) && found->lemma == lemma ? found->kind : Surrounding::none;
}

Surrounding surrounding_of(const syntax::Tree& tree, syntax::Word word) {
  const std::string lemma = lower_case(tree.lemma(word));
  if (const auto kind = find_surrounding(lemma); kind != Surrounding::none) return kind;
  for (const std::string& stem : noun_stems(tree.text(word))) {
    if (const auto kind = find_surrounding(stem); kind != Surrounding::none) return kind;
  }
  return Surrounding::none;
}

}  // namespace onrecord::statement
