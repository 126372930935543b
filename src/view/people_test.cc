#include "view/people.h"

#include <gtest/gtest.h>

#include <vector>

#include "view/sample_reading.h"

namespace onrecord::view {
namespace {

std::vector<Statement> standing_inside(const std::vector<int>& outer) {
  std::vector<Statement> statements(outer.size());
  for (std::size_t i = 0; i < outer.size(); ++i) {
    if (outer[i] >= 0) statements[i].inside = static_cast<std::uint32_t>(outer[i]);
  }
  return statements;
}

TEST(Depths, CountTheStatementsThatHoldEach) {
  EXPECT_EQ(depths_of(standing_inside({-1, 0, 1, -1, 0})), (std::vector<unsigned>{0, 1, 2, 0, 1}));
}

TEST(Depths, CountThoseThatStandLaterToo) {
  EXPECT_EQ(depths_of(standing_inside({2, 0, -1})), (std::vector<unsigned>{1, 2, 0}));
}

TEST(Depths, CutCirclesAndWhatLeadsNowhere) {
  EXPECT_EQ(depths_of(standing_inside({0, 99})), (std::vector<unsigned>{0, 0}));
  const auto depths = depths_of(standing_inside({1, 2, 0}));
  EXPECT_EQ(depths.size(), 3U);
  for (const unsigned depth : depths) EXPECT_LT(depth, 3U);
}

TEST(Depths, OfAVeryLongChainAreFoundInOneGo) {
  std::vector<int> outer;
  for (int i = 0; i < 200'000; ++i) outer.push_back(i + 1 < 200'000 ? i + 1 : -1);
  EXPECT_EQ(depths_of(standing_inside(outer)).front(), 199'999U);
}

TEST(NameOf, IsTheClearestMention) {
  const Reading reading = plain_reading("Ana Ruiz spoke.\nShe left.");
  Reading with = reading;
  with.entities.mentions = {{find(reading.document, "Ana Ruiz"), 1, MentionKind::name, 0, 1.0F},
                            {find(reading.document, "She"), 4, MentionKind::pronoun, 0, 0.9F}};
  with.entities.entities = {{EntityKind::person, 0, {0, 1}, {}}};
  EXPECT_EQ(name_of(with, 0), find(reading.document, "Ana Ruiz"));
  EXPECT_EQ(name_of(with, 1), std::nullopt) << "there is no such entity";
  with.entities.entities[0].clearest = 7;
  EXPECT_EQ(name_of(with, 0), std::nullopt) << "there is no such mention";
}

TEST(MentionAt, PrefersTheMentionOfExactlyTheseWords) {
  Reading reading = plain_reading("Mayor Ana Ruiz spoke.");
  reading.entities.mentions = {{find(reading.document, "Mayor Ana Ruiz"), 2, MentionKind::name, 0, 1.0F},
                               {find(reading.document, "Ana Ruiz"), 2, MentionKind::name, 0, 1.0F}};
  reading.entities.entities = {{EntityKind::person, 0, {0, 1}, {}}};
  EXPECT_EQ(mention_at(reading, 0, find(reading.document, "Ana Ruiz")), 1U);
  EXPECT_EQ(mention_at(reading, 0, find(reading.document, "Ana")), 0U);
  EXPECT_EQ(mention_at(reading, 0, find(reading.document, "spoke")), std::nullopt);
}

}  // namespace
}  // namespace onrecord::view
