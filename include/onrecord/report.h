// onrecord/report.h — a news report as it was received, before anything is read out of it.

#ifndef ONRECORD_REPORT_H_
#define ONRECORD_REPORT_H_

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/error.h"
#include "onrecord/span.h"
#include "onrecord/text_map.h"

namespace onrecord {

enum class BlockKind : std::uint8_t {  // Stored in ledgers: append only, never renumber.
  paragraph = 1,
  headline = 2,
  subheadline = 3,
  caption = 4,     // Of a picture, with its credit.
  promo = 5,       // "Read more: …", "Story continues below", advertisements, newsletter boxes.
  dateline = 6,    // "KYIV, March 28 (Reuters) —"
  byline = 7,      // "By Ana Ruiz, Staff Reporter"
  correction = 8,  // "Correction: an earlier version …"
  list_item = 9,
};

enum class ReportFormat : std::uint8_t { text = 1, html = 2, json = 3 };

// A change that the program made to what it shows, never to the bytes it keeps.
struct Repair {
  enum class Kind : std::uint8_t {
    encoding = 1,  // Decoded from another encoding than UTF-8, or invalid bytes replaced.
    mojibake = 2,  // UTF-8 that had been read as Windows-1252, put right.
    control = 3,   // NUL and other control characters dropped.
    soft_hyphen = 4,
    broken_word = 5,      // "Bu\ndanov" → "Budanov"
    hard_wrap = 6,        // A line break inside a paragraph → a space.
    paragraph_break = 7,  // A missing break put in.
  };
  Kind kind;
  Span source;           // Bytes of Report::bytes that were read otherwise.
  std::string reads_as;  // What stands there now.
};

// What the markup said about a stretch of the body. Given for HTML, empty for plain text.
struct BlockHint {
  Span span;  // In Report::body.
  BlockKind kind = BlockKind::paragraph;
};

// One report. Owns its text; copyable, movable; no thread may change it while another reads it.
struct Report {
  std::string name;  // Where it came from, for messages and records: "a.txt", "news.jsonl:12", "-".
  ReportFormat format = ReportFormat::text;
  std::string bytes;  // As received (of a JSON-lines file: this report's line), decompressed, unaltered.
  std::string body;   // The main text in UTF-8, blocks of markup separated by an empty line.
  TextMap body_map;   // From `body` to `bytes`.
  std::vector<BlockHint> hints = {};
  std::vector<Repair> repairs = {};  // Those made in getting from `bytes` to `body`.

  std::string encoding;  // Of `bytes`, an IANA name: "UTF-8", "windows-1252".
  std::string title;     // Empty when not known; likewise below.
  std::string outlet;
  std::string address;  // URL.
  std::string id;       // The source's own identifier, if it gave one.
  std::optional<std::chrono::year_month_day> published = {};
};

struct ReportOptions {
  // JSON fields by meaning, over the shapes known (news-please, trafilatura, NGEC):
  // {"text", "story.body"}, {"date", "when"}; meanings: text title date outlet address id.
  std::vector<std::pair<std::string, std::string>> map = {};
  std::uint64_t max_bytes = 256ULL << 20;  // Of one report, decompressed.
  std::uint32_t max_depth = 512;           // Of nested HTML elements.
};

// Called for each report of a file, or for what kept one from being read. Return false to stop.
using ReportVisitor = std::function<bool(Result<Report>)>;

// Reads all reports of the file, folder (recursively, in the order of names) or standard input ("-") at
// `path`: plain text, HTML, JSON or JSON lines, each also as .gz or .zst. Never throws: what cannot be read
// reaches `visit` as an Error, and reading goes on with the next.
void read_reports(const std::string& path, const ReportOptions& options, const ReportVisitor& visit);

// One report out of bytes already in memory, its format told by its first bytes and `name`'s ending.
// A JSON-lines text with several reports gives an error: use read_reports.
Result<Report> read_report(std::string name, std::string bytes, const ReportOptions& options);

// "2022-03-28", also at the head of a longer timestamp; nothing when it is no date.
std::optional<std::chrono::year_month_day> parse_date(std::string_view text);

}  // namespace onrecord

#endif  // ONRECORD_REPORT_H_
