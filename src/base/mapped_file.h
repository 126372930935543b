// base/mapped_file.h — a file's bytes without a copy of them.

#ifndef ONRECORD_BASE_MAPPED_FILE_H_
#define ONRECORD_BASE_MAPPED_FILE_H_

#include <cstddef>
#include <span>
#include <string>

#include "onrecord/error.h"

namespace onrecord::base {

// Read-only, shared with every other process that maps the file. Movable; the bytes stay where they are until
// the last owner goes. Safe to read from any thread.
class MappedFile {
 public:
  // Fails with not_found or not_readable.
  static Result<MappedFile> open(const std::string& path);

  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  std::span<const std::byte> bytes() const { return bytes_; }

 private:
  explicit MappedFile(std::span<const std::byte> bytes) : bytes_(bytes) {}
  std::span<const std::byte> bytes_;
};

}  // namespace onrecord::base

#endif  // ONRECORD_BASE_MAPPED_FILE_H_
