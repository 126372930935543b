// Products of bytes are exact, whatever the processor adds them with.

#include "nn/product.h"

#include <gtest/gtest.h>

#include <cfenv>
#include <random>
#include <thread>
#include <tuple>
#include <vector>

namespace onrecord::nn {
namespace {

struct Numbers {
  std::vector<std::int8_t> weight;
  std::vector<std::uint8_t> x;
  Tensor<std::int8_t> tensor;

  // Extremes: every byte 0 or 255, every weight −63 or 63. Where two products are added in sixteen bits these
  // are the ones that would not fit.
  Numbers(std::size_t inputs, std::size_t outputs, bool extremes)
      : weight(inputs * outputs), x(Product::kRows * inputs), tensor{weight.data(), outputs, inputs} {
    std::mt19937 random(static_cast<unsigned>(inputs * 31 + outputs));
    for (auto& w : weight) {
      w = static_cast<std::int8_t>(extremes ? (random() % 8 == 0 ? -63 : 63)
                                            : static_cast<int>(random() % 127) - 63);
    }
    for (auto& byte : x)
      byte = static_cast<std::uint8_t>(extremes ? (random() % 8 == 0 ? 0 : 255) : random() % 256);
  }
};

std::vector<std::int32_t> fast(const Numbers& numbers, std::size_t rows) {
  const FixedSurroundings fixed;
  const Product product(make_plan(numbers.tensor.columns, numbers.tensor.rows), numbers.tensor);
  ProductScratch scratch;
  std::vector<std::int32_t> sums(Product::kRows * numbers.tensor.rows, -1);
  product.run(numbers.x.data(), rows, sums.data(), scratch);
  sums.resize(rows * numbers.tensor.rows);
  return sums;
}

std::vector<std::int32_t> plain(const Numbers& numbers, std::size_t rows) {
  std::vector<std::int32_t> sums(rows * numbers.tensor.rows);
  multiply_plainly(numbers.x.data(), rows, numbers.tensor, sums.data());
  return sums;
}

class ProductOf : public ::testing::TestWithParam<std::tuple<std::size_t, std::size_t, bool>> {};

TEST_P(ProductOf, BytesIsExact) {
  const auto [inputs, outputs, extremes] = GetParam();
  const Numbers numbers(inputs, outputs, extremes);
  for (const std::size_t rows : {1U, 7U, 8U, 9U, 24U, 63U, 64U}) {
    EXPECT_EQ(fast(numbers, rows), plain(numbers, rows)) << rows << " rows";
  }
}

INSTANTIATE_TEST_SUITE_P(Product, ProductOf,
                         ::testing::Combine(::testing::Values(16, 32, 384, 1536),
                                            ::testing::Values(16, 31, 384, 1152), ::testing::Bool()));

TEST(Product, CorrectsForBytesThatHave128ForZero) {
  const Numbers numbers(32, 16, false);
  const Product product(make_plan(32, 16), numbers.tensor);
  for (std::size_t o = 0; o < 16; ++o) {
    std::int32_t sum = 0;
    for (const auto w : numbers.tensor.row(o)) sum += w;
    EXPECT_EQ(product.corrections()[o], 128 * sum);
  }
}

TEST(Product, OfOneMatrixServesManyThreads) {
  const FixedSurroundings fixed;
  const Numbers numbers(384, 384, false);
  const Product product(make_plan(384, 384), numbers.tensor);
  const auto expected = plain(numbers, Product::kRows);
  std::vector<std::thread> threads;
  std::vector<int> good(4, 0);
  for (std::size_t t = 0; t < good.size(); ++t) {
    threads.emplace_back([&, t] {
      const FixedSurroundings of_thread;
      ProductScratch scratch;
      std::vector<std::int32_t> sums(Product::kRows * 384);
      bool all = true;
      for (std::size_t rows = 1; rows <= Product::kRows; ++rows) {
        product.run(numbers.x.data(), rows, sums.data(), scratch);
        all = all && std::equal(sums.begin(), sums.begin() + static_cast<std::ptrdiff_t>(rows * 384),
                                expected.begin());
      }
      good[t] = all ? 1 : 0;
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(good, std::vector<int>(4, 1));
}

float a_little_more_than_one() {
  const volatile float one = 1.0F;
  const volatile float little = 1e-10F;
  return one + little;
}

TEST(FixedSurroundings, GiveBackWhatWasSet) {
  ASSERT_EQ(std::fesetround(FE_UPWARD), 0);
  {
    const FixedSurroundings fixed;
    EXPECT_EQ(a_little_more_than_one(), 1.0F);
  }
  EXPECT_GT(a_little_more_than_one(), 1.0F);
  std::fesetround(FE_TONEAREST);
}

}  // namespace
}  // namespace onrecord::nn
