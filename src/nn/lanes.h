// nn/lanes.h — sixteen floats at a time, the same bits on every processor.
//
// Included only by kernels_body.h, and so compiled once for each level of processor: one register of sixteen,
// two of eight or four of four. Lanes never mix but in the folds, which go 16 → 8 → 4 → 2 → 1 everywhere. All
// is in a namespace without a name: nothing compiled here for a newer processor may be linked into the code
// for an older.

#ifndef ONRECORD_NN_LANES_H_
#define ONRECORD_NN_LANES_H_

#include <cstddef>
#include <cstdint>
#if defined(__SSE2__)
#include <immintrin.h>
#endif

#define ONRECORD_ALWAYS __attribute__((always_inline))
#define ONRECORD_INLINE inline ONRECORD_ALWAYS

namespace onrecord::nn {
namespace {

#if defined(__AVX512F__)
inline constexpr int kPart = 16;  // Floats in a register.
#elif defined(__AVX2__)
inline constexpr int kPart = 8;
#else
inline constexpr int kPart = 4;
#endif
inline constexpr std::size_t kLanes = 16;
inline constexpr std::size_t kParts = kLanes / kPart;

using FloatPart = float __attribute__((vector_size(kPart * 4)));
using IntPart = std::int32_t __attribute__((vector_size(kPart * 4)));

struct Floats {
  FloatPart part[kParts];
};
struct Ints {
  IntPart part[kParts];
};

#if defined(__clang__)
#define ONRECORD_EACH_PART _Pragma("unroll") for (std::size_t i = 0; i < kParts; ++i)
#else
#define ONRECORD_EACH_PART _Pragma("GCC unroll 4") for (std::size_t i = 0; i < kParts; ++i)
#endif

// --- Memory: any alignment, any type of the same size ---

ONRECORD_INLINE Floats load(const void* from) {
  Floats to;
  ONRECORD_EACH_PART __builtin_memcpy(&to.part[i], static_cast<const char*>(from) + i * sizeof(FloatPart),
                                      sizeof(FloatPart));
  return to;
}

ONRECORD_INLINE Ints load_ints(const void* from) {
  Ints to;
  ONRECORD_EACH_PART __builtin_memcpy(&to.part[i], static_cast<const char*>(from) + i * sizeof(FloatPart),
                                      sizeof(FloatPart));
  return to;
}

ONRECORD_INLINE void store(void* to, Floats from) {
  ONRECORD_EACH_PART __builtin_memcpy(static_cast<char*>(to) + i * sizeof(FloatPart), &from.part[i],
                                      sizeof(FloatPart));
}

// The first `count` lanes; the others are 0.
ONRECORD_INLINE Floats load_some(const float* from, std::size_t count) {
  float lanes[kLanes] = {};
  __builtin_memcpy(lanes, from, count * 4);
  return load(lanes);
}

ONRECORD_INLINE Ints load_some_ints(const std::int32_t* from, std::size_t count) {
  std::int32_t lanes[kLanes] = {};
  __builtin_memcpy(lanes, from, count * 4);
  return load_ints(lanes);
}

ONRECORD_INLINE void store_some(float* to, Floats from, std::size_t count) {
  float lanes[kLanes];
  store(lanes, from);
  __builtin_memcpy(to, lanes, count * 4);
}

ONRECORD_INLINE Floats all(float value) {
  Floats to;
  ONRECORD_EACH_PART to.part[i] = value - FloatPart{};
  return to;
}

ONRECORD_INLINE Ints all_ints(std::int32_t value) {
  Ints to;
  ONRECORD_EACH_PART to.part[i] = value - IntPart{};
  return to;
}

// Sixteen signed bytes.
ONRECORD_INLINE Ints load_bytes(const std::int8_t* from) {
#if defined(__AVX512F__)
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
  return {{reinterpret_cast<IntPart>(_mm512_cvtepi8_epi32(bytes))}};
#elif defined(__AVX2__)
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
  return {{reinterpret_cast<IntPart>(_mm256_cvtepi8_epi32(bytes)),
           reinterpret_cast<IntPart>(_mm256_cvtepi8_epi32(_mm_srli_si128(bytes, 8)))}};
#else
  std::int32_t lanes[kLanes];
  // NOLINTNEXTLINE(bugprone-signed-char-misuse): they are numbers.
  for (std::size_t i = 0; i < kLanes; ++i) lanes[i] = from[i];
  return load_ints(lanes);
#endif
}

// Sixteen numbers of 0 … 255 as bytes.
ONRECORD_INLINE void store_bytes(std::uint8_t* to, Ints from) {
#if defined(__AVX512F__)
  const __m128i bytes = _mm512_cvtepi32_epi8(reinterpret_cast<__m512i>(from.part[0]));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(to), bytes);
#elif defined(__AVX2__)
  const __m256i pairs =
      _mm256_packs_epi32(reinterpret_cast<__m256i>(from.part[0]), reinterpret_cast<__m256i>(from.part[1]));
  const __m256i words = _mm256_permute4x64_epi64(pairs, 0xD8);
  _mm_storeu_si128(reinterpret_cast<__m128i*>(to),
                   _mm_packus_epi16(_mm256_castsi256_si128(words), _mm256_extracti128_si256(words, 1)));
#else
  for (std::size_t i = 0; i < kLanes; ++i) to[i] = static_cast<std::uint8_t>(from.part[i / kPart][i % kPart]);
#endif
}

// Turns sixteen rows of sixteen on their side.
ONRECORD_INLINE void turn_square(const float* from, std::size_t from_stride, float* to,
                                 std::size_t to_stride) {
#if defined(__AVX512F__)
  __m512 rows[kLanes];
  __m512 fours[kLanes];
#pragma GCC unroll 16
  for (std::size_t r = 0; r < kLanes; ++r) rows[r] = _mm512_loadu_ps(from + r * from_stride);
    // Within each fourth of a register: four rows of four.
#pragma GCC unroll 4
  for (std::size_t r = 0; r < kLanes; r += 4) {
    const __m512d low01 = _mm512_castps_pd(_mm512_unpacklo_ps(rows[r], rows[r + 1]));
    const __m512d high01 = _mm512_castps_pd(_mm512_unpackhi_ps(rows[r], rows[r + 1]));
    const __m512d low23 = _mm512_castps_pd(_mm512_unpacklo_ps(rows[r + 2], rows[r + 3]));
    const __m512d high23 = _mm512_castps_pd(_mm512_unpackhi_ps(rows[r + 2], rows[r + 3]));
    fours[r] = _mm512_castpd_ps(_mm512_unpacklo_pd(low01, low23));
    fours[r + 1] = _mm512_castpd_ps(_mm512_unpackhi_pd(low01, low23));
    fours[r + 2] = _mm512_castpd_ps(_mm512_unpacklo_pd(high01, high23));
    fours[r + 3] = _mm512_castpd_ps(_mm512_unpackhi_pd(high01, high23));
  }
  // Then the fourths themselves.
#pragma GCC unroll 4
  for (std::size_t c = 0; c < 4; ++c) {
    const __m512 even01 = _mm512_shuffle_f32x4(fours[c], fours[4 + c], 0x88);
    const __m512 odd01 = _mm512_shuffle_f32x4(fours[c], fours[4 + c], 0xDD);
    const __m512 even23 = _mm512_shuffle_f32x4(fours[8 + c], fours[12 + c], 0x88);
    const __m512 odd23 = _mm512_shuffle_f32x4(fours[8 + c], fours[12 + c], 0xDD);
    _mm512_storeu_ps(to + c * to_stride, _mm512_shuffle_f32x4(even01, even23, 0x88));
    _mm512_storeu_ps(to + (4 + c) * to_stride, _mm512_shuffle_f32x4(odd01, odd23, 0x88));
    _mm512_storeu_ps(to + (8 + c) * to_stride, _mm512_shuffle_f32x4(even01, even23, 0xDD));
    _mm512_storeu_ps(to + (12 + c) * to_stride, _mm512_shuffle_f32x4(odd01, odd23, 0xDD));
  }
#else
  for (std::size_t c = 0; c < kLanes; ++c) {
    for (std::size_t r = 0; r < kLanes; ++r) to[c * to_stride + r] = from[r * from_stride + c];
  }
#endif
}

// --- Arithmetic ---

ONRECORD_INLINE Floats operator+(Floats a, Floats b) {
  ONRECORD_EACH_PART a.part[i] += b.part[i];
  return a;
}
ONRECORD_INLINE Floats operator-(Floats a, Floats b) {
  ONRECORD_EACH_PART a.part[i] -= b.part[i];
  return a;
}
ONRECORD_INLINE Floats operator*(Floats a, Floats b) {
  ONRECORD_EACH_PART a.part[i] *= b.part[i];
  return a;
}
ONRECORD_INLINE Floats operator-(Floats a) {
  ONRECORD_EACH_PART a.part[i] = -a.part[i];
  return a;
}
ONRECORD_INLINE Ints operator-(Ints a, Ints b) {
  ONRECORD_EACH_PART a.part[i] -= b.part[i];
  return a;
}

ONRECORD_INLINE Floats to_floats(Ints from) {
  Floats to;
  ONRECORD_EACH_PART to.part[i] = __builtin_convertvector(from.part[i], FloatPart);
  return to;
}

ONRECORD_INLINE Ints bits_of(Floats from) {
  Ints to;
  ONRECORD_EACH_PART to.part[i] = reinterpret_cast<IntPart>(from.part[i]);
  return to;
}

ONRECORD_INLINE FloatPart larger(FloatPart a, FloatPart b) {
#if defined(__AVX512F__)
  return _mm512_max_ps(a, b);
#elif defined(__AVX2__)
  return _mm256_max_ps(a, b);
#else
  return a > b ? a : b;
#endif
}

ONRECORD_INLINE FloatPart smaller(FloatPart a, FloatPart b) {
#if defined(__AVX512F__)
  return _mm512_min_ps(a, b);
#elif defined(__AVX2__)
  return _mm256_min_ps(a, b);
#else
  return a < b ? a : b;
#endif
}

ONRECORD_INLINE Floats max(Floats a, Floats b) {
  ONRECORD_EACH_PART a.part[i] = larger(a.part[i], b.part[i]);
  return a;
}
ONRECORD_INLINE Floats min(Floats a, Floats b) {
  ONRECORD_EACH_PART a.part[i] = smaller(a.part[i], b.part[i]);
  return a;
}

ONRECORD_INLINE Floats magnitude(Floats a) {
  ONRECORD_EACH_PART a.part[i] =
      reinterpret_cast<FloatPart>(reinterpret_cast<IntPart>(a.part[i]) & (IntPart{} + 0x7FFFFFFF));
  return a;
}

// The larger of `a`, which must not be negative, and the magnitude of `b`.
ONRECORD_INLINE Floats max_magnitude(Floats a, Floats b) {
#if defined(__AVX512F__)
  a.part[0] = _mm512_range_ps(a.part[0], b.part[0], 0b1011);
  return a;
#else
  return max(a, magnitude(b));
#endif
}

// `a` with the sign of `sign`; `a` must not be negative.
ONRECORD_INLINE Floats with_sign(Floats a, Floats sign) {
  ONRECORD_EACH_PART {
    const IntPart bit =
        reinterpret_cast<IntPart>(sign.part[i]) & (IntPart{} + static_cast<std::int32_t>(0x80000000U));
    a.part[i] = reinterpret_cast<FloatPart>(reinterpret_cast<IntPart>(a.part[i]) | bit);
  }
  return a;
}

#if !defined(__FMA__)
// a · b + c rounded once, without the instruction for it. The product is exact in double; the sum is made odd
// in its last bit where it is not exact, so that rounding it again, to float, cannot go astray.
ONRECORD_INLINE float fma_by_hand(float a, float b, float c) {
  const double product = static_cast<double>(a) * static_cast<double>(b);
  const double term = c;
  const double sum = product + term;
  const double back = sum - product;
  const double error = (product - (sum - back)) + (term - back);
  std::int64_t bits;
  __builtin_memcpy(&bits, &sum, 8);
  const std::int64_t outward = (error > 0) == (sum > 0) ? 1 : -1;
  bits += error != 0 && (bits & 1) == 0 ? outward : 0;
  double odd;
  __builtin_memcpy(&odd, &bits, 8);
  return static_cast<float>(odd);
}

#if defined(__SSE2__)
// Two at a time: the sum in double, then rounded to float. That goes astray only where the sum, already
// rounded, lies half-way between two floats (or where floats are subnormal); `astray` is then not zero, and
// all is done by hand.
ONRECORD_INLINE __m128 fma_of_two(__m128 a, __m128 b, __m128 c, __m128i& astray) {
  const __m128d sum = _mm_add_pd(_mm_mul_pd(_mm_cvtps_pd(a), _mm_cvtps_pd(b)), _mm_cvtps_pd(c));
  const __m128i bits = _mm_castpd_si128(sum);
  // Of each double: 29 bits that a float has no room for, in its lower half; the exponent, in its upper half.
  const __m128i half_way =
      _mm_cmpeq_epi32(_mm_and_si128(bits, _mm_set1_epi64x(0x1FFFFFFF)), _mm_set1_epi64x(0x10000000));
  const __m128i magnitude = _mm_and_si128(bits, _mm_set1_epi64x(0x7FFFFFFF00000000));
  const __m128i tiny = _mm_cmplt_epi32(magnitude, _mm_set1_epi64x(0x3900000000000000));  // 2⁻¹¹¹
  astray = _mm_or_si128(astray, _mm_or_si128(_mm_and_si128(half_way, _mm_set1_epi64x(0xFFFFFFFF)),
                                             _mm_and_si128(tiny, _mm_set1_epi64x(-0x100000000))));
  return _mm_cvtpd_ps(sum);
}

ONRECORD_INLINE bool fma_of_four(__m128 a, __m128 b, __m128& c) {
  __m128i astray = _mm_setzero_si128();
  const __m128 low = fma_of_two(a, b, c, astray);
  const __m128 high = fma_of_two(_mm_movehl_ps(a, a), _mm_movehl_ps(b, b), _mm_movehl_ps(c, c), astray);
  if (_mm_movemask_epi8(_mm_cmpeq_epi32(astray, _mm_setzero_si128())) != 0xFFFF) return false;
  c = _mm_movelh_ps(low, high);
  return true;
}
#endif
#endif

// a · b + c, rounded once.
ONRECORD_INLINE Floats fma(Floats a, Floats b, Floats c) {
#if defined(__AVX512F__)
  c.part[0] = _mm512_fmadd_ps(a.part[0], b.part[0], c.part[0]);
#elif defined(__FMA__)
  ONRECORD_EACH_PART c.part[i] = _mm256_fmadd_ps(a.part[i], b.part[i], c.part[i]);
#else
  for (std::size_t p = 0; p < kParts; ++p) {
#if defined(__SSE2__)
    if (fma_of_four(a.part[p], b.part[p], c.part[p])) continue;
#endif
    for (int i = 0; i < kPart; ++i) c.part[p][i] = fma_by_hand(a.part[p][i], b.part[p][i], c.part[p][i]);
  }
#endif
  return c;
}

// --- Folds: lane i with lane i + 8, then with i + 4, i + 2, i + 1 ---

using Quarter = float __attribute__((vector_size(16)));

template <typename Join>
ONRECORD_INLINE float fold(Floats a, Join join) {
#if defined(__AVX512F__)
  const __m256 eight = join(_mm512_castps512_ps256(a.part[0]), _mm512_extractf32x8_ps(a.part[0], 1));
  const Quarter four = join(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
#elif defined(__AVX2__)
  const __m256 eight = join(a.part[0], a.part[1]);
  const Quarter four = join(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
#else
  const Quarter four = join(join(a.part[0], a.part[2]), join(a.part[1], a.part[3]));
#endif
  return join(join(four[0], four[2]), join(four[1], four[3]));
}

// A sum that is made in four parts, so that an addition need not wait for the one before.
struct FourSums {
  Floats sums[4];
  ONRECORD_INLINE Floats together() const { return (sums[0] + sums[1]) + (sums[2] + sums[3]); }
};

struct Sum {
  template <typename T>
  ONRECORD_INLINE T operator()(T a, T b) const {
    return a + b;
  }
};
struct Largest {
  template <typename T>
  ONRECORD_INLINE T operator()(T a, T b) const {
    return a > b ? a : b;
  }
};

ONRECORD_INLINE float sum_of(Floats a) { return fold(a, Sum()); }
ONRECORD_INLINE float largest_of(Floats a) { return fold(a, Largest()); }

}  // namespace
}  // namespace onrecord::nn

#endif  // ONRECORD_NN_LANES_H_
