#include "entity/lands.h"

#include <gtest/gtest.h>

#include <string>

#include "entity/test_page.h"

namespace onrecord::entity {
namespace {

TEST(Lands, KnowsNamesSeatsAndBorders) {
  EXPECT_EQ(find_land("kenya")->code, "KE");
  EXPECT_TRUE(find_land("nairobi")->seat);
  EXPECT_FALSE(find_land("congo")) << "there are two";
  EXPECT_TRUE(have_a_border("KE", "UG"));
  EXPECT_TRUE(have_a_border("UG", "KE"));
  EXPECT_FALSE(have_a_border("KE", "CD"));
  EXPECT_FALSE(have_a_border("KE", "KE"));
}

// 0 to 3: `owner`'s own words, with "its neighbour" at 2 and 3.
std::string fears(const std::string& owner) {
  return owner + "/PROPN/nsubj/2/Location fears/VERB/root/0 its/PRON/nmod:poss/4 neighbour/NOUN/obj/2";
}
std::string slept(const std::string& land) { return land + "/PROPN/nsubj/2/Location slept/VERB/root/0"; }

TEST(JoinNeighbours, TakesTheOneLandSpokenOfThatHasABorderWithIt) {
  Page page;
  page.add(slept("Uganda"));
  page.add(slept("Brazil"));
  page.add(fears("Kenya"));
  const Found found = page.find();
  EXPECT_TRUE(page.are_one(found, 0, 7));
  EXPECT_FALSE(page.are_one(found, 2, 7));
  EXPECT_FALSE(page.are_one(found, 4, 7)) << "nobody is their own neighbour";
}

TEST(JoinNeighbours, TakesASeatOfGovernmentForItsLand) {
  Page page;
  page.add(slept("Uganda"));
  page.add(fears("Nairobi"));
  EXPECT_TRUE(page.are_one(page.find(), 0, 5));
}

TEST(JoinNeighbours, LooksBehindItWhereNoneStandsBefore) {
  Page page;
  page.add(fears("Kenya"));
  page.add(slept("Uganda"));
  EXPECT_TRUE(page.are_one(page.find(), 3, 4));
}

TEST(JoinNeighbours, LeavesOpenWhichOfTwoItIs) {
  Page page;
  page.add(slept("Uganda"));
  page.add(slept("Somalia"));
  page.add(fears("Kenya"));
  const Found found = page.find();
  EXPECT_FALSE(page.are_one(found, 0, 7));
  EXPECT_FALSE(page.are_one(found, 2, 7));
}

TEST(JoinNeighbours, CountsALandWhoseAdjectiveOnlyIsThere) {
  Page page;
  page.add(slept("Uganda"));
  page.add("Somali/ADJ/amod/2 ships/NOUN/nsubj/3 left/VERB/root/0");
  page.add(fears("Kenya"));
  EXPECT_FALSE(page.are_one(page.find(), 0, 8));
}

TEST(JoinNeighbours, LeavesOpenWhatIsNarrowedAndWhoLivesNextDoor) {
  Page page;
  page.add(slept("Uganda"));
  page.add(
      "Kenya/PROPN/nsubj/2/Location fears/VERB/root/0 its/PRON/nmod:poss/5 northern/ADJ/amod/5 "
      "neighbour/NOUN/obj/2");
  page.add("Ana/PROPN/nsubj/2/Person fears/VERB/root/0 her/PRON/nmod:poss/4 neighbour/NOUN/obj/2");
  const Found found = page.find();
  EXPECT_FALSE(page.are_one(found, 0, 6));
  EXPECT_FALSE(page.are_one(found, 0, 10));
}

// "In talks with Ivo Dahl, Oleg Lind left Arlen, `whose` office said."
void add_talks(Page& page, const std::string& whose) {
  page.add(
      "In/ADP/case/2 talks/NOUN/obl/9 with/ADP/case/4 Ivo/PROPN/nmod/2/Person Dahl/PROPN/flat/4/Person "
      ",/PUNCT/punct/2 Oleg/PROPN/nsubj/9/Person Lind/PROPN/flat/7/Person left/VERB/ccomp/14 "
      "Arlen/PROPN/obj/9/Location ,/PUNCT/punct/9 " +
      whose + "/PRON/nmod:poss/13 office/NOUN/nsubj/14 said/VERB/root/0");
  page.said(whose + " office", "Oleg Lind left Arlen");
}

TEST(JoinPronouns, TakesHisOfficeForTheOneWhoseDeedItTells) {
  Page page;
  add_talks(page, "his");
  const Found found = page.find();
  EXPECT_TRUE(page.are_one(found, 6, 11));
  EXPECT_FALSE(page.are_one(found, 3, 11));
}

TEST(JoinPronouns, TakesHerOfficeForNoMan) {
  Page page;
  add_talks(page, "her");
  const Found found = page.find();
  EXPECT_FALSE(page.are_one(found, 6, 11));
}

}  // namespace
}  // namespace onrecord::entity
