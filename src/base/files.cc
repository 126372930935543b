#include "base/files.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <vector>

namespace onrecord::base {
namespace fs = std::filesystem;
namespace {

struct Entry {
  std::string name;
  bool folder;
};

// The entries of one folder that count, in order; `error` is set when the folder cannot be listed.
std::vector<Entry> list_folder(const fs::path& folder, std::error_code& error) {
  std::vector<Entry> entries;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::string name = it->path().filename().string();
    if (name.starts_with('.')) continue;
    std::error_code ignored;
    const auto own = it->symlink_status(ignored).type();
    const auto target = it->status(ignored).type();
    // A link that leads nowhere is kept: whoever reads it is told so.
    const bool dangling = own == fs::file_type::symlink && target == fs::file_type::not_found;
    if (own == fs::file_type::directory)
      entries.push_back({std::move(name), true});
    else if (target == fs::file_type::regular || dangling)
      entries.push_back({std::move(name), false});
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
  return entries;
}

bool visit_folder(const fs::path& folder, const PathVisitor& visit) {
  std::error_code error;
  const auto entries = list_folder(folder, error);
  if (error && !visit(fail(file_error(folder.string(), error.value())))) return false;
  for (const Entry& entry : entries) {
    const fs::path path = folder / entry.name;
    if (entry.folder ? !visit_folder(path, visit) : !visit(path.string())) return false;
  }
  return true;
}

}  // namespace

Error file_error(const std::string& path, int number) {
  const std::string why = std::generic_category().message(number);
  if (number == ENOENT || number == ENOTDIR) {
    return {ErrorCode::not_found, "there is no file \"" + path + "\"", path, "", "Check the path."};
  }
  if (number == EISDIR) {
    return {ErrorCode::not_readable, "\"" + path + "\" is a folder where a file is wanted", path, "",
            "Name a file in it."};
  }
  const char* const mend = number == EACCES || number == EPERM
                               ? "Give yourself the right to read it (chmod u+r), or leave it out."
                               : "Check the disk and the file, or leave it out.";
  return {ErrorCode::not_readable, "\"" + path + "\" cannot be read: " + why, path, "", mend};
}

bool is_folder(const std::string& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

bool visit_files(const std::string& path, const PathVisitor& visit) { return visit_folder(path, visit); }

}  // namespace onrecord::base
