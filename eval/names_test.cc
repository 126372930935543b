#include "eval/names.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace onrecord::eval {
namespace {

const std::string kLabelled =
    "# doc = one.tsv\n"
    "Ana\tB-Person\tO\n"
    "Ruiz\tI-Person\tB-Location\n"
    "left\tO\n"
    "\n"
    "Lake\tB-Location\n"
    "Tau\tI-Location\n"
    "#\tO\n"
    "\n"
    "# doc = two.tsv\n"
    "Tau\tB-Location\n";

TEST(Names, ReadsDocumentsSentencesAndTheFlatLabels) {
  const auto documents = parse_names(kLabelled, "made up");

  ASSERT_TRUE(documents);
  ASSERT_EQ(documents->size(), 2U);
  EXPECT_EQ((*documents)[0].id, "one.tsv");
  EXPECT_EQ((*documents)[0].words, (std::vector<std::string>{"Ana", "Ruiz", "left", "Lake", "Tau", "#"}));
  EXPECT_EQ((*documents)[0].labels[1], "I-Person");
  EXPECT_EQ((*documents)[0].sentences, (std::vector<std::size_t>{0, 3}));
}

TEST(Names, PassesOverTheNumbersOfUner) {
  const auto documents = parse_names(
      "# newdoc id = x\n# sent_id = 1\n# text = 7 Tau\n1\t7\tO\t-\t-\n2\tTau\tB-LOC\t-\t-\n", "made up");

  ASSERT_TRUE(documents);
  EXPECT_EQ((*documents)[0].words, (std::vector<std::string>{"7", "Tau"}));
  EXPECT_EQ((*documents)[0].labels, (std::vector<std::string>{"O", "B-LOC"}));
}

TEST(Names, RefusesAFileWithoutWords) { EXPECT_FALSE(parse_names("\n\n# doc = empty\n", "made up")); }

TEST(SpansOfBio, AStrayInsideBeginsASpan) {
  const SpanSet spans = spans_of_bio({"I-A", "I-B", "I-B", "O", "B-A", "B-A", "I-A"});

  EXPECT_EQ(spans, (SpanSet{{0, 1, "A"}, {1, 3, "B"}, {4, 5, "A"}, {5, 7, "A"}}));
}

TEST(SpanScore, WantsTheWordsAndTheLabel) {
  SpanScore score;
  score.add(SpanSet{{0, 2, "A"}, {3, 4, "B"}, {5, 6, "A"}}, SpanSet{{0, 2, "A"}, {3, 4, "A"}, {5, 7, "A"}});

  EXPECT_EQ(score.all.right, 1U);
  EXPECT_NEAR(score.all.f1(), 33.333, 0.001);
  EXPECT_EQ(score.by_label["B"].system, 0U);
  EXPECT_EQ(score.by_label["A"].system, 3U);
}

// Gives every document the same names.
Engine engine_naming(std::vector<Name> names, std::size_t* blocks = nullptr) {
  auto labels = std::make_shared<LabelSets>();
  labels->name = {"Person", "Location", "Money"};
  Engine engine;
  engine.read_words = [labels, names, blocks](Report report, Document document) {
    if (blocks != nullptr) *blocks = document.blocks().size();
    Reading reading{std::move(report), std::move(document), {}, {}};
    reading.tags.labels = labels;
    reading.tags.names = names;
    return reading;
  };
  return engine;
}

TEST(ScoreNames, AddsUpOverDocuments) {
  const auto documents = parse_names(kLabelled, "made up");
  ASSERT_TRUE(documents);
  const Engine engine = engine_naming({{{0, 2}, 0, 1}, {{3, 5}, 0, 1}});

  const SpanScore score = score_names(engine, *documents, {});

  EXPECT_EQ(score.all.gold, 3U);
  EXPECT_EQ(score.all.system, 4U);
  EXPECT_EQ(score.all.right, 1U);
}

TEST(ScoreNames, LeavesOutKindsThatTheGoldDoesNotKnow) {
  const auto documents = parse_names("Ana\tB-PER\n5\tO\nTau\tB-LOC\n", "made up");
  ASSERT_TRUE(documents);
  const Engine engine = engine_naming({{{0, 1}, 0, 1}, {{1, 2}, 2, 1}, {{2, 3}, 1, 1}});

  EXPECT_DOUBLE_EQ(score_names(engine, *documents, {false, uner_kind, 1}).all.f1(), 100.0);
}

TEST(ScoreNames, GivesADocumentAsOneBlockOrASentenceEach) {
  const auto documents = parse_names("Ana\tO\n\nTau\tO\n", "made up");
  ASSERT_TRUE(documents);
  std::size_t blocks = 0;
  const Engine engine = engine_naming({}, &blocks);

  score_names(engine, *documents, {false, {}, 1});
  EXPECT_EQ(blocks, 1U);
  score_names(engine, *documents, {true, {}, 1});
  EXPECT_EQ(blocks, 2U);
}

TEST(CompareNames, RefusesOtherWords) {
  const auto gold = parse_names("Ana\tB-PER\n", "made up");
  const auto other = parse_names("Anna\tB-PER\n", "made up");
  ASSERT_TRUE(gold && other);

  EXPECT_DOUBLE_EQ(compare_names(*gold, *gold)->all.f1(), 100.0);
  EXPECT_FALSE(compare_names(*gold, *other));
}

}  // namespace
}  // namespace onrecord::eval
