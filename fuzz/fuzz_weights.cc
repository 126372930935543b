// Any bytes are the header of a weights file: read or refused with a place named, and what was read holds
// together.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "nn/header.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const onrecord::nn::Header& header) {
  for (std::uint32_t id = 0; id < header.vocabulary.size(); ++id) {
    const auto found = header.vocabulary.find(header.vocabulary[id]);
    require(found && header.vocabulary[*found] == header.vocabulary[id]);
  }
  constexpr std::uint64_t kDataSize = 1U << 20U;
  if (!onrecord::nn::check_architecture(header, kDataSize)) return;
  for (const auto& [name, tensor] : header.tensors) {
    // Those that the architecture does not ask for may lie anywhere: nobody looks at them.
    if (name.starts_with("layer.0.")) require(tensor.offset < kDataSize);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto header = onrecord::nn::read_header({reinterpret_cast<const char*>(data), size});
  if (header) {
    check(*header);
  } else {
    require(!header.error().message.empty() && !header.error().place.empty());
  }
  return 0;
}
