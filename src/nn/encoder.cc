#include "nn/encoder.h"

#include <new>
#include <utility>

#include "nn/network.h"
#include "nn/product.h"
#include "nn/scratch.h"

namespace onrecord::nn {
namespace {

constexpr std::align_val_t kLine{64};

}  // namespace

Matrix::Matrix(Matrix&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)),
      rows_(std::exchange(other.rows_, 0)),
      columns_(std::exchange(other.columns_, 0)),
      capacity_(std::exchange(other.capacity_, 0)) {}

Matrix& Matrix::operator=(Matrix&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(rows_, other.rows_);
  std::swap(columns_, other.columns_);
  std::swap(capacity_, other.capacity_);
  return *this;
}

Matrix::~Matrix() { ::operator delete[](data_, kLine); }

void Matrix::resize(std::size_t rows, std::size_t columns) {
  if (rows * columns > capacity_) {
    ::operator delete[](std::exchange(data_, nullptr), kLine);
    capacity_ = rows * columns;
    data_ = new (kLine) float[capacity_];
  }
  rows_ = rows;
  columns_ = columns;
}

Scratch::Scratch() : parts_(std::make_unique<Parts>()) {}
Scratch::Scratch(Scratch&&) noexcept = default;
Scratch& Scratch::operator=(Scratch&&) noexcept = default;
Scratch::~Scratch() = default;

Encoder::Encoder(std::shared_ptr<const Weights> weights, Arithmetic arithmetic)
    : weights_(std::move(weights)) {
  const FixedSurroundings fixed;
  network_ = arithmetic == Arithmetic::int8 ? make_fast_network(*weights_) : make_slow_network(*weights_);
}
Encoder::Encoder(Encoder&&) noexcept = default;
Encoder& Encoder::operator=(Encoder&&) noexcept = default;
Encoder::~Encoder() = default;

void Encoder::run(const Window& window, Scratch& scratch, Matrix& projected) const {
  const FixedSurroundings fixed;
  network_->run(window, scratch.parts(), projected);
}

const Weights& Encoder::weights() const { return *weights_; }

}  // namespace onrecord::nn
