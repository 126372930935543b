#include "entity/bodies.h"

#include <gtest/gtest.h>

namespace onrecord::entity {
namespace {

TEST(Bodies, TakeUpANameThatHoldsTheNounBeforeAnyOther) {
  EXPECT_EQ(fit_of_body("ministry", "ministry of health"), Fit::word);
  EXPECT_EQ(fit_of_body("newspaper", "arlen herald"), Fit::kind);
  EXPECT_GT(fit_of_body("bank", "arlen savings bank"), fit_of_body("company", "voltane"));
}

TEST(Bodies, LeaveANameThatTellsOfAnotherKind) {
  EXPECT_EQ(fit_of_body("company", "ministry of health"), Fit::no);
  EXPECT_EQ(fit_of_body("bank", "federation of teachers"), Fit::no);
  EXPECT_EQ(fit_of_body("court", "arlen herald"), Fit::no);
  EXPECT_EQ(fit_of_body("agency", "acme foods inc"), Fit::no);
  EXPECT_EQ(fit_of_body("group", "acme foods inc"), Fit::open) << "but a company may be a group";
  EXPECT_EQ(fit_of_body("group", "ministry of health"), Fit::no) << "nobody calls a ministry a group";
}

TEST(Bodies, TakeANameThatTellsNothingForACompanyButNotForACourt) {
  EXPECT_EQ(fit_of_body("company", "voltane"), Fit::open);
  EXPECT_EQ(fit_of_body("court", "voltane"), Fit::no);
  EXPECT_EQ(fit_of_body("stone", "voltane"), Fit::no);
}

TEST(Bodies, KnowACountryFromACity) {
  EXPECT_EQ(fit_of_place("country", "kenya"), Fit::kind);
  EXPECT_EQ(fit_of_place("city", "kenya"), Fit::no);
  EXPECT_EQ(fit_of_place("city", "arlen"), Fit::open);
  EXPECT_EQ(fit_of_place("country", "arlen"), Fit::no);
  EXPECT_EQ(fit_of_place("city", "city of arlen"), Fit::word);
  EXPECT_EQ(fit_of_place("road", "arlen"), Fit::no);
}

}  // namespace
}  // namespace onrecord::entity
