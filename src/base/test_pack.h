// base/test_pack.h — packs bytes, so that tests can unpack them.

#ifndef ONRECORD_BASE_TEST_PACK_H_
#define ONRECORD_BASE_TEST_PACK_H_

#include <zlib.h>
#include <zstd.h>

#include <string>
#include <string_view>

namespace onrecord::base {

inline std::string gzip(std::string_view plain) {
  z_stream stream = {};
  deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, static_cast<uLong>(plain.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));
  stream.avail_in = static_cast<uInt>(plain.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

inline std::string zstd(std::string_view plain) {
  std::string packed(ZSTD_compressBound(plain.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), plain.data(), plain.size(), 3));
  return packed;
}

}  // namespace onrecord::base

#endif  // ONRECORD_BASE_TEST_PACK_H_
