// What must be joined and what must not, a pair at a time.

#include <gtest/gtest.h>

#include "entity/test_page.h"

namespace onrecord::entity {
namespace {

const char* const kVegaSpoke =
    "Rain/NOUN/nsubj/2 fell/VERB/ccomp/7 ,/PUNCT/punct/7 Tomas/PROPN/nsubj/7/Person "
    "Vega/PROPN/flat/4/Person Marin/PROPN/flat/4/Person said/VERB/root/0";

TEST(JoinNames, JoinsADoubleLastNameAndAMiddleName) {
  Page page;
  page.add(kVegaSpoke);
  page.add("Vega/PROPN/nsubj/3/Person Marin/PROPN/flat/1/Person left/VERB/root/0");
  page.add("Vega/PROPN/nsubj/2/Person slept/VERB/root/0");
  const Found found = page.find();
  EXPECT_TRUE(page.are_one(found, 3, 7));
  EXPECT_TRUE(page.are_one(found, 3, 10));
}

TEST(JoinNames, JoinsALastNameWithJuniorBehindIt) {
  Page page;
  page.add("Roy/PROPN/nsubj/4/Person Marsh/PROPN/flat/1/Person Jr./PROPN/flat/1/Person left/VERB/root/0");
  page.add("Marsh/PROPN/nsubj/3/Person Jr./PROPN/flat/1/Person slept/VERB/root/0");
  page.add("Roy/PROPN/nsubj/4/Person Marsh/PROPN/flat/1/Person Sr./PROPN/flat/1/Person died/VERB/root/0");
  const Found found = page.find();
  EXPECT_TRUE(page.are_one(found, 0, 4));
  EXPECT_FALSE(page.are_one(found, 0, 7)) << "his father";
}

TEST(JoinNames, TakesAFamilyNameThatStandsFirstForWhomIsToldOfMost) {
  Page page;
  page.add("Han/PROPN/nsubj/3/Person Jiwoo/PROPN/flat/1/Person sang/VERB/root/0");
  page.add("Han/PROPN/nsubj/3/Person Jiwoo/PROPN/flat/1/Person slept/VERB/root/0");
  page.add("Han/PROPN/nsubj/3/Person Sora/PROPN/flat/1/Person wrote/VERB/root/0");
  page.add("Han/PROPN/nsubj/2/Person left/VERB/root/0");
  const Found found = page.find();
  EXPECT_TRUE(page.are_one(found, 0, 9));
  EXPECT_FALSE(page.are_one(found, 6, 9));
}

TEST(JoinNames, LeavesALastNameOpenThatFitsTwoOfOneSentence) {
  Page page;
  page.add(
      "Tom/PROPN/nsubj/6/Person Vega/PROPN/flat/1/Person and/CCONJ/cc/4 Lena/PROPN/conj/1/Person "
      "Vega/PROPN/flat/4/Person left/VERB/root/0");
  page.add("Vega/PROPN/nsubj/2/Person slept/VERB/root/0");
  page.add("Tom/PROPN/nsubj/3/Person Vega/PROPN/flat/1/Person sang/VERB/root/0");
  const Found found = page.find();
  EXPECT_FALSE(page.are_one(found, 0, 6));
  EXPECT_FALSE(page.are_one(found, 3, 6));
  EXPECT_TRUE(page.are_one(found, 0, 8)) << "the full name fits one";
}

TEST(JoinNames, FindsThePersonBehindATeamAndARole) {
  Page page;
  page.add(
      "Elm/PROPN/compound/3/Person Rovers/PROPN/compound/3/Person guard/NOUN/nmod:desc/4/Person "
      "Ana/PROPN/nsubj/6/Person Ruiz/PROPN/flat/4/Person scored/VERB/root/0");
  page.add("Ruiz/PROPN/nsubj/2/Person slept/VERB/root/0");
  EXPECT_TRUE(page.are_one(page.find(), 3, 6));
}

TEST(JoinRoles, TakesTheNounRightBeforeANameForTheSame) {
  Page page;
  page.add(
      "The/DET/det/2 daily/NOUN/nsubj/4 Norrblad/PROPN/nsubj/4/Organization reported/VERB/root/0 "
      "rain/NOUN/obj/4");
  page.said("The daily Norrblad", "rain");
  const Found found = page.find();
  EXPECT_TRUE(page.are_one(found, 1, 2));
  EXPECT_EQ(page.speakers(found, 0), "Norrblad");
}

TEST(JoinRoles, MakesACarmakerNoPerson) {
  Page page;
  page.add("The/DET/det/2 carmaker/NOUN/nsubj/4 Velora/PROPN/appos/2/Person cut/VERB/root/0 jobs/NOUN/obj/4");
  page.add("She/PRON/nsubj/2 slept/VERB/root/0");
  const Found found = page.find();
  EXPECT_TRUE(page.are_one(found, 1, 2));
  EXPECT_FALSE(page.are_one(found, 2, 5));
}

TEST(JoinRoles, KeepsTheCompanyApartFromAMinistry) {
  Page page;
  page.add(
      "Voltane/PROPN/nsubj/2/Organization sued/VERB/root/0 the/DET/det/4 Ministry/PROPN/obj/2/Organization "
      "of/ADP/case/6/Organization Health/PROPN/nmod/4/Organization");
  page.add("The/DET/det/2 company/NOUN/nsubj/3 won/VERB/root/0");
  page.add("The/DET/det/2 ministry/NOUN/nsubj/3 lost/VERB/root/0");
  const Found found = page.find();
  EXPECT_TRUE(page.are_one(found, 0, 7));
  EXPECT_TRUE(page.are_one(found, 3, 10));
}

TEST(JoinRoles, LeavesABankApartFromAUnion) {
  Page page;
  page.add(
      "The/DET/det/3 Teachers/PROPN/compound/3/Organization Union/PROPN/nsubj/4/Organization "
      "met/VERB/root/0");
  page.add("The/DET/det/2 bank/NOUN/nsubj/3 lent/VERB/root/0");
  EXPECT_FALSE(page.are_one(page.find(), 2, 5));
}

TEST(JoinRoles, DoesNotTakeOneGroupForAnotherOnOddsAlone) {
  Page page;
  page.add("Analysts/NOUN/nsubj/2 slept/VERB/root/0");
  page.add("Unions/NOUN/nsubj/2 marched/VERB/root/0");
  page.add("The/DET/det/2 workers/NOUN/nsubj/3 marched/VERB/root/0");
  page.odds(2, 0, 5);
  page.odds(5, 2, 5);
  const Found found = page.find();
  EXPECT_FALSE(page.are_one(found, 0, 2));
  EXPECT_TRUE(page.are_one(found, 2, 5)) << "but a definite one is taken up";
}

TEST(JoinRoles, TakesATitleInCapitalsForARole) {
  Page page;
  page.add(
      "Prime/PROPN/compound/2 Minister/PROPN/nmod:desc/3 Eva/PROPN/nsubj/5/Person "
      "Moor/PROPN/flat/3/Person left/VERB/root/0");
  page.add("The/DET/det/3 Prime/PROPN/compound/3 Minister/PROPN/nsubj/4 slept/VERB/root/0");
  EXPECT_TRUE(page.are_one(page.find(), 2, 7));
}

TEST(FindSpeakers, PassesOverWhomTheSpeakerIsLikenedTo) {
  Page page;
  page.add(
      "Like/ADP/case/2 Moor/PROPN/obl/6/Person ,/PUNCT/punct/2 Ana/PROPN/nsubj/6/Person "
      "Ruiz/PROPN/flat/4/Person said/VERB/root/0 rain/NOUN/nsubj/8 fell/VERB/ccomp/6");
  page.said("Like Moor , Ana Ruiz", "rain fell");
  EXPECT_EQ(page.speakers(page.find(), 0), "Ana Ruiz");
}

TEST(FindSpeakers, TakesANameBeforeTheNounThatStandsBesideIt) {
  Page page;
  page.add(
      "Rain/NOUN/nsubj/2 fell/VERB/ccomp/3 said/VERB/root/0 water/NOUN/nsubj/3 minister/NOUN/nmod:desc/6 "
      "Eva/PROPN/nsubj/3/Person Moor/PROPN/flat/6/Person");
  page.said("water minister Eva Moor", "Rain fell");
  EXPECT_EQ(page.speakers(page.find(), 0), "minister Eva Moor");
}

TEST(FindSpeakers, ShowsAPersonByTheNameOfAPerson) {
  Page page;
  page.add(
      "Ana/PROPN/nsubj/7/Person Ruiz/PROPN/flat/1/Person ,/PUNCT/punct/5 Global/PROPN/compound/5 "
      "Resilience/PROPN/appos/1 ,/PUNCT/punct/5 left/VERB/root/0");
  page.add("Ruiz/PROPN/nsubj/2/Person said/VERB/root/0 rain/NOUN/nsubj/4 fell/VERB/ccomp/2");
  page.said("Ana Ruiz", "rain fell");
  EXPECT_EQ(page.speakers(page.find(), 0), "Ana Ruiz");
}

TEST(Pronouns, NeverTakeHeForAThing) {
  Page page;
  page.add("The/DET/det/2 frass/NOUN/nsubj/3 dried/VERB/root/0");
  page.add("He/PRON/nsubj/2 said/VERB/root/0 rain/NOUN/nsubj/4 fell/VERB/ccomp/2");
  page.said("He", "rain fell");
  EXPECT_EQ(page.speakers(page.find(), 0), "");
}

TEST(Pronouns, MaySpeakOfThemselvesInIndirectSpeechOnly) {
  Page page;
  page.add("Ana/PROPN/nsubj/2/Person resigns/VERB/ccomp/5 ,/PUNCT/punct/5 she/PRON/nsubj/5 said/VERB/root/0");
  page.said("she", "Ana resigns");
  EXPECT_EQ(page.speakers(page.find(), 0), "Ana");
  Page quoted;
  quoted.add(
      "``/PUNCT/punct/3 Ana/PROPN/nsubj/3/Person resigns/VERB/ccomp/7 ,/PUNCT/punct/3 ''/PUNCT/punct/3 "
      "she/PRON/nsubj/7 said/VERB/root/0");
  quoted.said("she", "`` Ana resigns , ''");
  EXPECT_EQ(quoted.speakers(quoted.find(), 0), "");
}

TEST(Pronouns, TakeAReflexiveForTheSubjectOfASentenceAndNobodyBefore) {
  Page page;
  page.add("Eva/PROPN/nsubj/2/Person slept/VERB/root/0");
  page.add(
      "Tomas/PROPN/nsubj/2/Person decided/VERB/root/0 to/PART/mark/4 treat/VERB/xcomp/2 dogs/NOUN/obj/4 "
      "himself/PRON/obl/4");
  const Found found = page.find();
  EXPECT_TRUE(page.are_one(found, 2, 7));
  Page alone;
  alone.add("Tomas/PROPN/nsubj/2/Person slept/VERB/root/0");
  alone.add("Dogs/NOUN/nsubj/2 fed/VERB/root/0 himself/PRON/obj/2");
  EXPECT_FALSE(alone.are_one(alone.find(), 0, 4));
}

TEST(Pronouns, KnowAWomanByHerGivenNameAloneUnlessItIsALastName) {
  Page page;
  page.add("Gloria/PROPN/nsubj/2/Person slept/VERB/root/0");
  page.add("He/PRON/nsubj/2 left/VERB/root/0");
  EXPECT_FALSE(page.are_one(page.find(), 0, 2));
  Page last;
  last.add("Peter/PROPN/nsubj/3/Person Gloria/PROPN/flat/1/Person slept/VERB/root/0");
  last.add("Gloria/PROPN/nsubj/2/Person woke/VERB/root/0");
  last.add("He/PRON/nsubj/2 left/VERB/root/0");
  EXPECT_TRUE(last.are_one(last.find(), 3, 5));
}

TEST(FindSpeakers, TakesTwoRolesBeforeOneNameForOnePerson) {
  Page page;
  page.add(
      "A/DET/det/2 lawyer/NOUN/nsubj/9 and/CCONJ/cc/5 former/ADJ/amod/5 judge/NOUN/conj/2 ,/PUNCT/punct/7 "
      "Ivan/PROPN/appos/2/Person Petrov/PROPN/flat/7/Person said/VERB/root/0 rain/NOUN/nsubj/11 "
      "fell/VERB/ccomp/9");
  page.said("A lawyer and former judge , Ivan Petrov", "rain fell");
  const Found found = page.find();
  EXPECT_EQ(found.speakers[0].entities.size(), 1U);
  EXPECT_EQ(page.speakers(found, 0), "Ivan Petrov");
}

TEST(FindSpeakers, KeepsALawyerAndHerClientTwo) {
  Page page;
  page.add(
      "A/DET/det/2 lawyer/NOUN/nsubj/6 and/CCONJ/cc/4 Ivan/PROPN/conj/2/Person Petrov/PROPN/flat/4/Person "
      "said/VERB/root/0 rain/NOUN/nsubj/8 fell/VERB/ccomp/6");
  page.said("A lawyer and Ivan Petrov", "rain fell");
  EXPECT_EQ(page.find().speakers[0].entities.size(), 2U);
}

TEST(FindSpeakers, GiveAnUnnamedSomeForThemselvesAndForNobodyBefore) {
  Page page;
  page.add("Passengers/NOUN/nsubj/2 waited/VERB/root/0");
  page.add("Some/PRON/nsubj/2 said/VERB/root/0 rain/NOUN/nsubj/4 fell/VERB/ccomp/2");
  page.said("Some", "rain fell");
  const Found found = page.find();
  EXPECT_EQ(page.speakers(found, 0), "Some");
  EXPECT_FALSE(page.are_one(found, 0, 2));
}

TEST(FindSpeakers, NamesASpokeswomanWhomNobodyKnewBefore) {
  Page page;
  page.add("A/DET/det/2 spokeswoman/NOUN/nsubj/3 said/VERB/root/0 rain/NOUN/nsubj/5 fell/VERB/ccomp/3");
  page.add(
      "Snow/NOUN/nsubj/2 fell/VERB/ccomp/5 Ana/PROPN/nsubj/5/Person Ruiz/PROPN/flat/3/Person "
      "add/VERB/root/0");
  page.said("A spokeswoman", "rain fell");
  page.said("Ana Ruiz", "Snow fell");
  EXPECT_EQ(page.speakers(page.find(), 0), "A spokeswoman") << "nothing tells that she goes on";
  page.announced("add");
  EXPECT_EQ(page.speakers(page.find(), 0), "Ana Ruiz");
}

TEST(JoinRoles, TakesAnUnknownNounBesideAPersonForAPerson) {
  Page page;
  page.add(
      "The/DET/det/2 zither/NOUN/nsubj/6 ,/PUNCT/punct/4 Ana/PROPN/appos/2/Person ,/PUNCT/punct/2 "
      "left/VERB/root/0");
  page.add("She/PRON/nsubj/2 slept/VERB/root/0");
  EXPECT_TRUE(page.are_one(page.find(), 1, 3));
}

TEST(JoinRoles, MakesACompanyOfAllItsNamesByOneNoun) {
  Page page;
  page.add("Velora/PROPN/nsubj/2/Person cut/VERB/root/0 jobs/NOUN/obj/2");
  page.add("Velora/PROPN/nsubj/2/Person grew/VERB/root/0");
  page.add(
      "The/DET/det/2 carmaker/NOUN/nsubj/4 Velora/PROPN/appos/2/Person hired/VERB/root/0 men/NOUN/obj/4");
  const Found found = page.find();
  EXPECT_TRUE(page.are_one(found, 0, 7));
  for (const Entity& each : found.entities.entities) EXPECT_NE(each.kind, EntityKind::person);
}

TEST(Mentions, EndBeforeAClauseThatOnlyAdds) {
  Page page;
  page.add(
      "Ana/PROPN/nsubj/8/Person Ruiz/PROPN/flat/1/Person ,/PUNCT/punct/5 who/PRON/nsubj/5 "
      "owns/VERB/acl:relcl/1 mills/NOUN/obj/5 ,/PUNCT/punct/1 said/VERB/root/0 rain/NOUN/nsubj/10 "
      "fell/VERB/ccomp/8");
  page.said("Ana Ruiz , who owns mills", "rain fell");
  EXPECT_EQ(page.speakers(page.find(), 0), "Ana Ruiz");
}

TEST(Pronouns, AreNobodyWhomTheirOwnClauseNames) {
  Page page;
  page.add("Eva/PROPN/nsubj/2/Person slept/VERB/root/0");
  page.add("Eva/PROPN/nsubj/2/Person ate/VERB/root/0");
  page.add("She/PRON/nsubj/2 described/VERB/root/0 Eva/PROPN/obj/2/Person");
  EXPECT_FALSE(page.are_one(page.find(), 0, 4));
}

TEST(Pronouns, StandForAllWhoSpokeTogether) {
  Page page;
  page.add("Nurses/NOUN/nsubj/5 and/CCONJ/cc/4 a/DET/det/4 teacher/NOUN/conj/1 protested/VERB/root/0");
  page.add("They/PRON/nsubj/2 said/VERB/root/0 rain/NOUN/nsubj/4 fell/VERB/ccomp/2");
  page.said("They", "rain fell");
  EXPECT_EQ(page.speakers(page.find(), 0), "Nurses+a teacher");
}

TEST(JoinRoles, TakesAnAgeForWhoHasItAndForNobodyElse) {
  Page page;
  page.add("Eva/PROPN/nsubj/2/Person slept/VERB/root/0");
  page.add(
      "Carl/PROPN/nsubj/6/Person Dunn/PROPN/flat/1/Person ,/PUNCT/punct/4 54/NUM/amod/1 ,/PUNCT/punct/1 "
      "left/VERB/root/0");
  page.add(
      "The/DET/det/6 54/NUM/nummod/4 -/PUNCT/punct/2 year/NOUN/compound/6 -/PUNCT/punct/4 old/ADJ/nsubj/7 "
      "slept/VERB/root/0");
  page.add(
      "The/DET/det/6 30/NUM/nummod/4 -/PUNCT/punct/2 year/NOUN/compound/6 -/PUNCT/punct/4 old/ADJ/nsubj/7 "
      "slept/VERB/root/0");
  page.odds(20, 0, 6);
  const Found found = page.find();
  EXPECT_TRUE(page.are_one(found, 2, 13));
  EXPECT_FALSE(page.are_one(found, 0, 20)) << "whatever the odds";
}

TEST(FindSpeakers, GivesBothWhereOneIsAPronoun) {
  Page page;
  page.add(kVegaSpoke);
  page.add(
      "He/PRON/nsubj/4 and/CCONJ/cc/3 Eva/PROPN/conj/1/Person said/VERB/root/0 snow/NOUN/nsubj/6 "
      "fell/VERB/ccomp/4");
  page.said("Tomas Vega Marin", "Rain fell");
  page.said("He and Eva", "snow fell");
  EXPECT_EQ(page.speakers(page.find(), 1), "Tomas Vega Marin+Eva");
}

TEST(JoinRoles, ANarrowingClauseTellsOfAnotherAndOneBehindACommaDoesNot) {
  Page page;
  page.add("The/DET/det/2 mayor/NOUN/nsubj/3 slept/VERB/root/0");
  page.add(
      "The/DET/det/2 mayor/NOUN/nsubj/7 ,/PUNCT/punct/5 who/PRON/nsubj/5 aged/VERB/acl:relcl/2 "
      ",/PUNCT/punct/2 "
      "woke/VERB/root/0");
  page.add("The/DET/det/2 mayor/NOUN/nsubj/5 who/PRON/nsubj/4 lost/VERB/acl:relcl/2 wept/VERB/root/0");
  const Found found = page.find();
  EXPECT_TRUE(page.are_one(found, 1, 4));
  EXPECT_FALSE(page.are_one(found, 1, 11));
}

TEST(FindSpeakers, DoesNotNameARoleThatTheReportHadBeforeByWhoSpeaksNext) {
  Page page;
  page.add("The/DET/det/3 old/ADJ/amod/3 president/NOUN/nsubj/4 slept/VERB/root/0");
  page.add(
      "The/DET/det/3 new/ADJ/amod/3 president/NOUN/nsubj/4 said/VERB/root/0 rain/NOUN/nsubj/6 "
      "fell/VERB/ccomp/4");
  page.add(
      "Snow/NOUN/nsubj/2 fell/VERB/ccomp/5 Ana/PROPN/nsubj/5/Person Ruiz/PROPN/flat/3/Person "
      "add/VERB/root/0");
  page.said("The new president", "rain fell");
  page.said("Ana Ruiz", "Snow fell");
  EXPECT_EQ(page.speakers(page.find(), 0), "The new president");
}

TEST(JoinRoles, WantsMoreOddsToTellWhoSomebodyNamedIs) {
  Page page;
  page.add(kVegaSpoke);
  page.add("The/DET/det/2 moderator/NOUN/nsubj/3 slept/VERB/root/0");
  page.add("The/DET/det/2 envoy/NOUN/nsubj/3 slept/VERB/root/0");
  page.odds(8, 3, 2.5F);
  page.odds(11, 3, 4);
  const Found found = page.find();
  EXPECT_FALSE(page.are_one(found, 3, 8));
  EXPECT_TRUE(page.are_one(found, 3, 11));
}

TEST(FindSpeakers, DoesNotNameSomebodyByWhoSpeaksNext) {
  Page page;
  page.add("Somebody/PRON/nsubj/2 said/VERB/root/0 rain/NOUN/nsubj/4 fell/VERB/ccomp/2");
  page.add(
      "Snow/NOUN/nsubj/2 fell/VERB/ccomp/5 Ana/PROPN/nsubj/5/Person Ruiz/PROPN/flat/3/Person "
      "add/VERB/root/0");
  page.said("Somebody", "rain fell");
  page.said("Ana Ruiz", "Snow fell");
  EXPECT_EQ(page.speakers(page.find(), 0), "Somebody");
}

}  // namespace
}  // namespace onrecord::entity
