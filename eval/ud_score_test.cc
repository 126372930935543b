#include "eval/ud_score.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "eval/test_reading.h"

namespace onrecord::eval {
namespace {

// Two sentences with a multiword token, a subtype and a function word.
const std::string kGold =
    "# newdoc id = mill\n"
    "# newpar\n"
    "1\tThe\tthe\tDET\tDT\tDefinite=Def|PronType=Art\t2\tdet\t_\t_\n"
    "2\tmiller\tmiller\tNOUN\tNN\tNumber=Sing\t4\tnsubj\t_\t_\n"
    "3-4\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "3\tca\tcan\tAUX\tMD\tVerbForm=Fin\t4\taux\t_\t_\n"
    "4\tn't\tnot\tPART\tRB\tPolarity=Neg\t0\troot\t_\t_\n"
    "5\tgrind\tgrind\tVERB\tVB\tVerbForm=Inf|Typo=No\t4\tadvcl:relcl\t_\tSpaceAfter=No\n"
    "6\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
    "\n"
    "1\tRain\train\tNOUN\tNN\tNumber=Sing\t2\tnsubj\t_\t_\n"
    "2\tfell\tfall\tVERB\tVBD\tTense=Past|VerbForm=Fin\t0\troot\t_\tSpaceAfter=No\n"
    "3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n"
    "\n";

TreeDocument gold_document() {
  auto documents = parse_conllu(kGold, "made up");
  EXPECT_TRUE(documents);
  return std::move((*documents)[0]);
}

class UdScoreTest : public testing::Test {
 protected:
  UdScore score() const { return score_ud(gold_ud(gold), system_ud(reading, text_of(gold).text)); }

