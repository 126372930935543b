#include "tag/kernels.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

#define ONRECORD_INLINE [[gnu::always_inline]] inline

namespace onrecord::tag {
namespace {

// Vectors of W floats. Wider ones than the processor has would live in memory, hence one width a cut.
template <int W>
struct Lanes;
template <>
struct Lanes<4> {
  typedef float F __attribute__((vector_size(16)));
  typedef std::int32_t I __attribute__((vector_size(16)));
};
template <>
struct Lanes<8> {
  typedef float F __attribute__((vector_size(32)));
  typedef std::int32_t I __attribute__((vector_size(32)));
};
template <>
struct Lanes<16> {
  typedef float F __attribute__((vector_size(64)));
  typedef std::int32_t I __attribute__((vector_size(64)));
};

// Rows × groups of sixteen columns of the result, held in registers over the whole depth.
template <int W, int ROWS, int GROUPS>
ONRECORD_INLINE void tile(const float* const* a, const float* b, std::size_t depth, const float* bias,
                          float* c, std::size_t stride) {
  using F = typename Lanes<W>::F;
  constexpr int kParts = static_cast<int>(kLanes) / W;
  F sum[ROWS][GROUPS * kParts] = {};
  if (bias != nullptr) {
    for (int r = 0; r < ROWS; ++r) std::memcpy(sum[r], bias, sizeof sum[r]);
  }
  for (std::size_t k = 0; k < depth; ++k) {
    F right[GROUPS * kParts];
#pragma GCC unroll 4
    for (int g = 0; g < GROUPS; ++g) {
      std::memcpy(&right[g * kParts], b + (static_cast<std::size_t>(g) * depth + k) * kLanes,
                  sizeof(float) * kLanes);
    }
#pragma GCC unroll 8
    for (int r = 0; r < ROWS; ++r) {
      const float left = a[r][k];
#pragma GCC unroll 8
      for (int n = 0; n < GROUPS * kParts; ++n) sum[r][n] += left * right[n];
    }
  }
  for (int r = 0; r < ROWS; ++r) std::memcpy(c + static_cast<std::size_t>(r) * stride, sum[r], sizeof sum[r]);
}

template <int W, int ROWS, int GROUPS>
ONRECORD_INLINE void strip(const float* const* a, std::size_t rows, const float* b, std::size_t depth,
                           const float* bias, float* c, std::size_t stride) {
  std::size_t r = 0;
  for (; r + ROWS <= rows; r += ROWS) tile<W, ROWS, GROUPS>(a + r, b, depth, bias, c + r * stride, stride);
  for (; r < rows; ++r) tile<W, 1, GROUPS>(a + r, b, depth, bias, c + r * stride, stride);
}

template <int W, int ROWS, int GROUPS>
ONRECORD_INLINE void product_with(const float* const* a, std::size_t rows, const float* b, std::size_t depth,
                                  std::size_t groups, const float* bias, float* c, std::size_t stride) {
  std::size_t g = 0;
  const auto from = [&](const float* columns) { return columns == nullptr ? nullptr : columns + g * kLanes; };
  for (; g + GROUPS <= groups; g += GROUPS) {
    strip<W, ROWS, GROUPS>(a, rows, b + g * depth * kLanes, depth, from(bias), c + g * kLanes, stride);
  }
  for (; g < groups; ++g) {
    strip<W, ROWS, 1>(a, rows, b + g * depth * kLanes, depth, from(bias), c + g * kLanes, stride);
  }
}

// exp of x ≤ 0, for `out += exp(x)`: 2ⁿ times a polynomial over [−½ ln 2, ½ ln 2]; nothing below −87.
template <int W>
ONRECORD_INLINE void add_exp(const typename Lanes<W>::F& x, typename Lanes<W>::F& out) {
  using F = typename Lanes<W>::F;
  using I = typename Lanes<W>::I;
  constexpr float kRound = 12582912.0F;  // 1.5 · 2²³: adding it leaves no place for a fraction.
  const I counts = x >= -87.0F;
  const F bounded = reinterpret_cast<F>(reinterpret_cast<I>(x) & counts);
  const F n = (bounded * 1.44269504F + kRound) - kRound;
  const F r = (bounded - n * 0.693359375F) - n * -2.12194440e-4F;
  F p = r * 1.9875691500e-4F + 1.3981999507e-3F;
  p = p * r + 8.3334519073e-3F;
  p = p * r + 4.1665795894e-2F;
  p = p * r + 1.6666665459e-1F;
  p = p * r + 5.0000001201e-1F;
  p = p * (r * r) + r + 1.0F;
  const I power = (__builtin_convertvector(n, I) + 127) << 23;
  out += reinterpret_cast<F>(reinterpret_cast<I>(p * reinterpret_cast<F>(power)) & counts);
}

template <int W>
ONRECORD_INLINE float exp_sum_with(const float* x, std::size_t size, float max) {
  using F = typename Lanes<W>::F;
  constexpr std::size_t kParts = kLanes / static_cast<std::size_t>(W);
  F sum[kParts] = {};
  float tail[kLanes];
  for (std::size_t i = 0; i < size; i += kLanes) {
    const float* from = x + i;
    if (size - i < kLanes) {
      std::fill(std::copy(from, x + size, tail), tail + kLanes, -std::numeric_limits<float>::infinity());
      from = tail;
    }
    F part[kParts];
    std::memcpy(part, from, sizeof part);
    for (std::size_t p = 0; p < kParts; ++p) add_exp<W>(part[p] - max, sum[p]);
  }
  float lanes[kLanes];
  std::memcpy(lanes, sum, sizeof lanes);
  float total = 0;
  for (const float lane : lanes) total += lane;
  return total;
}

template <int W>
ONRECORD_INLINE std::size_t argmax_with(const float* x, std::size_t size) {
  using F = typename Lanes<W>::F;
  constexpr std::size_t kParts = kLanes / static_cast<std::size_t>(W);
  float greatest = -std::numeric_limits<float>::infinity();
  std::size_t i = 0;
  if (size >= kLanes) {
    F most[kParts];
    for (F& part : most) part = F{} + greatest;
    for (; i + kLanes <= size; i += kLanes) {
      F part[kParts];
      std::memcpy(part, x + i, sizeof part);
      for (std::size_t p = 0; p < kParts; ++p) most[p] = part[p] > most[p] ? part[p] : most[p];
    }
    float lanes[kLanes];
    std::memcpy(lanes, most, sizeof lanes);
    for (const float lane : lanes) greatest = std::max(greatest, lane);
  }
  for (; i < size; ++i) greatest = x[i] > greatest ? x[i] : greatest;
  for (std::size_t j = 0; j < size; ++j) {
    if (x[j] == greatest) return j;
  }
  return 0;
}

#define ONRECORD_CUT(NAME, TARGET, W, ROWS, GROUPS)                                                      \
  TARGET void product_##NAME(const float* const* a, std::size_t rows, const float* b, std::size_t depth, \
                             std::size_t groups, const float* bias, float* c, std::size_t stride) {      \
    product_with<W, ROWS, GROUPS>(a, rows, b, depth, groups, bias, c, stride);                           \
  }                                                                                                      \
  TARGET float exp_sum_##NAME(const float* x, std::size_t size, float max) {                             \
    return exp_sum_with<W>(x, size, max);                                                                \
  }                                                                                                      \
  TARGET std::size_t argmax_##NAME(const float* x, std::size_t size) { return argmax_with<W>(x, size); }

