// actor_table/index.h — from a hash of a key to the numbers kept for it.

#ifndef ONRECORD_ACTOR_TABLE_INDEX_H_
#define ONRECORD_ACTOR_TABLE_INDEX_H_

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace onrecord::actor_table {

// Several values may be kept for one key. Keys are trusted to differ when their hashes do: 64 bits for some
// ten thousand words. Most words of a report are in no table: a row of bits, small enough to stay in the
// processor's caches, turns nearly all of them away.
class Index {
 public:
  void reserve(std::size_t count) {
    slots_.assign(std::bit_ceil(2 * count + 2), Slot{});
    bits_.assign(bits_for(slots_.size()), 0);
    size_ = 0;
  }

  void add(std::uint64_t key, std::uint32_t value) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    put({key | 1U, value, true});
    ++size_;
  }

  // Calls visit(value) for each value of `key`, in the order they were added, until it returns true.
  template <typename Visit>
  bool find(std::uint64_t key, const Visit& visit) const {
    if (bits_.empty() || !is_marked(key)) return false;
    key |= 1U;
    for (std::size_t at = place(key); slots_[at].taken; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].key == key && visit(slots_[at].value)) return true;
    }
    return false;
  }

  // The first value of `key`, to be changed in place.
  std::uint32_t* value(std::uint64_t key) {
    if (slots_.empty()) return nullptr;
    key |= 1U;
    for (std::size_t at = place(key); slots_[at].taken; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].key == key) return &slots_[at].value;
    }
    return nullptr;
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t value = 0;
    bool taken = false;
  };

  std::size_t place(std::uint64_t key) const {
    return static_cast<std::size_t>(key * 0x9E3779B97F4A7C15ULL >> 20U) & (slots_.size() - 1);
  }

  static std::size_t bits_for(std::size_t slots) { return std::max<std::size_t>(1, slots / 8); }

  // Eight bits a slot, so sixteen or more a key.
  std::size_t bit_of(std::uint64_t key) const {
    return static_cast<std::size_t>((key | 1U) * 0xD6E8FEB86659FD93ULL >> 24U) & (64 * bits_.size() - 1);
  }
  bool is_marked(std::uint64_t key) const {
    const std::size_t bit = bit_of(key);
    return (bits_[bit / 64] >> (bit % 64) & 1U) != 0;
  }

  void put(const Slot& slot) {
    const std::size_t bit = bit_of(slot.key);
    bits_[bit / 64] |= std::uint64_t{1} << (bit % 64);
    std::size_t at = place(slot.key);
    while (slots_[at].taken) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }

  void grow() {
    std::vector<Slot> before(slots_.empty() ? 16 : 2 * slots_.size());
    before.swap(slots_);
    bits_.assign(bits_for(slots_.size()), 0);
    for (const Slot& slot : before) {
      if (slot.taken) put(slot);
    }
  }

  std::vector<Slot> slots_;
  std::vector<std::uint64_t> bits_;  // A power of two, as slots_ are.
  std::size_t size_ = 0;
};

}  // namespace onrecord::actor_table

#endif  // ONRECORD_ACTOR_TABLE_INDEX_H_
