#include "reading/link_namers.h"

#include <gtest/gtest.h>

namespace onrecord::reading {
namespace {

// "Ruiz called the plan a farce": Ruiz [0, 4) is entity 1.
Entities entities() {
  Entities made;
  made.entities.resize(2);
  made.mentions.push_back({{0, 4}, 0, MentionKind::name, 1, 1.0F});
  made.mentions.push_back({{12, 20}, 3, MentionKind::role, 0, 1.0F});
  return made;
}

TEST(LinkNamers, TakesTheEntityOfTheWordsThatNameTheNamer) {
  std::vector<Naming> namings(1);
  namings[0].namer = Span{0, 4};
  link_namers(namings, {}, entities());
  EXPECT_EQ(namings[0].namers, std::vector<std::uint32_t>{1});
}

TEST(LinkNamers, TakesTheLongestMentionWithinLongerWords) {
  std::vector<Naming> namings(1);
  namings[0].namer = Span{0, 9};
  link_namers(namings, {}, entities());
  EXPECT_EQ(namings[0].namers, std::vector<std::uint32_t>{1});
}

TEST(LinkNamers, TakesTheSpeakersOfTheStatementThatHoldsTheName) {
  std::vector<Statement> statements(1);
  statements[0].speakers = {0, 1};
  std::vector<Naming> namings(1);
  namings[0].statement = 0;
  link_namers(namings, statements, entities());
  EXPECT_EQ(namings[0].namers, (std::vector<std::uint32_t>{0, 1}));
}

TEST(LinkNamers, LeavesTheOutletsOwnNamesToNobody) {
  std::vector<Naming> namings(1);
  link_namers(namings, {}, entities());
  EXPECT_TRUE(namings[0].namers.empty());
}

TEST(LinkNamers, GuessesNobodyFromWordsThatAreNoMention) {
  std::vector<Naming> namings(1);
  namings[0].namer = Span{5, 11};
  link_namers(namings, {}, entities());
  EXPECT_TRUE(namings[0].namers.empty());
}

}  // namespace
}  // namespace onrecord::reading
