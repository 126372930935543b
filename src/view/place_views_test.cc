#include "view/place_views.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "onrecord/view.h"
#include "view/sample_reading.h"

namespace onrecord::view {
namespace {

Reading sample() {
  Reading reading = full_reading();
  add_places(reading);
  return reading;
}

TEST(PlaceViews, TellPlacesAndTheirStatus) {
  const auto places = places_json(sample());
  ASSERT_EQ(places.size(), 1U);
  EXPECT_EQ(places[0]["name"], "Monday Town");
  EXPECT_EQ(places[0]["country"], "USA");
  EXPECT_TRUE(places[0]["admin1"].is_null());
  EXPECT_EQ(places[0]["status"]["administered_by"], "USA");
  EXPECT_TRUE(places[0]["status"]["de_jure"].is_null());
}

TEST(PlaceViews, LeaveOpenWhatIsNotKnown) {
  Reading reading = sample();
  reading.places.places[0].administered_by.clear();
  const Positions positions(reading);
  EXPECT_TRUE(places_json(reading)[0]["status"].is_null());
  const auto mentions = place_mentions_json(reading, positions);
  ASSERT_EQ(mentions.size(), 2U);
  EXPECT_EQ(mentions[0]["place"], 0);
  EXPECT_EQ(mentions[0]["use"], "actor");
  EXPECT_TRUE(mentions[1]["place"].is_null());
  EXPECT_TRUE(mentions[1]["use"].is_null());
  EXPECT_TRUE(mentions[1]["rule"].is_null());
}

TEST(PlaceViews, ShowPeopleOnePlaceALine) {
  const Reading reading = sample();
  const Positions positions(reading);
  EXPECT_EQ(places_markdown(reading, positions),
            "\n### Places\n\n"
            "- **Monday Town** (city, USA): Reuters, actor 2:20. Disputed: administered by USA\n"
            "- not known which: Monday, unknown 2:4\n");
  EXPECT_NE(to_table(reading, {}).find("Monday Town · city, USA"), std::string::npos);
}

TEST(PlaceViews, ExplainAPlace) {
  const auto told = explain_place(sample(), 1, {});
  ASSERT_TRUE(told);
  EXPECT_NE(told->find("“Reuters” (2:20) stands for someone"), std::string::npos);
  EXPECT_NE(told->find("administered by USA"), std::string::npos);
  EXPECT_FALSE(explain_place(sample(), 0, {}));
  EXPECT_EQ(explain_place(sample(), 2, {}).error().code, ErrorCode::bad_option);
}

TEST(PlaceViews, ShowNothingWhereThereIsNoPlace) {
  const Reading reading = full_reading();
  EXPECT_EQ(places_markdown(reading, Positions(reading)), "");
  EXPECT_EQ(to_table(reading, {}).find("Places"), std::string::npos);
}

}  // namespace
}  // namespace onrecord::view
