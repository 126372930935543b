// base/checksum.h — XXH3, 128 bits: tells damage from wholeness, guards against no adversary.

#ifndef ONRECORD_BASE_CHECKSUM_H_
#define ONRECORD_BASE_CHECKSUM_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace onrecord::base {

// In XXH's canonical (big-endian) order, so that a file written anywhere can be checked anywhere.
std::array<std::uint8_t, 16> xxh3_128(std::span<const std::byte> bytes);

}  // namespace onrecord::base

#endif  // ONRECORD_BASE_CHECKSUM_H_
