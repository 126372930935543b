#include <gtest/gtest.h>

#include "eval/time_score.h"
#include "eval/time_timeml.h"

namespace onrecord::eval {
namespace {

constexpr std::string_view kXml =
    "<TimeML><DCT><TIMEX3 tid=\"t0\" value=\"2001-05-07T10:00\" "
    "functionInDocument=\"CREATION_TIME\">May</TIMEX3></DCT>"
    "<TEXT>R&amp;D <EVENT eid=\"e1\">fell</EVENT> <TIMEX3 tid=\"t1\" type=\"DATE\" "
    "value=\"2001-05-04\">Friday</TIMEX3>, not "
    "for <TIMEX3 tid=\"t2\" type=\"DURATION\" value=\"P2Y\" mod=\"APPROX\">two "
    "years</TIMEX3>.</TEXT></TimeML>";

TimedReport gold() { return *parse_timeml(kXml, "x"); }

TEST(TimeML, KeepsTextTimesAndTheDayOfPublication) {
  const TimedReport report = gold();
  EXPECT_EQ(report.text, "R&D fell Friday, not for two years.");
  ASSERT_EQ(report.times.size(), 2U);
  EXPECT_EQ(report.times[0].value, "2001-05-04");
  EXPECT_EQ(report.times[1].modifier, "APPROX");
  EXPECT_EQ(report.text.substr(report.times[1].span.begin, report.times[1].span.size()), "two years");
  ASSERT_TRUE(report.published);
  EXPECT_EQ(static_cast<unsigned>(report.published->day()), 7U);
}

TEST(TimeML, KeepsTheTimesThatWordsAreLinkedWith) {
  const std::string xml =
      std::string(kXml.substr(0, kXml.size() - std::string_view("</TimeML>").size())) +
      "<MAKEINSTANCE eventID=\"e1\" eiid=\"ei1\"/>"
      "<TLINK relType=\"BEFORE\" eventInstanceID=\"ei1\" relatedToTime=\"t0\"/>"
      "<TLINK relType=\"IS_INCLUDED\" eventInstanceID=\"ei1\" relatedToTime=\"t1\"/></TimeML>";
  const TimedReport report = *parse_timeml(xml, "x");
  ASSERT_EQ(report.linked.size(), 1U);
  EXPECT_EQ(report.linked[0].value, "2001-05-04");
  EXPECT_FALSE(report.linked[0].published);
  EXPECT_EQ(report.text.substr(report.linked[0].span.begin, report.linked[0].span.size()), "fell");
}

TEST(TimeML, WithoutATextIsAnError) { EXPECT_FALSE(parse_timeml("<TimeML></TimeML>", "x")); }

TEST(TimeML, ACutFileLosesNothingBefore) {
  EXPECT_EQ(parse_timeml("<TEXT>It fell <TIMEX3 type=</TEXT>", "x")->text, "It fell ");
}

TEST(TimeScore, CountsStrictRelaxedAndValueApart) {
  const TimedReport report = gold();
  const std::vector<FoundTime> found = {{{9, 16}, "DATE", "2001-05-04", ""},  // With a comma: the same.
                                        {{29, 34}, "DURATION", "P2Y", ""},    // "years" alone: relaxed.
                                        {{0, 3}, "DATE", "2001", ""}};        // Nothing there.
  const TimeScore score = score_times(report, found, nullptr);
  EXPECT_EQ(score.strict.right, 1U);
  EXPECT_EQ(score.relaxed.right, 2U);
  EXPECT_EQ(score.value.right, 2U);
  EXPECT_EQ(score.value.system, 3U);
  EXPECT_EQ(score.value.gold, 2U);
}

TEST(TimeScore, AWrongValueIsFoundButNotRight) {
  const TimeScore score = score_times(gold(), {{{9, 15}, "DATE", "2001-05-11", ""}}, nullptr);
  EXPECT_EQ(score.strict.right, 1U);
  EXPECT_EQ(score.value.right, 0U);
  EXPECT_EQ(score.classes.at("bare weekday").found, 1U);
}

TEST(TimeScore, SortsExpressionsIntoKinds) {
  EXPECT_EQ(class_of("Friday"), "bare weekday");
  EXPECT_EQ(class_of("March"), "bare month");
  EXPECT_EQ(class_of("a year earlier"), "ago, earlier, later, before");
  EXPECT_EQ(class_of("1998"), "year");
  EXPECT_EQ(class_of("six weeks"), "other");
}

}  // namespace
}  // namespace onrecord::eval
