// One report out of bytes in memory: encodings, JSON, and what is no report.

#include <gtest/gtest.h>

#include <chrono>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "base/test_pack.h"
#include "onrecord/report.h"

namespace onrecord {
namespace {

using std::chrono::year_month_day;
using namespace std::chrono_literals;

Result<Report> read(std::string name, std::string bytes, const ReportOptions& options = {}) {
  return read_report(std::move(name), std::move(bytes), options);
}

// The bytes that the first `made` in the body came from.
std::string bytes_of(const Report& report, std::string_view made) {
  const auto at = report.body.find(made);
  if (at == std::string::npos) return "not in the body";
  const Span bytes = report.body_map.to_source(
      {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + made.size())});
  return report.bytes.substr(bytes.begin, bytes.size());
}

// --- Plain text
// -----------------------------------------------------------------------------------------------------

TEST(ReadText, TakesItAsItIs) {
  const std::string text = "Council votes\n\nThe mayor said “no”.\n";
  const auto report = read("a.txt", text);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->name, "a.txt");
  EXPECT_EQ(report->format, ReportFormat::text);
  EXPECT_EQ(report->bytes, text);
  EXPECT_EQ(report->body, text);
  EXPECT_EQ(report->encoding, "UTF-8");
  EXPECT_TRUE(report->repairs.empty());
  EXPECT_TRUE(report->hints.empty());
  EXPECT_EQ(bytes_of(*report, "“no”"), "“no”");
}

TEST(ReadText, ReadsEveryLineEndAsANewline) {
  const auto report = read("a.txt", "one\r\ntwo\rthree\n");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->body, "one\ntwo\nthree\n");
  EXPECT_EQ(bytes_of(*report, "e\nt"), "e\r\nt");
  EXPECT_EQ(bytes_of(*report, "three"), "three");
}

TEST(ReadText, DoesNotTakeBracketsForMarkup) {
  for (const char* text :
       {"<Gull> - The council voted.", "[Editor's note: this was changed.] The council voted.",
        "{sic} The council voted.", "< 5 votes were cast."}) {
    const auto report = read("-", text);
    ASSERT_TRUE(report) << text;
    EXPECT_EQ(report->format, ReportFormat::text) << text;
    EXPECT_EQ(report->body, text);
  }
}

TEST(ReadText, LetsAFewNulBytesThrough) {
  const std::string text =
      std::string("The council\0 voted", 18) +
      " against the new bridge on Monday, by nine votes to four, and the mayor left the hall.";
  const auto report = read("a.txt", text);
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_EQ(report->body, text);
}

// --- Encodings
// ------------------------------------------------------------------------------------------------------

struct Encoded {
  const char* name;
  const char* file;
  std::string bytes;
  std::string body, encoding;

  friend std::ostream& operator<<(std::ostream& out, const Encoded& e) { return out << e.body; }
};

class ReadsEncoding : public testing::TestWithParam<Encoded> {};

TEST_P(ReadsEncoding, AndListsItAsARepair) {
  const auto report = read(GetParam().file, GetParam().bytes);
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_EQ(report->body, GetParam().body);
  EXPECT_EQ(report->encoding, GetParam().encoding);
  EXPECT_EQ(report->bytes, GetParam().bytes);
  ASSERT_EQ(report->repairs.size(), 1U);
  EXPECT_EQ(report->repairs[0].kind, Repair::Kind::encoding);
  EXPECT_EQ(report->repairs[0].source, (Span{0, static_cast<std::uint32_t>(GetParam().bytes.size())}));
}

INSTANTIATE_TEST_SUITE_P(
    Encodings, ReadsEncoding,
    testing::Values(Encoded{"Western", "a.txt", "The caf\xE9 said \x93no\x94 \x96 again.",
                            "The café said “no” – again.", "windows-1252"},
                    Encoded{"Utf16LittleEndian", "a.txt", std::string("\xFF\xFEN\0o\0 \0\x1C\x20", 10),
                            "No “", "UTF-16LE"},
                    Encoded{"Utf16BigEndian", "a.txt", std::string("\xFE\xFF\0N\0o\0 \x20\x1C", 10), "No “",
                            "UTF-16BE"},
                    Encoded{"Utf16WithoutMark", "a.txt", std::string("N\0o\0 \0w\0a\0y\0.\0\n\0", 16),
                            "No way.\n", "UTF-16LE"},
                    Encoded{"DeclaredCyrillic", "a.html",
                            "<meta charset=\"windows-1251\"><p>\xCC\xFD\xF0 \xF1\xEA\xE0\xE7\xE0\xEB: "
                            "\xAB\xED\xE5\xF2\xBB.</p>",
                            "Мэр сказал: «нет».", "windows-1251"},
                    Encoded{"DeclaredInAnOldMeta", "a.html",
                            "<html><head><meta http-equiv=Content-Type content='text/html; "
                            "charset=iso-8859-1'></head>\x93No\x94",
                            "“No”", "windows-1252"},
                    Encoded{"DeclaredByXml", "a.xhtml",
                            "<?xml version='1.0' encoding='ISO-8859-2'?><p>\xAE"
                            "ilina</p>",
                            "Žilina", "ISO-8859-2"},
                    Encoded{"DetectedJapanese", "a.txt",
                            "\x8E\x73\x92\xB7\x82\xCD\x8B\xB4\x82\xCC\x8C\x9A\x90\xDD\x82\xC9\x94\xBD\x91\xCE"
                            "\x82\xB5\x82\xDC\x82\xB5\x82\xBD\x81\x42",
                            "市長は橋の建設に反対しました。", "Shift_JIS"}),
    [](const auto& test) { return test.param.name; });

