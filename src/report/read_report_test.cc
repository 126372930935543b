// One report out of bytes in memory.

#include <gtest/gtest.h>

#include <string>

#include "base/test_pack.h"
#include "onrecord/report.h"

namespace onrecord {
namespace {

Result<Report> read(std::string name, std::string bytes) {
  return read_report(std::move(name), std::move(bytes), {});
}

// The bytes that the first `made` in the body came from.
std::string bytes_of(const Report& report, std::string_view made) {
  const auto at = report.body.find(made);
  if (at == std::string::npos) return "not in the body";
  const Span bytes = report.body_map.to_source(
      {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + made.size())});
  return report.bytes.substr(bytes.begin, bytes.size());
}

TEST(ReadReport, TakesPlainTextAsItIs) {
  const std::string text = "Council votes\n\nThe mayor said “no”.\n";
  const auto report = read("a.txt", text);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->format, ReportFormat::text);
  EXPECT_EQ(report->bytes, text);
  EXPECT_EQ(report->body, text);
  EXPECT_EQ(report->encoding, "UTF-8");
  EXPECT_TRUE(report->repairs.empty());
  EXPECT_EQ(bytes_of(*report, "“no”"), "“no”");
}

TEST(ReadReport, ReadsEveryLineEndAsANewline) {
  const auto report = read("a.txt", "one\r\ntwo\rthree\n");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->body, "one\ntwo\nthree\n");
  EXPECT_EQ(bytes_of(*report, "e\nt"), "e\r\nt");
  EXPECT_EQ(bytes_of(*report, "three"), "three");
}

}  // namespace
}  // namespace onrecord