ONRECORD_CUT(plain, , 4, 2, 1)
#if defined(__x86_64__)
ONRECORD_CUT(avx2, [[gnu::target("avx2")]], 8, 4, 1)
ONRECORD_CUT(avx512, [[gnu::target("avx512f")]], 16, 8, 2)
#endif

constexpr Kernels kCuts[] = {
    {"plain", product_plain, exp_sum_plain, argmax_plain},
#if defined(__x86_64__)
    {"avx2", product_avx2, exp_sum_avx2, argmax_avx2},
    {"avx512", product_avx512, exp_sum_avx512, argmax_avx512},
#endif
};

std::size_t count_cuts() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) return 3;
  if (__builtin_cpu_supports("avx2")) return 2;
#endif
  return 1;
}

}  // namespace

std::span<const Kernels> all_kernels() {
  static const std::size_t count = count_cuts();
  return {kCuts, count};
}

const Kernels& kernels() { return all_kernels().back(); }

void Packed::resize(std::size_t depth, std::size_t columns) {
  depth_ = depth;
  columns_ = columns;
  values_.assign(depth * round_up(columns), 0.0F);
}

void Packed::set_column(std::size_t column, std::span<const float> values) {
  float* to = values_.data() + column / kLanes * depth_ * kLanes + column % kLanes;
  for (std::size_t k = 0; k < depth_; ++k) to[k * kLanes] = values[k];
}

float probability(const Kernels& use, std::span<const float> x, std::size_t index) {
  const float max = x[use.argmax(x.data(), x.size())];
  const float total = use.exp_sum(x.data(), x.size(), max);
  const float own = x[index] == max ? 1.0F : use.exp_sum(&x[index], 1, max);
  return total > 0 ? own / total : 0;
}

}  // namespace onrecord::tag
