// naming/find_namings.h — the room's one verb.

#ifndef ONRECORD_NAMING_FIND_NAMINGS_H_
#define ONRECORD_NAMING_FIND_NAMINGS_H_

#include <span>
#include <vector>

#include "onrecord/naming.h"
#include "onrecord/statement.h"
#include "syntax/tree.h"

namespace onrecord::naming {

// All names that the document of `tree` says somebody gives to something. Never fails.
std::vector<Naming> find_namings(const syntax::Tree& tree, std::span<const Statement> statements);

}  // namespace onrecord::naming

#endif  // ONRECORD_NAMING_FIND_NAMINGS_H_
