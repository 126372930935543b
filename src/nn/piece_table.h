// nn/piece_table.h — the vocabulary: a piece's spelling by its id, and back.

#ifndef ONRECORD_NN_PIECE_TABLE_H_
#define ONRECORD_NN_PIECE_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord::nn {

// Open addressing in one flat array, so that 25,000 pieces are ready in a millisecond. The hash can be
// carried from a string to one byte longer: a word's prefixes are hashed in one go.
class PieceTable {
 public:
  class Hash {
   public:
    constexpr Hash() = default;
    constexpr Hash operator+(char byte) const {
      return Hash((value_ ^ static_cast<unsigned char>(byte)) * 0x100000001B3U);
    }
    constexpr Hash operator+(std::string_view text) const {
      Hash hash = *this;
      for (const char byte : text) hash = hash + byte;
      return hash;
    }
    // The multiplication leaves the low bits poor.
    constexpr std::uint64_t mixed() const { return (value_ ^ (value_ >> 29)) * 0xBF58476D1CE4E5B9U; }

   private:
    constexpr explicit Hash(std::uint64_t value) : value_(value) {}
    std::uint64_t value_ = 0xCBF29CE484222325U;
  };

  void reserve(std::size_t pieces, std::size_t bytes);
  void add(std::string_view piece);
  // To be called once, after the last piece. Of two pieces spelt alike the first is found.
  void index();

  std::size_t size() const { return ends_.size(); }
  std::size_t longest() const { return longest_; }  // In bytes.
  std::string_view operator[](std::uint32_t id) const {
    const std::uint32_t begin = id == 0 ? 0 : ends_[id - 1];
    return std::string_view(text_).substr(begin, ends_[id] - begin);
  }

  std::optional<std::uint32_t> find(std::string_view piece) const { return find({}, piece, Hash() + piece); }
  // The piece spelt `head` then `tail`; `hash` is that of both together.
  std::optional<std::uint32_t> find(std::string_view head, std::string_view tail, Hash hash) const;

 private:
  struct Slot {
    std::uint32_t tag = 0;  // Upper half of the hash: nearly every other piece is told apart by it.
    std::uint32_t id = kFree;
  };
  static constexpr std::uint32_t kFree = 0xFFFFFFFFU;

  std::string text_;  // All pieces, one after another.
  std::vector<std::uint32_t> ends_;
  std::size_t longest_ = 0;
  std::vector<Slot> slots_;  // A power of two, at most half full.
};

}  // namespace onrecord::nn

#endif  // ONRECORD_NN_PIECE_TABLE_H_
