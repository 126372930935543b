#include "naming/find_namings.h"

namespace onrecord::naming {

std::vector<Naming> find_namings(const syntax::Tree& tree, std::span<const Statement> statements) {
  (void)tree, (void)statements;
  return {};
}

}  // namespace onrecord::naming
