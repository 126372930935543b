#include "eval/conllu.h"

#include <gtest/gtest.h>

#include <string>

#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

const std::string kTwoParagraphs =
    "# newdoc id = harbour\n"
    "# newpar_block = p (1 s)\n"
    "# sent_id = h-1\n"
    "1\tBoats\tboat\tNOUN\tNNS\t_\t3\tnsubj\t_\t_\n"
    "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tdid\tdo\tAUX\tVBD\t_\t3\taux\t_\t_\n"
    "3\tn't\tnot\tPART\tRB\t_\t0\troot\t_\t_\n"
    "3.1\tsail\tsail\tVERB\tVB\t_\t_\t_\t0:root\t_\n"
    "4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n"
    "\n"
    "# sent_id = h-2\n"
    "# newpar id = p2\n"
    "1\tRain\train\tNOUN\tNN\t_\t0\troot\t_\tSpaceAfter=No\n"
    "2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_\n"
    "\n";

TEST(Conllu, KeepsWordsAndSurfaceTokensApart) {
  const auto documents = parse_conllu(kTwoParagraphs, "made up");

  ASSERT_TRUE(documents);
  ASSERT_EQ(documents->size(), 1U);
  const TreeSentence& first = (*documents)[0].sentences[0];
  EXPECT_EQ(first.words.size(), 4U) << "the empty node is no word";
  ASSERT_EQ(first.tokens.size(), 3U);
  EXPECT_EQ(first.tokens[1].form, "didn't");
  EXPECT_EQ(first.tokens[1].first, 1U);
  EXPECT_EQ(first.tokens[1].end, 3U);
}

TEST(Conllu, TextPartsParagraphsByAnEmptyLineAndHeedsSpaceAfter) {
  const auto documents = parse_conllu(kTwoParagraphs, "made up");
  ASSERT_TRUE(documents);

  const TreeText text = text_of((*documents)[0]);

  EXPECT_EQ(text.text, "Boats didn't .\n\nRain. ");
  EXPECT_EQ(text.paragraphs, (std::vector<std::size_t>{0, 4}));
  const Span nt = text.words[2].span;
  EXPECT_EQ(text.text.substr(nt.begin, nt.size()), "n't");
  EXPECT_TRUE(text.words[2].joins_left);
  EXPECT_FALSE(text.words[1].joins_left);
}

TEST(Conllu, RefusesWhatIsNotATreebankAndSaysWhere) {
  const auto documents = parse_conllu("# sent_id = 1\n1\tRain\train\n", "broken.conllu");

  ASSERT_FALSE(documents);
  EXPECT_EQ(documents.error().file, "broken.conllu");
  EXPECT_EQ(documents.error().place, "line 2");
}

TEST(Conllu, RefusesAHeadOutsideTheSentence) {
  EXPECT_FALSE(parse_conllu("1\tRain\train\tNOUN\tNN\t_\t7\tnsubj\t_\t_\n\n", "broken.conllu"));
}

TEST(Characters, CountsLettersWithoutSpacesAndFindsBytes) {
  const std::string text = "é b\u00A0ç";  // Two bytes, space, one, two bytes of space, two.
  const Characters characters(text);

  EXPECT_EQ(characters.letters_before(0), 0U);
  EXPECT_EQ(characters.letters_before(2), 1U);
  EXPECT_EQ(characters.letters_before(3), 1U);
  EXPECT_EQ(characters.letters_before(static_cast<std::uint32_t>(text.size())), 3U);
  EXPECT_EQ(characters.byte_of(2), 3U);
  EXPECT_EQ(characters.byte_of(4), 6U);
  EXPECT_EQ(characters.byte_of(99), 8U);
}

TEST(WordsInput, GivesOneBlockForEachBreak) {
  const WordsInput input = spaced_words("made up", {"Rain", "fell", ".", "It", "stopped"}, {0, 3});

  EXPECT_EQ(input.document.text(), "Rain fell .\n\nIt stopped");
  ASSERT_EQ(input.document.blocks().size(), 2U);
  EXPECT_EQ(input.document.blocks()[1].tokens, (TokenRange{3, 5}));
  EXPECT_TRUE(input.document.tokens()[2].space_after);
  EXPECT_EQ(input.report.bytes, input.document.text());
}

}  // namespace
}  // namespace onrecord::eval
