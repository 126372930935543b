// nn/encoder.h — the encoder's forward pass: pieces of a window in, one vector a unit out.

#ifndef ONRECORD_NN_ENCODER_H_
#define ONRECORD_NN_ENCODER_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "nn/weights.h"
#include "nn/wordpiece.h"

namespace onrecord::nn {

enum class Arithmetic {
  int8,  // Fast: linear layers in whole numbers.
  f32,   // Slow and obvious: the same network without cutting what flows through it to bytes.
};

// A row of pieces that see one another. A unit is [CLS], a word (all its pieces) or [SEP].
struct Window {
  std::vector<std::uint32_t> pieces;       // At least one; at most Config::max_pieces.
  std::vector<Case> cases;                 // One a piece: that of its word.
  std::vector<std::uint32_t> unit_begins;  // Where each unit's pieces begin: 0 first, then ascending.

  std::size_t units() const { return unit_begins.size(); }
};

// Row-major. A row begins on a cache line when `columns` is a multiple of 16.
class Matrix {
 public:
  Matrix() = default;
  Matrix(Matrix&& other) noexcept;
  Matrix& operator=(Matrix&& other) noexcept;
  ~Matrix();

  // What it held is lost; memory only grows.
  void resize(std::size_t rows, std::size_t columns);

  std::size_t rows() const { return rows_; }
  std::size_t columns() const { return columns_; }
  float* data() { return data_; }
  const float* data() const { return data_; }
  std::span<float> row(std::size_t r) { return {data_ + r * columns_, columns_}; }
  std::span<const float> row(std::size_t r) const { return {data_ + r * columns_, columns_}; }
  // The part of a row that one head looks at.
  std::span<const float> row(std::size_t r, Columns part) const {
    return {data_ + r * columns_ + part.begin, part.size()};
  }

 private:
  float* data_ = nullptr;
  std::size_t rows_ = 0, columns_ = 0, capacity_ = 0;
};

// The working memory of one thread; grows to the longest window it has seen and is used again and again.
class Scratch {
 public:
  Scratch();
  Scratch(Scratch&&) noexcept;
  Scratch& operator=(Scratch&&) noexcept;
  ~Scratch();

  struct Parts;
  Parts& parts() { return *parts_; }

 private:
  std::unique_ptr<Parts> parts_;
};

// Immutable: one Encoder serves any number of threads, each with a Scratch of its own. The same window gives
// the same bits on every processor, on any number of threads, in any order and whatever was run before.
class Encoder {
 public:
  Encoder(std::shared_ptr<const Weights> weights, Arithmetic arithmetic);
  Encoder(Encoder&&) noexcept;
  Encoder& operator=(Encoder&&) noexcept;
  ~Encoder();

  // Fills `projected` with one row a unit and one column a column of the projection. `window` must keep to
  // what is told at Window.
  void run(const Window& window, Scratch& scratch, Matrix& projected) const;

  const Weights& weights() const;

  class Network;

 private:
  std::shared_ptr<const Weights> weights_;
  std::unique_ptr<const Network> network_;
};

}  // namespace onrecord::nn

#endif  // ONRECORD_NN_ENCODER_H_
