#include "view/times.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "onrecord/view.h"
#include "view/sample_reading.h"

namespace onrecord::view {
namespace {

using std::chrono::day;
using std::chrono::March;
using std::chrono::sys_days;
using std::chrono::year;

sys_days march(unsigned of_month) { return sys_days{year{2022} / March / day{of_month}}; }

Reading with_time(bool dated) {
  Reading reading = plain_reading("They met on Friday.");
  TimeMention time;
  time.span = find(reading.document, "Friday");
  time.words = {3, 4};
  time.value = dated ? "2022-03-25" : "XXXX-WXX-5";
  time.granularity = Granularity::day;
  time.rule = "weekday";
  time.score = 0.9F;
  if (dated) {
    time.period = Period{march(25), march(25)};
    time.dating = Dating::publication;
    reading.report.published = year{2022} / March / day{28};
  }
  reading.times = {time};
  DatedWord met;
  met.word = 1;
  met.happened = {time.period, Granularity::day, Dating::explicit_, 0, 0.9F};
  reading.dated = {met};
  return reading;
}

TEST(TimesView, SaysPeriodsInWords) {
  EXPECT_EQ(period_text({march(25), march(25)}), "2022-03-25");
  EXPECT_EQ(period_text({march(21), march(27)}), "2022-03-21 to 2022-03-27");
  EXPECT_EQ(period_text({march(28), march(28), true, false}), "2022-03-28 or earlier");
  EXPECT_EQ(period_text({march(28), march(28), true, true}), "about 2022-03-28");
  EXPECT_EQ(period_text({march(1), march(28), false, true}), "2022-03-01 to 2022-03-28 or later");
}

TEST(TimesView, WhenItWasSaidIsShownOnlyIfFairlySure) {
  const Period day{march(28), march(28)};
  EXPECT_TRUE(worth_showing({day, Granularity::day, Dating::explicit_, 0, 0.7F}));
  EXPECT_FALSE(worth_showing({day, Granularity::day, Dating::carried, 0, 0.55F}));
  EXPECT_FALSE(worth_showing({}));
}

TEST(TimesView, AnUnknownClockSaysSo) { EXPECT_EQ(clock_text({}), "unknown"); }

TEST(TimesView, NoticesAMissingDayOfPublicationOnce) {
  EXPECT_EQ(time_notice(with_time(true)), "");
  EXPECT_NE(time_notice(with_time(false)), "");
  EXPECT_EQ(time_notice(plain_reading("Nothing is told.")), "") << "no time, no notice";
  const auto json = nlohmann::json::parse(to_json(with_time(false)));
  EXPECT_EQ(json["notices"].size(), 1U);
}

TEST(TimesView, JsonHoldsDaysAndHowTheyWereObtained) {
  const auto json = nlohmann::json::parse(to_json(with_time(true)));
  const auto& time = json["times"][0];
  EXPECT_EQ(time["words"], "Friday");
  EXPECT_EQ(time["value"], "2022-03-25");
  EXPECT_EQ(time["period"]["first"], "2022-03-25");
  EXPECT_EQ(time["dating"], "publication");
  EXPECT_EQ(json["dated"][0]["words"], "met");
  EXPECT_EQ(json["dated"][0]["happened"]["dating"], "explicit");
  EXPECT_TRUE(json["dated"][0]["due"].is_null());
}

TEST(TimesView, TheTableTellsTheSameWordsOnce) {
  Reading reading = with_time(true);
  reading.times.push_back(reading.times[0]);
  const std::string table = to_table(reading, {});
  EXPECT_NE(table.find("2 times"), std::string::npos);
  EXPECT_NE(table.find("2022-03-25"), std::string::npos);
}

}  // namespace
}  // namespace onrecord::view
