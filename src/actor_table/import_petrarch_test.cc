// Dictionaries in PETRARCH's format, made up.

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>

#include "onrecord/lexicon.h"

namespace onrecord {
namespace {

std::chrono::year_month_day day(int year, unsigned month, unsigned number) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(number)};
}

Lexicon lexicon_of(std::string_view dictionary) {
  const ImportedLexicon imported = import_petrarch(dictionary, "d.txt");
  for (const Error& fault : imported.faults) ADD_FAILURE() << fault.place << ": " << fault.message;
  auto lexicon = Lexicon::of_table(imported.table, "d.txt");
  EXPECT_TRUE(lexicon) << (lexicon ? "" : lexicon.error().message);
  return std::move(*lexicon);
}

TEST(Petrarch, NamesAndTheirSynonymsHaveTheCode) {
  const Lexicon lexicon = lexicon_of("NARGOTH_ [PERGOV]  # ab 2 Mar 2010\n+NARGOTHIAN_LEAGUE_\n+N._LEAGUE\n");
  for (const char* name : {"Nargoth", "Nargothian League", "N. League"}) {
    const auto found = lexicon.find(name);
    ASSERT_EQ(found.size(), 1U) << name;
    EXPECT_EQ(found.front().country, "PER");
    EXPECT_EQ(found.front().sectors, std::vector<Sector>{Sector::GOV});
  }
  EXPECT_TRUE(lexicon.find("League").empty());
}

TEST(Petrarch, DaysAreRespectedAndTheFirstThatHoldsWins) {
  const Lexicon lexicon = lexicon_of(
      "ANA_RUIZ_ [PER]\n\t[PERCVL <950601]\n\t[PERMIL 20000105-20000107]\n\t[PERGOV 19950601 - 20051231]\n"
      "\t[PERELI >20051231]\n");
  const auto sector = [&](std::chrono::year_month_day on) {
    const auto found = lexicon.find("Ana Ruiz", on);
    return found.size() == 1 && !found.front().sectors.empty() ? found.front().sectors.front() : Sector::none;
  };
  EXPECT_EQ(sector(day(1995, 5, 31)), Sector::CVL);
  EXPECT_EQ(sector(day(1995, 6, 1)), Sector::GOV);
  EXPECT_EQ(sector(day(2000, 1, 5)), Sector::MIL);
  EXPECT_EQ(sector(day(2000, 1, 7)), Sector::MIL);
  EXPECT_EQ(sector(day(2000, 1, 8)), Sector::GOV);
  EXPECT_EQ(sector(day(2005, 12, 31)), Sector::GOV);
  EXPECT_EQ(sector(day(2006, 1, 1)), Sector::ELI);
}

TEST(Petrarch, WhatIsNotOfADayIsNotThere) {
  const Lexicon lexicon = lexicon_of("OLD_UNION_\n\t[RUS <911226]\n");
  EXPECT_EQ(lexicon.find("Old Union", day(1980, 1, 1)).front().country, "RUS");
  EXPECT_EQ(lexicon.find("Old Union", day(2000, 1, 1)).front().country, "");
}

TEST(Petrarch, AgentsTakeTheirPluralsAndTheirSetsOfWords) {
  const Lexicon lexicon = lexicon_of(
      "!PERSON! = MAN, MEN, WOMAN\nCATTLE!PERSON! [~AGR]\nGOLDEN_GOOSE {GOLDEN_GEESE} [~GOV]\nMEDIA {} "
      "[~MED]\n"
      "RIGHTS_BODY [NGO~]\n");
  EXPECT_EQ(lexicon.find("cattlemen").front().sectors, std::vector<Sector>{Sector::AGR});
  EXPECT_EQ(lexicon.find("golden geese").front().sectors, std::vector<Sector>{Sector::GOV});
  EXPECT_EQ(lexicon.find("media").front().sectors, std::vector<Sector>{Sector::JRN}) << "CAMEO's MED";
  EXPECT_TRUE(lexicon.find("cattle!person!").empty());
}

TEST(Petrarch, CommentsOverLinesAndDiscardsAreUnderstood) {
  const Lexicon lexicon = lexicon_of("<!-- one\nNOT_THIS [PER]\n--> \nTHIS_ONE [---]\n");
  EXPECT_TRUE(lexicon.find("Not This").empty());
  ASSERT_EQ(lexicon.find("This One").size(), 1U);
  EXPECT_EQ(lexicon.find("This One").front().country, "");
}

TEST(Petrarch, CodesOfNobodysLandAreDeclaredAndKept) {
  const Lexicon lexicon = lexicon_of("ARDOR_ [ARD]\n");
  EXPECT_EQ(lexicon.find("Ardor").front().country, "ARD");
}

TEST(Petrarch, SupranationalBodiesAreOfTheirUnion) {
  const Lexicon lexicon = lexicon_of("THE_COUNCIL_ [IGOUNO]\n");
  EXPECT_EQ(lexicon.find("The Council").front().country, "UNO");
}

struct Broken {
  const char* what;
  const char* dictionary;
  const char* message;
};
class Refuses : public testing::TestWithParam<Broken> {};

TEST_P(Refuses, TheLineAndGoesOn) {
  const std::string dictionary = std::string(GetParam().dictionary) + "\n\nWHOLE_ [PER]\n";
  const ImportedLexicon imported = import_petrarch(dictionary, "d.txt");
  ASSERT_EQ(imported.faults.size(), 1U);
  EXPECT_NE(imported.faults.front().message.find(GetParam().message), std::string::npos)
      << imported.faults.front().message;
  EXPECT_EQ(imported.faults.front().file, "d.txt");
  EXPECT_TRUE(imported.faults.front().place.starts_with("line "));
  EXPECT_FALSE(imported.faults.front().mend.empty());
  EXPECT_NE(imported.table.find("hole"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(
    Petrarch, Refuses,
    testing::Values(Broken{"ADayThatIsNone", "A_ [PERGOV 2004017-20061201]", "are no days"},
                    Broken{"DaysOutOfOrder", "A_ [PERGOV 20060101-20050101]", "ends before"},
                    Broken{"AnOpenBracket", "A_ [PERGOV", "is no code in brackets"},
                    Broken{"ABraceForABracket", "A_ [~ENV}", "is no code in brackets"},
                    Broken{"NoCode", "A_", "has no code"},
                    Broken{"ASynonymOfNothing", "+A_", "a synonym of nothing"},
                    Broken{"ACodeOfNothing", "\t[PER]", "a code without a name"},
                    Broken{"AnUnknownSet", "A!THINGS! [~GOV]\nB [~GOV]", "is not known"},
                    Broken{"NotUtf8", "A\xFF [PER]", "not UTF-8"}),
    [](const auto& one) { return one.param.what; });

}  // namespace
}  // namespace onrecord
