#include "base/checksum.h"

#define XXH_INLINE_ALL  // Nothing to link: one function of the header is used.
#include <xxhash.h>

#include <algorithm>

namespace onrecord::base {

std::array<std::uint8_t, 16> xxh3_128(std::span<const std::byte> bytes) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
  std::array<std::uint8_t, 16> digest;
  std::copy(std::begin(canonical.digest), std::end(canonical.digest), digest.begin());
  return digest;
}

}  // namespace onrecord::base
