// nn/weights.h — the weights file, mapped: numbers, vocabulary, labels. Its form is told in
// doc/format/weights.md.

#ifndef ONRECORD_NN_WEIGHTS_H_
#define ONRECORD_NN_WEIGHTS_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nn/piece_table.h"
#include "onrecord/error.h"

namespace onrecord::nn {

// Numbers of the architecture, from the header's "config".
struct Config {
  std::size_t hidden = 0, layers = 0, heads = 0, ffn = 0;
  std::size_t merge_after =
      0;  // Before this layer the pieces of a unit become one row; `layers`: after the last.
  std::size_t max_pieces = 0;                        // The longest window.
  std::size_t cases = 0;                             // Case classes: see wordpiece.h.
  std::size_t arc = 0, rel = 0, role = 0, link = 0;  // Widths of the heads' word vectors.
  std::size_t coref = 0;       // Likewise; 0 in weights that do not tell which things are the same.
  std::size_t party = 0;       // Likewise; 0 in weights that do not tell events.
  std::size_t head_width = 0;  // Of an attention head.

  std::size_t attention() const { return heads * head_width; }  // Of all of them side by side.
};

// Columns [begin, end) of the projection: what one head is given of each unit.
struct Columns {
  std::size_t begin = 0, end = 0;
  std::size_t size() const { return end - begin; }
  friend bool operator==(Columns, Columns) = default;
};

// Row-major; a vector has one row. Points into the mapped file.
template <typename T>
struct Tensor {
  const T* data = nullptr;
  std::size_t rows = 0, columns = 0;

  std::size_t size() const { return rows * columns; }
  std::span<const T> row(std::size_t r) const { return {data + r * columns, columns}; }
  std::span<const T> values() const { return {data, size()}; }
};

// y[o] = Σ x[i] · weight[o][i] · scale[o] + bias[o]
struct Linear {
  Tensor<std::int8_t> weight;  // [outputs, inputs], −63 … 63.
  std::span<const float> scale, bias;

  std::size_t inputs() const { return weight.columns; }
  std::size_t outputs() const { return weight.rows; }
};

// Immutable once opened: any number of threads may read it at once.
class Weights {
 public:
  // Maps and checks the file: its length, checksum, version and architecture, and that every tensor that the
  // architecture asks for is there, within the file and of the right shape. Fails with weights_missing,
  // weights_damaged or weights_unknown.
  static Result<std::shared_ptr<const Weights>> open(const std::string& path);
  ~Weights();

  const Config& config() const;
  // Name, version and checksum in one line: "onrecord-en 2026.11.1 (xxh3 0123…cdef)".
  const std::string& id() const;

  // Empty when there is no such set.
  std::span<const std::string> labels(std::string_view set) const;
  // Nothing when no head has this name. Whatever the architecture asks for is always there.
  std::optional<Columns> columns(std::string_view head) const;
  // The senses of a lemma in the order of the file: "say" → {"01", …}; empty for an unknown lemma.
  std::span<const std::string> senses(std::string_view lemma) const;

  // The vocabulary.
  const PieceTable& pieces() const;

  // data is null when there is no such tensor, or it is of the other type.
  Tensor<float> floats(std::string_view name) const;
  Tensor<std::int8_t> bytes(std::string_view name) const;
  // The three tensors of a linear layer; weight.data is null when one is missing.
  Linear linear(std::string_view name) const;

  // Tells the system that the pages of `tensor` need not stay in memory; they are read again when touched.
  void let_go(Tensor<std::int8_t> tensor) const;

  struct Parts;
  explicit Weights(std::unique_ptr<Parts> parts);

 private:
  std::unique_ptr<Parts> parts_;
};

}  // namespace onrecord::nn

#endif  // ONRECORD_NN_WEIGHTS_H_
