#include "eval/factuality.h"

#include <gtest/gtest.h>

namespace onrecord::eval {
namespace {

TEST(JudgedSentences, AreReadWithTheirWords) {
  const auto read = parse_judged(R"({"text": "She left .", "targets": [{"span1": [1, 2], "label": 2.5}]})"
                                 "\n\n"
                                 R"({"text": "Nothing here .", "targets": []})",
                                 "made up");
  ASSERT_TRUE(read);
  ASSERT_EQ(read->size(), 1U);
  EXPECT_EQ(read->front().words[1], "left");
  EXPECT_EQ(read->front().judgements[0].word, 1U);
  EXPECT_DOUBLE_EQ(read->front().judgements[0].fact, 2.5);
}

TEST(JudgedSentences, AreRefusedWhereAWordIsNotThere) {
  EXPECT_FALSE(
      parse_judged(R"({"text": "She left", "targets": [{"span1": [2, 3], "label": 1}]})", "made up"));
  EXPECT_FALSE(parse_judged(R"({"text": "She left", "targets": [{"span1": ["x"], "label": 1}]})", "made up"));
  EXPECT_FALSE(parse_judged("She left", "made up"));
  EXPECT_FALSE(parse_judged("", "made up"));
}

TEST(FactScore, IsTheErrorAndTheCorrelation) {
  FactScore score;
  score.add(3, 2);
  score.add(-3, -1);
  score.add(0, 1);
  EXPECT_NEAR(score.error(), 4.0 / 3, 1e-9);
  EXPECT_NEAR(score.correlation(), 0.98198, 1e-4);
}

TEST(FactScore, IsNoughtWhereNothingVaries) {
  FactScore score;
  EXPECT_DOUBLE_EQ(score.error(), 0);
  score.add(3, 1);
  score.add(2, 1);
  EXPECT_DOUBLE_EQ(score.correlation(), 0);
}

}  // namespace
}  // namespace onrecord::eval
