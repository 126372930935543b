#include "time/calendar.h"

#include <gtest/gtest.h>

namespace onrecord::time {
namespace {

Day day(int year, int month, int of_month) { return *make_day(year, month, of_month); }

TEST(Calendar, KnowsWhichDaysThereAre) {
  EXPECT_TRUE(make_day(2024, 2, 29));
  EXPECT_FALSE(make_day(2023, 2, 29));
  EXPECT_FALSE(make_day(2023, 0, 1));
  EXPECT_FALSE(make_day(2023, 13, 1));
  EXPECT_FALSE(make_day(123456789, 1, 1));
  EXPECT_FALSE(make_day(0, 1, 1));
}

TEST(Calendar, CountsWeeksAsIsoDoes) {
  EXPECT_EQ(week_of(day(2021, 1, 3)).week, 53);
  EXPECT_EQ(week_of(day(2021, 1, 3)).year, 2020);
  EXPECT_EQ(week_of(day(2022, 3, 28)).week, 13);
  EXPECT_TRUE(monday_of(2020, 53));
  EXPECT_FALSE(monday_of(2021, 53)) << "a short year has 52 weeks";
}

TEST(Calendar, MovesByMonthsToTheLastDayThereIs) {
  EXPECT_EQ(shift(day(2022, 3, 31), Unit::month, -1), day(2022, 2, 28));
  EXPECT_EQ(shift(day(2024, 2, 29), Unit::year, 1), day(2025, 2, 28));
  EXPECT_EQ(shift(day(2022, 1, 1), Unit::month, -1), day(2021, 12, 1));
}

TEST(Calendar, StaysWithinItsYears) {
  EXPECT_FALSE(shift(day(2022, 1, 1), Unit::year, 9000));
  EXPECT_FALSE(shift(day(2022, 1, 1), Unit::year, -3000));
  EXPECT_FALSE(shift(day(9999, 12, 31), Unit::day, 1));
  EXPECT_FALSE(shift(day(2022, 1, 1), Unit::millennium, 2000000000));
  EXPECT_FALSE(years_period(9990, 9999 + 1));
}

TEST(Calendar, KnowsEaster) {
  EXPECT_EQ(easter(2000), day(2000, 4, 23));
  EXPECT_EQ(easter(2024), day(2024, 3, 31));
}

TEST(Calendar, AWinterRunsIntoTheNextYear) {
  const auto winter = season_period(2021, 4);
  ASSERT_TRUE(winter);
  EXPECT_EQ(winter->first, day(2021, 12, 1));
  EXPECT_EQ(winter->last, day(2022, 2, 28));
}

}  // namespace
}  // namespace onrecord::time