TEST(ReadEncoding, MapsEachCharacterToItsBytes) {
  const auto report = read("a.txt", "The caf\xE9 said \x93no\x94.");
  ASSERT_TRUE(report);
  EXPECT_EQ(bytes_of(*report, "café"), "caf\xE9");
  EXPECT_EQ(bytes_of(*report, "“no”"), "\x93no\x94");
  EXPECT_EQ(bytes_of(*report, "."), ".");
}

TEST(ReadEncoding, MapsOverTheBordersOfItsPieces) {
  std::string text, bytes;
  for (int i = 0; i < 5000; ++i) {
    text += "né";
    bytes += std::string("n\0\xE9\0", 4);
  }
  const auto report = read("a.txt", "\xFF\xFE" + bytes);
  ASSERT_TRUE(report);
  ASSERT_EQ(report->body, text);
  for (const std::uint32_t i : {0U, 1000U, 2047U, 2048U, 4095U, 4999U}) {
    EXPECT_EQ(report->body_map.to_source({i * 3, i * 3 + 1}), (Span{2 + i * 4, 4 + i * 4}));
    EXPECT_EQ(report->body_map.to_source({i * 3 + 1, i * 3 + 3}), (Span{4 + i * 4, 6 + i * 4}));
  }
}

TEST(ReadEncoding, DropsAUtf8MarkWithoutCallingItARepair) {
  const auto report = read("a.txt", "\xEF\xBB\xBFNo.");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->body, "No.");
  EXPECT_EQ(bytes_of(*report, "No"), "No");
  EXPECT_TRUE(report->repairs.empty());
}

TEST(ReadEncoding, ReplacesInvalidBytesAmongValidOnes) {
  const std::string bytes = "“No”, said Žižek.\xE2\x80 Then \xFF he left — at once.";
  const auto report = read("a.txt", bytes);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->encoding, "UTF-8");
  EXPECT_EQ(report->body, "“No”, said Žižek.\uFFFD Then \uFFFD he left — at once.");
  ASSERT_EQ(report->repairs.size(), 2U);
  EXPECT_EQ(report->repairs[0].kind, Repair::Kind::encoding);
  EXPECT_EQ(report->repairs[0].reads_as, "\uFFFD");
  EXPECT_EQ(bytes.substr(report->repairs[0].source.begin, report->repairs[0].source.size()), "\xE2\x80");
  EXPECT_EQ(bytes_of(*report, "he left"), "he left");
}

TEST(ReadEncoding, ListsNoEndOfRepairs) {
  std::string bytes;
  for (int i = 0; i < 10000; ++i) bytes += "é\xFFé ";
  const auto report = read("a.txt", bytes);
  ASSERT_TRUE(report);
  EXPECT_LE(report->repairs.size(), 1000U);
  EXPECT_EQ(report->repairs.back().source.end, bytes.size() - 3);
}

TEST(ReadEncoding, BelievesNoPageThatDeclaresUtf8AndIsWestern) {
  const auto report = read("a.html", "<meta charset=utf-8><p>The caf\xE9 said \x93no\x94.</p>");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->body, "The café said “no”.");
}

TEST(ReadEncoding, TellsOfAnEncodingThatNobodyKnows) {
  const auto report = read("a.html", "<meta charset=x-martian><p>\xE9</p>");
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::bad_encoding);
  EXPECT_NE(report.error().message.find("x-martian"), std::string::npos);
  EXPECT_TRUE(read("a.html", "<meta charset=x-martian><p>“No”</p>"));  // It is UTF-8, whatever it says.
}

// --- JSON
// -----------------------------------------------------------------------------------------------------------

