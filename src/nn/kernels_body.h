// nn/kernels_body.h — the kernels themselves, in lanes. Compiled by each kernels_<level>.cc for its own
// processors.

#ifndef ONRECORD_NN_KERNELS_BODY_H_
#define ONRECORD_NN_KERNELS_BODY_H_

#include "nn/kernels.h"
#include "nn/lanes.h"

namespace onrecord::nn {
namespace {

// Added to a float of no more than 22 bits it leaves the nearest whole number (halves to even) in the last
// bits.
inline constexpr float kRounder = 12582912.0F;  // 1.5 · 2²³
inline constexpr std::int32_t kRounderBits = 0x4B400000;

// --- Cutting to bytes ---

struct Cut {
  float scale;    // r: a byte's worth.
  float inverse;  // What a float is multiplied by to be cut.
};

ONRECORD_INLINE Cut cut_for(float largest) {
  if (!(largest > 1e-30F)) return {0.0F, 0.0F};  // All zeros, or as good as.
  return {largest * (1.0F / 127.0F), 127.0F / largest};
}

ONRECORD_INLINE void cut_row(const float* from, std::size_t size, float inverse, std::uint8_t* to) {
  const Floats factor = all(inverse);
  const Floats rounder = all(kRounder);
  const Ints zero_at_128 = all_ints(kRounderBits - 128);
  for (std::size_t i = 0; i < size; i += kLanes) {
    store_bytes(to + i, bits_of(fma(load(from + i), factor, rounder)) - zero_at_128);
  }
}

inline float cut(const float* from, std::size_t size, std::uint8_t* to) {
  Floats largest = all(0.0F);
  for (std::size_t i = 0; i < size; i += kLanes) largest = max_magnitude(largest, load(from + i));
  const Cut by = cut_for(largest_of(largest));
  cut_row(from, size, by.inverse, to);
  return by.scale;
}

// --- Linear layers ---

ONRECORD_INLINE Floats rescaled(const std::int32_t* sums, Floats row_scale, const Rescale& layer,
                                std::size_t i) {
  const Floats exact = to_floats(load_ints(sums + i) - load_ints(layer.corrections + i));
  return fma(exact, row_scale * load(layer.scale + i), load(layer.bias + i));
}

inline void rescale(const std::int32_t* sums, float row_scale, const Rescale& layer, float* to) {
  const Floats row = all(row_scale);
  std::size_t i = 0;
  for (; i + kLanes <= layer.outputs; i += kLanes) store(to + i, rescaled(sums, row, layer, i));
  const std::size_t left = layer.outputs - i;
  if (left == 0) return;
  const Floats exact =
      to_floats(load_some_ints(sums + i, left) - load_some_ints(layer.corrections + i, left));
  const Floats scale = row * load_some(layer.scale + i, left);
  store_some(to + i, fma(exact, scale, load_some(layer.bias + i, left)), left);
}

inline float activate(std::int32_t* sums, float row_scale, const Rescale& layer, std::uint8_t* to) {
  const Floats row = all(row_scale);
  const Floats limit = all(static_cast<float>(1.769 * kActivationRoot));
  const Floats one = all(1.0F);
  auto* const floats = reinterpret_cast<float*>(sums);  // Only ever touched by load and store.
  Floats largest = all(0.0F);
  for (std::size_t i = 0; i < layer.outputs; i += kLanes) {
    const Floats z = rescaled(sums, row, layer, i);
    const Floats t = min(magnitude(z), limit) - limit;
    const Floats y = fma(z, with_sign(fma(-t, t, one), z), z);
    largest = max_magnitude(largest, y);
    store(floats + i, y);
  }
  const Cut by = cut_for(largest_of(largest));
  cut_row(floats, layer.outputs, by.inverse, to);
  return by.scale * static_cast<float>(0.5 / kActivationScale);
}

// --- Layer norm ---

// Calls `each` with the beginning of every vector of a row and with one of the four sums, each in its turn.
template <typename Each>
ONRECORD_INLINE Floats sum_over(std::size_t size, Each each) {
  FourSums four = {{all(0.0F), all(0.0F), all(0.0F), all(0.0F)}};
  std::size_t i = 0;
  for (; i + 4 * kLanes <= size; i += 4 * kLanes) {
    for (std::size_t part = 0; part < 4; ++part) each(i + part * kLanes, four.sums[part]);
  }
  for (std::size_t part = 0; i < size; i += kLanes, ++part) each(i, four.sums[part]);
  return four.together();
}

// Normalises x, whose sum lane by lane is `sum`; returns the largest magnitude.
ONRECORD_INLINE Floats normalise(float* x, Floats sum, const Norm& norm) {
  const auto count = static_cast<float>(norm.size);
  const Floats mean = all(sum_of(sum) / count);
  const Floats squares = sum_over(norm.size, [x, mean](std::size_t i, Floats& to) ONRECORD_ALWAYS {
    const Floats away = load(x + i) - mean;
    to = fma(away, away, to);
  });
  const Floats factor = all(1.0F / __builtin_sqrtf(sum_of(squares) / count + 1e-12F));
  Floats largest = all(0.0F);
  for (std::size_t i = 0; i < norm.size; i += kLanes) {
    const Floats y = fma((load(x + i) - mean) * factor, load(norm.gain + i), load(norm.bias + i));
    largest = max_magnitude(largest, y);
    store(x + i, y);
  }
  return largest;
}

inline void embed(const std::int8_t* piece, float scale, const float* position, const float* as_case,
                  const Norm& norm, float* to) {
  const Floats unit = all(scale);
  const Floats sum = sum_over(norm.size, [=](std::size_t i, Floats& part) ONRECORD_ALWAYS {
    const Floats x = fma(to_floats(load_bytes(piece + i)), unit, load(position + i)) + load(as_case + i);
    part = part + x;
    store(to + i, x);
  });
  normalise(to, sum, norm);
}

inline float add_and_norm(const std::int32_t* sums, float row_scale, const Rescale& layer, const Norm& norm,
                          float* x, std::uint8_t* to) {
  const Floats row = all(row_scale);
  const Floats sum = sum_over(norm.size, [=, &layer](std::size_t i, Floats& part) ONRECORD_ALWAYS {
    const Floats y = load(x + i) + rescaled(sums, row, layer, i);
    part = part + y;
    store(x + i, y);
  });
  const Cut by = cut_for(largest_of(normalise(x, sum, norm)));
  cut_row(x, norm.size, by.inverse, to);
  return by.scale;
}

// --- Attention ---

// 2^x for x ≤ 0, as good as 0 from −125 on. Relative error below 10⁻⁷.
ONRECORD_INLINE Floats power_of_two(Floats x) {
  const Floats rounder = all(kRounder);
  const Floats clipped = max(x, all(-125.0F));
  const Floats shifted = clipped + rounder;
  const Floats fraction = clipped - (shifted - rounder);
  Floats y = fma(all(1.32764713e-3F), fraction, all(9.67554096e-3F));
  y = fma(y, fraction, all(5.55071309e-2F));
  y = fma(y, fraction, all(2.40221202e-1F));
  y = fma(y, fraction, all(6.93146944e-1F));
  y = fma(y, fraction, all(1.0F));
  ONRECORD_EACH_PART {
    const IntPart exponent = reinterpret_cast<IntPart>(shifted.part[i]) << 23;
    y.part[i] = reinterpret_cast<FloatPart>(reinterpret_cast<IntPart>(y.part[i]) + exponent);
  }
  return y;
}

// How many rows and vectors are held in registers at once. Each sum is made in the same order whatever they
// are.
inline constexpr std::size_t kScoreRows = 4;
inline constexpr std::size_t kScoreKeys = kPart == 16 ? 4 : 1;
inline constexpr std::size_t kValueRows = kPart == 16 ? 8 : kPart == 8 ? 2 : 1;

// Scores of `kRows` queries against `kKeys` · 16 keys.
template <std::size_t kRows, std::size_t kKeys>
ONRECORD_INLINE void score_tile(const AttentionHead& head, const float* query, std::size_t key,
                                float* scores) {
  Floats sums[kRows][kKeys];
  for (std::size_t k = 0; k < kKeys; ++k) {
    const Floats mask = load(head.mask + key + k * kLanes);
    for (std::size_t r = 0; r < kRows; ++r) sums[r][k] = mask;
  }
  const float* keys = head.keys + key;
  for (std::size_t d = 0; d < head.width; ++d, keys += head.padded) {
    Floats key_part[kKeys];
    for (std::size_t k = 0; k < kKeys; ++k) key_part[k] = load(keys + k * kLanes);
    for (std::size_t r = 0; r < kRows; ++r) {
      const Floats one = all(query[r * head.stride + d]);
      for (std::size_t k = 0; k < kKeys; ++k) sums[r][k] = fma(one, key_part[k], sums[r][k]);
    }
  }
  for (std::size_t r = 0; r < kRows; ++r) {
    for (std::size_t k = 0; k < kKeys; ++k) {
      store(scores + r * head.padded + key + k * kLanes, sums[r][k]);
    }
  }
}

template <std::size_t kRows, std::size_t kKeys>
ONRECORD_INLINE void score_keys(const AttentionHead& head, const float* query, std::size_t rows,
                                std::size_t key) {
  std::size_t r = 0;
  for (; r + kRows <= rows; r += kRows) {
    score_tile<kRows, kKeys>(head, query + r * head.stride, key, head.scores + r * head.padded);
  }
  for (; r < rows; ++r)
    score_tile<1, kKeys>(head, query + r * head.stride, key, head.scores + r * head.padded);
}

// Where few keys are left more rows go together: an addition takes four cycles, and eight of them must be
// under way.
ONRECORD_INLINE void score(const AttentionHead& head, const float* query, std::size_t rows) {
  std::size_t key = 0;
  for (; key + kScoreKeys * kLanes <= head.padded; key += kScoreKeys * kLanes) {
    score_keys<kScoreRows, kScoreKeys>(head, query, rows, key);
  }
  if constexpr (kScoreKeys > 2) {
    for (; key + 2 * kLanes <= head.padded; key += 2 * kLanes)
      score_keys<kScoreRows, 2>(head, query, rows, key);
  }
  if constexpr (kScoreKeys > 1) {
    for (; key < head.padded; key += kLanes) score_keys<2 * kScoreRows, 1>(head, query, rows, key);
  }
}

// Scores become powers; `shares` are what the rows' sums must be multiplied by to be 1. Each step is taken
// for all rows before the next, so that no row waits for its own largest or its own sum.
ONRECORD_INLINE void soften(float* scores, std::size_t padded, std::size_t rows, float* shares) {
  float largest[AttentionHead::kQueries];
  Floats sums[AttentionHead::kQueries];
  for (std::size_t r = 0; r < rows; ++r) {
    const float* const row = scores + r * padded;
    Floats top = load(row);
    for (std::size_t i = kLanes; i < padded; i += kLanes) top = max(top, load(row + i));
    largest[r] = largest_of(top);
  }
  for (std::size_t r = 0; r < rows; ++r) {
    float* const row = scores + r * padded;
    const Floats top = all(largest[r]);
    Floats sum = all(0.0F);
    for (std::size_t i = 0; i < padded; i += kLanes) {
      const Floats power = power_of_two(load(row + i) - top);
      sum = sum + power;
      store(row + i, power);
    }
    sums[r] = sum;
  }
  for (std::size_t r = 0; r < rows; ++r) shares[r] = 1.0F / sum_of(sums[r]);
}

// What `kRows` queries take of `kVectors` · 16 columns of the values.
template <std::size_t kRows, std::size_t kVectors>
ONRECORD_INLINE void weigh_tile(const AttentionHead& head, const float* scores, const float* shares,
                                std::size_t column, float* to) {
  Floats sums[kRows][kVectors];
  for (std::size_t r = 0; r < kRows; ++r) {
    for (std::size_t v = 0; v < kVectors; ++v) sums[r][v] = all(0.0F);
  }
  const float* values = head.values + column;
  for (std::size_t j = 0; j < head.count; ++j, values += head.value_stride) {
    Floats value[kVectors];
    for (std::size_t v = 0; v < kVectors; ++v) value[v] = load(values + v * kLanes);
    for (std::size_t r = 0; r < kRows; ++r) {
      const Floats weight = all(scores[r * head.padded + j]);
      for (std::size_t v = 0; v < kVectors; ++v) sums[r][v] = fma(weight, value[v], sums[r][v]);
    }
  }
  for (std::size_t r = 0; r < kRows; ++r) {
    const Floats share = all(shares[r]);
    for (std::size_t v = 0; v < kVectors; ++v) {
      store(to + r * head.stride + column + v * kLanes, sums[r][v] * share);
    }
  }
}

template <std::size_t kRows>
ONRECORD_INLINE void weigh_rows(const AttentionHead& head, const float* scores, const float* shares,
                                float* to) {
  std::size_t column = 0;
  for (; column + 2 * kLanes <= head.width; column += 2 * kLanes) {
    weigh_tile<kRows, 2>(head, scores, shares, column, to);
  }
  if (column < head.width) weigh_tile<kRows, 1>(head, scores, shares, column, to);
}

ONRECORD_INLINE void weigh(const AttentionHead& head, const float* shares, float* to, std::size_t rows) {
  std::size_t r = 0;
  for (; r + kValueRows <= rows; r += kValueRows) {
    weigh_rows<kValueRows>(head, head.scores + r * head.padded, shares + r, to + r * head.stride);
  }
  for (; r < rows; ++r) weigh_rows<1>(head, head.scores + r * head.padded, shares + r, to + r * head.stride);
}

inline void attend(const AttentionHead& head, std::size_t rows) {
  for (std::size_t first = 0; first < rows; first += AttentionHead::kQueries) {
    const std::size_t left = rows - first;
    const std::size_t block = left < AttentionHead::kQueries ? left : AttentionHead::kQueries;
    float* const query = head.query + first * head.stride;
    float shares[AttentionHead::kQueries];
    score(head, query, block);
    soften(head.scores, head.padded, block, shares);
    weigh(head, shares, query, block);
  }
}

inline constexpr Kernels kernels_of(const char* level) {
  return {level, embed, cut, rescale, activate, add_and_norm, attend, turn_square};
}

}  // namespace
}  // namespace onrecord::nn

#endif  // ONRECORD_NN_KERNELS_BODY_H_
