// nn/product.h — rows of bytes times a matrix of seven-bit weights, exact in 32 bits; by oneDNN.

#ifndef ONRECORD_NN_PRODUCT_H_
#define ONRECORD_NN_PRODUCT_H_

#include <cstddef>
#include <cstdint>
#include <memory>

#include "nn/buffer.h"
#include "nn/weights.h"

namespace onrecord::nn {

// What one thread needs to run products.
class ProductScratch {
 public:
  ProductScratch();
  ~ProductScratch();
  ProductScratch(const ProductScratch&) = delete;
  ProductScratch& operator=(const ProductScratch&) = delete;

  struct Parts;
  Parts* parts() { return parts_.get(); }  // Null when oneDNN gives none.

 private:
  std::unique_ptr<Parts> parts_;
};

// oneDNN's ways to multiply by a matrix of one shape; shared by all layers of that shape.
class ProductPlan;

// One matrix, in the order of memory that this processor likes best. Immutable: one serves any number of
// threads.
class Product {
 public:
  static constexpr std::size_t kRows = 64;  // The most rows at once; more come back no faster.

  // Products of one shape should share `plan`: see plan_for.
  Product(std::shared_ptr<ProductPlan> plan, Tensor<std::int8_t> weight);
  Product(Product&&) noexcept;
  ~Product();

  // sums[r · outputs + o] = Σ x[r · inputs + i] · weight[o][i] for r < rows ≤ kRows. There must be room for
  // kRows rows at both `x` and `sums`: rows past `rows` may be read and written.
  void run(const std::uint8_t* x, std::size_t rows, std::int32_t* sums, ProductScratch& scratch) const;

  // 128 Σ weight[o][i]: what bytes with 128 for 0 add to each sum.
  const std::int32_t* corrections() const { return corrections_.data(); }

  // True when the file's bytes are not read again: oneDNN has them in an order of its own.
  bool has_copy() const { return copy_ != nullptr; }

 private:
  struct Copy;
  std::shared_ptr<ProductPlan> plan_;
  Tensor<std::int8_t> weight_;
  Buffer<std::int32_t> corrections_;
  std::unique_ptr<Copy> copy_;
};

// While it lives, oneDNN keeps to the calling thread and rounding is to the nearest, subnormal numbers
// included: whatever the program around us has set. What was set comes back with its end.
class FixedSurroundings {
 public:
  FixedSurroundings();
  ~FixedSurroundings();
  FixedSurroundings(const FixedSurroundings&) = delete;
  FixedSurroundings& operator=(const FixedSurroundings&) = delete;

 private:
  int threads_;
  unsigned rounding_;
};

// The plain twin of Product::run, for processors that oneDNN knows no way for, and for tests.
void multiply_plainly(const std::uint8_t* x, std::size_t rows, Tensor<std::int8_t> weight,
                      std::int32_t* sums);

std::shared_ptr<ProductPlan> make_plan(std::size_t inputs, std::size_t outputs);

}  // namespace onrecord::nn

#endif  // ONRECORD_NN_PRODUCT_H_
