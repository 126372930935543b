// Each kernel computes what doc/format/weights.md tells, and the same bits at every level of processor.

#include "nn/kernels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <random>
#include <vector>

namespace onrecord::nn {
namespace {

std::vector<float> random_floats(std::size_t size, float reach, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<float> values(size);
  for (float& value : values) value = reach * (static_cast<float>(random() % 20001) / 10000.0F - 1.0F);
  return values;
}

template <typename T>
std::vector<unsigned char> bits(const std::vector<T>& values) {
  std::vector<unsigned char> bytes(values.size() * sizeof(T));
  if (!bytes.empty()) std::memcpy(bytes.data(), values.data(), bytes.size());
  return bytes;
}

class EveryLevel : public ::testing::TestWithParam<std::size_t> {
 protected:
  // Levels that this processor lacks are skipped.
  void SetUp() override {
    if (GetParam() >= kernel_levels().size()) GTEST_SKIP() << "not on this processor";
  }
  const Kernels& level() const { return *kernel_levels()[GetParam()]; }
  static const Kernels& plainest() { return *kernel_levels()[0]; }
};
INSTANTIATE_TEST_SUITE_P(Kernels, EveryLevel, ::testing::Values(0, 1, 2));

TEST_P(EveryLevel, CutsToTheNearestByte) {
  const auto x = random_floats(160, 3.0F, 1);
  std::vector<std::uint8_t> cut(160);
  const float scale = level().cut(x.data(), x.size(), cut.data());
  float largest = 0;
  for (const float value : x) largest = std::max(largest, std::abs(value));
  EXPECT_FLOAT_EQ(scale, largest / 127);
  for (std::size_t i = 0; i < x.size(); ++i) {
    EXPECT_NEAR(static_cast<float>(static_cast<int>(cut[i]) - 128) * scale, x[i], 0.501F * scale);
  }
}

TEST_P(EveryLevel, CutsHalvesToEven) {
  std::vector<float> x(16, 0.0F);
  x[0] = 127.0F;
  x[1] = 0.5F;
  x[2] = 1.5F;
  x[3] = -2.5F;
  x[4] = -127.0F;
  std::vector<std::uint8_t> cut(16);
  level().cut(x.data(), x.size(), cut.data());
  EXPECT_EQ(cut, (std::vector<std::uint8_t>{255, 128, 130, 126, 1, 128, 128, 128, 128, 128, 128, 128, 128,
                                            128, 128, 128}));
}

TEST_P(EveryLevel, CutsNothingToNothing) {
  const std::vector<float> x(32, 0.0F);
  std::vector<std::uint8_t> cut(32);
  EXPECT_EQ(level().cut(x.data(), x.size(), cut.data()), 0.0F);
  EXPECT_EQ(cut, std::vector<std::uint8_t>(32, 128));
}

// A layer of random numbers with sums of the size that products have.
struct SomeLayer {
  std::vector<std::int32_t> sums, corrections;
  std::vector<float> scale, bias;
  Rescale rescale;

