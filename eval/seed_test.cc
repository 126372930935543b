#include "eval/seed.h"

#include <gtest/gtest.h>

#include <string>

#include "eval/test_reading.h"

namespace onrecord::eval {
namespace {

TEST(MatchSpeaker, ATitleOrAnAppositionKeepsTheHead) {
  EXPECT_EQ(match_speaker("Ana Ruiz", "Ana Ruiz"), SpeakerMatch::same);
  EXPECT_EQ(match_speaker("A union leader", "a union leader"), SpeakerMatch::same);
  EXPECT_EQ(match_speaker("Ana Ruiz", "President Ana Ruiz"), SpeakerMatch::extended);
  EXPECT_EQ(match_speaker("Ana Ruiz", "Ana Ruiz, the head of the union"), SpeakerMatch::extended);
  EXPECT_EQ(match_speaker("Ana Ruiz's office", "Ana Ruiz\u2019s office"), SpeakerMatch::same);
}

TEST(MatchSpeaker, AnotherHeadIsAnotherSpeaker) {
  EXPECT_EQ(match_speaker("Ana Ruiz", "a spokesman for Ana Ruiz"), SpeakerMatch::none);
  EXPECT_EQ(match_speaker("Ana Ruiz", "Ana Ruiz's lawyer"), SpeakerMatch::none);
  EXPECT_EQ(match_speaker("Ana Ruiz", "Ana Ruiz and her brother"), SpeakerMatch::none);
  EXPECT_EQ(match_speaker("Ana Ruiz", "Joana Ruiz"), SpeakerMatch::none);
  EXPECT_EQ(match_speaker("Ana Ruiz", "Ruiz"), SpeakerMatch::none);
  EXPECT_EQ(match_speaker("he", "the mayor"), SpeakerMatch::none);
}

TEST(MatchSpeaker, TheStrictRuleBoundsTheLength) {
  EXPECT_TRUE(strictly_as_long("Ana Ruiz", "Mrs Ana Ruiz"));
  EXPECT_FALSE(strictly_as_long("Ana Ruiz", "President Ana Ruiz"));
}

TEST(Normalised, MakesQuotesDashesAndSpacesPlain) {
  EXPECT_EQ(normalised(" \u201CIt\u2019s  over\u201D \u2014\n he "), "\"It's over\" - he");
}

const std::string kText =
    "\"The mill will close,\" said Ana Ruiz, the owner. She hopes that it can be sold. "
    "Workers said the roof leaks.";
const std::string kExpected = R"({"statements": [
  {"id": "A", "speaker": "Ana Ruiz", "cue": "said", "says": ["The mill will close"], "direct": true},
  {"id": "B", "speaker": "Ana Ruiz", "mention": "She", "cue": "hopes", "says": ["it can be sold"], "direct": false},
  {"id": "C", "speaker": "Workers", "cue": "said", "says": ["the roof leaks"], "in_heading": false}]})";

class SeedTest : public testing::Test {
 protected:
  Statement statement(const std::string& speaker, Span cue, const std::string& content, Form form) const {
    Statement made;
    made.speaker = span_in(kText, speaker);
    made.cue = cue;
    made.contents = {span_in(kText, content)};
    made.form = form;
    return made;
  }

  std::vector<SeedRow> rows() const {
    const auto expected = parse_expected(kExpected, "made up");
    EXPECT_TRUE(expected);
    return score_seed(reading, expected->statements);
  }

  int right() const {
    int count = 0;
    for (const SeedRow& row : rows()) count += row.right() ? 1 : 0;
    return count;
  }

  void SetUp() override {
    const Span late_said = {static_cast<std::uint32_t>(kText.rfind("said")),
                            static_cast<std::uint32_t>(kText.rfind("said") + 4)};
    reading.statements = {
        statement("Ana Ruiz, the owner", span_in(kText, "said"), "\"The mill will close,\"", Form::direct),
        statement("She", span_in(kText, "hopes"), "that it can be sold", Form::indirect),
        statement("Workers", late_said, "the roof leaks", Form::indirect)};
  }

  Reading reading = spaced_reading(kText);
};

TEST_F(SeedTest, APerfectRecordIsRight) {
  EXPECT_EQ(right(), 3);
  EXPECT_EQ(rows()[0].speaker, SpeakerMatch::extended);
  EXPECT_FALSE(rows()[0].right_strictly());
  EXPECT_TRUE(rows()[1].right_strictly());
}

