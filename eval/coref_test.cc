#include "eval/coref.h"

#include <gtest/gtest.h>

#include "eval/test_reading.h"

namespace onrecord::eval {
namespace {

const char* const kTwoSentences =
    "# newdoc id = made_up\n"
    "1\tRuiz\tRuiz\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-person-new)\n"
    "2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_\n"
    "3\ther\ther\tPRON\tPRP$\t_\t4\tnmod:poss\t_\tEntity=(2-place-new(1-person-giv)\n"
    "4\ttown\ttown\tNOUN\tNN\t_\t2\tobj\t_\tEntity=2)\n"
    "\n"
    "1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv)\n"
    "2\tslept\tsleep\tVERB\tVBD\t_\t0\troot\t_\t_\n"
    "\n";

CorefDocument gold() {
  auto documents = parse_coref(kTwoSentences, "made up");
  return documents && !documents->empty() ? documents->front() : CorefDocument{};
}

TEST(Coref, ReadsMentionsThatNestAndThatGoOn) {
  const CorefDocument read = gold();
  ASSERT_EQ(read.mentions.size(), 4U);
  EXPECT_EQ(read.mentions[1].first, 2U);
  EXPECT_EQ(read.mentions[1].end, 4U);
  EXPECT_EQ(read.mentions[1].head, 3U);
  EXPECT_EQ(read.mentions[2].pronoun, "her");
  EXPECT_EQ(read.mentions[0].entity, read.mentions[3].entity);
  EXPECT_NE(read.mentions[0].entity, read.mentions[1].entity);
}

TEST(Coref, RefusesLinesThatAreNoTreebank) { EXPECT_FALSE(parse_coref("1\tonly\tthree\n", "made up")); }

TEST(Coref, GivesTheGoldItselfFullMarks) {
  for (const bool singletons : {false, true}) {
    EXPECT_DOUBLE_EQ(score_coref(gold(), gold(), false, singletons).conll(), 100);
  }
}

TEST(Coref, CountsALostLinkAsEachMeasureHasIt) {
  CorefDocument system = gold();
  system.mentions[3].entity = 7;  // "She" by herself.
  const CorefScore score = score_coref(gold(), system, false, false);
  EXPECT_DOUBLE_EQ(score.muc.recall.percent(), 50);
  EXPECT_DOUBLE_EQ(score.muc.precision.percent(), 100);
  EXPECT_NEAR(score.b_cubed.recall.percent(), 100 * (4.0 / 3) / 3, 1e-9);
  EXPECT_NEAR(score.ceaf_e.f1(), 80, 1e-9);
}

TEST(Coref, MatchesHeadsOnlyWhenAsked) {
  CorefDocument system = gold();
  system.mentions[1].first = 3;  // "town" for "her town".
  EXPECT_LT(score_coref(gold(), system, false, true).mentions.f1(), 100);
  EXPECT_DOUBLE_EQ(score_coref(gold(), system, true, true).mentions.f1(), 100);
}

TEST(Coref, HoldsAPronounRightOnlyWithItsNearestAntecedent) {
  CorefDocument system = gold();
  EXPECT_EQ(score_pronouns(gold(), system).right, 2U);
  system.mentions[3].entity = system.mentions[1].entity;
  const PronounScore score = score_pronouns(gold(), system);
  EXPECT_EQ(score.all, 2U);
  EXPECT_EQ(score.right, 1U);
  EXPECT_EQ(score.resolved, 2U);
}

TEST(Coref, AnswersGapByTheEntityOfThePronoun) {
  const auto cases = parse_gap(
      "ID\tText\tPronoun\tAt\tA\tAt\tMeant\tB\tAt\tMeant\tURL\n"
      "x-1\tAna told Eva that she won\tshe\t18\tAna\t0\tTRUE\tEva\t9\tFALSE\tnone\n",
      "made up");
  ASSERT_TRUE(cases);
  ASSERT_EQ(cases->size(), 1U);
  Reading reading = spaced_reading(cases->front().text);
  reading.entities.mentions = {{span_in(cases->front().text, "Ana"), 0, MentionKind::name, 0, 1},
                               {span_in(cases->front().text, "Eva"), 2, MentionKind::name, 1, 1},
                               {span_in(cases->front().text, "she"), 4, MentionKind::pronoun, 0, 1}};
  const GapAnswer answer = answer_gap(cases->front(), reading);
  EXPECT_TRUE(answer.a);
  EXPECT_FALSE(answer.b);
}

}  // namespace
}  // namespace onrecord::eval
