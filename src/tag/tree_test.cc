// Trees, against all trees of small sentences.

#include "tag/tree.h"

#include <gtest/gtest.h>

#include <chrono>
#include <limits>
#include <random>
#include <vector>

namespace onrecord::tag {
namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();

struct Matrix {
  explicit Matrix(std::size_t its_words) : words(its_words), values(its_words * (its_words + 1), 0.0F) {
    for (std::size_t i = 0; i < words; ++i) at(i, i) = kNever;
  }
  float& at(std::size_t dependent, std::size_t head) { return values[dependent * (words + 1) + head]; }
  ArcScores scores() const { return {values.data(), words, words + 1}; }

  std::size_t words;
  std::vector<float> values;
};

Matrix random_matrix(std::size_t words, std::uint32_t seed) {
  std::mt19937 random(seed);
  Matrix matrix(words);
  for (std::size_t d = 0; d < words; ++d) {
    for (std::size_t h = 0; h <= words; ++h) {
      if (d != h) matrix.at(d, h) = static_cast<float>(random() % 4096) / 64.0F - 32.0F;
    }
  }
  return matrix;
}

float sum_of(Matrix& matrix, const std::vector<std::uint32_t>& heads) {
  float sum = 0;
  for (std::size_t d = 0; d < heads.size(); ++d) sum += matrix.at(d, heads[d]);
  return sum;
}

float best_of_all(Matrix& matrix) {
  const auto words = static_cast<std::uint32_t>(matrix.words);
  float best = kNever;
  std::vector<std::uint32_t> heads(words, 0);
  while (true) {
    if (is_tree(heads)) best = std::max(best, sum_of(matrix, heads));
    std::size_t d = 0;
    while (d < words && ++heads[d] > words) heads[d++] = 0;
    if (d == words) return best;
  }
}

TEST(IsTree, KnowsCyclesAndSeveralRoots) {
  EXPECT_TRUE(is_tree({1, 2, 4, 2}));
  EXPECT_FALSE(is_tree({1, 0, 4, 2})) << "0 and 1 hang on each other";
  EXPECT_FALSE(is_tree({4, 4, 1, 2})) << "two roots";
  EXPECT_FALSE(is_tree({1, 1, 3})) << "1 hangs on itself";
  EXPECT_FALSE(is_tree({1, 2, 0})) << "no root";
}

TEST(BestTree, IsTheBestOfAllTreesWithOneRoot) {
  for (std::size_t words = 1; words <= 5; ++words) {
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
      Matrix matrix = random_matrix(words, seed);
      std::vector<std::uint32_t> heads;
      best_tree(matrix.scores(), heads);
      ASSERT_TRUE(is_tree(heads)) << words << " words, seed " << seed;
      EXPECT_FLOAT_EQ(sum_of(matrix, heads), best_of_all(matrix)) << words << " words, seed " << seed;
    }
  }
}

TEST(BestTree, GivesUpASecondRootHoweverWellItScores) {
  Matrix matrix(2);
  matrix.at(0, 2) = 30.0F;
  matrix.at(1, 2) = 29.0F;
  matrix.at(0, 1) = -30.0F;
  matrix.at(1, 0) = -30.5F;
  std::vector<std::uint32_t> heads;
  best_tree(matrix.scores(), heads);
  EXPECT_EQ(heads, (std::vector<std::uint32_t>{2, 0}));
}

TEST(BestTree, UnrollsACycleWithinACycle) {
  // 0 and 1 want each other; so do, next, that pair and 2; the way in is cheapest at 2.
  Matrix matrix(3);
  matrix.at(0, 1) = matrix.at(1, 0) = 10.0F;
  matrix.at(2, 1) = 8.0F;
  matrix.at(0, 2) = 7.0F;
  matrix.at(1, 2) = 1.0F;
  matrix.at(2, 0) = 0.0F;
  matrix.at(0, 3) = matrix.at(1, 3) = -9.0F;
  matrix.at(2, 3) = 0.0F;
  std::vector<std::uint32_t> heads;
  best_tree(matrix.scores(), heads);
  EXPECT_EQ(heads, (std::vector<std::uint32_t>{2, 0, 3}));
}

TEST(BestTree, IsATreeEvenWithoutAnyNumber) {
  Matrix matrix(4);
  for (float& value : matrix.values) value = std::numeric_limits<float>::quiet_NaN();
  std::vector<std::uint32_t> heads;
  best_tree(matrix.scores(), heads);
  EXPECT_TRUE(is_tree(heads));
}

TEST(BestTree, OfManyWordsIsATreeAndTakesTheSquareOfTheirTime) {
  for (std::uint32_t seed = 0; seed < 3; ++seed) {
    const Matrix matrix = random_matrix(500, seed);
    std::vector<std::uint32_t> heads;
    const auto begin = std::chrono::steady_clock::now();
    best_tree(matrix.scores(), heads);
    EXPECT_TRUE(is_tree(heads));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
  }
}

}  // namespace
}  // namespace onrecord::tag
