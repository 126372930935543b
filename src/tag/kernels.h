// tag/kernels.h — the few loops over floats in which the heads spend their time, each in several cuts for
// what the processor can do. All cuts add and multiply in one and the same order, so they give the same bits.

#ifndef ONRECORD_TAG_KERNELS_H_
#define ONRECORD_TAG_KERNELS_H_

#include <cstddef>
#include <span>
#include <vector>

namespace onrecord::tag {

inline constexpr std::size_t kLanes = 16;

inline std::size_t round_up(std::size_t n) { return (n + kLanes - 1) / kLanes * kLanes; }

struct Kernels {
  const char* name;

  // c[m][n] = bias[n] + Σ a[m][k] · b[k][n], k ascending. `b` is laid out as in Packed; `bias` may be null.
  // Writes all of round_up(columns) columns of each row of `c`, whose rows are `stride` floats apart.
  void (*product)(const float* const* a, std::size_t rows, const float* b, std::size_t depth,
                  std::size_t groups, const float* bias, float* c, std::size_t stride);

  // Σ exp(x[i] − max) in sixteen sums that are then added in order.
  float (*exp_sum)(const float* x, std::size_t size, float max);

  // The first of the greatest; 0 when nothing can be compared.
  std::size_t (*argmax)(const float* x, std::size_t size);
};

// The best cut for this processor.
const Kernels& kernels();

// All cuts that run on this processor, the plainest first.
std::span<const Kernels> all_kernels();

// The right-hand side of a product: columns in groups of sixteen, the rows of a group one after the other, so
// that the innermost loop reads straight on. Columns past the last are zero.
class Packed {
 public:
  // What it held is lost; memory only grows.
  void resize(std::size_t depth, std::size_t columns);

  void set_column(std::size_t column, std::span<const float> values);

  const float* data() const { return values_.data(); }
  std::size_t depth() const { return depth_; }
  std::size_t columns() const { return columns_; }
  std::size_t groups() const { return round_up(columns_) / kLanes; }

 private:
  std::vector<float> values_;
  std::size_t depth_ = 0, columns_ = 0;
};

// The share that softmax gives x[index].
float probability(const Kernels& use, std::span<const float> x, std::size_t index);

}  // namespace onrecord::tag

#endif  // ONRECORD_TAG_KERNELS_H_
