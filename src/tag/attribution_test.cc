// What becomes of parts and links, on numbers made by hand.

#include "tag/attribution.h"

#include <gtest/gtest.h>

#include <vector>

namespace onrecord::tag {
namespace {

TEST(Assemble, PutsTogetherWhatIsLinked) {
  // Content 0 and 1 round a cue with its source; content 2 alone.
  const Parts parts{{{{4, 5}, 0.5F}}, {{{5, 6}, 0.9F}}, {{{0, 3}, 0.8F}, {{7, 9}, 0.6F}, {{12, 14}, 0.4F}}};
  const std::vector<Link> links = {{0, 0, {0, 1}}, {std::nullopt, std::nullopt, {2}}};
  std::vector<Attribution> attributions;
  assemble(parts, links, 100, attributions);

  ASSERT_EQ(attributions.size(), 2U);
  EXPECT_EQ(attributions[0].cue, (TokenRange{105, 106}));
  EXPECT_EQ(attributions[0].source, (TokenRange{104, 105}));
  EXPECT_EQ(attributions[0].contents, (std::vector<TokenRange>{{100, 103}, {107, 109}}));
  EXPECT_FLOAT_EQ(attributions[0].score, (0.5F + 0.9F + 0.8F + 0.6F) / 4);
  EXPECT_TRUE(attributions[1].cue.empty());
  EXPECT_EQ(attributions[1].cue.first, 112U) << "an empty cue stands where its content begins";
  EXPECT_FALSE(attributions[1].source);
  EXPECT_FLOAT_EQ(attributions[1].score, 0.4F);
}

TEST(Assemble, KeepsTheOrderOfFirstWords) {
  const Parts parts{{}, {{{5, 6}, 1.0F}}, {{{0, 2}, 1.0F}, {{7, 9}, 1.0F}}};
  const std::vector<Link> links = {{0, std::nullopt, {1}}, {std::nullopt, std::nullopt, {0}}};
  std::vector<Attribution> attributions = {{{50, 51}, std::nullopt, {{51, 52}}, 1.0F}};
  assemble(parts, links, 0, attributions);
  ASSERT_EQ(attributions.size(), 3U);
  EXPECT_EQ(attributions[0].cue.first, 50U) << "what was there before stays";
  EXPECT_EQ(attributions[1].contents[0].first, 0U);
  EXPECT_EQ(attributions[2].cue.first, 5U);
}

// Heads with attributions only: columns 0–6 the labels, then one column for each part of a link.
class WithHeads : public testing::Test {
 protected:
  WithHeads() : distance_(34, 0.0F) {
    heads_.parts = *BioLabels::make(
        std::vector<std::string>{"O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"});
    heads_.source = 0;
    heads_.cue = 1;
    heads_.content = 2;
    heads_.attribution = {0, 7};
    heads_.link_first = {7, 8};
    heads_.link_last = {8, 9};
    heads_.link_cue = {9, 10};
    heads_.link_distance = {distance_.data(), 34, 1};
    heads_.link_weight = weight_;
    heads_.link_bias = -1;
    heads_.chain = {7, zeros_.data(), zeros_.data(), zeros_.data()};
  }

  // A word that is surely `label`, and what it brings to a link.
  void add_word(std::size_t label, float first = 0, float last = 0, float announces = 0) {
    std::vector<float> row(10, 0.0F);
    row[label] = 9;
    row[7] = first;
    row[8] = last;
    row[9] = announces;
    values_.push_back(std::move(row));
  }
  std::vector<Attribution> find() {
    rows_.clear();
    for (const auto& row : values_) rows_.push_back(row.data());
    std::vector<Attribution> attributions;
    find_attributions(heads_, {0, rows_}, scratch_, attributions);
    return attributions;
  }

  Heads heads_;
  HeadScratch scratch_;
  std::vector<float> distance_;
  std::vector<float> weight_ = {2.0F};
  std::vector<float> zeros_ = std::vector<float>(49, 0.0F);
  std::vector<std::vector<float>> values_;
  std::vector<const float*> rows_;
};

constexpr std::size_t kOut = 0, kSource = 1, kInSource = 2, kCue = 3, kContent = 5, kInContent = 6;

TEST_F(WithHeads, ALinkIsTheSumOfItsPartsThroughOneLayer) {
  add_word(kContent, 0.25F, 99.0F);   // first
  add_word(kInContent, 99.0F, 0.5F);  // last
  add_word(kCue, 0, 0, 1.0F);
  rows_ = {values_[0].data(), values_[1].data(), values_[2].data()};
  distance_[17] = 0.125F;  // Contents, before, nothing between.
  const std::vector<Part> contents = {{{0, 2}, 1.0F}};
  const std::vector<Part> cues = {{{2, 3}, 1.0F}};
  EXPECT_FLOAT_EQ(score_links(heads_, {0, rows_}, LinkKind::content, contents, cues).at(0, 0),
                  2 * (0.25F + 0.5F + 1.0F + 0.125F) - 1);
  EXPECT_FLOAT_EQ(score_links(heads_, {0, rows_}, LinkKind::source, contents, cues).at(0, 0),
                  2 * (0.25F + 0.5F + 1.0F) - 1);
}

TEST_F(WithHeads, FindsWhoSaidWhat) {
  add_word(kSource, 1);
  add_word(kInSource);
  add_word(kCue, 0, 0, 1);
  add_word(kContent, 1);
  add_word(kInContent);
  const auto found = find();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].source, (TokenRange{0, 2}));
  EXPECT_EQ(found[0].cue, (TokenRange{2, 3}));
  EXPECT_EQ(found[0].contents, (std::vector<TokenRange>{{3, 5}}));
  EXPECT_GT(found[0].score, 0.99F);
}

TEST_F(WithHeads, FindsNothingWhereNothingIsSaid) {
  add_word(kSource, 1);
  add_word(kCue, 0, 0, 1);
  add_word(kOut);
  EXPECT_TRUE(find().empty()) << "a source and a cue are no attribution without a content";
}

TEST_F(WithHeads, LeavesOutALinkThatScoresBelowZero) {
  add_word(kSource, -5);
  add_word(kCue, 0, 0, 1);
  add_word(kContent, 1);
  const auto found = find();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_FALSE(found[0].source);
}

TEST_F(WithHeads, LetsTransitionsDecideBetweenLabels) {
  add_word(kContent, 1);
  add_word(kInContent);
  values_[1][kContent] = 9.5F;  // A little more for beginning anew, which the transition takes away.
  zeros_[kContent * 7 + kContent] = -2;
  const auto found = find();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].contents, (std::vector<TokenRange>{{0, 2}}));
}

}  // namespace
}  // namespace onrecord::tag
