// The best rows of labels, against all rows tried one by one.

#include "tag/viterbi.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace onrecord::tag {
namespace {

const std::vector<std::string> kLabels = {"O", "B-Person", "I-Person", "B-Place", "I-Place"};

struct Scores {
  explicit Scores(std::vector<std::vector<float>> its_rows) : rows(std::move(its_rows)) {
    for (const auto& row : rows) pointers.push_back(row.data());
  }
  std::vector<std::vector<float>> rows;
  std::vector<const float*> pointers;
};

Scores random_scores(std::size_t words, std::size_t labels, std::uint32_t seed) {
  std::mt19937 random(seed);
  std::vector<std::vector<float>> rows(words, std::vector<float>(labels));
  for (auto& row : rows) {
    for (float& score : row) score = static_cast<float>(random() % 1000) / 100.0F;
  }
  return Scores(std::move(rows));
}

// Calls `visit` with every row of labels.
template <typename Visit>
void for_all_paths(std::size_t words, std::size_t labels, Visit visit) {
  std::vector<std::uint16_t> path(words, 0);
  while (true) {
    visit(path);
    std::size_t w = 0;
    while (w < words && ++path[w] == labels) path[w++] = 0;
    if (w == words) return;
  }
}

bool allowed(const BioLabels& labels, const std::vector<std::uint16_t>& path) {
  std::size_t before = labels.outside();
  for (const std::uint16_t label : path) {
    if (!labels.may_follow(before, label)) return false;
    before = label;
  }
  return true;
}

float sum_of(const Scores& scores, const std::vector<std::uint16_t>& path) {
  float sum = 0;
  for (std::size_t w = 0; w < path.size(); ++w) sum += scores.rows[w][path[w]];
  return sum;
}

std::vector<std::uint16_t> best_bio_of(const BioLabels& labels, const Scores& scores) {
  ViterbiScratch scratch;
  std::vector<std::uint16_t> path;
  best_bio(labels, scores.pointers, scratch, path);
  return path;
}

TEST(BioLabels, KnowsKindsInTheOrderOfTheirLabels) {
  const auto labels = BioLabels::make(kLabels);
  ASSERT_TRUE(labels);
  EXPECT_EQ(labels->kinds(), (std::vector<std::string>{"Person", "Place"}));
  EXPECT_TRUE(labels->may_follow(1, 2));
  EXPECT_TRUE(labels->may_follow(2, 2));
  EXPECT_TRUE(labels->may_follow(2, 3));
  EXPECT_FALSE(labels->may_follow(0, 2));
  EXPECT_FALSE(labels->may_follow(3, 2));
}

TEST(BioLabels, KeepsWhatFollowsTheFirstDash) {
  const std::vector<std::string> roles = {"B-R-ARG1", "O", "I-R-ARG1"};
  const auto labels = BioLabels::make(roles);
  ASSERT_TRUE(labels);
  EXPECT_EQ(labels->kinds(), std::vector<std::string>{"R-ARG1"});
  EXPECT_EQ(labels->outside(), 1U);
}

TEST(BioLabels, RefusesOtherForms) {
  using Labels = std::vector<std::string>;
  EXPECT_FALSE(BioLabels::make(Labels{"B-Person", "I-Person"})) << "no O";
  EXPECT_FALSE(BioLabels::make(Labels{"O", "S-Person"}));
  EXPECT_FALSE(BioLabels::make(Labels{"O", "B-"}));
  EXPECT_FALSE(BioLabels::make(Labels{"O", "O"}));
  EXPECT_FALSE(BioLabels::make(Labels{"O", "B-Person", "B-Person"}));
}

TEST(BestBio, IsTheBestOfAllAllowedRows) {
  const auto labels = BioLabels::make(kLabels);
  int repaired = 0;
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const Scores scores = random_scores(5, kLabels.size(), seed);
    float best = -1;
    float best_of_any = -1;
    for_all_paths(5, kLabels.size(), [&](const std::vector<std::uint16_t>& path) {
      best_of_any = std::max(best_of_any, sum_of(scores, path));
      if (allowed(*labels, path)) best = std::max(best, sum_of(scores, path));
    });
    const auto path = best_bio_of(*labels, scores);
    EXPECT_TRUE(allowed(*labels, path));
    EXPECT_FLOAT_EQ(sum_of(scores, path), best);
    repaired += best < best_of_any ? 1 : 0;
  }
  EXPECT_GT(repaired, 10) << "the constraint must have been at work";
}

TEST(BestBio, StaysAllowedWithoutAnyNumber) {
  const auto labels = BioLabels::make(kLabels);
  const float nan = std::numeric_limits<float>::quiet_NaN();
  std::vector<float> second(5, nan);
  second[4] = 1;
  const auto path =
      best_bio_of(*labels, Scores({std::vector<float>(5, nan), second, std::vector<float>(5, nan)}));
  ASSERT_EQ(path.size(), 3U);
  EXPECT_TRUE(allowed(*labels, path));
}

TEST(BestBio, OfNoWordsIsEmpty) {
  const auto labels = BioLabels::make(kLabels);
  EXPECT_TRUE(best_bio_of(*labels, Scores({})).empty());
}

TEST(BestChain, IsTheBestOfAllRowsWithTransitions) {
  constexpr std::size_t kCount = 4;
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    const Scores scores = random_scores(5, kCount, seed);
    const Scores transition = random_scores(kCount + 2, kCount, seed + 1000);
    std::vector<float> flat;
    for (std::size_t from = 0; from < kCount; ++from) {
      flat.insert(flat.end(), transition.rows[from].begin(), transition.rows[from].end());
    }
    const auto total = [&](const std::vector<std::uint16_t>& path) {
      float sum = sum_of(scores, path) + transition.rows[kCount][path.front()] +
                  transition.rows[kCount + 1][path.back()];
      for (std::size_t w = 1; w < path.size(); ++w) sum += transition.rows[path[w - 1]][path[w]];
      return sum;
    };
    float best = -1;
    for_all_paths(5, kCount,
                  [&](const std::vector<std::uint16_t>& path) { best = std::max(best, total(path)); });

    ViterbiScratch scratch;
    std::vector<std::uint16_t> path;
    const Chain chain{kCount, flat.data(), transition.rows[kCount].data(),
                      transition.rows[kCount + 1].data()};
    best_chain(chain, scores.pointers, scratch, path);
    EXPECT_NEAR(total(path), best, 1e-4);
  }
}

std::vector<BioSpan> spans(const std::vector<std::uint16_t>& path) {
  std::vector<BioSpan> found;
  spans_of(*BioLabels::make(kLabels), path, found);
  return found;
}

TEST(SpansOf, ReadsTouchingSpansApart) {
  EXPECT_EQ(spans({1, 2, 1, 3, 4, 0, 3}),
            (std::vector<BioSpan>{{{0, 2}, 0}, {{2, 3}, 0}, {{3, 5}, 1}, {{6, 7}, 1}}));
}

TEST(SpansOf, BeginsASpanWhereAContinuationHasNothingToContinue) {
  EXPECT_EQ(spans({2, 2, 4, 0, 2}), (std::vector<BioSpan>{{{0, 2}, 0}, {{2, 3}, 1}, {{4, 5}, 0}}));
}

TEST(SpansOf, FindsNothingOutside) { EXPECT_TRUE(spans({0, 0, 0}).empty()); }

}  // namespace
}  // namespace onrecord::tag
