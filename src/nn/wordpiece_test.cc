// How words are cut, and how they were written.

#include "nn/wordpiece.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "nn/testing/random_weights.h"

namespace onrecord::nn {
namespace {

std::shared_ptr<const Weights> weights() {
  static const std::shared_ptr<const Weights> kWeights = [] {
    testing::RandomWeights numbers;
    for (const char* piece :
         {"u", "£", "’", "–", "—", "“", "中", "文", "##i", "i", "##ο", "ς", "##ς", "ο", "x"}) {
      numbers.vocabulary.emplace_back(piece);
    }
    return testing::open_weights(numbers).value();
  }();
  return kWeights;
}

// The pieces of a word with bars between.
std::string pieces_of(std::string_view word) {
  const WordPiece wordpiece(weights());
  std::vector<std::uint32_t> pieces = {7};
  const std::size_t count = wordpiece.cut(word, pieces);
  EXPECT_EQ(pieces.size(), count + 1);
  EXPECT_EQ(pieces[0], 7U) << "what stood there before must stay";
  std::string shown;
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    shown += (i > 1 ? "|" : "") + std::string(weights()->pieces()[pieces[i]]);
  }
  return shown;
}

TEST(WordPiece, TakesTheLongestPieceThatFits) {
  EXPECT_EQ(pieces_of("minister"), "minister");
  EXPECT_EQ(pieces_of("ministers"), "minister|##s");
  EXPECT_EQ(pieces_of("ministry"), "ministry");
  EXPECT_EQ(pieces_of("talked"), "talk|##ed");
  EXPECT_EQ(pieces_of("talking"), "talk|##ing");
  EXPECT_EQ(pieces_of("abc"), "a|##b|##c");
}

TEST(WordPiece, KnowsNoCapitals) {
  EXPECT_EQ(pieces_of("Minister"), "minister");
  EXPECT_EQ(pieces_of("TALKED"), "talk|##ed");
}

TEST(WordPiece, DropsAccents) {
  EXPECT_EQ(pieces_of("café"), "cafe");
  EXPECT_EQ(pieces_of("CAFÉ"), "cafe");
  EXPECT_EQ(pieces_of("cafe\u0301"), "cafe");
  EXPECT_EQ(pieces_of("\u0130"), "i") << "a capital i with a dot is an i";
  EXPECT_EQ(pieces_of("ΟΣ"), "ο|##ς") << "a sigma that ends a word";
}

TEST(WordPiece, SplitsPunctuationOff) {
  EXPECT_EQ(pieces_of("U.S."), "u|.|s|.");
  EXPECT_EQ(pieces_of("talk-talk"), "talk|-|talk");
  EXPECT_EQ(pieces_of("'s"), "'|s");
  EXPECT_EQ(pieces_of("’s"), "’|s");
  EXPECT_EQ(pieces_of("$50"), "$|5|##0");
  EXPECT_EQ(pieces_of("—"), "—");
  EXPECT_EQ(pieces_of("“"), "“");
  EXPECT_EQ(pieces_of("café–s"), "cafe|–|s");
  EXPECT_EQ(pieces_of("£5"), "[UNK]")
      << "a sign of currency beyond ASCII is no punctuation, and \"£5\" no piece";
}

TEST(WordPiece, SplitsIdeographs) { EXPECT_EQ(pieces_of("中文s"), "中|文|s"); }

TEST(WordPiece, DropsWhatIsNotSeen) {
  EXPECT_EQ(pieces_of("mini\u00ADster"), "minister") << "a soft hyphen";
  EXPECT_EQ(pieces_of("\u200Bthe"), "the");
  EXPECT_EQ(pieces_of(std::string("t\x01he", 4)), "the");
}

TEST(WordPiece, SaysUnknownToARunAsAWhole) {
  EXPECT_EQ(pieces_of("ministerzz"), "[UNK]");
  EXPECT_EQ(pieces_of("zz.the"), "[UNK]|.|the");
  EXPECT_EQ(pieces_of("☃"), "[UNK]");
  EXPECT_EQ(pieces_of("#"), "[UNK]");
  EXPECT_EQ(pieces_of("##s"), "[UNK]|[UNK]|s") << "the marks of the vocabulary are no way into it";
  EXPECT_EQ(pieces_of("[CLS]"), "[UNK]|[UNK]|[UNK]");
}

TEST(WordPiece, GivesEveryWordAPiece) {
  EXPECT_EQ(pieces_of(""), "[UNK]");
  EXPECT_EQ(pieces_of("\u200B"), "[UNK]");
  EXPECT_EQ(pieces_of("\u0301"), "[UNK]");
  EXPECT_EQ(pieces_of("\xFF\xFE"), "[UNK]");
}

TEST(WordPiece, GivesUpOnEndlessWords) {
  EXPECT_EQ(pieces_of("a" + std::string(99, 'b')).substr(0, 9), "a|##b|##b");
  EXPECT_EQ(pieces_of("a" + std::string(100, 'b')), "[UNK]");
}

struct Written {
  const char* word;
  Case as;
  friend std::ostream& operator<<(std::ostream& out, const Written& w) { return out << w.word; }
};

class CaseOf : public ::testing::TestWithParam<Written> {};
TEST_P(CaseOf, AWord) { EXPECT_EQ(case_of(GetParam().word), GetParam().as); }

constexpr Written kWritten[] = {
    {"minister", Case::lower},
    {"e.g.", Case::lower},
    {"a", Case::lower},
    {"Minister", Case::title},
    {"O'neill", Case::title},
    {"Élysée", Case::title},
    {"NATO", Case::capitals},
    {"U.S.", Case::capitals},
    {"ÉU", Case::capitals},
    {"A", Case::single_capital},
    {"J.", Case::single_capital},
    {"McDonald", Case::mixed},
    {"iPhone", Case::mixed},
    {"1,200", Case::digits},
    {"$5", Case::digits},
    {"2nd", Case::letters_digits},
    {"F16", Case::letters_digits},
    {".", Case::symbol},
    {"—", Case::symbol},
    {"", Case::symbol},
    {"\xFF", Case::symbol},
    {"café", Case::accented},
    {"中文", Case::accented},
};
INSTANTIATE_TEST_SUITE_P(Written, CaseOf, ::testing::ValuesIn(kWritten));

}  // namespace
}  // namespace onrecord::nn
