// base/files.h — what lies in a folder, and how the system's errors read.

#ifndef ONRECORD_BASE_FILES_H_
#define ONRECORD_BASE_FILES_H_

#include <functional>
#include <string>

#include "onrecord/error.h"

namespace onrecord::base {

// The error for `path` that the system gave as `number` (an errno).
Error file_error(const std::string& path, int number);

bool is_folder(const std::string& path);

// Called with the path of each file, or with what kept a folder from being listed. Return false to stop.
using PathVisitor = std::function<bool(Result<std::string>)>;

// Visits the files under the folder `path`, recursively, in the byte order of their names. Names that begin
// with a dot are passed over, and so is what is neither a file nor a folder; links to folders are not
// followed, lest they lead round in a circle. Returns false when `visit` stopped it.
bool visit_files(const std::string& path, const PathVisitor& visit);

}  // namespace onrecord::base

#endif  // ONRECORD_BASE_FILES_H_