TEST_F(SeedTest, TheMentionIsWhatIsWantedNotThePerson) {
  reading.statements[1].speaker = span_in(kText, "Ana Ruiz");
  EXPECT_EQ(right(), 2);
}

TEST_F(SeedTest, AnUnknownSpeakerIsNotRight) {
  reading.statements[2].speaker.reset();
  EXPECT_EQ(right(), 2);
}

TEST_F(SeedTest, AContentCutShortIsNotRight) {
  reading.statements[0].contents = {span_in(kText, "The mill will")};
  EXPECT_EQ(right(), 2);
  EXPECT_FALSE(rows()[0].content);
}

TEST_F(SeedTest, AContentThatSwallowsItsNeighbourIsNotRight) {
  reading.statements[1].contents = {
      {span_in(kText, "that it").begin, static_cast<std::uint32_t>(kText.size() - 1)}};
  EXPECT_FALSE(rows()[1].content);
}

TEST_F(SeedTest, AWrongCueOrFormIsNotRight) {
  reading.statements[1].cue = span_in(kText, "said");
  reading.statements[0].form = Form::mixed;
  EXPECT_EQ(right(), 1);
  EXPECT_FALSE(rows()[1].cue);
  EXPECT_FALSE(rows()[0].form);
}

TEST_F(SeedTest, NotDirectMeansIndirectOrMixed) {
  reading.statements[1].form = Form::mixed;
  EXPECT_EQ(right(), 3);
  reading.statements[1].form = Form::direct;
  EXPECT_EQ(right(), 2);
}

TEST_F(SeedTest, AContinuationCountsAsDirect) {
  reading.statements[0].form = Form::continuation;
  EXPECT_EQ(right(), 3);
}

TEST_F(SeedTest, OneStatementServesOneExpectation) {
  reading.statements = {reading.statements[0]};
  reading.statements[0].contents = {{0, static_cast<std::uint32_t>(kText.size())}};
  int used = 0;
  for (const SeedRow& row : rows()) used += row.statement >= 0 ? 1 : 0;
  EXPECT_EQ(used, 1);
}

TEST_F(SeedTest, AContentInPartsIsReadAsOne) {
  const std::uint32_t middle = span_in(kText, "will").begin;
  const std::uint32_t end = span_in(kText, "close,").end;
  reading.statements[0].contents = {{1, middle - 1}, {middle, end}};
  EXPECT_EQ(right(), 3);
}

ExpectedStatement only(const std::string& field) {
  const auto record = parse_expected(
      R"({"statements": [{"id": "A", "speaker": "Ana Ruiz", "says": ["x"], )" + field + "}]}", "made up");
  EXPECT_TRUE(record) << field;
  return record ? record->statements.front() : ExpectedStatement();
}

// A statement of Ana Ruiz, whom the report calls so once, with a stance and circumstances of its own.
class SeedFieldsTest : public SeedTest {
 protected:
  void SetUp() override {
    SeedTest::SetUp();
    reading.entities.mentions = {{.span = span_in(kText, "Ana Ruiz"), .entity = 0},
                                 {.span = span_in(kText, "Workers"), .entity = 1}};
    reading.entities.entities = {{.clearest = 0, .mentions = {0}}, {.clearest = 1, .mentions = {1}}};
    ours.speakers = {0};
    ours.contents = {span_in(kText, "the roof leaks")};
  }
  SeedFields fields(const std::string& field) const { return fields_of(reading, ours, only(field)); }

  Statement ours;
};

TEST_F(SeedFieldsTest, WhatIsNotAskedIsRight) { EXPECT_TRUE(fields("\"not\": \"the baker\"").all()); }

TEST_F(SeedFieldsTest, ThePersonIsWhomTheEntityIsCalled) {
  ours.speakers = {1};
  EXPECT_FALSE(fields("\"cue\": \"said\"").person);
  ours.on_behalf_of = span_in(kText, "Ana Ruiz");
  EXPECT_TRUE(fields("\"of\": \"Ana Ruiz\"").person) << "whom the speaker speaks for";
  EXPECT_FALSE(fields("\"of\": \"Workers\"").person);
}

