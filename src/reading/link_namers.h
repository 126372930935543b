// reading/link_namers.h — ties namings to the entities that were found beside them.

#ifndef ONRECORD_READING_LINK_NAMERS_H_
#define ONRECORD_READING_LINK_NAMERS_H_

#include <span>
#include <vector>

#include "onrecord/entity.h"
#include "onrecord/naming.h"
#include "onrecord/statement.h"

namespace onrecord::reading {

// Sets `namers` of each naming: the speakers of its statement when the namer is their words or is not
// written, else the entity of the mention that is the namer. Naming and entity are found without knowledge of
// each other.
void link_namers(std::vector<Naming>& namings, std::span<const Statement> statements,
                 const Entities& entities);

}  // namespace onrecord::reading

#endif  // ONRECORD_READING_LINK_NAMERS_H_
