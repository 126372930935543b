#include "tag/windows.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "tag/test_documents.h"

namespace onrecord::tag {
namespace {

using Windows = std::vector<std::vector<WindowPart>>;

std::vector<std::uint32_t> one_each(const Document& document) {
  return std::vector<std::uint32_t>(document.tokens().size(), 1);
}

Windows plan(const Document& document, WindowLimits limits) {
  return plan_windows(document, one_each(document), limits);
}

TEST(PlanWindows, PacksBlocksUpToTheTarget) {
  // Each block costs its words and a [SEP], the window a [CLS].
  const Document document = make_test_document({"a b c", "d e", "f g h", "i"});
  EXPECT_EQ(plan(document, {20, 8}),
            (Windows{{{{0, 3}, true}, {{3, 5}, true}}, {{{5, 8}, true}, {{8, 9}, true}}}));
}

TEST(PlanWindows, KeepsABlockWholeThatFitsAlone) {
  const Document document = make_test_document({"a b", "c d e f g h i j", "k l"});
  EXPECT_EQ(plan(document, {10, 6}), (Windows{{{{0, 2}, true}}, {{{2, 10}, true}}, {{{10, 12}, true}}}));
}

TEST(PlanWindows, PassesOverEmptyBlocks) {
  const Document document = make_test_document({"", "a", "", "b", ""});
  EXPECT_EQ(plan(document, {20, 15}), (Windows{{{{0, 1}, true}, {{1, 2}, true}}}));
  EXPECT_TRUE(plan(make_test_document({""}), {20, 15}).empty());
}

TEST(PlanWindows, CutsALongBlockAtTheLastSentenceEndThatFits) {
  const Document document = make_test_document({"a b_. c d_. e_. f g h i j"});
  EXPECT_EQ(plan(document, {11, 8}), (Windows{{{{0, 8}, false}}, {{{8, 13}, true}}}));
}

TEST(PlanWindows, LetsTheRestOfALongBlockSeeTheNextBlock) {
  const Document document = make_test_document({"a b c d_. e f", "g h"});
  EXPECT_EQ(plan(document, {7, 7}), (Windows{{{{0, 5}, false}}, {{{5, 7}, true}, {{7, 9}, true}}}));
}

TEST(PlanWindows, CutsAnywhereButInASurfaceTokenWhereNoSentenceEnds) {
  const Document document = make_test_document({"a b c d do_n't e f"});
  EXPECT_EQ(plan(document, {7, 5}), (Windows{{{{0, 4}, false}}, {{{4, 8}, true}}}));
}

TEST(PlanWindows, DoesNotCutForASentenceEndThatLeavesTheWindowNearlyEmpty) {
  const Document document = make_test_document({"a_. b c d e f g h i j k l m n o p"});
  EXPECT_EQ(plan(document, {14, 10}).front(), (std::vector<WindowPart>{{{0, 12}, false}}));
}

TEST(SeemsToEnd, AfterAStopWithItsClosingMarks) {
  const auto ends_before = [](const char* text, std::uint32_t word) {
    const Document document = make_test_document({text});
    return seems_to_end_before(document, document.blocks()[0].tokens, word);
  };
  EXPECT_TRUE(ends_before("no_. Yes", 2));
  EXPECT_TRUE(ends_before("no_?!_\" Yes", 3));
  EXPECT_TRUE(ends_before("no_._”_) Yes", 4));
  EXPECT_FALSE(ends_before("no_. \" Yes", 3)) << "that mark opens";
  EXPECT_FALSE(ends_before("no_, Yes", 2));
  EXPECT_FALSE(ends_before("no_._com", 2)) << "nothing between";
  EXPECT_FALSE(ends_before("Mr. Yes", 1));
  EXPECT_FALSE(ends_before("\" Yes", 1));
  EXPECT_FALSE(ends_before("no_.", 0));
}

TEST(PlanWindows, HoldsEveryWordOnceInOrderAndKeepsToTheLimit) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    std::mt19937 random(seed);
    const Document document = make_random_document(seed, 1 + random() % 12, 1 + random() % 60);
    const WindowLimits limits{8 + random() % 40, 8};
    std::vector<std::uint32_t> pieces;
    for (std::size_t w = 0; w < document.tokens().size(); ++w) {
      pieces.push_back(static_cast<std::uint32_t>(1 + random() % (limits.most - 2)));
    }
    std::uint32_t next = 0;
    for (const auto& window : plan_windows(document, pieces, limits)) {
      std::size_t used = 1;
      for (const WindowPart& part : window) {
        ASSERT_EQ(part.words.first, next);
        ASSERT_LT(part.words.first, part.words.end);
        next = part.words.end;
        for (std::uint32_t w = part.words.first; w < part.words.end; ++w) used += pieces[w];
        ++used;
        const bool at_block_end = std::any_of(document.blocks().begin(), document.blocks().end(),
                                              [&](const Block& block) { return block.tokens.end == next; });
        ASSERT_EQ(part.ends_block, at_block_end);
      }
      ASSERT_LE(used, limits.most);
    }
    ASSERT_EQ(next, document.tokens().size());
  }
}

}  // namespace
}  // namespace onrecord::tag