TEST(ReadJson, KnowsTheShapeOfNewsPlease) {
  const auto report =
      read("a.json", R"({"title": "Town votes no", "maintext": "The mayor said \"no\".\nShe left.",
      "date_publish": "2022-03-28 10:00:00", "source_domain": "gull.example", "url": "https://gull.example/1", "authors": ["A"]})");
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_EQ(report->format, ReportFormat::json);
  EXPECT_EQ(report->body, "The mayor said \"no\".\nShe left.");
  EXPECT_EQ(report->title, "Town votes no");
  EXPECT_EQ(report->outlet, "gull.example");
  EXPECT_EQ(report->address, "https://gull.example/1");
  EXPECT_EQ(report->published, year_month_day(2022y / 3 / 28));
  EXPECT_EQ(bytes_of(*report, "said \"no\""), R"(said \"no\")");
  EXPECT_EQ(bytes_of(*report, "She"), "She");
}

TEST(ReadJson, KnowsTheShapeOfTrafilatura) {
  const auto report =
      read("a.json", R"({"title": null, "text": "No.", "date": "2022-03-28", "sitename": "The Gull",
      "hostname": "gull.example", "source": "https://gull.example/1", "id": null})");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->title, "");
  EXPECT_EQ(report->outlet, "The Gull");
  EXPECT_EQ(report->address, "https://gull.example/1");
  EXPECT_EQ(report->published, year_month_day(2022y / 3 / 28));
}

TEST(ReadJson, KnowsTheShapeOfNgec) {
  const auto report = read("a.json", R"({"id": 20220328001, "event_text": "No.", "headline": "Town votes no",
      "pub_date": "2022-03-28", "publisher": "The Gull"})");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->id, "20220328001");
  EXPECT_EQ(report->title, "Town votes no");
  EXPECT_EQ(report->outlet, "The Gull");
  EXPECT_EQ(report->published, year_month_day(2022y / 3 / 28));
}

TEST(ReadJson, ReadsOtherShapesByTheMapGiven) {
  const std::string json =
      R"({"text": "Not this.", "story": {"body": "This.", "when": "2022-03-28"}, "nr": 7})";
  const auto report =
      read("a.json", json, {.map = {{"text", "story.body"}, {"date", "story.when"}, {"id", "nr"}}});
  ASSERT_TRUE(report);
  EXPECT_EQ(report->body, "This.");
  EXPECT_EQ(report->id, "7");
  EXPECT_EQ(report->published, year_month_day(2022y / 3 / 28));
  EXPECT_EQ(bytes_of(*report, "This"), "This");
}

TEST(ReadJson, RefusesAMapOfNoMeaning) {
  const auto report = read("a.json", R"({"text": "No."})", {.map = {{"txt", "body"}}});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::bad_option);
}

TEST(ReadJson, MapsEscapesToTheirBytes) {
  const auto report = read("a.json", R"({"text": "caf\u00e9 \ud83d\udcf0 \"x\" a\/b \ud83d!\r\nend"})");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->body, "café \U0001F4F0 \"x\" a/b \uFFFD!\nend");
  EXPECT_EQ(bytes_of(*report, "é"), R"(\u00e9)");
  EXPECT_EQ(bytes_of(*report, "\U0001F4F0"), R"(\ud83d\udcf0)");
  EXPECT_EQ(bytes_of(*report, "a/b"), R"(a\/b)");
  EXPECT_EQ(bytes_of(*report, "!\ne"), R"(!\r\ne)");
  EXPECT_EQ(bytes_of(*report, "end"), "end");
}

TEST(ReadJson, MapsThroughAnotherEncoding) {
  const auto report = read("a.json", "{\"text\": \"caf\xE9 \\u00e9t\xE9\"}");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->body, "café été");
  EXPECT_EQ(bytes_of(*report, "café"), "caf\xE9");
  EXPECT_EQ(bytes_of(*report, "été"), "\\u00e9t\xE9");
}

TEST(ReadJson, JoinsTheParagraphsOfAList) {
  const auto list = read("a.json", R"({"text": ["One.", "Two\u2014"], "id": 1})");
  ASSERT_TRUE(list);
  EXPECT_EQ(list->body, "One.\n\nTwo—");
  EXPECT_EQ(bytes_of(*list, "—"), "\\u2014");
  const auto objects =
      read("a.json", R"({"p": [{"t": "One."}, {"x": 1, "t": "Two."}]})", {.map = {{"text", "p.t"}}});
  ASSERT_TRUE(objects);
  EXPECT_EQ(objects->body, "One.\n\nTwo.");
}

TEST(ReadJson, TellsOfAMissingField) {
  for (const char* json : {R"({"title": "T"})", R"({"maintext": null})", R"({"maintext": 5})",
                           R"({"x": {"text": "y"}})", R"({"maintext": []})", "{}"}) {
    const auto report = read("a.json", json);
    ASSERT_FALSE(report) << json;
    EXPECT_EQ(report.error().code, ErrorCode::missing_field) << json;
    EXPECT_EQ(report.error().file, "a.json");
    EXPECT_NE(report.error().place.find("field maintext"), std::string::npos);
    EXPECT_NE(report.error().mend.find("--map"), std::string::npos);
  }
}

