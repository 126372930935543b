// The reader of tables, and that each table built into the program is whole.

#include <gtest/gtest.h>

#include <string_view>

#include "lexicon/table.h"
#include "lexicon/tables.h"

namespace onrecord::lexicon {
namespace {

TEST(Table, FindsKeysWithAndWithoutValues) {
  const Table table("# a comment\nmr\tname\n\nkm\n");
  EXPECT_EQ(table.size(), 2U);
  EXPECT_EQ(table.find("mr"), "name");
  EXPECT_EQ(table.find("km"), "");
}

TEST(Table, FindsNothingThatHasNoRow) {
  const Table table("mr\tname\n");
  EXPECT_FALSE(table.find("mrs"));
  EXPECT_FALSE(table.find("m"));
  EXPECT_FALSE(table.find(""));
  EXPECT_FALSE(table.find("name"));
  EXPECT_FALSE(Table("").find("mr"));
}

TEST(Table, TakesTheLastLineWithoutItsBreakAndKeepsTheFirstOfTwoRows) {
  const Table table("a\t1\na\t2\nb\t3");
  EXPECT_EQ(table.find("a"), "1");
  EXPECT_EQ(table.find("b"), "3");
}

TEST(Tables, KnowWhatTheirFilesSay) {
  EXPECT_EQ(abbreviations().find("mr"), "name");
  EXPECT_EQ(addresses().find("com"), "domain");
  EXPECT_EQ(affixes().find("anti"), "prefix");
  EXPECT_EQ(block_cues().find("read more"), "promo");
  EXPECT_EQ(contractions().find("cannot"), "3");
  EXPECT_TRUE(units().find("km"));
  EXPECT_TRUE(words().find("government"));
  EXPECT_GT(words().size(), 5000U);
  EXPECT_FALSE(words().find("danov"));
}

}  // namespace
}  // namespace onrecord::lexicon
