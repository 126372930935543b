// Files, folders and standard input.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/test_folder.h"
#include "onrecord/report.h"

namespace onrecord {
namespace {

using base::TestFolder;

struct Seen {
  std::vector<Report> reports;
  std::vector<Error> errors;
};

Seen read_all(const std::string& path, const ReportOptions& options = {}) {
  Seen seen;
  read_reports(path, options, [&](Result<Report> report) {
    if (report)
      seen.reports.push_back(std::move(*report));
    else
      seen.errors.push_back(std::move(report.error()));
    return true;
  });
  return seen;
}

TEST(ReadReports, ReadsJsonLinesOneByOne) {
  const TestFolder folder;
  const auto path = folder.write(
      "n.jsonl",
      "{\"maintext\": \"First \\u00e9t\\u00e9.\", \"title\": \"T\", \"date_publish\": "
      "\"2022-03-28 10:00:00\", \"source_domain\": \"a.example\", \"url\": \"https://a.example/1\"}\n"
      "not json\n"
      "{\"text\": \"Second.\", \"date\": \"2022-03-29\", \"sitename\": \"B\"}\n");
  const Seen seen = read_all(path);
  ASSERT_EQ(seen.reports.size(), 2U);
  EXPECT_EQ(seen.reports[0].name, path + ":1");
  EXPECT_EQ(seen.reports[0].body, "First été.");
  EXPECT_EQ(seen.reports[1].outlet, "B");
  ASSERT_EQ(seen.errors.size(), 1U);
  EXPECT_EQ(seen.errors[0].code, ErrorCode::bad_json);
  EXPECT_EQ(seen.errors[0].place, "line 2, byte 0");
}

}  // namespace
}  // namespace onrecord
