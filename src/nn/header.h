// nn/header.h — the JSON header of a weights file, read and held against the architecture.

#ifndef ONRECORD_NN_HEADER_H_
#define ONRECORD_NN_HEADER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "nn/piece_table.h"
#include "nn/weights.h"

namespace onrecord::nn {

// Lets a map of strings be asked with a string_view.
struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <typename T>
using StringMap = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;

struct TensorEntry {
  enum class Type : std::uint8_t { s8, f32 };
  Type type = Type::f32;
  std::vector<std::uint64_t> shape;
  std::uint64_t offset = 0;  // From the beginning of the data.
};

struct Header {
  std::string name, version, architecture;
  Config config;
  PieceTable vocabulary;
  StringMap<std::vector<std::string>> labels;
  StringMap<Columns> projection;
  StringMap<std::vector<std::string>> rolesets;
  StringMap<TensorEntry> tensors;
};

// Errors carry no file name: the caller adds it.
Result<Header> read_header(std::string_view json);

// That the numbers of the architecture are possible, that every tensor it asks for is there, in its shape and
// within `data_size` bytes, and that the projection's columns and the labels fit one another.
Result<Ok> check_architecture(const Header& header, std::uint64_t data_size);

}  // namespace onrecord::nn

#endif  // ONRECORD_NN_HEADER_H_
