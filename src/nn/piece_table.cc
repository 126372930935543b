#include "nn/piece_table.h"

#include <algorithm>
#include <bit>

namespace onrecord::nn {

void PieceTable::reserve(std::size_t pieces, std::size_t bytes) {
  text_.reserve(bytes);
  ends_.reserve(pieces);
}

void PieceTable::add(std::string_view piece) {
  text_ += piece;
  longest_ = std::max(longest_, piece.size());
  ends_.push_back(static_cast<std::uint32_t>(text_.size()));
}

void PieceTable::index() {
  slots_.assign(std::bit_ceil(2 * size() + 1), Slot{});
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t id = 0; id < size(); ++id) {
    if (find((*this)[id])) continue;
    const std::uint64_t hash = (Hash() + (*this)[id]).mixed();
    std::size_t at = hash & mask;
    while (slots_[at].id != kFree) at = (at + 1) & mask;
    slots_[at] = {static_cast<std::uint32_t>(hash >> 32U), id};
  }
}

std::optional<std::uint32_t> PieceTable::find(std::string_view head, std::string_view tail, Hash hash) const {
  if (slots_.empty()) return std::nullopt;
  const std::uint64_t mixed = hash.mixed();
  const auto tag = static_cast<std::uint32_t>(mixed >> 32U);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = mixed & mask; slots_[at].id != kFree; at = (at + 1) & mask) {
    if (slots_[at].tag != tag) continue;
    const std::string_view piece = (*this)[slots_[at].id];
    if (piece.size() == head.size() + tail.size() && piece.starts_with(head) && piece.ends_with(tail)) {
      return slots_[at].id;
    }
  }
  return std::nullopt;
}

}  // namespace onrecord::nn
