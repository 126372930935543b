#include "onrecord/document.h"

#include <algorithm>

namespace onrecord {

// Every byte but a continuation byte (10xxxxxx) begins a code point. Compilers turn this into vector code.
std::uint32_t Document::code_point(std::uint32_t offset) const {
  const auto head = text().substr(0, offset);
  return static_cast<std::uint32_t>(std::count_if(
      head.begin(), head.end(), [](char byte) { return static_cast<signed char>(byte) >= -64; }));
}

}  // namespace onrecord
