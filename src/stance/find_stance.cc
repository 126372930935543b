#include "stance/find_stance.h"

namespace onrecord::stance {

Stance find_stance(const syntax::Tree& tree, const Statement& statement) {
  (void)tree, (void)statement;
  return {};
}

}  // namespace onrecord::stance
