#include "arguments.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

namespace onrecord::cli {
namespace {

using namespace std::chrono_literals;
using Words = std::vector<std::string>;

ReadRequest understood(const Words& words) {
  const auto request = parse_arguments(words);
  EXPECT_TRUE(request) << (request ? "" : request.error().message);
  return request ? request->read : ReadRequest{};
}

Error refused(const Words& words) {
  const auto request = parse_arguments(words);
  EXPECT_FALSE(request);
  return request ? Error{} : request.error();
}

TEST(Arguments, ReadTakesFilesAndOptionsInAnyOrder) {
  const ReadRequest request = understood(
      {"read", "a.txt", "--format", "jsonl", "b", "--published=2022-03-28", "-", "-j", "3", "-o", "out"});
  EXPECT_EQ(request.files, (Words{"a.txt", "b", "-"}));
  EXPECT_EQ(request.format, Format::jsonl);
  EXPECT_EQ(request.published, 2022y / 3 / 28);
  EXPECT_EQ(request.threads, 3U);
  EXPECT_EQ(request.output, "out");
}

TEST(Arguments, MapLeadsFromMeaningsToFields) {
  const ReadRequest request = understood({"read", "a", "--map", "text=story.body,date=when"});
  ASSERT_EQ(request.report.map.size(), 2U);
  EXPECT_EQ(request.report.map[0].first, "text");
  EXPECT_EQ(request.report.map[0].second, "story.body");
  EXPECT_EQ(request.report.map[1].second, "when");
}

TEST(Arguments, AFileMayBeNamedLikeACommand) {
  EXPECT_EQ(understood({"read", "parse", "man"}).files, (Words{"parse", "man"}));
}

TEST(Arguments, AFileMayBeginWithADashAfterTwo) {
  EXPECT_EQ(understood({"read", "--", "-a.txt"}).files, (Words{"-a.txt"}));
}

TEST(Arguments, ParseWritesConlluUnlessSaid) { EXPECT_EQ(understood({"parse", "a"}).format, Format::conllu); }

TEST(Arguments, ExplainTakesOneRecordOfOneFile) {
  const auto request =
      parse_arguments({"explain", "a.txt", "--statement", "3", "--report=2", "--published", "2022-03-28"});
  ASSERT_TRUE(request) << request.error().message;
  EXPECT_EQ(request->kind, Request::Kind::explain);
  EXPECT_EQ(request->explain.statement, 3U);
  EXPECT_EQ(request->explain.naming, std::nullopt);
  EXPECT_EQ(request->explain.report, 2U);
  EXPECT_EQ(request->read.published, 2022y / 3 / 28);
  EXPECT_EQ(parse_arguments({"explain", "a.txt", "--naming", "1"})->explain.naming, 1U);
  EXPECT_EQ(parse_arguments({"explain", "-n", "2", "a.txt"})->explain.statement, 2U);
}

TEST(Arguments, ExplainRefusesNoRecordTwoRecordsAndTwoFiles) {
  EXPECT_EQ(refused({"explain", "a"}).message, "explain tells of one record");
  EXPECT_EQ(refused({"explain", "a", "--statement", "1", "--naming", "1"}).message,
            "explain tells of one record");
  EXPECT_EQ(refused({"explain", "a", "b", "--statement", "1"}).message, "explain reads one file");
  EXPECT_EQ(refused({"explain", "--statement", "1"}).message, "no file was named");
  EXPECT_EQ(refused({"explain", "a", "--statement", "0"}).message, "--statement cannot be \"0\"");
  EXPECT_EQ(refused({"explain", "a", "--naming", "one"}).message, "--naming cannot be \"one\"");
  EXPECT_EQ(refused({"explain", "a", "--naming", "1", "--report", "-1"}).message,
            "--report cannot be \"-1\"");
  EXPECT_EQ(refused({"explain", "a", "--format", "json", "--naming", "1"}).code, ErrorCode::bad_option);
}

TEST(Arguments, HelpIsOfTheCommandItStandsBehind) {
  const auto request = parse_arguments({"read", "--help"});
  ASSERT_TRUE(request);
  EXPECT_EQ(request->kind, Request::Kind::help);
  EXPECT_EQ(request->command, "read");
}

TEST(Arguments, NamesTheValueThatIsWrong) {
  EXPECT_EQ(refused({"read", "a", "--format", "xml"}).message, "--format cannot be \"xml\"");
  EXPECT_EQ(refused({"parse", "a", "--format", "table"}).message, "--format cannot be \"table\"");
  EXPECT_EQ(refused({"read", "a", "--threads", "0"}).message, "--threads cannot be \"0\"");
  EXPECT_EQ(refused({"read", "a", "--threads", "2x"}).message, "--threads cannot be \"2x\"");
  EXPECT_EQ(refused({"read", "a", "--max-text", "0"}).message, "--max-text cannot be \"0\"");
  EXPECT_EQ(refused({"read", "a", "--map", "body=x"}).message, "--map cannot hold \"body=x\"");
  EXPECT_EQ(refused({"read", "a", "--map", "text="}).message, "--map cannot hold \"text=\"");
}

TEST(Arguments, ADateMustExist) {
  for (const char* date : {"2022-02-30", "2022-13-01", "28.3.2022", "2022-03-28T10:00", ""}) {
    EXPECT_EQ(refused({"read", "a", "--published", date}).code, ErrorCode::bad_date) << date;
  }
}

TEST(Arguments, RefusesWhatItDoesNotKnow) {
  for (const Words& words :
       {Words{}, Words{"reed"}, Words{"read"}, Words{"read", "a", "--colour"},
        Words{"read", "a", "--frmat", "md"}, Words{"parse", "a", "--published", "2022-03-28"},
        Words{"completions"}, Words{"completions", "tcsh"}}) {
    const Error error = refused(words);
    EXPECT_EQ(error.code, ErrorCode::bad_option);
    EXPECT_FALSE(error.mend.empty());
  }
}

}  // namespace
}  // namespace onrecord::cli
