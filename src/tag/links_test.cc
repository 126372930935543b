#include "tag/links.h"

#include <gtest/gtest.h>

namespace onrecord::tag {
namespace {

// One row a span, one column a cue.
LinkScores scores(std::size_t cues, std::vector<float> values) {
  const std::size_t spans = cues == 0 ? 0 : values.size() / cues;
  return {std::move(values), spans, cues};
}

TEST(Link, GivesEveryContentToItsBestCue) {
  const auto links = link(scores(2, {}), scores(2, {3, 1, 0, 2, 5, 4}));
  EXPECT_EQ(links, (std::vector<Link>{{0, std::nullopt, {0, 2}}, {1, std::nullopt, {1}}}));
}

TEST(Link, LeavesAContentAloneWhoseScoresAreAllBelowZero) {
  const auto links = link(scores(1, {4}), scores(1, {-0.1F}));
  EXPECT_EQ(links, (std::vector<Link>{{std::nullopt, std::nullopt, {0}}}));
}

TEST(Link, LeavesContentsAloneWhenThereIsNoCue) {
  const auto links = link({{}, 1, 0}, {{}, 2, 0});
  EXPECT_EQ(links, (std::vector<Link>{{std::nullopt, std::nullopt, {0}}, {std::nullopt, std::nullopt, {1}}}));
}

TEST(Link, DropsACueWithoutContents) {
  const auto links = link(scores(2, {5, 0}), scores(2, {-1, 2}));
  ASSERT_EQ(links.size(), 1U);
  EXPECT_EQ(links[0].cue, 1U);
}

TEST(Link, KeepsTheBetterOfTwoSourcesThatWantOneCue) {
  const auto links = link(scores(1, {1, 2}), scores(1, {1}));
  EXPECT_EQ(links, (std::vector<Link>{{0, 1, {0}}}));
}

TEST(Link, TakesNoSourceThatScoresBelowZero) {
  const auto links = link(scores(1, {-1}), scores(1, {1}));
  EXPECT_EQ(links, (std::vector<Link>{{0, std::nullopt, {0}}}));
}

TEST(Link, LetsOneSourceAnswerForASecondCueThatItSuitsAboutAsWell) {
  const auto links = link(scores(2, {5, 4.5F}), scores(2, {3, 0, 0, 3}));
  EXPECT_EQ(links, (std::vector<Link>{{0, 0, {0}}, {1, 0, {1}}}));
}

TEST(Link, LeavesASecondCueWithoutASourceThatSuitsTheFirstFarBetter) {
  const auto links = link(scores(2, {5, 2.5F}), scores(2, {3, 0, 0, 3}));
  EXPECT_EQ(links, (std::vector<Link>{{0, 0, {0}}, {1, std::nullopt, {1}}}));
}

TEST(Link, PrefersASourceThatChoseTheCueToABetterOneThatChoseAnother) {
  // Source 0 scores 4.5 with cue 1 but chose cue 0; source 1 scores 2 with it and chose it.
  const auto links = link(scores(2, {5, 4.5F, 1, 2}), scores(2, {3, 0, 0, 3}));
  EXPECT_EQ(links, (std::vector<Link>{{0, 0, {0}}, {1, 1, {1}}}));
}

TEST(LinkBucket, CountsTheWordsBetween) {
  const TokenRange cue{100, 102};
  const std::size_t between[] = {0, 1, 2, 3, 4, 5, 8, 9, 16, 17, 32, 33, 90};
  const std::size_t bucket[] = {0, 1, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7};
  for (std::size_t i = 0; i < std::size(between); ++i) {
    const auto words = static_cast<std::uint32_t>(between[i]);
    EXPECT_EQ(link_bucket({99 - words, 100 - words}, cue), bucket[i]) << words << " before";
    EXPECT_EQ(link_bucket({102 + words, 110 + words}, cue), bucket[i] + 8) << words << " after";
  }
}

TEST(LinkBucket, KnowsWhatHoldsTheCue) {
  EXPECT_EQ(link_bucket({0, 20}, {5, 6}), 16U);
  EXPECT_EQ(link_bucket({5, 7}, {6, 9}), 16U);
}

}  // namespace
}  // namespace onrecord::tag
