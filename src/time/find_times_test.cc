#include "time/find_times.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "time/testing.h"

namespace onrecord::time {
namespace {

using Published = std::optional<std::chrono::year_month_day>;

// "Friday=2022-03-25 | this week=2022-W13"
std::string found(const std::string& spelt, Published published = kMonday) {
  const Words words(spelt);
  std::string all;
  for (const TimeMention& time : words.times(published)) {
    all += (all.empty() ? "" : " | ") + std::string(words.document.text(time.span)) + "=" + time.value;
    if (time.modifier != TimeModifier::none) all += " " + std::string(to_string(time.modifier));
  }
  return all;
}

std::string day(std::chrono::sys_days date) {
  const std::chrono::year_month_day parts{date};
  return std::to_string(static_cast<int>(parts.year())) + "-" +
         std::to_string(static_cast<unsigned>(parts.month())) + "-" +
         std::to_string(static_cast<unsigned>(parts.day()));
}

std::string days(const std::string& spelt, Published published = kMonday) {
  std::string all;
  for (const TimeMention& time : Words(spelt).times(published))
    all += (all.empty() ? "" : " | ") +
           (time.period ? day(time.period->first) + ".." + day(time.period->last) : "-");
  return all;
}

TEST(Times, AWeekdayIsTheLastOneThatWas) {
  EXPECT_EQ(found("They met on Friday ."), "Friday=2022-03-25");
  EXPECT_EQ(found("They met on Monday ."), "Monday=2022-03-28");
  EXPECT_EQ(found("They met last Monday ."), "last Monday=2022-03-21");
  EXPECT_EQ(found("They meet next Monday ."), "next Monday=2022-04-04");
}

TEST(Times, ADateSaysItselfWhole) {
  EXPECT_EQ(found("on March 5 , 1946 , at noon"), "March 5 , 1946=1946-03-05 | noon=1946-03-05T12:00");
  EXPECT_EQ(found("on 5 March 1946"), "5 March 1946=1946-03-05");
  EXPECT_EQ(found("on Friday , Oct. 23 , 1998"), "Friday , Oct. 23 , 1998=1998-10-23");
  EXPECT_EQ(found("on 2022-03-28 and 04/18/1998"), "2022-03-28=2022-03-28 | 04/18/1998=1998-04-18");
  EXPECT_EQ(days("in February 2024"), "2024-2-1..2024-2-29");
}

TEST(Times, SpansHaveANumberAndAUnit) {
  EXPECT_EQ(found("for more than four weeks"), "more than four weeks=P4W MORE_THAN");
  EXPECT_EQ(found("for 2 1/2 years"), "2 1/2 years=P2Y6M");
  EXPECT_EQ(found("a two _- _year plan"), "two-year=P2Y");
  EXPECT_EQ(found("for a couple of years"), "a couple of years=P2Y");
  EXPECT_EQ(found("within two to three weeks"), "two to three weeks=P2W APPROX");
  EXPECT_EQ(found("after several years"), "several years=PXY");
  EXPECT_EQ(found("a minute and a half"), "a minute and a half=PT1M30S");
}

TEST(Times, ThePastYearsEndOnTheDayOfPublication) {
  EXPECT_EQ(found("for the past eight years ."), "the past eight years=P8Y");
  EXPECT_EQ(days("for the past eight years ."), "2014-3-28..2022-3-28");
  EXPECT_EQ(days("over the next two weeks ."), "2022-3-28..2022-4-11");
}

TEST(Times, UnitsOfTheCalendarAreWhole) {
  EXPECT_EQ(found("this week , last month , next year"),
            "this week=2022-W13 | last month=2022-02 | next year=2023");
  EXPECT_EQ(days("this week"), "2022-3-28..2022-4-3");
  EXPECT_EQ(found("early next year"), "early next year=2023 START");
  EXPECT_EQ(found("by the end of the year"), "the end of the year=2022 END");
  EXPECT_EQ(found("in the 1990s"), "the 1990s=199");
  EXPECT_EQ(days("in the 20th century"), "1900-1-1..1999-12-31");
  EXPECT_EQ(found("in the third quarter of 2021"), "the third quarter of 2021=2021-Q3");
}

TEST(Times, RangesOfYearsAreOne) {
  EXPECT_EQ(found("in 2009 _- _2010"), "2009-2010=2009/2010");
  EXPECT_EQ(days("in 2009 _- _2010"), "2009-1-1..2010-12-31");
  EXPECT_EQ(days("on March 3 _- _5"), "2022-3-3..2022-3-5");
}

TEST(Times, TheYearMayBeToldByTheWordsBehind) {
  EXPECT_EQ(found("in October last year"), "October last year=2021-10");
  EXPECT_EQ(found("in the first quarter this year"), "the first quarter this year=2022-Q1");
  EXPECT_EQ(days("on 24 _- _25 February"), "2022-2-24..2022-2-25");
}

TEST(Times, ThatDayIsOneThatWasToldAsADay) {
  EXPECT_EQ(found("In 1987 it fell ; that day it rose ."), "1987=1987 | that day=XXXX-XX-XX");
  EXPECT_EQ(found("On May 3 , 1987 , it fell ; that day it rose ."),
            "May 3 , 1987=1987-05-03 | that day=1987-05-03");
}

TEST(Times, AnHourHasItsDayAndItsZone) {
  EXPECT_EQ(found("at 5 a.m. on Thursday"), "5 a.m. on Thursday=2022-03-24T05:00");
  EXPECT_EQ(found("at midnight local time ( 2200 GMT ) on Friday"),
            "midnight local time ( 2200 GMT ) on Friday=2022-03-25T24:00");
  const auto times = Words("at midnight local time ( 2200 GMT ) on Friday").times();
  ASSERT_EQ(times.size(), 1U);
  EXPECT_EQ(times[0].zone_minutes, 120);
  EXPECT_EQ(found("at 2200 GMT"), "2200 GMT=2022-03-28T22:00");
}

TEST(Times, LaterCountsFromTheTimeToldBefore) {
  EXPECT_EQ(found("It fell on March 3 , 2015 .\nTwo days later it rose ."),
            "March 3 , 2015=2015-03-03 | Two days later=2015-03-05");
  EXPECT_EQ(found("In May 2019 it was high .\nA year earlier it was low ."),
            "May 2019=2019-05 | A year earlier=2018-05");
  EXPECT_EQ(found("He left in 1996 . The following year he returned ."),
            "1996=1996 | The following year=1997");
  EXPECT_EQ(found("two days ago"), "two days ago=2022-03-26");
}

TEST(Times, AgesAreNoTimes) {
  EXPECT_EQ(found("a 22 _- _year _- _old man"), "");
  EXPECT_EQ(found("he is 54 years old"), "");
  EXPECT_EQ(found("a child aged 6 months"), "");
}

TEST(Times, WhatOnlyLooksLikeATimeIsLeftAlone) {
  EXPECT_EQ(found("it may march second to none"), "");
  EXPECT_EQ(found("some 2000 people saw 1998 % of it"), "");
  EXPECT_EQ(found("the sun sat low"), "");
  EXPECT_EQ(found("in her eighties"), "");
  EXPECT_EQ(found("$ 30 years"), "");
}

TEST(Times, WithoutADayOfPublicationValuesStayOpen) {
  EXPECT_EQ(found("on Friday", std::nullopt), "Friday=XXXX-WXX-5");
  EXPECT_EQ(found("on March 12", std::nullopt), "March 12=XXXX-03-12");
  EXPECT_EQ(found("last year , this week , yesterday", std::nullopt),
            "last year=XXXX | this week=XXXX-WXX | yesterday=XXXX-XX-XX");
  EXPECT_EQ(days("on Friday , last year", std::nullopt), "- | -");
  EXPECT_EQ(days("in 2014", std::nullopt), "2014-1-1..2014-12-31");
}

TEST(Times, ADayThatIsNotThereIsSaidAndHasNoDays) {
  const auto times = Words("on February 30 , 2022").times();
  ASSERT_EQ(times.size(), 1U);
  EXPECT_EQ(times[0].rule, "impossible date");
  EXPECT_FALSE(times[0].period);
  EXPECT_EQ(found("on February 30 , 2022"), "February 30 , 2022=2022-02-XX");
  EXPECT_EQ(found("on 2022-13-45"), "");
}

TEST(Times, HugeNumbersNeitherOverflowNorLoseWhatFollows) {
  EXPECT_EQ(found("for 999999999 years , on Friday"), "999999999 years=P999999999Y | Friday=2022-03-25");
  EXPECT_EQ(days("999999999 years ago"), "-");
  EXPECT_EQ(days("the past 400000000 weeks"), "-");
  EXPECT_EQ(found("in 123456789 , on Friday"), "Friday=2022-03-25");
  EXPECT_EQ(days("9998 years ago"), "-");
}

TEST(Times, HostileInputIsReadToItsEnd) {
  std::string spelt;
  for (int i = 0; i < 2000; ++i) spelt += "the last next this past two hundred and ";
  for (int i = 0; i < 2000; ++i) spelt += "early late end of the year ago earlier ";
  spelt += std::string(100000, '9') +
           " years \xD9\xA3 days 2\xC2\xBD years ' `` 's -- 1/0 00/00/0000 24:60 99:99 ";
  for (int i = 0; i < 2000; ++i) spelt += "March 31 , 2022 _- _2023 _- _2024 ";
  const Words words(spelt);
  std::uint32_t last = 0;
  for (const TimeMention& time : words.times()) {
    EXPECT_LE(last, time.words.first);
    EXPECT_LT(time.words.first, time.words.end);
    last = time.words.end;
  }
  EXPECT_LE(last, words.tags.words.size());
}

TEST(Times, AnEmptyDocumentHasNone) { EXPECT_TRUE(Words("").times().empty()); }

}  // namespace
}  // namespace onrecord::time
