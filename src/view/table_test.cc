#include <gtest/gtest.h>

#include <chrono>
#include <sstream>
#include <string>

#include "onrecord/view.h"
#include "view/layout.h"
#include "view/sample_reading.h"

namespace onrecord {
namespace {

using view::plain_reading;
using view::statement_of;
using namespace std::chrono_literals;

Reading refusal() {
  Reading reading = plain_reading("Nobody came.\n\"We will not pay,\" said Ana Ruiz. \"Never.\"");
  reading.report.published = 2022y / 3 / 28;
  reading.statements.push_back(statement_of(reading, "Ana Ruiz", "said", {"We will not pay,", "Never."}));
  return reading;
}

TEST(Table, ShowsWhoCueWhatAndWhere) {
  EXPECT_EQ(to_table(refusal(), {.colour = false, .width = 72}),
            "a.txt · 2022-03-28\n"
            "1 statement in 2 sentences\n"
            "\n"
            "  1  direct        who   Ana Ruiz                                   2:25\n"
            "     0.99          cue   said                                       2:20\n"
            "                   what  We will not pay,                            2:2\n"
            "                         Never.                                     2:36\n");
}

TEST(Table, PutsTheFormOnItsOwnLineWhereItIsNarrow) {
  EXPECT_EQ(to_table(refusal(), {.colour = false, .width = 40}),
            "a.txt · 2022-03-28\n"
            "1 statement in 2 sentences\n"
            "\n"
            "  1  direct, 0.99\n"
            "     who   Ana Ruiz                 2:25\n"
            "     cue   said                     2:20\n"
            "     what  We will not pay,          2:2\n"
            "           Never.                   2:36\n");
}

TEST(Table, NeverPassesItsWidth) {
  std::string text = "\"";
  for (int i = 0; i < 60; ++i) text += i % 2 == 0 ? "naïve " : "東京 ";
  text += "end.\" said Ana Ruiz.";
  Reading reading = plain_reading(text);
  reading.statements.push_back(
      statement_of(reading, "Ana Ruiz", "said", {text.substr(1, text.find("\" said") - 1)}));
  reading.statements[0].in_heading = true;

  for (const unsigned width : {45U, 60U, 69U, 70U, 80U, 120U}) {
    std::istringstream lines(to_table(reading, {.colour = false, .width = width}));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(view::columns(line), width) << line;
  }
}

TEST(Table, IsPlainUnlessColourIsAskedFor) {
  EXPECT_EQ(to_table(refusal(), {}).find('\x1b'), std::string::npos);
  EXPECT_NE(to_table(refusal(), {.colour = true}).find("\x1b[1mAna Ruiz\x1b[0m"), std::string::npos);
}

TEST(Table, ShowsADashForAnUnknownSpeaker) {
  Reading reading = refusal();
  reading.statements[0].speaker.reset();
  EXPECT_NE(to_table(reading, {}).find("who   —\n"), std::string::npos);
}

TEST(Table, ListsTheWordsThatTheFileSpellsOtherwise) {
  Reading reading;
  reading.report.name = "a.txt";
  reading.report.bytes = "No.\nBu\ndanov spoke\nof it";
  Document::Parts parts;
  parts.text = "No.\nBudanov spoke of it";
  parts.repairs = {{Repair::Kind::broken_word, {4, 12}, "Budanov"}, {Repair::Kind::hard_wrap, {17, 18}, " "}};
  reading.document = Document(parts);
  EXPECT_EQ(to_table(reading, {.colour = false, .width = 70}),
            "a.txt\n"
            "0 statements in 0 sentences, 2 repairs\n"
            "\n"
            "     broken word   read  Budanov                                   2:1\n");
}

TEST(Table, CountsBytesWhereLinesMeanNothing) {
  Reading reading = refusal();
  reading.report.format = ReportFormat::json;
  EXPECT_NE(to_table(reading, {}).find(" @37\n"), std::string::npos);
  EXPECT_EQ(to_table(reading, {}).find("2:25"), std::string::npos);
}

TEST(Table, LetsNoEscapeOfAReportThrough) {
  Reading reading = refusal();
  reading.report.title = "\x1b]0;owned\x07";
  reading.report.name = "x\x1b[2J.txt";
  EXPECT_EQ(to_table(reading, {}).find('\x1b'), std::string::npos);
}

TEST(Table, ShowsWhoSpeaksWhatTheyDoToWhomAndWhen) {
  EXPECT_EQ(to_table(view::full_reading(), {.colour = false, .width = 89}),
            "a.txt · 2022-03-28\n"
            "2 statements in 2 sentences, 1 name given\n"
            "\n"
            "  1  asserted      who   she                                                         2:11\n"
            "     say           is    Mayor Ana Ruiz                                               1:1\n"
            "     mixed         cue   told                                                        2:15\n"
            "     0.99          what  that aides warned the \"toll\" may rise                       2:40\n"
            "                   to    Reuters                                                     2:20\n"
            "                   via   a letter                                                    2:31\n"
            "                   when  On Monday                                                    2:1\n"
            "\n"
            "    2  warn          who   aides                                                     2:45\n"
            "       indirect      cue   warned                                                    2:51\n"
            "       0.99          what  the \"toll\" may rise                                       2:58\n"
            "       inside 1\n"
            "\n"
            "Names given\n"
            "\n"
            "  1  quoted name   who   aides                                                       2:45\n"
            "     0.75          cue   warned                                                      2:51\n"
            "                   name  toll                                                        2:63\n"
            "                   of    a letter                                                    2:31\n"
            "\n"
            "Speakers\n"
            "\n"
            "     person        who   Mayor Ana Ruiz                                               1:1\n"
            "     2 mentions    also  she\n"
            "                   code  PER JRN OPP, Ana Ruiz\n"
            "                   says  1\n"
            "\n"
            "     group         who   aides                                                       2:45\n"
            "     1 mention     says  2\n");
}

TEST(Table, KeepsItsWidthWithEverythingInIt) {
  for (const unsigned width : {48U, 60U, 69U, 70U, 80U, 120U}) {
    std::istringstream lines(to_table(view::full_reading(), {.colour = false, .width = width}));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(view::columns(line), width) << line;
  }
}

TEST(Table, DoesNotRepeatANameThatTheSpeakersWordsHold) {
  Reading reading = view::full_reading();
  reading.statements[0].speaker = view::find(reading.document, "Mayor Ana Ruiz");
  EXPECT_EQ(to_table(reading, {}).find(" is  "), std::string::npos);
}

TEST(Table, SaysWhereTheOutletItselfGivesAName) {
  Reading reading = view::full_reading();
  reading.namings[0].namer.reset();
  EXPECT_NE(to_table(reading, {}).find("who   the report itself\n"), std::string::npos);
}

TEST(Table, SaysThatWordsWereNotSaid) {
  Reading reading = view::full_reading();
  reading.statements[0].stance.cue_status = {CueStatus::made, 0.9F, {}};
  EXPECT_EQ(to_table(reading, {}).find("made"), std::string::npos)
      << "that is what a reader takes for granted";
  reading.statements[0].stance.cue_status.value = CueStatus::not_made;
  EXPECT_NE(to_table(reading, {}).find("not made"), std::string::npos);
}

TEST(Markdown, ShowsSpeakersStancesAndNamesGiven) {
  EXPECT_EQ(to_markdown(view::full_reading()),
            "## a.txt\n\n2022-03-28. 2 statements.\n\n"
            "1. **she** (2:11), Mayor Ana Ruiz — *told* (2:15) — **asserted**, say, mixed\n\n"
            "   > that aides warned the \"toll\" may rise (2:40)\n\n"
            "   to: Reuters (2:20); via: a letter (2:31); when: On Monday (2:1)\n\n"
            "2. **aides** (2:45) — *warned* (2:51) — warn, indirect, inside 1\n\n"
            "   > the \"toll\" may rise (2:58)\n\n"
            "### Names given\n\n"
            "1. **aides** (2:45) — *warned* (2:51) — **toll** (2:63) for a letter (2:31)\n\n"
            "### Speakers\n\n"
            "- **Mayor Ana Ruiz** (1:1), person, PER JRN OPP, Ana Ruiz: 1\n"
            "- **aides** (2:45), group: 2\n");
}

TEST(Markdown, QuotesTheContentAndNamesThePlaces) {
  EXPECT_EQ(to_markdown(refusal()),
            "## a.txt\n\n2022-03-28. 1 statement.\n\n"
            "1. **Ana Ruiz** (2:25) — *said* (2:20) — direct\n\n"
            "   > We will not pay, (2:2)\n\n"
            "   > Never. (2:36)\n");
}

TEST(Markdown, TakesNoMarkupFromTheReport) {
  Reading reading = refusal();
  reading.report.title = "*Bold* <b>";
  EXPECT_NE(to_markdown(reading).find("## \\*Bold\\* \\<b\\>\n"), std::string::npos);
}

}  // namespace
}  // namespace onrecord
