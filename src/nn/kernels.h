// nn/kernels.h — everything in floating point between the products of bytes, compiled for three levels of
// processor and the same bits on each.

#ifndef ONRECORD_NN_KERNELS_H_
#define ONRECORD_NN_KERNELS_H_

#include <cstddef>
#include <cstdint>
#include <span>

namespace onrecord::nn {

// What a product of bytes lacks to be the output of a linear layer.
struct Rescale {
  const std::int32_t* corrections = nullptr;  // 128 Σ w: the inputs are bytes with 128 for 0.
  const float* scale = nullptr;
  const float* bias = nullptr;
  std::size_t outputs = 0;
};

struct Norm {
  const float* gain = nullptr;
  const float* bias = nullptr;
  std::size_t size = 0;  // A multiple of sixteen.
};

// Scale and bias of a layer that is activated are multiplied by this beforehand: its parabola is then that of
// the unit.
inline constexpr double kActivationRoot = 0.53740115370177612;                     // √0.2888
inline constexpr double kActivationScale = kActivationRoot * 0.70710678118654752;  // √0.2888 / √2

// One head of a window: keys turned on their side, so that sixteen of them lie side by side.
struct AttentionHead {
  float* query =
      nullptr;  // Row r at query + r · stride; already divided by the root of the width, in base 2.
  std::size_t stride = 0;
  const float* keys = nullptr;    // [width][padded]
  const float* values = nullptr;  // Row j at values + j · value_stride.
  std::size_t value_stride = 0;
  const float* mask = nullptr;  // [padded]: 0 for a row, hugely negative for what only pads.
  float* scores = nullptr;      // Room for kQueries · padded.
  std::size_t width = 0;        // A multiple of sixteen.
  std::size_t count = 0, padded = 0;

  static constexpr std::size_t kQueries = 16;
};

// Functions of one level. Rows of bytes are cut as doc/format/weights.md tells; those that cut return the
// row's scale.
struct Kernels {
  const char* level;  // "x86-64", "x86-64-v3" or "x86-64-v4".

  // to = LN(piece · scale + position + case)
  void (*embed)(const std::int8_t* piece, float scale, const float* position, const float* as_case,
                const Norm& norm, float* to);
  float (*cut)(const float* from, std::size_t size, std::uint8_t* to);
  // to = linear
  void (*rescale)(const std::int32_t* sums, float row_scale, const Rescale& layer, float* to);
  // to = act(linear / kActivationScale), cut. Overwrites `sums`.
  float (*activate)(std::int32_t* sums, float row_scale, const Rescale& layer, std::uint8_t* to);
  // x = LN(x + linear), and cut.
  float (*add_and_norm)(const std::int32_t* sums, float row_scale, const Rescale& layer, const Norm& norm,
                        float* x, std::uint8_t* to);
  // The queries of rows [0, rows) are replaced by what they attend to.
  void (*attend)(const AttentionHead& head, std::size_t rows);
  // Turns sixteen rows of sixteen on their side: to[c · to_stride + r] = from[r · from_stride + c].
  void (*turn)(const float* from, std::size_t from_stride, float* to, std::size_t to_stride);
};

// The best level that this processor has.
const Kernels& kernels();

// All levels that this processor has, the best last.
std::span<const Kernels* const> kernel_levels();

// For tests: what kernels() gives from now on; null for the best again. Not while anything computes.
void use_kernels(const Kernels* level);

}  // namespace onrecord::nn

#endif  // ONRECORD_NN_KERNELS_H_