  explicit SomeLayer(std::size_t outputs)
      : scale(random_floats(outputs, 2e-4F, 3)), bias(random_floats(outputs, 1, 4)) {
    std::mt19937 random(5);
    for (std::size_t o = 0; o < outputs; ++o) {
      corrections.push_back(static_cast<std::int32_t>(random() % 200000) - 100000);
      sums.push_back(corrections.back() + static_cast<std::int32_t>(random() % 100000) - 50000);
    }
    rescale = {corrections.data(), scale.data(), bias.data(), outputs};
  }
  double output(std::size_t o, double row_scale) const {
    return static_cast<double>(sums[o] - corrections[o]) * row_scale * static_cast<double>(scale[o]) +
           static_cast<double>(bias[o]);
  }
};

TEST_P(EveryLevel, RescalesSums) {
  for (const std::size_t outputs : {16U, 31U, 1U, 100U}) {
    const SomeLayer layer(outputs);
    std::vector<float> to(outputs + 1, 77.0F);
    level().rescale(layer.sums.data(), 0.5F, layer.rescale, to.data());
    for (std::size_t o = 0; o < outputs; ++o) EXPECT_NEAR(to[o], layer.output(o, 0.5), 1e-5);
    EXPECT_EQ(to[outputs], 77.0F) << "what follows is not touched";
  }
}

TEST_P(EveryLevel, Activates) {
  const SomeLayer layer(256);
  auto sums = layer.sums;
  std::vector<std::uint8_t> cut(256);
  const float scale = level().activate(sums.data(), 0.5F, layer.rescale, cut.data());
  double largest = 0;
  for (std::size_t o = 0; o < 256; ++o) {
    const double x = layer.output(o, 0.5) / kActivationScale;
    const double t = std::min(std::abs(x) / std::sqrt(2.0), 1.769) - 1.769;
    const double y = x * (1 + std::copysign(1 - 0.2888 * t * t, x)) / 2;
    largest = std::max(largest, std::abs(y));
    EXPECT_NEAR((cut[o] - 128.0) * static_cast<double>(scale), y, 0.51 * static_cast<double>(scale));
  }
  EXPECT_NEAR(scale, largest / 127, 1e-6);
}

TEST_P(EveryLevel, AddsAndNormalises) {
  constexpr std::size_t kSize = 96;
  const SomeLayer layer(kSize);
  const auto gain = random_floats(kSize, 1, 7);
  const auto bias = random_floats(kSize, 1, 8);
  const auto before = random_floats(kSize, 2, 9);
  auto x = before;
  std::vector<std::uint8_t> cut(kSize);
  const float scale = level().add_and_norm(layer.sums.data(), 0.5F, layer.rescale,
                                           {gain.data(), bias.data(), kSize}, x.data(), cut.data());

  std::vector<double> sum(kSize);
  double mean = 0;
  double variance = 0;
  for (std::size_t i = 0; i < kSize; ++i)
    mean += sum[i] = static_cast<double>(before[i]) + layer.output(i, 0.5);
  mean /= kSize;
  for (const double value : sum) variance += (value - mean) * (value - mean);
  variance /= kSize;
  for (std::size_t i = 0; i < kSize; ++i) {
    const double expected =
        (sum[i] - mean) / std::sqrt(variance) * static_cast<double>(gain[i]) + static_cast<double>(bias[i]);
    EXPECT_NEAR(x[i], expected, 1e-5);
    EXPECT_NEAR(static_cast<double>(static_cast<int>(cut[i]) - 128) * static_cast<double>(scale), expected,
                0.51 * static_cast<double>(scale));
  }
}

// One head, its numbers, and room to attend in.
struct SomeHead {
  std::size_t rows, width, padded;
  std::vector<float> queries, keys, values, mask, scores;
  SomeHead(std::size_t row_count, std::size_t head_width)
      : rows(row_count),
        width(head_width),
        padded((row_count + 15) / 16 * 16),
        queries(random_floats(rows * width, 2, 11)),
        keys(random_floats(padded * width, 2, 12)),
        values(random_floats(rows * width, 2, 13)),
        mask(padded, -1e30F),
        scores(AttentionHead::kQueries * padded) {
    std::fill(mask.begin(), mask.begin() + static_cast<std::ptrdiff_t>(rows), 0.0F);
  }
  std::vector<float> attended(const Kernels& level) {
    auto to = queries;
    level.attend({to.data(), width, keys.data(), values.data(), width, mask.data(), scores.data(), width,
                  rows, padded},
                 rows);
    return to;
  }
};

TEST_P(EveryLevel, Attends) {
  for (const std::size_t rows : {1U, 5U, 16U, 17U, 70U}) {
    for (const std::size_t width : {16U, 32U, 48U}) {
      SomeHead head(rows, width);
      const auto to = head.attended(level());
      for (std::size_t r = 0; r < rows; ++r) {
        std::vector<double> shares(rows);
        double sum = 0;
        for (std::size_t j = 0; j < rows; ++j) {
          double score = 0;
          for (std::size_t d = 0; d < width; ++d) {
            score += static_cast<double>(head.queries[r * width + d]) *
                     static_cast<double>(head.keys[d * head.padded + j]);
          }
          sum += shares[j] = std::exp2(score);
        }
        for (std::size_t d = 0; d < width; ++d) {
          double expected = 0;
          for (std::size_t j = 0; j < rows; ++j) {
            expected += shares[j] / sum * static_cast<double>(head.values[j * width + d]);
          }
          EXPECT_NEAR(to[r * width + d], expected, 2e-5) << rows << " rows, width " << width;
        }
      }
    }
  }
}

TEST_P(EveryLevel, Embeds) {
  const std::vector<std::int8_t> piece = {-127, 127, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13};
  const auto position = random_floats(16, 1, 21);
  const auto as_case = random_floats(16, 1, 22);
  const std::vector<float> gain(16, 1.0F);
  const std::vector<float> bias(16, 0.0F);
  std::vector<float> to(16);
  level().embed(piece.data(), 0.01F, position.data(), as_case.data(), {gain.data(), bias.data(), 16},
                to.data());
  double mean = 0;
  double squares = 0;
  for (const float value : to) mean += static_cast<double>(value) / 16;
  for (const float value : to) squares += static_cast<double>(value) * static_cast<double>(value) / 16;
  EXPECT_NEAR(mean, 0, 1e-6);
  EXPECT_NEAR(squares, 1, 1e-5);
  // Differences keep their proportions.
  const auto x = [&](std::size_t i) {
    return static_cast<double>(piece[i]) * 0.01 + static_cast<double>(position[i]) +
           static_cast<double>(as_case[i]);
  };
  EXPECT_NEAR(static_cast<double>(to[0] - to[1]) / static_cast<double>(to[2] - to[3]),
              (x(0) - x(1)) / (x(2) - x(3)), 1e-4);
}

TEST_P(EveryLevel, TurnsRowsOnTheirSide) {
  const auto from = random_floats(320, 1, 23);
  std::vector<float> to(288, 5.0F);
  level().turn(from.data(), 20, to.data(), 18);
  for (std::size_t r = 0; r < 16; ++r) {
    for (std::size_t c = 0; c < 16; ++c) EXPECT_EQ(to[c * 18 + r], from[r * 20 + c]);
  }
  EXPECT_EQ(to[16], 5.0F);
}

// Numbers that make rounding work hard: close to ties, to cancellation, far apart.
std::vector<float> awkward_floats(std::size_t size, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<float> values(size);
  for (float& value : values) {
    const float mantissa =
        1.0F + static_cast<float>(random() % 8) * 0x1p-23F + static_cast<float>(random() % 3) * 0.5F;
    value = std::ldexp(random() % 2 == 0 ? mantissa : -mantissa, static_cast<int>(random() % 24) - 16);
  }
  return values;
}

// A product and a sum are rounded once, also where the sum stands a hair's breadth from half-way between two
// floats.
TEST_P(EveryLevel, RoundsAProductAndASumOnce) {
  std::mt19937 random(77);
  for (int round = 0; round < 2000; ++round) {
    std::vector<std::int32_t> sums(16);
    const std::vector<std::int32_t> corrections(16, 0);
    const auto scale = awkward_floats(16, static_cast<unsigned>(random()));
    auto bias = awkward_floats(16, static_cast<unsigned>(random()));
    for (auto& sum : sums) sum = static_cast<std::int32_t>(random() % 64) - 32;
    for (auto& value : bias) value = std::ldexp(value, static_cast<int>(random() % 160) - 120);
    std::vector<float> to(16);
    level().rescale(sums.data(), 1.0F, {corrections.data(), scale.data(), bias.data(), 16}, to.data());
    for (std::size_t i = 0; i < 16; ++i) {
      EXPECT_EQ(to[i], std::fma(static_cast<float>(sums[i]), scale[i], bias[i]))
          << sums[i] << " * " << scale[i] << " + " << bias[i];
    }
  }
}

TEST_P(EveryLevel, GivesTheSameBits) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const auto x = awkward_floats(96, seed);
    const auto gain = awkward_floats(96, seed + 1000);
    const auto bias = awkward_floats(96, seed + 2000);
    SomeLayer layer(96);
    layer.rescale.bias = bias.data();
    layer.rescale.scale = gain.data();
    const Norm norm = {gain.data(), bias.data(), 96};
    const auto all_of = [&](const Kernels& k) {
      std::vector<float> floats(96);
      std::vector<std::uint8_t> bytes(288);
      k.rescale(layer.sums.data(), 0.3F, layer.rescale, floats.data());
      auto sums = layer.sums;
      floats.push_back(k.activate(sums.data(), 0.3F, layer.rescale, bytes.data()));
      auto y = x;
      floats.push_back(
          k.add_and_norm(layer.sums.data(), 0.3F, layer.rescale, norm, y.data(), bytes.data() + 96));
      floats.insert(floats.end(), y.begin(), y.end());
      floats.push_back(k.cut(x.data(), 96, bytes.data() + 192));
      auto all = bits(floats);
      all.insert(all.end(), bytes.begin(), bytes.end());
      return all;
    };
    EXPECT_EQ(all_of(level()), all_of(plainest())) << "seed " << seed;
  }
  for (const std::size_t rows : {1U, 3U, 18U, 100U}) {
    SomeHead head(rows, 32);
    EXPECT_EQ(bits(head.attended(level())), bits(head.attended(plainest()))) << rows << " rows";
  }
}

}  // namespace
}  // namespace onrecord::nn
