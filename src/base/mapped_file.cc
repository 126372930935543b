#include "base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "base/files.h"

namespace onrecord::base {

Result<MappedFile> MappedFile::open(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return fail(file_error(path, errno));
  struct stat status = {};
  const int stated = ::fstat(file, &status);
  const int wrong = stated != 0               ? errno
                    : S_ISREG(status.st_mode) ? 0
                    : S_ISDIR(status.st_mode) ? EISDIR
                                              : EINVAL;
  if (wrong != 0 || status.st_size == 0) {
    ::close(file);
    if (wrong != 0) return fail(file_error(path, wrong));
    return MappedFile();
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  void* const start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
  const int map_error = errno;
  ::close(file);
  if (start == MAP_FAILED) return fail(file_error(path, map_error));
  return MappedFile({static_cast<const std::byte*>(start), size});
}

MappedFile::MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  return *this;
}

MappedFile::~MappedFile() {
  if (!bytes_.empty()) ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

}  // namespace onrecord::base