TEST(ReadJson, NamesTheMappedFieldThatIsMissing) {
  const auto report = read("a.json", R"({"text": "No."})", {.map = {{"text", "story.body"}}});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::missing_field);
  EXPECT_EQ(report.error().place, "field story.body");
}

TEST(ReadJson, TellsOfWhatIsNoJson) {
  for (const char* json :
       {R"({"text": "a)", R"({"text": "a"} x)", R"({"text": "a", "b": })", R"({"text": "a", "b": tru})",
        R"({"text": "\x"})", R"({"text" "a"})", R"({"text": "a",})", R"({"text": "a"}{"text": "b"})",
        R"({"text": "a", "b": [1, 2})", R"({"text": "a", "b": 01x})"}) {
    const auto report = read("a.json", json);
    ASSERT_FALSE(report) << json;
    EXPECT_EQ(report.error().code, ErrorCode::bad_json) << json;
    EXPECT_TRUE(report.error().place.starts_with("byte ")) << json;
  }
  EXPECT_EQ(read("a.json", "no json at all").error().code, ErrorCode::bad_json);
}

TEST(ReadJson, RefusesAnAbyss) {
  const auto report = read("a.json", "{\"text\": \"a\", \"b\": " + std::string(1'000'000, '[') +
                                         std::string(1'000'000, ']') + "}");
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::bad_json);
}

// --- No report
// ------------------------------------------------------------------------------------------------------

TEST(ReadReport, TellsOfAnEmptyOne) {
  for (const char* name : {"a.txt", "a.html"}) {
    for (const char* bytes : {"", " \n\t\r\n", "\xEF\xBB\xBF"}) {
      const auto report = read(name, bytes);
      ASSERT_FALSE(report);
      EXPECT_EQ(report.error().code, ErrorCode::empty_report);
      EXPECT_EQ(report.error().file, name);
      EXPECT_FALSE(report.error().mend.empty());
    }
  }
  EXPECT_EQ(read("a.html", "<html><body><script>x()</script></body></html>").error().code,
            ErrorCode::empty_report);
  EXPECT_EQ(read("a.json", R"({"text": ""})").error().code, ErrorCode::empty_report);
}

TEST(ReadReport, TellsOfBinaries) {
  std::string noise;
  for (unsigned i = 0, x = 1; i < 10000; ++i)
    noise += static_cast<char>((x = x * 1664525U + 1013904223U) >> 24);
  for (const std::string& bytes : {noise, std::string("%PDF-1.4\nstream"), std::string("\x89PNG\r\n\x1A\n"),
                                   std::string("PK\x03\x04...."),
                                   std::string("\x7F"
                                               "ELF\2\1\1"),
                                   std::string(100, '\0')}) {
    const auto report = read("a.txt", bytes);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::not_text);
    EXPECT_TRUE(report.error().place.starts_with("byte "));
    EXPECT_FALSE(report.error().mend.empty());
  }
}

TEST(ReadReport, UnpacksFirst) {
  const auto report = read("a.txt.gz", base::gzip("The mayor said no.\n"));
  ASSERT_TRUE(report);
  EXPECT_EQ(report->bytes, "The mayor said no.\n");
  EXPECT_EQ(read("a.zst", base::zstd("<p>No.</p>"))->body, "No.");
  EXPECT_EQ(read("a.gz", base::gzip(base::gzip("No."))).error().code, ErrorCode::not_text);
  const auto cut = read("a.gz", base::gzip("The mayor said no.\n").substr(0, 20));
  ASSERT_FALSE(cut);
  EXPECT_EQ(cut.error().code, ErrorCode::bad_compression);
  EXPECT_EQ(cut.error().file, "a.gz");
}

TEST(ReadReport, KeepsToTheLimit) {
  const auto report = read("a.txt", std::string(101, 'a'), {.max_bytes = 100});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::too_large);
  EXPECT_TRUE(read("a.txt", std::string(100, 'a'), {.max_bytes = 100}));
}

TEST(ParseDate, TakesTheHeadOfATimestampAndNothingElse) {
  EXPECT_EQ(parse_date("2022-03-28"), year_month_day(2022y / 3 / 28));
  EXPECT_EQ(parse_date("2022-03-28T10:00:00Z"), year_month_day(2022y / 3 / 28));
  EXPECT_EQ(parse_date("2024-02-29 00:00"), year_month_day(2024y / 2 / 29));
  for (const char* text :
       {"", "2022-3-28", "2022-02-29", "2022-13-01", "2022-00-10", "28.03.2022", "2022-03-281", "2022/03/28",
        "x2022-03-28", "2022-03-2", "-022-03-28", "20220328"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

}  // namespace
}  // namespace onrecord
