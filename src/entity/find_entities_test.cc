#include "entity/find_entities.h"

#include <gtest/gtest.h>

#include "entity/people.h"
#include "entity/test_page.h"

namespace onrecord::entity {
namespace {

const char* const kRuizSpoke =
    "Rain/NOUN/nsubj/2 fell/VERB/ccomp/6 ,/PUNCT/punct/6 Ana/PROPN/nsubj/6/Person Ruiz/PROPN/flat/4/Person "
    "said/VERB/root/0";
const char* const kSheSpoke =
    "Snow/NOUN/nsubj/2 fell/VERB/ccomp/5 ,/PUNCT/punct/5 she/PRON/nsubj/5 said/VERB/root/0";

TEST(FindEntities, FindsNobodyWhereNobodySpeaks) {
  const auto found = find_entities(syntax::Tree(Document(), Tags()), {});
  EXPECT_TRUE(found.entities.entities.empty());
  EXPECT_TRUE(found.speakers.empty());
}

TEST(FindEntities, StandsTagsWithoutLabels) {
  Document::Parts parts;
  parts.text = "She said";
  parts.tokens = {{{0, 3}, true, false}, {{4, 8}, true, false}};
  parts.blocks = {{{0, 8}, BlockKind::paragraph, {0, 2}}};
  Tags tags;
  tags.words.resize(2);
  EXPECT_TRUE(find_entities(syntax::Tree(Document(parts), tags), {}).entities.entities.empty());
}

TEST(FindEntities, TakesAPronounForWhoSpokeBefore) {
  Page page;
  page.add(kRuizSpoke);
  page.add(kSheSpoke);
  page.said("Ana Ruiz", "Rain fell");
  page.said("she", "Snow fell");
  const Found found = page.find();
  EXPECT_EQ(page.speakers(found, 0), "Ana Ruiz");
  EXPECT_EQ(page.speakers(found, 1), "Ana Ruiz");
}

TEST(FindEntities, DoesNotTakeAPronounForANameInASubHeadlineAbove) {
  Page page;
  page.add(kRuizSpoke);
  page.add("Eva/PROPN/nsubj/3/Person Moor/PROPN/flat/1/Person protests/VERB/root/0", BlockKind::subheadline);
  page.add(kSheSpoke);
  page.said("Ana Ruiz", "Rain fell");
  page.said("she", "Snow fell");
  EXPECT_EQ(page.speakers(page.find(), 1), "Ana Ruiz");
}

TEST(FindEntities, LeavesAPronounUnknownThatOnlyAHeadlineCouldExplain) {
  Page page;
  page.add("Eva/PROPN/nsubj/3/Person Moor/PROPN/flat/1/Person protests/VERB/root/0", BlockKind::headline);
  page.add(kSheSpoke);
  page.said("she", "Snow fell");
  EXPECT_EQ(page.speakers(page.find(), 0), "");
}

TEST(FindEntities, DoesNotTakeSheForAMan) {
  Page page;
  page.add(
      "Rain/NOUN/nsubj/2 fell/VERB/ccomp/6 ,/PUNCT/punct/6 Peter/PROPN/nsubj/6/Person "
      "Ruiz/PROPN/flat/4/Person "
      "said/VERB/root/0");
  page.add(kSheSpoke);
  page.said("Peter Ruiz", "Rain fell");
  page.said("she", "Snow fell");
  EXPECT_EQ(page.speakers(page.find(), 1), "");
}

TEST(FindEntities, JoinsASurnameToTheFullName) {
  Page page;
  page.add(kRuizSpoke);
  page.add("Ruiz/PROPN/nsubj/2/Person left/VERB/root/0");
  EXPECT_TRUE(page.are_one(page.find(), 3, 6));
}

TEST(FindEntities, KeepsTwoPersonsOfOneSurnameApart) {
  Page page;
  page.add(kRuizSpoke);
  page.add("Peter/PROPN/nsubj/3/Person Ruiz/PROPN/flat/1/Person left/VERB/root/0");
  EXPECT_FALSE(page.are_one(page.find(), 3, 6));
}

TEST(FindEntities, JoinsAnApposition) {
  Page page;
  page.add(
      "Ana/PROPN/nsubj/7/Person Ruiz/PROPN/flat/1/Person ,/PUNCT/punct/5 the/DET/det/5 mayor/NOUN/appos/1 "
      ",/PUNCT/punct/5 left/VERB/root/0");
  EXPECT_TRUE(page.are_one(page.find(), 0, 4));
}

TEST(FindEntities, JoinsAPredicateUnlessItIsDenied) {
  Page page;
  page.add("Ana/PROPN/nsubj/4/Person is/AUX/cop/4 the/DET/det/4 mayor/NOUN/root/0");
  page.add("Eva/PROPN/nsubj/5/Person is/AUX/cop/5 not/PART/advmod/5 the/DET/det/5 judge/NOUN/root/0");
  const Found found = page.find();
  EXPECT_TRUE(page.are_one(found, 0, 3));
  EXPECT_FALSE(page.are_one(found, 4, 8));
}

TEST(FindEntities, TakesUpARoleByItsNoun) {
  Page page;
  page.add("The/DET/det/3 new/ADJ/amod/3 mayor/NOUN/nsubj/4 left/VERB/root/0");
  page.add("The/DET/det/2 mayor/NOUN/nsubj/3 slept/VERB/root/0");
  page.add("The/DET/det/3 old/ADJ/amod/3 mayor/NOUN/nsubj/4 slept/VERB/root/0");
  const Found found = page.find();
  EXPECT_TRUE(page.are_one(found, 2, 5));
  EXPECT_FALSE(page.are_one(found, 2, 9));
}

TEST(FindEntities, NamesASpokespersonWhoIsNamedOneParagraphLater) {
  Page page;
  page.add("The/DET/det/2 spokesperson/NOUN/nsubj/3 said/VERB/root/0 rain/NOUN/nsubj/5 fell/VERB/ccomp/3");
  page.add(kRuizSpoke);
  page.said("The spokesperson", "rain fell");
  page.said("Ana Ruiz", "Rain fell");
  EXPECT_EQ(page.speakers(page.find(), 0), "Ana Ruiz");
}

TEST(FindEntities, DoesNotNameJustAnyUnnamedSpeaker) {
  Page page;
  page.add("A/DET/det/2 neighbour/NOUN/nsubj/3 said/VERB/root/0 rain/NOUN/nsubj/5 fell/VERB/ccomp/3");
  page.add(kRuizSpoke);
  page.said("A neighbour", "rain fell");
  page.said("Ana Ruiz", "Rain fell");
  EXPECT_EQ(page.speakers(page.find(), 0), "A neighbour");
}

TEST(FindEntities, KeepsAnOfficeApartFromItsOwner) {
  Page page;
  page.add(kRuizSpoke);
  page.add("Her/PRON/nmod:poss/2 office/NOUN/nsubj/3 said/VERB/root/0 snow/NOUN/nsubj/5 fell/VERB/ccomp/3");
  page.said("Ana Ruiz", "Rain fell");
  page.said("Her office", "snow fell");
  const Found found = page.find();
  EXPECT_EQ(page.speakers(found, 1), "Her office");
  EXPECT_TRUE(page.are_one(found, 3, 6));
  EXPECT_FALSE(page.are_one(found, 3, 7));
}

TEST(FindEntities, GivesBothOfTwoSpeakers) {
  Page page;
  page.add(
      "Rain/NOUN/nsubj/2 fell/VERB/ccomp/6 Ana/PROPN/nsubj/6/Person and/CCONJ/cc/5 Eva/PROPN/conj/3/Person "
      "said/VERB/root/0");
  page.said("Ana and Eva", "Rain fell");
  EXPECT_EQ(page.speakers(page.find(), 0), "Ana+Eva");
}

TEST(FindEntities, TakesIWithinAStatementForItsSpeaker) {
  Page page;
  page.add(
      "I/PRON/nsubj/2 slept/VERB/ccomp/5 Ana/PROPN/nsubj/5/Person Ruiz/PROPN/flat/3/Person said/VERB/root/0");
  page.said("Ana Ruiz", "I slept");
  EXPECT_TRUE(page.are_one(page.find(), 0, 2));
}

TEST(FindEntities, JoinsARelativePronounToItsNoun) {
  Page page;
  page.add("The/DET/det/2 mayor/NOUN/nsubj/5 who/PRON/nsubj/4 slept/VERB/acl:relcl/2 left/VERB/root/0");
  EXPECT_TRUE(page.are_one(page.find(), 1, 2));
}

TEST(PronounCases, TellWhatAPronounMayStandForTheNearestFirst) {
  Page page;
  page.add(
      "Ana/PROPN/nsubj/3/Person Ruiz/PROPN/flat/1/Person met/VERB/root/0 Eva/PROPN/obj/3/Person "
      "Moor/PROPN/flat/4/Person");
  page.add("She/PRON/nsubj/2 slept/VERB/root/0");
  const auto cases = page.cases();
  ASSERT_EQ(cases.size(), 1U);
  EXPECT_EQ(cases[0].head, 5U);
  EXPECT_EQ(cases[0].weights, "he");
  ASSERT_EQ(cases[0].candidates.size(), 2U);
  EXPECT_EQ(cases[0].candidates[0].head, 3U);
  EXPECT_EQ(cases[0].candidates[1].head, 0U);
  EXPECT_EQ(cases[0].candidates[1].others, std::vector<std::uint32_t>{0U});
  EXPECT_EQ(cases[0].candidates[0].clues.size(), antecedent_clues().size());
}

TEST(PronounCases, HoldNoPronounWithoutCandidates) {
  Page page;
  page.add("She/PRON/nsubj/2 slept/VERB/root/0");
  EXPECT_TRUE(page.cases().empty());
}

TEST(People, TellsRolesAndGenders) {
  EXPECT_EQ(gender_of_given_name("volodymyr"), Gender::male);
  EXPECT_EQ(gender_of_given_name("ana"), Gender::female);
  EXPECT_EQ(gender_of_given_name("kim"), Gender::unknown);
  EXPECT_TRUE(are_one_role("spokesman", "spokesperson"));
  EXPECT_FALSE(are_one_role("spokesman", "chairman"));
  EXPECT_EQ(land_of("kenyan"), "kenya");
}

}  // namespace
}  // namespace onrecord::entity
