// base/input.h — the bytes of a file, standard input or memory, decompressed on the way.

#ifndef ONRECORD_BASE_INPUT_H_
#define ONRECORD_BASE_INPUT_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "base/decompress.h"
#include "onrecord/error.h"

namespace onrecord::base {

// Reads forward only, in memory bounded by what is asked for. Movable; one thread at a time.
class Input {
 public:
  // "-" is standard input. Fails with not_found or not_readable.
  static Result<Input> open(const std::string& path);
  // `bytes` must outlive the Input; `name` is used in errors.
  static Input of_memory(std::string_view bytes, std::string name);

  // Appends at most `size` bytes to `to`; says how many, 0 only at the end.
  // Fails with not_readable, bad_compression, or too_large for a decompression bomb.
  Result<std::size_t> read(std::string& to, std::size_t size);

  // Appends all that is left, but fails with too_large once `to` would pass `limit` bytes.
  Result<Ok> read_all(std::string& to, std::uint64_t limit);

  const std::string& name() const { return name_; }

 private:
  // Owns the file's number; standard input is not closed.
  struct File {
    explicit File(int n) : number(n) {}
    File(File&& other) noexcept : number(std::exchange(other.number, -1)) {}
    File& operator=(File&& other) noexcept {
      std::swap(number, other.number);
      return *this;
    }
    ~File();
    int number;  // -1: none, memory is read.
  };

  Input(File file, std::string_view memory, std::string name);
  std::string_view pending() const;
  Result<std::size_t> fill();
  Result<Ok> begin();
  Result<std::size_t> read_plain(std::string& to, std::size_t size);
  Result<std::size_t> read_packed(std::string& to, std::size_t size);
  Error error(ErrorCode code, std::string message, std::string mend) const;

  std::string name_;
  File file_;
  std::string_view memory_;
  std::string buffer_;  // The piece of the file read last.
  std::size_t at_ = 0;  // What of memory_ or buffer_ is taken.
  bool begun_ = false;
  std::unique_ptr<Decompressor> decompressor_;
  std::uint64_t taken_ = 0, given_ = 0;  // Packed bytes in, plain bytes out.
};

// The error for a text longer than `limit` bytes.
Error too_large(const std::string& name, std::uint64_t limit);

}  // namespace onrecord::base

#endif  // ONRECORD_BASE_INPUT_H_