  TreeDocument gold = gold_document();
  Reading reading = perfect_reading(gold);
};

TEST_F(UdScoreTest, APerfectReadingHasAHundredEverywhere) {
  for (const Figure& figure : figures_of(score(), "x")) EXPECT_DOUBLE_EQ(figure.value, 100.0) << figure.name;
}

TEST_F(UdScoreTest, CountsTokensWordsAndSentencesEachByItsOwn) {
  const UdScore perfect = score();
  EXPECT_EQ(perfect.tokens.gold, 8U);
  EXPECT_EQ(perfect.words.gold, 9U);
  EXPECT_EQ(perfect.sentences.gold, 2U);
  EXPECT_EQ(perfect.clas.gold, 5U) << "miller n't grind Rain fell: no function words, no punctuation";
}

TEST_F(UdScoreTest, AWrongHeadCostsTheArcButNotTheTags) {
  reading.tags.words[1].head = 4;

  const UdScore damaged = score();

  EXPECT_EQ(damaged.uas.right, 8U);
  EXPECT_EQ(damaged.las.right, 8U);
  EXPECT_EQ(damaged.upos.right, 9U);
  EXPECT_EQ(damaged.clas.right, 4U);
}

TEST_F(UdScoreTest, ASubtypeIsNotCompared) {
  auto labels = std::make_shared<LabelSets>(*reading.tags.labels);
  reading.tags.words[4].deprel = label_id(labels->deprel, "advcl");
  reading.tags.labels = labels;
  EXPECT_EQ(score().las.right, 9U);

  reading.tags.words[4].deprel = label_id(labels->deprel, "acl");
  EXPECT_EQ(score().las.right, 8U);
}

TEST_F(UdScoreTest, OnlyUniversalFeaturesAreCompared) {
  auto labels = std::make_shared<LabelSets>(*reading.tags.labels);
  reading.tags.labels = labels;
  reading.tags.words[4].feats = label_id(labels->feats, "VerbForm=Inf");
  EXPECT_EQ(score().ufeats.right, 9U) << "Typo is no universal feature";

  reading.tags.words[4].feats = label_id(labels->feats, "VerbForm=Fin");
  EXPECT_EQ(score().ufeats.right, 8U);
  EXPECT_EQ(score().all_tags.right, 8U);
}

TEST_F(UdScoreTest, AWrongFunctionWordCostsItsHeadInMlasOnly) {
  auto labels = std::make_shared<LabelSets>(*reading.tags.labels);
  reading.tags.labels = labels;
  reading.tags.words[0].upos = label_id(labels->upos, "PRON");

  EXPECT_EQ(score().clas.right, 5U);
  EXPECT_EQ(score().mlas.right, 4U) << "miller has lost its article";
  EXPECT_EQ(score().blex.right, 5U);
}

TEST_F(UdScoreTest, AJoinedSentenceIsTwoMissedAndOneWrong) {
  reading.tags.sentences = {{0, 9}};

  EXPECT_EQ(score().sentences.right, 0U);
  EXPECT_EQ(score().sentences.system, 1U);
  EXPECT_EQ(score().las.right, 9U) << "trees are compared over words, whatever the sentences";
}

TEST_F(UdScoreTest, ALostRootIsWrongEvenWhenItsHeadWouldBe) {
  reading.tags.words[7].head = 6;
  EXPECT_EQ(score().uas.right, 8U);
}

// The rest lays texts over each other by hand.
UdWord word(std::uint32_t begin, std::uint32_t end, const std::string& form, bool multiword = false) {
  return {{begin, end}, multiword, form, "_", "X", "X", "_", "dep", -1};
}

TEST(AlignWords, WordsOfDifferentCutsAreNotAligned) {
  const UdText gold{{word(0, 4, "well"), word(4, 5, "-"), word(5, 9, "made"), word(9, 10, ".")}, {}, {}};
  const UdText system{{word(0, 9, "well-made"), word(9, 10, ".")}, {}, {}};

  EXPECT_EQ(align_words(gold, system), (std::vector<std::int64_t>{-1, -1, -1, 1}));
}

TEST(AlignWords, InsideAMultiwordTokenTheFormsDecide) {
  const UdText gold{
      {word(0, 4, "We"), word(4, 9, "CAN", true), word(4, 9, "not", true), word(9, 10, ".")}, {}, {}};
  const UdText system{{word(0, 4, "We"), word(4, 7, "can"), word(7, 9, "x"), word(9, 10, ".")}, {}, {}};

  EXPECT_EQ(align_words(gold, system), (std::vector<std::int64_t>{0, 1, -1, 3}));
}

TEST(AlignWords, OverlappingMultiwordTokensMakeOneStretch) {
  const UdText gold{{word(0, 4, "a", true), word(0, 4, "b", true), word(4, 6, "c")}, {}, {}};
  const UdText system{{word(0, 2, "a"), word(2, 6, "b", true), word(2, 6, "c", true)}, {}, {}};

  EXPECT_EQ(align_words(gold, system), (std::vector<std::int64_t>{0, 1, 2}));
}

TEST(AlignWords, AWordAcrossTheEdgeOfAMultiwordTokenIsNotAligned) {
  const UdText gold{{word(0, 4, "a"), word(4, 8, "b", true), word(4, 8, "c", true)}, {}, {}};
  const UdText system{{word(0, 6, "ab"), word(6, 8, "c")}, {}, {}};

  EXPECT_EQ(align_words(gold, system), (std::vector<std::int64_t>{-1, -1, 1}));
}

TEST(SystemUd, LaysARepairedTextOverTheBytesItCameFrom) {
  // "Ana Ru\niz" reads as "Ana Ruiz": the two pieces of the name are one token over the raw letters.
  Document::Parts parts;
  parts.text = "Ana Ruiz";
  parts.map.append(6, 0, 6);
  parts.map.append(0, 6, 1);
  parts.map.append(2, 7, 2);
  parts.tokens = {{{0, 3}, true, false}, {{4, 8}, true, false}};
  parts.blocks = {{{0, 8}, BlockKind::paragraph, {0, 2}}};
  auto labels = std::make_shared<LabelSets>();
  labels->upos = labels->xpos = labels->feats = labels->deprel = {"_"};
  Reading reading{{}, Document(std::move(parts)), {}, {}};
  reading.tags.labels = labels;
  reading.tags.words.resize(2);
  reading.tags.sentences = {{0, 2}};

  const UdText text = system_ud(reading, "Ana Ru\niz");

  EXPECT_EQ(text.tokens, (std::vector<Span>{{0, 3}, {3, 7}}));
  EXPECT_EQ(text.sentences, (std::vector<Span>{{0, 7}}));
}

}  // namespace
}  // namespace onrecord::eval
