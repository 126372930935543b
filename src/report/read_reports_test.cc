// Files and folders: which reports come out of them, and that one bad file keeps no other from being read.

#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "base/test_folder.h"
#include "base/test_pack.h"
#include "onrecord/report.h"

namespace onrecord {
namespace {

using base::TestFolder;
using namespace std::chrono_literals;

struct Seen {
  std::vector<Report> reports;
  std::vector<Error> errors;
  std::vector<std::string> order;  // Names of reports, files of errors.
};

Seen read_all(const std::string& path, const ReportOptions& options = {}) {
  Seen seen;
  read_reports(path, options, [&](Result<Report> report) {
    seen.order.push_back(report ? report->name : "error " + report.error().file);
    if (report)
      seen.reports.push_back(std::move(*report));
    else
      seen.errors.push_back(std::move(report.error()));
    return true;
  });
  return seen;
}

// Every error has to name the file and say what to do.
void expect_error(const Seen& seen, ErrorCode code, const std::string& file, const std::string& place) {
  ASSERT_EQ(seen.errors.size(), 1U);
  EXPECT_EQ(seen.errors[0].code, code);
  EXPECT_EQ(seen.errors[0].file, file);
  EXPECT_EQ(seen.errors[0].place, place);
  EXPECT_FALSE(seen.errors[0].message.empty());
  EXPECT_FALSE(seen.errors[0].mend.empty());
}

TEST(ReadReports, ReadsAFolderInTheOrderOfNames) {
  const TestFolder folder;
  folder.write("b.html", "<p>Two.</p>");
  folder.write("a/1.txt", "One.");
  folder.write("c.txt.gz", base::gzip("Three."));
  folder.write("d.json.zst", base::zstd(R"({"text": "Four."})"));
  const Seen seen = read_all(folder.path());
  std::vector<std::string> bodies;
  for (const Report& report : seen.reports) bodies.push_back(report.body);
  EXPECT_EQ(bodies, (std::vector<std::string>{"One.", "Two.", "Three.", "Four."}));
  EXPECT_EQ(seen.reports[0].name, folder.path("a/1.txt"));
  EXPECT_TRUE(seen.errors.empty());
}

TEST(ReadReports, StopsWhenToldTo) {
  const TestFolder folder;
  folder.write("a.jsonl", "{\"text\": \"1\"}\n{\"text\": \"2\"}\n");
  folder.write("b.txt", "3");
  int seen = 0;
  read_reports(folder.path(), {}, [&](const Result<Report>&) { return ++seen < 1; });
  EXPECT_EQ(seen, 1);
}

// --- JSON lines
// -----------------------------------------------------------------------------------------------------

TEST(ReadReports, ReadsJsonLinesAndPassesOverBadOnes) {
  const TestFolder folder;
  const auto path = folder.write("n.jsonl",
                                 "{\"maintext\": \"First \\u00e9t\\u00e9.\"}\r\n"
                                 "\n"
                                 "not json\n"
                                 "{\"title\": \"No text\"}\n"
                                 "{\"text\": \"Last.\"}");
  const Seen seen = read_all(path);
  EXPECT_EQ(seen.order,
            (std::vector<std::string>{path + ":1", "error " + path, "error " + path, path + ":5"}));
  EXPECT_EQ(seen.reports[0].body, "First été.");
  EXPECT_EQ(seen.reports[0].bytes, "{\"maintext\": \"First \\u00e9t\\u00e9.\"}");
  EXPECT_EQ(seen.reports[1].body, "Last.");
  EXPECT_EQ(seen.errors[0].code, ErrorCode::bad_json);
  EXPECT_EQ(seen.errors[0].place, "line 3, byte 0");
  EXPECT_EQ(seen.errors[1].code, ErrorCode::missing_field);
  EXPECT_TRUE(seen.errors[1].place.starts_with("line 4, field maintext"));
}

TEST(ReadReports, KnowsJsonLinesUnderAnyName) {
  const TestFolder folder;
  EXPECT_EQ(read_all(folder.write("a.json", "{\"text\": \"1\"}\n{\"text\": \"2\"}\n")).reports.size(), 2U);
  EXPECT_EQ(read_all(folder.write("b.json", "{\"text\": \"1\n{\"text\": \"2\"}\n")).reports.size(), 1U);
  EXPECT_EQ(
      read_all(folder.write("c.data.gz", base::gzip("{\"text\": \"1\"}\n{\"text\": \"2\"}"))).reports.size(),
      2U);
}

TEST(ReadReports, NamesALoneObjectByItsFile) {
  const TestFolder folder;
  const auto one = folder.write("a.json", "{\"text\": \"1\"}\n");
  EXPECT_EQ(read_all(one).order, std::vector<std::string>{one});
  const auto spread = folder.write("b.json", "\n{\n  \"text\": \"1\",\n  \"title\": \"T\"\n}\n");
  const Seen seen = read_all(spread);
  EXPECT_EQ(seen.order, std::vector<std::string>{spread});
  EXPECT_EQ(seen.reports[0].bytes, "\n{\n  \"text\": \"1\",\n  \"title\": \"T\"\n}\n");
  const auto line = folder.write("c.jsonl", "{\"text\": \"1\"}\n");
  EXPECT_EQ(read_all(line).order, std::vector<std::string>{line + ":1"});
}

TEST(ReadReports, ReadsAListOfObjects) {
  const TestFolder folder;
  const auto path = folder.write("a.json", "[{\"text\": \"1\"},\n {\"title\": \"T\"}, {\"text\": \"3\"} ]\n");
  const Seen seen = read_all(path);
  EXPECT_EQ(seen.order, (std::vector<std::string>{path + "[1]", "error " + path, path + "[3]"}));
  EXPECT_EQ(seen.reports[1].bytes, "{\"text\": \"3\"}");
  EXPECT_TRUE(seen.errors[0].place.starts_with("object 2, field "));
}

TEST(ReadReports, PassesOverALineThatIsTooLong) {
  const TestFolder folder;
  const auto path = folder.write("a.jsonl", "{\"text\": \"1\"}\n{\"text\": \"" + std::string(2'000'000, 'x') +
                                                "\"}\n{\"text\": \"3\"}\n");
  const Seen seen = read_all(path, {.max_bytes = 1000});
  EXPECT_EQ(seen.order, (std::vector<std::string>{path + ":1", "error " + path, path + ":3"}));
  expect_error(seen, ErrorCode::too_large, path, "line 2");
}

// --- Bad input
// ------------------------------------------------------------------------------------------------------

TEST(BadInput, NoSuchFile) {
  const TestFolder folder;
  expect_error(read_all(folder.path("none.txt")), ErrorCode::not_found, folder.path("none.txt"), "");
}

TEST(BadInput, EmptyFileAmongOthers) {
  const TestFolder folder;
  folder.write("a.txt", "One.");
  const auto bad = folder.write("b.txt", "");
  folder.write("c.txt", "Three.");
  const Seen seen = read_all(folder.path());
  EXPECT_EQ(seen.reports.size(), 2U);
  expect_error(seen, ErrorCode::empty_report, bad, "");
  EXPECT_EQ(seen.order[1], "error " + bad);
}

TEST(BadInput, BinaryAmongOthers) {
  const TestFolder folder;
  folder.write("a.txt", "One.");
  const auto bad = folder.write("b.bin", std::string("\x7F"
                                                     "ELF\2\1\1\0\0\0",
                                                     10));
  folder.write("c.txt", "Three.");
  const Seen seen = read_all(folder.path());
  EXPECT_EQ(seen.reports.size(), 2U);
  expect_error(seen, ErrorCode::not_text, bad, "byte 0");
}

TEST(BadInput, OneUnreadableFileInAFolder) {
  const TestFolder folder;
  folder.write("a.txt", "One.");
  folder.write("c.txt", "Three.");
  const auto bad = folder.path("b.txt");
  if (::geteuid() == 0) {
    // The superuser may read everything; but not the memory of a process from its start.
    std::filesystem::create_symlink("/proc/self/mem", bad);
    if (!std::filesystem::exists(bad)) GTEST_SKIP() << "no /proc here";
  } else {
    folder.write("b.txt", "Two.");
    std::filesystem::permissions(bad, std::filesystem::perms::none);
  }
  const Seen seen = read_all(folder.path());
  EXPECT_EQ(seen.reports.size(), 2U);
  ASSERT_EQ(seen.errors.size(), 1U);
  EXPECT_EQ(seen.errors[0].code, ErrorCode::not_readable);
  EXPECT_EQ(seen.errors[0].file, bad);
  EXPECT_FALSE(seen.errors[0].mend.empty());
}

TEST(BadInput, ALinkThatLeadsNowhere) {
  const TestFolder folder;
  std::filesystem::create_symlink("gone", folder.path("a.txt"));
  folder.write("b.txt", "Two.");
  const Seen seen = read_all(folder.path());
  EXPECT_EQ(seen.reports.size(), 1U);
  expect_error(seen, ErrorCode::not_found, folder.path("a.txt"), "");
}

TEST(BadInput, TruncatedGzipAmongOthers) {
  const TestFolder folder;
  std::string text;
  for (unsigned i = 0; i < 50000; ++i) text += "Vote " + std::to_string(i * 2654435761U) + ".\n";
  const std::string packed = base::gzip(text);
  const auto bad = folder.write("a.txt.gz", packed.substr(0, packed.size() / 2));
  folder.write("b.txt", "Two.");
  const Seen seen = read_all(folder.path());
  EXPECT_EQ(seen.reports.size(), 1U);
  expect_error(seen, ErrorCode::bad_compression, bad, "byte " + std::to_string(packed.size() / 2));
}

TEST(BadInput, AGzipBombAmongOthers) {
  const TestFolder folder;
  const auto bad = folder.write("a.txt.gz", base::gzip(std::string(300U << 20, 'a')));
  folder.write("b.txt", "Two.");
  const auto start = std::chrono::steady_clock::now();
  const Seen seen = read_all(folder.path());
  EXPECT_LT(std::chrono::steady_clock::now() - start, 5s);
  EXPECT_EQ(seen.reports.size(), 1U);
  ASSERT_EQ(seen.errors.size(), 1U);
  EXPECT_EQ(seen.errors[0].code, ErrorCode::too_large);
  EXPECT_EQ(seen.errors[0].file, bad);
}

TEST(BadInput, AMillionNestedTagsAmongOthers) {
  const TestFolder folder;
  std::string page = "<html><body>";
  for (int i = 0; i < 1'000'000; ++i) page += "<div>";
  const auto bad = folder.write("a.html", page + "text");
  folder.write("b.txt", "Two.");
  const auto start = std::chrono::steady_clock::now();
  const Seen seen = read_all(folder.path());
  EXPECT_LT(std::chrono::steady_clock::now() - start, 5s);
  EXPECT_EQ(seen.reports.size(), 1U);
  ASSERT_EQ(seen.errors.size(), 1U);
  EXPECT_EQ(seen.errors[0].code, ErrorCode::too_deep);
  EXPECT_TRUE(seen.errors[0].place.starts_with("byte "));
}

TEST(BadInput, AHundredMegabytesInOneLine) {
  const TestFolder folder;
  std::string line;
  while (line.size() < 100'000'000) line += "The mayor said that nobody would pay for the bridge. ";
  const auto size = line.size();
  const auto text = folder.write("a.txt", line);
  const auto json = folder.write("b.jsonl", "{\"text\": \"" + line + "\"}\n{\"text\": \"Two.\"}\n");
  line = {};
  for (const auto& path : {text, json}) {
    const auto start = std::chrono::steady_clock::now();
    const Seen seen = read_all(path);
    EXPECT_LT(std::chrono::steady_clock::now() - start, 20s);
    ASSERT_FALSE(seen.reports.empty());
    EXPECT_EQ(seen.reports[0].body.size(), size);
    EXPECT_TRUE(seen.errors.empty());
  }
}

}  // namespace
}  // namespace onrecord
