// The fast loops against slow and obvious ones, and against each other bit by bit.

#include "tag/kernels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <random>
#include <vector>

namespace onrecord::tag {
namespace {

std::vector<float> random_floats(std::size_t count, std::uint32_t seed) {
  std::mt19937 random(seed);
  std::vector<float> values(count);
  for (float& value : values) value = static_cast<float>(random() % 20001) / 1000.0F - 10.0F;
  return values;
}

struct Problem {
  Problem(std::size_t its_rows, std::size_t depth, std::size_t columns)
      : rows(its_rows), left(random_floats(its_rows * depth, 1)), bias(random_floats(round_up(columns), 2)) {
    right.resize(depth, columns);
    for (std::size_t n = 0; n < columns; ++n) {
      plain.push_back(random_floats(depth, 3 + static_cast<std::uint32_t>(n)));
      right.set_column(n, plain.back());
    }
    for (std::size_t r = 0; r < rows; ++r) pointers.push_back(left.data() + r * depth);
  }
  std::vector<float> solve(const Kernels& use) const {
    const std::size_t stride = right.groups() * kLanes;
    std::vector<float> result(rows * stride, -1.0F);
    use.product(pointers.data(), rows, right.data(), right.depth(), right.groups(), bias.data(),
                result.data(), stride);
    return result;
  }

  std::size_t rows;
  std::vector<float> left, bias;
  std::vector<std::vector<float>> plain;
  Packed right;
  std::vector<const float*> pointers;
};

TEST(Product, IsTheSumOfProductsInOrderOnEveryCut) {
  for (const std::size_t rows : {1U, 3U, 8U, 13U}) {
    for (const std::size_t columns : {1U, 16U, 17U, 50U}) {
      const Problem problem(rows, 37, columns);
      for (const Kernels& use : all_kernels()) {
        const auto result = problem.solve(use);
        for (std::size_t r = 0; r < rows; ++r) {
          for (std::size_t n = 0; n < columns; ++n) {
            float sum = problem.bias[n];
            for (std::size_t k = 0; k < 37; ++k) sum += problem.pointers[r][k] * problem.plain[n][k];
            ASSERT_EQ(result[r * round_up(columns) + n], sum) << use.name << " " << r << " " << n;
          }
        }
      }
    }
  }
}

TEST(Product, WithoutABiasBeginsAtZero) {
  const Problem problem(1, 5, 1);
  float result[kLanes];
  kernels().product(problem.pointers.data(), 1, problem.right.data(), 5, 1, nullptr, result, kLanes);
  float sum = 0;
  for (std::size_t k = 0; k < 5; ++k) sum += problem.left[k] * problem.plain[0][k];
  EXPECT_EQ(result[0], sum);
  EXPECT_EQ(result[1], 0.0F) << "columns past the last are zero";
}

TEST(Packed, ForgetsWhatItHeld) {
  Packed packed;
  packed.resize(2, 20);
  const float ones[] = {1, 1};
  for (std::size_t n = 0; n < 20; ++n) packed.set_column(n, ones);
  packed.resize(2, 1);
  EXPECT_EQ(packed.groups(), 1U);
  for (std::size_t i = 0; i < 2 * kLanes; ++i) EXPECT_EQ(packed.data()[i], 0.0F);
}

TEST(ExpSum, IsCloseToTheLibrarysAndTheSameOnEveryCut) {
  for (const std::size_t size : {1U, 7U, 16U, 31U, 100U}) {
    const auto x = random_floats(size, 9);
    double expected = 0;
    for (const float value : x) expected += std::exp(static_cast<double>(value) - 10.0);
    const float plain = all_kernels()[0].exp_sum(x.data(), size, 10.0F);
    EXPECT_NEAR(plain, expected, expected * 1e-6);
    for (const Kernels& use : all_kernels()) {
      const float sum = use.exp_sum(x.data(), size, 10.0F);
      EXPECT_EQ(std::memcmp(&sum, &plain, sizeof sum), 0) << use.name << " " << size;
    }
  }
}

TEST(ExpSum, TakesNothingFromWhatIsFarBelow) {
  const float x[] = {0.0F, -88.0F, -1000.0F, -std::numeric_limits<float>::infinity()};
  for (const Kernels& use : all_kernels()) EXPECT_EQ(use.exp_sum(x, 4, 0.0F), 1.0F) << use.name;
}

TEST(Argmax, IsTheFirstOfTheGreatest) {
  std::vector<float> x(40, -3.0F);
  x[17] = x[33] = 2.0F;
  for (const Kernels& use : all_kernels()) {
    EXPECT_EQ(use.argmax(x.data(), x.size()), 17U) << use.name;
    EXPECT_EQ(use.argmax(x.data(), 10), 0U) << use.name;
  }
}

TEST(Argmax, PassesOverWhatIsNoNumber) {
  std::vector<float> x(20, std::numeric_limits<float>::quiet_NaN());
  for (const Kernels& use : all_kernels()) EXPECT_EQ(use.argmax(x.data(), x.size()), 0U) << use.name;
  x[18] = -5.0F;
  for (const Kernels& use : all_kernels()) EXPECT_EQ(use.argmax(x.data(), x.size()), 18U) << use.name;
}

TEST(Probability, IsTheShareOfSoftmax) {
  const float x[] = {1.0F, 3.0F, 2.0F};
  const double total = std::exp(1.0) + std::exp(3.0) + std::exp(2.0);
  EXPECT_NEAR(probability(kernels(), x, 1), std::exp(3.0) / total, 1e-6);
  EXPECT_NEAR(probability(kernels(), x, 0), std::exp(1.0) / total, 1e-6);
}

}  // namespace
}  // namespace onrecord::tag
