// base/decompress.h — .gz and .zst, piece by piece.

#ifndef ONRECORD_BASE_DECOMPRESS_H_
#define ONRECORD_BASE_DECOMPRESS_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "onrecord/error.h"

namespace onrecord::base {

enum class Compression { none, gzip, zstd };

// Told by the first bytes, whatever the file is called.
Compression compression_of(std::string_view first_bytes);

// Takes compressed bytes, gives plain ones. Errors carry no file name: the caller adds it.
class Decompressor {
 public:
  virtual ~Decompressor() = default;

  // Appends what `compressed` gives to `to`, at most `room` bytes, and takes what it used off `compressed`.
  // Call again with the rest. Fails with bad_compression.
  virtual Result<Ok> feed(std::string_view& compressed, std::string& to, std::size_t room) = 0;

  // Whether the bytes so far end where a compressed file may end.
  virtual bool complete() const = 0;
};

// `kind` is not none.
std::unique_ptr<Decompressor> make_decompressor(Compression kind);

// A bomb: far more comes out than text could have gone in. Little files are let pass whatever their ratio.
bool is_bomb(std::uint64_t compressed, std::uint64_t plain);

}  // namespace onrecord::base

#endif  // ONRECORD_BASE_DECOMPRESS_H_
