// The fast network does what the slow one does, and always the same.

#include "nn/encoder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <random>
#include <span>
#include <string>
#include <thread>

#include "base/checksum.h"
#include "nn/kernels.h"
#include "nn/testing/random_weights.h"

namespace onrecord::nn {
namespace {

using testing::RandomWeights;

std::shared_ptr<const Weights> weights_of(const RandomWeights& numbers) {
  const auto opened = testing::open_weights(numbers);
  if (!opened) ADD_FAILURE() << opened.error().message << " " << opened.error().place;
  return opened.value_or(nullptr);
}

Window random_window(const Weights& weights, std::size_t pieces, unsigned seed) {
  std::mt19937 random(seed);
  Window window;
  for (std::size_t i = 0; i < pieces; ++i) {
    window.pieces.push_back(static_cast<std::uint32_t>(random() % weights.pieces().size()));
    window.cases.push_back(static_cast<Case>(random() % 10));
    if (i == 0 || random() % 3 != 0) window.unit_begins.push_back(static_cast<std::uint32_t>(i));
  }
  return window;
}

std::vector<float> encoded(const Encoder& encoder, const Window& window) {
  Scratch scratch;
  Matrix projected;
  encoder.run(window, scratch, projected);
  EXPECT_EQ(projected.rows(), window.units());
  return {projected.data(), projected.data() + projected.rows() * projected.columns()};
}

bool same_bits(const std::vector<float>& a, const std::vector<float>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

// How far b is from a, as a share of how far a is from zero (root mean squares).
double distance(const std::vector<float>& a, const std::vector<float>& b) {
  EXPECT_EQ(a.size(), b.size());
  double difference = 0;
  double size = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    difference += std::pow(static_cast<double>(a[i]) - static_cast<double>(b[i]), 2);
    size += std::pow(static_cast<double>(a[i]), 2);
  }
  return std::sqrt(difference / size);
}

struct Shape {
  const char* name;
  Config config;
  friend std::ostream& operator<<(std::ostream& out, const Shape& shape) { return out << shape.name; }
};

class Twins : public ::testing::TestWithParam<Shape> {};

TEST_P(Twins, Agree) {
  const auto weights = weights_of({.config = GetParam().config, .seed = 5});
  const Encoder fast(weights, Arithmetic::int8);
  const Encoder slow(weights, Arithmetic::f32);
  for (const std::size_t pieces : {1U, 2U, 15U, 16U, 17U, 40U, 64U}) {
    const Window window = random_window(*weights, pieces, static_cast<unsigned>(pieces));
    const double apart = distance(encoded(slow, window), encoded(fast, window));
    EXPECT_LT(apart, 0.03) << pieces << " pieces";
    EXPECT_GT(apart, 1e-6) << "so near that the twin is none";
  }
}

const Config kUsual = RandomWeights{}.config;

Config with(std::size_t Config::*what, std::size_t value) {
  Config config = kUsual;
  config.*what = value;
  return config;
}

INSTANTIATE_TEST_SUITE_P(Encoder, Twins,
                         ::testing::Values(Shape{"usual", kUsual},
                                           Shape{"merging at once", with(&Config::merge_after, 0)},
                                           Shape{"merging at the end", with(&Config::merge_after, 2)},
                                           Shape{"one head", with(&Config::heads, 1)},
                                           Shape{"three heads of two thirds", with(&Config::heads, 3)},
                                           Shape{"wide heads", with(&Config::head_width, 48)},
                                           Shape{"wide", with(&Config::hidden, 96)},
                                           Shape{"one layer", with(&Config::layers, 1)},
                                           Shape{"odd columns", with(&Config::arc, 13)}));

TEST(Encoder, OfFullSizeAgreesWithItsTwin) {
  const auto weights = weights_of(testing::full_size());
  const Window window = random_window(*weights, 130, 3);
  const auto fast = encoded(Encoder(weights, Arithmetic::int8), window);
  const auto slow = encoded(Encoder(weights, Arithmetic::f32), window);
  EXPECT_LT(distance(slow, fast), 0.05);
}

TEST(Encoder, SeesPiecesPositionsAndCases) {
  const auto weights = weights_of({});
  const Encoder encoder(weights, Arithmetic::int8);
  const Window window = random_window(*weights, 12, 1);
  const auto before = encoded(encoder, window);
  Window other = window;
  other.pieces[3] = (other.pieces[3] + 1) % 30;
  EXPECT_GT(distance(before, encoded(encoder, other)), 1e-3);
  other = window;
  other.cases[3] = other.cases[3] == Case::title ? Case::lower : Case::title;
  EXPECT_GT(distance(before, encoded(encoder, other)), 1e-3);
  other = window;
  std::swap(other.pieces[2], other.pieces[9]);
  std::swap(other.cases[2], other.cases[9]);
  EXPECT_GT(distance(before, encoded(encoder, other)), 1e-3);
}

TEST(Encoder, GivesTheSameBitsOnManyThreads) {
  const auto weights = weights_of(testing::full_size());
  const Encoder encoder(weights, Arithmetic::int8);
  std::vector<Window> windows;
  std::vector<std::vector<float>> expected;
  for (unsigned i = 0; i < 6; ++i) {
    windows.push_back(random_window(*weights, 10 + 37 * i, i));
    expected.push_back(encoded(encoder, windows.back()));
  }
  std::vector<std::thread> threads;
  std::vector<int> good(4, 0);
  for (std::size_t t = 0; t < good.size(); ++t) {
    threads.emplace_back([&, t] {
      Scratch scratch;  // Kept from window to window, each thread in an order of its own.
      Matrix projected;
      for (std::size_t i = 0; i < windows.size(); ++i) {
        const std::size_t w = (i * 5 + t) % windows.size();
        encoder.run(windows[w], scratch, projected);
        good[t] += std::memcmp(projected.data(), expected[w].data(), expected[w].size() * sizeof(float)) == 0
                       ? 1
                       : 0;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(good, std::vector<int>(4, 6));
}

TEST(Encoder, GivesTheSameBitsAtEveryLevelOfProcessor) {
  const auto weights = weights_of({.seed = 9});
  const Encoder encoder(weights, Arithmetic::int8);
  const Window window = random_window(*weights, 50, 2);
  const auto expected = encoded(encoder, window);
  for (const Kernels* level : kernel_levels()) {
    use_kernels(level);
    EXPECT_TRUE(same_bits(encoded(encoder, window), expected)) << level->level;
  }
  use_kernels(nullptr);
}

std::string checksum(const std::vector<float>& values) {
  std::string text;
  for (const auto byte : base::xxh3_128(std::as_bytes(std::span(values)))) {
    constexpr char kDigits[] = "0123456789abcdef";
    text += kDigits[byte >> 4U];
    text += kDigits[byte & 15U];
  }
  return text;
}

// Written down once, on one processor; every other must come to the same. A change of the arithmetic changes
// them, and then every reading may change: say so in the change log.
TEST(Encoder, GivesTheBitsThatAreWrittenDown) {
  const auto tiny = weights_of({.seed = 9});
  EXPECT_EQ(checksum(encoded(Encoder(tiny, Arithmetic::int8), random_window(*tiny, 50, 2))),
            "b0d1913c388bb6f72a9c4fb777a6eefd");
}

TEST(Encoder, OfFullSizeGivesTheBitsThatAreWrittenDown) {
  const auto full = weights_of(testing::full_size());
  EXPECT_EQ(checksum(encoded(Encoder(full, Arithmetic::int8), random_window(*full, 130, 3))),
            "1d7ecb035ef45919e84be4e6ba4d0ec6");
}

}  // namespace
}  // namespace onrecord::nn
