// reading/find_gazetteer.h — where the file of places is looked for.

#ifndef ONRECORD_READING_FIND_GAZETTEER_H_
#define ONRECORD_READING_FIND_GAZETTEER_H_

#include <memory>
#include <string>

#include "gazetteer/gazetteer.h"
#include "onrecord/error.h"
#include "reading/find_weights.h"

namespace onrecord::reading {

// The path of places.gaz: as named, as ONRECORD_GAZETTEER names it, beside the program, where it was
// installed, in the source tree. Fails with gazetteer_missing, telling every place that was looked at.
Result<std::string> find_gazetteer(const std::string& named);

// Opens it; nothing for "none".
Result<std::shared_ptr<const gazetteer::Gazetteer>> open_gazetteer(const std::string& named);

}  // namespace onrecord::reading

#endif  // ONRECORD_READING_FIND_GAZETTEER_H_
