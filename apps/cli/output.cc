#include "output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

namespace onrecord::cli {
namespace {

// A pipe or a device cannot be replaced by a finished file; it is written as it is.
bool replaceable(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) != 0 || S_ISREG(status.st_mode);
}

}  // namespace

Output::Output(std::string path) : path_(std::move(path)) {
  if (path_.empty()) {
    file_ = STDOUT_FILENO;
    return;
  }
  if (replaceable(path_)) unfinished_ = path_ + ".unfinished";
  const std::string& opened = unfinished_.empty() ? path_ : unfinished_;
  file_ =
      ::open(opened.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);  // NOLINT: open is variadic.
  if (file_ < 0) {
    fail();
    unfinished_.clear();
  }
}

Output::~Output() {
  if (file_ > STDERR_FILENO) ::close(file_);
  if (!unfinished_.empty()) ::unlink(unfinished_.c_str());
}

bool Output::fail() {
  if (errno == EPIPE) {
    reader_left_ = true;
  } else {
    failure_ = std::strerror(errno);  // NOLINT(concurrency-mt-unsafe): one thread writes.
  }
  return false;
}

bool Output::write(std::string_view text) {
  if (file_ < 0 || reader_left_ || !failure_.empty()) return false;
  while (!text.empty()) {
    const ssize_t written = ::write(file_, text.data(), text.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return fail();
    }
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool Output::finish() {
  if (!failure_.empty()) return false;
  if (path_.empty()) return true;
  const int closed = ::close(std::exchange(file_, -1));
  if (closed != 0) return fail();
  if (!unfinished_.empty() && std::rename(unfinished_.c_str(), path_.c_str()) != 0) return fail();
  unfinished_.clear();
  return true;
}

}  // namespace onrecord::cli
