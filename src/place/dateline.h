// place/dateline.h — where a report says that it was written.

#ifndef ONRECORD_PLACE_DATELINE_H_
#define ONRECORD_PLACE_DATELINE_H_

#include <vector>

#include "place/draft.h"

namespace onrecord::place {

// Marks the drafts of datelines: "KYIV, Ukraine (AP) —", and those in blocks of that kind.
void mark_datelines(const syntax::Tree& tree, std::vector<Draft>& drafts);

}  // namespace onrecord::place

#endif  // ONRECORD_PLACE_DATELINE_H_
