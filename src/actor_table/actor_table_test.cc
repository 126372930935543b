// Folding, the form of the tables, what is refused, and what the tables built in say.

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>

#include "actor_table/codes.h"
#include "actor_table/fold.h"
#include "actor_table/rows.h"
#include "actor_table/tables.h"

namespace onrecord::actor_table {
namespace {

Day day(std::string_view text) {
  Day number = 0;
  EXPECT_TRUE(parse_day(text, number)) << text;
  return number;
}

TEST(Fold, MakesTransliterationsOfANameOne) {
  EXPECT_EQ(fold("Zelenskyy"), fold("Zelensky"));
  EXPECT_EQ(fold("Zelenskiy"), fold("Zelensky"));
  EXPECT_EQ(fold("Recep Tayyip Erdoğan"), fold("Recep Tayyip Erdogan"));
  EXPECT_EQ(fold("Mohammed Mursi"), fold("Muhammad Mursi"));
  EXPECT_EQ(fold("Mohamed"), fold("Muhammed"));
  EXPECT_EQ(fold("Hezbollah"), fold("Hezbolah"));
  EXPECT_EQ(fold("Hezbollah"), fold("Hizbollah"));
  EXPECT_EQ(fold("Hezbollah"), fold("Hizbullah"));
  EXPECT_EQ(fold("Hezbollah"), fold("Hizballah"));
  EXPECT_EQ(fold("Abdullah Gul"), fold("Abdallah Gul"));
  EXPECT_EQ(fold("Gerhard Schröder"), fold("Gerhard Schroeder"));
  EXPECT_EQ(fold("Sana'a"), fold("Sana’a"));
  EXPECT_EQ(fold("U.N."), fold("UN"));
  EXPECT_EQ(fold("Kim Jong-un"), fold("Kim Jong Un"));
  EXPECT_EQ(fold("the Kremlin"), fold("Kremlin"));
  EXPECT_EQ(fold("Bashar al-Assad"), fold("Bashar Assad"));
}

TEST(Fold, KeepsOtherNamesApart) {
  EXPECT_NE(fold("Raul Castro"), fold("Fidel Castro"));
  EXPECT_NE(fold("John Major"), fold("Jane Major"));
  EXPECT_NE(fold("Ivan Duque"), fold("Ivan Duka"));
  EXPECT_NE(fold("Kumar"), fold("Kamar"));
  EXPECT_NE(fold("Abdullah"), fold("Ubaidullah"));
  EXPECT_NE(fold("Kabila"), fold("Kabula"));
  EXPECT_NE(fold("Мосcква"), fold("Moskva"));
}

TEST(Fold, LosesNothingOfWhatIsNoLatinName) {
  EXPECT_EQ(fold("Зеленський"), "Зеленський");
  EXPECT_FALSE(fold("The").empty());
  EXPECT_EQ(fold(""), "");
  EXPECT_FALSE(fold("a\xFF"
                    "b")
                   .empty());
}

constexpr std::string_view kHead =
    "# source: made up\nid\tnames\tkind\tof\tcountry\tsectors\toffice\tfrom\tto\n";

std::vector<Error> faults_of(const std::string& text) {
  Rows rows = read_rows(text, "t.tsv");
  std::vector<Error> faults = rows.faults;
  check_rows(rows, "t.tsv", faults);
  return faults;
}

std::vector<Error> faults_of_rows(const std::string& rows) { return faults_of(std::string(kHead) + rows); }

TEST(Rows, OfATableInFormAreRead) {
  const std::string text = std::string(kHead) +
                           "x:ana\tAna Ruiz|A. Ruiz\tperson\t\tPER\tGOV,MIL\tmayor\t2001-02-03\t2004-05-06\n"
                           "x:ana\t\tperson\t\tPER\tELI\t\t2004-05-07\t2010-01-01?\n";
  const Rows rows = read_rows(text, "t.tsv");
  EXPECT_TRUE(rows.faults.empty());
  ASSERT_EQ(rows.actors.size(), 2U);
  EXPECT_EQ(rows.actors[0].names, "Ana Ruiz|A. Ruiz");
  EXPECT_EQ(rows.actors[0].sectors, (std::vector<Sector>{Sector::GOV, Sector::MIL}));
  EXPECT_EQ(rows.actors[0].from, day("2001-02-03"));
  EXPECT_FALSE(rows.actors[0].to_at_least);
  EXPECT_TRUE(rows.actors[1].to_at_least);
  EXPECT_EQ(rows.actors[1].line, 4U);
}

struct Refusal {
  const char* what;
  const char* rows;
  const char* message;
};

class Refused : public testing::TestWithParam<Refusal> {};

TEST_P(Refused, WithFileLineAndMend) {
  const auto faults = faults_of_rows(GetParam().rows);
  ASSERT_FALSE(faults.empty());
  EXPECT_EQ(faults.front().code, ErrorCode::bad_lexicon);
  EXPECT_EQ(faults.front().file, "t.tsv");
  EXPECT_TRUE(faults.front().place.starts_with("line "));
  EXPECT_FALSE(faults.front().mend.empty());
  EXPECT_NE(faults.front().message.find(GetParam().message), std::string::npos) << faults.front().message;
}

INSTANTIATE_TEST_SUITE_P(
    Lines, Refused,
    testing::Values(
        Refusal{"DaysOutOfOrder", "x:a\tA\tperson\t\tPER\tGOV\t\t2004-01-01\t2003-01-01\n",
                "before it begins"},
        Refusal{"NoDay", "x:a\tA\tperson\t\tPER\tGOV\t\t2004-02-30\t\n", "is no day"},
        Refusal{"UnknownCountry", "x:a\tA\tperson\t\tPRU\tGOV\t\t\t\n", "is no country's code"},
        Refusal{"SmallCountry", "x:a\tA\tperson\t\tper\tGOV\t\t\t\n", "is no country's code"},
        Refusal{"UnknownSector", "x:a\tA\tperson\t\tPER\tGOW\t\t\t\n", "are not codes of sectors"},
        Refusal{"SectorsWithSpace", "x:a\tA\tperson\t\tPER\tGOV, MIL\t\t\t\n", "are not codes of sectors"},
        Refusal{"TooFewColumns", "x:a\tA\tperson\n", "3 columns, not 9"},
        Refusal{"TooManyColumns", "x:a\tA\tperson\t\tPER\tGOV\t\t\t\t\n", "10 columns, not 9"},
        Refusal{"NoName", "x:a\t\tperson\t\tPER\tGOV\t\t\t\n", "has no name"},
        Refusal{"NoId", "\tA\tperson\t\tPER\tGOV\t\t\t\n", "no id"},
        Refusal{"UnknownKind", "x:a\tA\tpeople\t\tPER\tGOV\t\t\t\n", "is no kind"},
        Refusal{"NotUtf8", "x:a\tA\xFF\tperson\t\tPER\tGOV\t\t\t\n", "not UTF-8"},
        Refusal{"TwiceTheSame", "x:a\tA\tperson\t\tPER\tGOV\t\t\t\nx:a\t\tperson\t\tPER\tGOV\t\t\t\n",
                "what line 3 says"},
        Refusal{"ANameOfTwo", "x:a\tA\tperson\t\tPER\tGOV\t\t\t\nx:b\tA\tperson\t\tPER\tMIL\t\t\t\n",
                "is a name of x:a already"},
        Refusal{"AnEmptyName", "x:a\tA||B\tperson\t\tPER\tGOV\t\t\t\n", "a name is empty"},
        Refusal{"ABlockBroken",
                "x:a\tA\tperson\t\tPER\tGOV\t\t\t\nx:b\tB\tperson\t\tPER\tGOV\t\t\t\n"
                "x:a\tC\tperson\t\tPER\tMIL\t\t\t\n",
                "stands again"},
        Refusal{"ACircle", "x:a\tA\torganization\tx:b\t\t\t\t\t\nx:b\tB\torganization\tx:a\t\t\t\t\t\n",
                "belongs to itself"},
        Refusal{"ItsOwnParent", "x:a\tA\torganization\tx:a\t\t\t\t\t\n", "belongs to itself"},
        Refusal{"TwoHolders",
                "x:a\tA\tperson\t\tPER\tGOV\tmayor\t2001-01-01\t2005-01-01\n"
                "x:b\tB\tperson\t\tPER\tGOV\tmayor\t2004-01-01\t2006-01-01\n",
                "are both mayor of PER"}),
    [](const auto& one) { return one.param.what; });

TEST(Rows, OfTablesWithoutHeadAreRefused) {
  EXPECT_FALSE(faults_of("x:a\tA\tperson\n").empty());
  EXPECT_FALSE(faults_of("id\tnames\tkind\tof\tcountry\tsectors\toffice\tfrom\tto\n").empty())
      << "no source is named";
}

TEST(Rows, MayHandOverAnOfficeOnOneDay) {
  EXPECT_TRUE(faults_of_rows("x:a\tA\tperson\t\tPER\tGOV\tmayor\t2001-01-01\t2005-01-01\n"
                             "x:b\tB\tperson\t\tPER\tGOV\tmayor\t2005-01-01\t2006-01-01\n")
                  .empty());
}

TEST(Rows, MayUseCodesThatTheTableDeclares) {
  EXPECT_TRUE(
      faults_of("# codes: GON ARN\n" + std::string(kHead) + "x:a\tA\torganization\t\tARN\t\t\t\t\n").empty());
  EXPECT_FALSE(faults_of_rows("x:a\tA\torganization\t\tARN\t\t\t\t\n").empty());
}

TEST(Tables, AreOneAndTheSamePersonInAndOutOfOffice) {
  const auto tables =
      Tables::of_text(std::string(kHead) +
                          "x:ana\tAna Ruiz\tperson\t\tPER\tGOV\tmayor\t2001-01-01\t2005-01-01\n"
                          "x:ana\t\tperson\t\tPER\tGOV\tmayor\t2009-01-01\t2012-01-01?\n",
                      "t.tsv");
  ASSERT_TRUE(tables);
  const auto found = (*tables)->find_name("Ana Ruiz");
  ASSERT_EQ(found.size(), 1U);
  const auto sectors = [&](std::string_view on) { return (*tables)->state(found.front(), day(on)).sectors; };
  EXPECT_TRUE(sectors("2000-01-01").empty()) << "before the first office nothing is said";
  EXPECT_EQ(sectors("2003-01-01"), std::vector<Sector>{Sector::GOV});
  EXPECT_TRUE(sectors("2007-01-01").empty()) << "between two";
  EXPECT_EQ(sectors("2012-06-01"), std::vector<Sector>{Sector::GOV}) << "likely still";
  EXPECT_TRUE(sectors("2019-01-01").empty()) << "too long after what is known";
  EXPECT_EQ((*tables)->state(found.front(), day("2019-01-01")).country, "PER");
}

TEST(Tables, TellTheHolderOfAnOfficeByTheDay) {
  const auto tables = Tables::built_in();
  const auto holder = [&](std::string_view country, std::string_view office, std::string_view on) {
    const auto found = tables->holder(country, office, day(on));
    return found ? Tables::shown_name(*found) : std::string_view();
  };
  EXPECT_EQ(holder("UKR", "head of state", "2022-03-28"), "Volodymyr Zelensky");
  EXPECT_EQ(holder("UKR", "head of state", "2010-06-01"), "Viktor Yanukovych");
  EXPECT_EQ(holder("RUS", "head of state", "2010-06-01"), "Dmitry Medvedev");
  EXPECT_EQ(holder("RUS", "head of government", "2010-06-01"), "Vladimir Putin");
  EXPECT_EQ(holder("USA", "head of state", "2017-01-20"), "Donald Trump") << "he took over on that day";
  EXPECT_EQ(holder("EGY", "head of state", "2011-08-01"), "") << "nobody held it";
  EXPECT_EQ(holder("USA", "head of state", "2035-01-01"), "") << "the table does not reach so far";
  EXPECT_EQ(holder("USA", "toastmaster", "2015-01-01"), "");
}

TEST(Tables, KnowWordsOfCountriesByTheirCapitalLetters) {
  const auto tables = Tables::built_in();
  EXPECT_EQ(tables->find_country("Ukrainian")->code, "UKR");
  EXPECT_EQ(tables->find_country("U.S.")->code, "USA");
  EXPECT_EQ(tables->find_country("Bankova")->land, Land::seat);
  EXPECT_EQ(tables->find_country("Russians")->land, Land::people);
  EXPECT_FALSE(tables->find_country("us"));
  EXPECT_FALSE(tables->find_country("turkey"));
  EXPECT_FALSE(tables->find_country("Atlantis"));
}

TEST(Tables, TakeShortNamesOnlyInCapitals) {
  const auto tables = Tables::built_in();
  EXPECT_EQ(tables->find_name("WHO").size(), 1U);
  EXPECT_TRUE(tables->find_name("who").empty());
  EXPECT_TRUE(tables->find_name("Is").empty());
}

TEST(Tables, LetAnArmyBelongToItsMovement) {
  const auto tables = Tables::built_in();
  const auto found = tables->find_name("al-Qassam Brigades");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(tables->state(found.front(), std::nullopt).country, "PSE");
  EXPECT_EQ(tables->state(found.front(), std::nullopt).sectors, std::vector<Sector>{Sector::REB});
}

TEST(Tables, BuiltInAreInForm) {
  for (const char* name : {"codes", "countries", "roles", "bodies", "officials"}) {
    const std::string path = std::string(ONRECORD_SOURCE_DIR "/data/actors/") + name + ".tsv";
    if (std::string_view(name) == "codes") continue;  // A list, not a table of actors.
    const auto text = read_table(path);
    ASSERT_TRUE(text) << path;
    Rows rows = read_rows(*text, path);
    check_rows(rows, path, rows.faults);
    for (const Error& fault : rows.faults)
      ADD_FAILURE() << path << ", " << fault.place << ": " << fault.message;
  }
}

TEST(Codes, AreIsoAndPlovers) {
  EXPECT_TRUE(is_country("UKR"));
  EXPECT_TRUE(is_country("UNO"));
  EXPECT_FALSE(is_country("UKRGOV"));
  EXPECT_FALSE(is_country(""));
  EXPECT_FALSE(is_country("code"));
  EXPECT_TRUE(is_supranational("IMG"));
  EXPECT_FALSE(is_supranational("UKR"));
  EXPECT_EQ(find_cameo_role("MED"), Sector::JRN);
  EXPECT_EQ(find_cameo_role("HLH"), Sector::MED);
  EXPECT_EQ(find_sector("MED"), Sector::MED);
  EXPECT_FALSE(find_sector("XXX"));
}

}  // namespace
}  // namespace onrecord::actor_table
