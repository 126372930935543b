#include "report/sniff.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace onrecord::report {
namespace {

struct Magic {
  std::string_view bytes;
  const char* kind;
  const char* mend;
};

constexpr const char* kUnpack = "Unpack it and read the files in it.";
constexpr const char* kExtract = "Extract its text first, by pdftotext or the like.";
constexpr const char* kLeaveOut = "Leave it out.";

constexpr Magic kMagics[] = {
    {"%PDF-", "a PDF", kExtract},
    {"PK\x03\x04", "a ZIP archive or an office document", kUnpack},
    {"\x1F\x8B", "a gzip file inside another", kUnpack},
    {"\x28\xB5\x2F\xFD", "a zstd file inside another", kUnpack},
    {"\xFD"
     "7zXZ",
     "an xz file", kUnpack},
    {"BZh9", "a bzip2 file", kUnpack},
    {"7z\xBC\xAF\x27\x1C", "a 7z archive", kUnpack},
    {"Rar!\x1A", "a RAR archive", kUnpack},
    {"\xD0\xCF\x11\xE0", "an old office document", kExtract},
    {"\x89PNG", "a PNG picture", kLeaveOut},
    {"\xFF\xD8\xFF", "a JPEG picture", kLeaveOut},
    {"GIF8", "a GIF picture", kLeaveOut},
    {"\x7F"
     "ELF",
     "a program", kLeaveOut},
    {"SQLite format 3", "an SQLite database", kLeaveOut},
};

// Control characters that no text has: all below the space but tab, line feed, vertical tab, form feed,
// carriage return and escape; and delete.
bool is_control(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return value == 0x7F || (value < 0x20 && (value < 0x09 || value > 0x0D) && value != 0x1B);
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool starts_with_ignoring_case(std::string_view text, std::string_view start) {
  return text.size() >= start.size() &&
         std::equal(start.begin(), start.end(), text.begin(), [](char a, char b) { return a == lower(b); });
}

// "<div", "<!doctype", "<?xml": a tag such as HTML begins with. "<Reuters> - …" is none.
bool begins_markup(std::string_view text) {
  constexpr std::string_view kStarts[] = {
      "<!doctype", "<!--",  "<?xml", "<html",  "<head", "<body", "<div",    "<p>",     "<p ",
      "<article",  "<main", "<meta", "<title", "<h1",   "<h2",   "<script", "<link",   "<style",
      "<section",  "<span", "<a ",   "<table", "<ul",   "<b>",   "<br",     "<header", "<figure"};
  return std::any_of(std::begin(kStarts), std::end(kStarts),
                     [text](std::string_view start) { return starts_with_ignoring_case(text, start); });
}

// An object whose first key is quoted, or a list of such. "[Editor's note: …]" is none.
bool begins_json(std::string_view text) {
  if (text.starts_with('[')) text = skip_blank(text.substr(1));
  if (!text.starts_with('{')) return false;
  text = skip_blank(text.substr(1));
  return text.starts_with('"') || text.starts_with('}');
}

}  // namespace

Result<Ok> check_is_text(std::string_view bytes, const std::string& name) {
  for (const Magic& magic : kMagics) {
    if (!bytes.starts_with(magic.bytes)) continue;
    return fail({ErrorCode::not_text, std::string("the file is ") + magic.kind + ", not text", name, "byte 0",
                 magic.mend});
  }
  bool big_endian = false;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
      is_utf16_without_mark(bytes, big_endian)) {
    return Ok{};
  }
  constexpr std::size_t kMostControls = 50;  // One in so many bytes.
  const auto controls = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_control));
  if (controls * kMostControls <= bytes.size()) return Ok{};
  const auto first = std::find_if(bytes.begin(), bytes.end(), is_control);
  return fail({ErrorCode::not_text,
               "the file is binary: " + std::to_string(controls) + " of its first " +
                   std::to_string(bytes.size()) + " bytes are control characters",
               name, "byte " + std::to_string(first - bytes.begin()),
               "Leave it out, or extract its text first."});
}

ReportFormat format_of(std::string_view text, std::string_view name) {
  const auto start = skip_blank(text);
  if (begins_json(start)) return ReportFormat::json;
  if (has_ending(name, ".html") || has_ending(name, ".htm") || has_ending(name, ".xhtml"))
    return ReportFormat::html;
  if (has_ending(name, ".json") || has_ending(name, ".jsonl") || has_ending(name, ".ndjson")) {
    return ReportFormat::json;
  }
  return begins_markup(start) ? ReportFormat::html : ReportFormat::text;
}

bool has_ending(std::string_view name, std::string_view ending) {
  for (const std::string_view packed : {".gz", ".zst"}) {
    if (name.ends_with(packed)) name.remove_suffix(packed.size());
  }
  return name.size() >= ending.size() &&
         starts_with_ignoring_case(name.substr(name.size() - ending.size()), ending);
}

std::string_view skip_blank(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const auto start = text.find_first_not_of(" \t\r\n\f\v");
  return start == std::string_view::npos ? std::string_view{} : text.substr(start);
}

// Latin text in UTF-16 has a NUL at every second byte and hardly one between.
bool is_utf16_without_mark(std::string_view bytes, bool& big_endian) {
  constexpr std::size_t kLook = 4096;
  const auto head = bytes.substr(0, std::min(bytes.size(), kLook) & ~std::size_t{1});
  if (head.size() < 8) return false;
  std::array<std::size_t, 2> nuls = {};
  for (std::size_t i = 0; i < head.size(); ++i) nuls[i % 2] += head[i] == '\0' ? 1U : 0U;
  const std::size_t pairs = head.size() / 2;
  big_endian = nuls[0] > nuls[1];
  return std::max(nuls[0], nuls[1]) * 10 >= pairs * 7 && std::min(nuls[0], nuls[1]) * 50 <= pairs;
}

}  // namespace onrecord::report