TEST_F(SeedFieldsTest, AnyOfTheActsWillDo) {
  ours.stance.act.value = Act::deny;
  EXPECT_TRUE(fields("\"act\": \"reject or declare\"").act);
  EXPECT_FALSE(fields("\"act\": \"demand\"").act);
  ours.stance.act.value = Act::unknown;
  EXPECT_FALSE(fields("\"act\": \"say\"").act);
}

TEST_F(SeedFieldsTest, ModalityIsCertaintyOrMoodAndWhatItHangsOn) {
  ours.stance.certainty.value = Certainty::possible;
  ours.stance.modality.value = Modality::plan;
  EXPECT_TRUE(fields("\"modality\": \"possible\"").modality);
  EXPECT_TRUE(fields("\"modality\": \"willing, under the condition of the roof\"").modality);
  EXPECT_FALSE(fields("\"modality\": \"willing, under the condition of a deal\"").modality);
  EXPECT_FALSE(fields("\"modality\": \"obliged\"").modality);
}

TEST_F(SeedFieldsTest, PolarityAndCircumstancesAreThoseWritten) {
  ours.stance.polarity.value = Polarity::negative;
  ours.channel = span_in(kText, "The mill");
  EXPECT_TRUE(fields("\"polarity\": \"negative\"").polarity);
  EXPECT_FALSE(fields("\"polarity\": \"positive\"").polarity);
  EXPECT_TRUE(fields("\"channel\": \"The mill\"").channel);
  EXPECT_FALSE(fields("\"addressee\": \"Workers\"").addressee);
  EXPECT_FALSE(fields("\"language\": \"Finnish\"").language);
}

TEST_F(SeedFieldsTest, ADayIsTheRightOneByItsWeekday) {
  const std::string text = "It rained on Sunday. On Monday it did not.";
  reading = spaced_reading(text);
  ours = {};
  ours.when = span_in(text, "on Sunday.");
  EXPECT_TRUE(fields("\"time\": \"2022-03-27\"").said_on);
  EXPECT_FALSE(fields("\"time\": \"2022-03-26\"").said_on);
  EXPECT_FALSE(fields("\"time\": \"some day\"").said_on);
  ours.when.reset();
  EXPECT_FALSE(fields("\"time\": \"2022-03-27\"").said_on);
}

TEST_F(SeedFieldsTest, AWordOfTheContentStandsForWhomItShould) {
  reading.entities.mentions.push_back({.span = span_in(kText, "the roof"), .entity = 1});
  EXPECT_TRUE(fields("\"roof_is\": \"Workers\"").referents);
  EXPECT_FALSE(fields("\"roof_is\": \"Ana Ruiz\"").referents);
}

TEST_F(SeedFieldsTest, ANameIsRightWithItsCueAndItsUser) {
  const std::vector<ExpectedNaming> expected = {{"Ana Ruiz", "hopes", "the mill"}};
  Naming naming{.name = span_in(kText, "The mill"), .cue = span_in(kText, "hopes"), .namers = {0}};
  naming.name.begin += 4;
  EXPECT_EQ(score_names_given(reading, expected), std::vector<int>{-1});
  reading.namings = {naming};
  EXPECT_EQ(score_names_given(reading, expected), std::vector<int>{0}) << "an article is free";
  reading.namings[0].namers = {1};
  EXPECT_EQ(score_names_given(reading, expected), std::vector<int>{-1});
  reading.namings[0].namers = {0};
  reading.namings[0].cue = span_in(kText, "said");
  EXPECT_EQ(score_names_given(reading, expected), std::vector<int>{-1});
}

TEST(ParseExpected, RefusesWhatNobodyMeasures) {
  for (const char* field : {"\"mood\": \"glad\"", "\"act\": \"sing\"", "\"modality\": \"blue\""}) {
    EXPECT_FALSE(
        parse_expected(R"({"statements": [{"id": "A", "says": ["x"], )" + std::string(field) + "}]}", "x"))
        << field;
  }
}

TEST(ParseExpected, RefusesWhatIsNoRecord) {
  EXPECT_FALSE(parse_expected("[]", "x"));
  EXPECT_FALSE(parse_expected("{\"statements\": [{\"id\": \"A\"}]}", "x"));
  EXPECT_FALSE(parse_expected("{", "x"));
}

}  // namespace
}  // namespace onrecord::eval
