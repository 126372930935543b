#include "eval/polnear.h"

#include <gtest/gtest.h>

#include <string>

#include "eval/test_reading.h"

namespace onrecord::eval {
namespace {

// Two attributions by one source, the first with its content in two parts. The é makes characters and bytes
// differ.
const std::string kText =
    "René said the mill , which he owns , would close .\n"
    "He denied that it leaks .";

class PolnearTest : public testing::Test {
 protected:
  // brat lines over kText; offsets count characters, so those after the é are one less than the bytes.
  static std::string brat(const std::string& extra = "") {
    return "T1\tSource 0 4\tRené\n"
           "T2\tCue 5 9\tsaid\n"
           "T3\tContent 10 18;37 48\tthe mill would close\n"
           "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n"
           "T4\tSource 51 53\tHe\n"
           "T5\tCue 54 60\tdenied\n"
           "T6\tContent 61 74\tthat it leaks\n"
           "E2\tAttribution:T5 Source:T4 Cue:T5 Content:T6\n" +
           extra;
  }

  WordGold gold(const std::string& extra = "") const {
    const auto annotation = parse_brat(brat(extra), "made up");
    EXPECT_TRUE(annotation);
    return to_words(*annotation, reading.document, kText);
  }

  Reading reading = spaced_reading(kText);
  std::vector<WordAttribution> perfect = gold().attributions;
};

TEST_F(PolnearTest, MapsCharactersToWords) {
  ASSERT_EQ(perfect.size(), 2U);
  EXPECT_EQ(perfect[0].source, (std::vector<TokenRange>{{0, 1}}));
  EXPECT_EQ(perfect[0].cue, (std::vector<TokenRange>{{1, 2}}));
  EXPECT_EQ(perfect[0].contents, (std::vector<TokenRange>{{2, 4}, {9, 11}}));
  EXPECT_EQ(perfect[1].contents, (std::vector<TokenRange>{{14, 17}}));
}

TEST_F(PolnearTest, APerfectReadingHasAHundredEverywhere) {
  for (const Figure& figure : figures_of(score_attributions(gold(), perfect), "x")) {
    EXPECT_DOUBLE_EQ(figure.value, 100.0) << figure.name;
  }
}

TEST_F(PolnearTest, EachPartOfASplitContentCounts) {
  const PolnearScore score = score_attributions(gold(), perfect);
  EXPECT_EQ(score.content.gold, 3U);
  EXPECT_EQ(score.linked.gold, 2U);
}

TEST_F(PolnearTest, ALostPartOfTheContentLeavesTheOtherPartRightButNotTheWhole) {
  perfect[0].contents.pop_back();

  const PolnearScore score = score_attributions(gold(), perfect);

  EXPECT_EQ(score.content.right, 2U);
  EXPECT_EQ(score.linked.right, 1U);
  EXPECT_EQ(score.content_of_cue.right, 1U);
  EXPECT_EQ(score.source_of_cue.right, 2U);
  EXPECT_EQ(score.overlap.right, 2U);
  EXPECT_EQ(score.content_words.right, 5U);
  EXPECT_EQ(score.content_words.gold, 7U);
}

TEST_F(PolnearTest, SwappedSourcesAreRightUnlinkedAndWrongLinked) {
  std::swap(perfect[0].source, perfect[1].source);

  const PolnearScore score = score_attributions(gold(), perfect);

  EXPECT_DOUBLE_EQ(score.source.f1(), 100.0);
  EXPECT_DOUBLE_EQ(score.linked.f1(), 0.0);
  EXPECT_DOUBLE_EQ(score.overlap.f1(), 0.0);
  EXPECT_DOUBLE_EQ(score.content_of_cue.f1(), 100.0);
}

TEST_F(PolnearTest, AnInventedSourceIsWrongWhereTheGoldHasNone) {
  const std::string bare =
      "T7\tCue 54 60\tdenied\nT8\tContent 61 74\tthat it leaks\nE9\tAttribution-no-source:T7 Cue:T7 "
      "Content:T8\n";
  const auto annotation = parse_brat(bare, "made up");
  ASSERT_TRUE(annotation);
  const WordGold sourceless = to_words(*annotation, reading.document, kText);

  EXPECT_EQ(score_attributions(sourceless, {perfect[1]}).linked.right, 0U);
  EXPECT_EQ(score_attributions(sourceless, {perfect[1]}).overlap.right, 0U);
  EXPECT_EQ(score_attributions(sourceless, sourceless.attributions).linked.right, 1U);
}

TEST_F(PolnearTest, OnePredictionServesOneGoldAttribution) {
  const WordGold twice =
      gold("T9\tCue 54 60\tdenied\nT10\tContent 61 65\tthat\nE3\tX:T9 Source:T4 Cue:T9 Content:T10\n");

  const PolnearScore score = score_attributions(twice, perfect);

  EXPECT_EQ(score.overlap.gold, 3U);
  EXPECT_EQ(score.overlap.right, 2U);
  EXPECT_EQ(score.cue.gold, 2U) << "the same words as a cue twice are one span";
}

TEST_F(PolnearTest, PartsThatTouchAreOne) {
  const auto annotation = parse_brat(
      "T1\tCue 5 9\tsaid\nT2\tContent 10 13;14 19\tthe mill,\nE1\tX:T1 Cue:T1 Content:T2\n", "made up");
  ASSERT_TRUE(annotation);

  EXPECT_EQ(to_words(*annotation, reading.document, kText).attributions[0].contents,
            (std::vector<TokenRange>{{2, 4}}));
}

TEST_F(PolnearTest, ASecondContentLinkBelongsToTheSameAttribution) {
  const auto annotation = parse_brat(
      "T1\tCue 5 9\tsaid\nT2\tContent 10 18\tthe mill\nT3\tContent 37 48\twould close\n"
      "E1\tX:T1 Cue:T1 Content:T2 Content2:T3\n",
      "made up");
  ASSERT_TRUE(annotation);
  ASSERT_EQ(annotation->size(), 1U);
  EXPECT_EQ((*annotation)[0].contents.size(), 2U);
}

TEST_F(PolnearTest, AGoldSpanWithoutWordsOfOursIsMissed) {
  const auto annotation =
      parse_brat("T1\tCue 9 10\t \nT2\tContent 10 18\tthe mill\nE1\tX:T1 Cue:T1 Content:T2\n", "x");
  ASSERT_TRUE(annotation);

  const PolnearScore score = score_attributions(to_words(*annotation, reading.document, kText), {});

  EXPECT_EQ(score.cue.gold, 1U);
  EXPECT_EQ(score.linked.gold, 1U);
}

TEST_F(PolnearTest, StatementsAreComparedByTheirSpans) {
  Statement statement;
  statement.contents = {span_in(kText, "the mill"), span_in(kText, "would close")};
  statement.speaker = span_in(kText, "René");
  statement.cue = span_in(kText, "said");
  reading.statements = {statement};

  const auto ours = attributions_of(reading.statements, reading.document);

  ASSERT_EQ(ours.size(), 1U);
  EXPECT_EQ(ours[0].cue, perfect[0].cue);
  EXPECT_EQ(ours[0].source, perfect[0].source);
  EXPECT_EQ(ours[0].contents[0], (TokenRange{2, 4}));
}

TEST_F(PolnearTest, AnArticleCountsOnceForEachCopyAndOnceForTheFirstAnnotator) {
  const auto first = parse_brat(brat(), "made up");
  ASSERT_TRUE(first);
  const PolnearArticle article{"mill", kText, {*first, Annotation{(*first)[1]}}};
  Engine engine;
  engine.report = [](std::string name, std::string bytes) { return plain_report(name, bytes); };
  engine.read = [&](Report) -> Result<Reading> {
    Reading copy = reading;
    Attribution found{{13, 14}, TokenRange{12, 13}, {{14, 17}}, 1};
    copy.tags.attributions = {found};
    return copy;
  };

  const PolnearScores scores = score_polnear(engine, {article}, 1);

  EXPECT_EQ(scores.tags.linked.gold, 3U);
  EXPECT_EQ(scores.tags.linked.system, 2U);
  EXPECT_EQ(scores.tags.linked.right, 2U);
  EXPECT_EQ(scores.first_tags.linked.gold, 2U);
  EXPECT_EQ(scores.first_tags.linked.right, 1U);
  EXPECT_EQ(scores.statements.linked.system, 0U);
}

TEST_F(PolnearTest, AnArticleThatIsRefusedIsMissedWhole) {
  const auto annotation = parse_brat(brat(), "made up");
  ASSERT_TRUE(annotation);
  Engine engine;
  engine.report = [](std::string name, std::string bytes) { return plain_report(name, bytes); };
  engine.read = [](Report) -> Result<Reading> { return fail({ErrorCode::empty_report, "nothing in it"}); };

  const PolnearScores scores = score_polnear(engine, {{"mill", kText, {*annotation}}}, 1);

  ASSERT_EQ(scores.unread.size(), 1U);
  EXPECT_EQ(scores.tags.content.gold, 3U);
  EXPECT_EQ(scores.tags.content.right, 0U);
}

TEST(ParseBrat, SaysWhichLineIsBroken) {
  const auto annotation = parse_brat("T1\tCue 5 9\tsaid\nT2\tCue 9\tx\n", "broken.ann");
  ASSERT_FALSE(annotation);
  EXPECT_EQ(annotation.error().place, "line 2");
}

}  // namespace
}  // namespace onrecord::eval
