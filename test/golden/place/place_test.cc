// Every row of this folder's tables: what a mention of a place stands for, and which place it means. What
// fails is counted; the number in KNOWN_FAILURES may only fall.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/reader.h"

namespace onrecord::golden {
namespace {

struct Row {
  std::string file, text, marked, use, place;  // `text` without the marks.
};

std::string trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return std::string(text);
}

std::vector<std::string> cells(std::string_view line) {
  std::vector<std::string> all;
  line.remove_prefix(1);
  for (std::size_t bar = line.find('|'); bar != std::string_view::npos; bar = line.find('|')) {
    all.push_back(trimmed(line.substr(0, bar)));
    line.remove_prefix(bar + 1);
  }
  return all;
}

std::string with_paragraphs(std::string text) {
  for (std::size_t at = text.find(" / "); at != std::string::npos; at = text.find(" / ", at))
    text.replace(at, 3, "\n\n");
  return text;
}

Row row_of(const std::string& file, const std::string& line) {
  const auto all = cells(line);
  EXPECT_EQ(all.size(), 3U) << line;
  if (all.size() != 3) return {};
  std::string text = with_paragraphs(all[0]);
  const std::size_t open = text.find('['), close = text.find(']');
  EXPECT_LT(open, close) << line;
  if (close == std::string::npos || open >= close) return {};
  std::string marked = text.substr(open + 1, close - open - 1);
  text.erase(close, 1);
  text.erase(open, 1);
  return {file, std::move(text), std::to_string(open) + ":" + marked, all[1], all[2]};
}

std::vector<Row> read_rows() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(ONRECORD_GOLDEN_DIR)) {
    if (entry.path().extension() == ".md" && entry.path().filename() != "README.md")
      files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Row> rows;
  for (const auto& file : files) {
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);) {
      if (line.starts_with("| text") || line.starts_with("|---") || !line.starts_with("|")) continue;
      rows.push_back(row_of(file.filename().string(), line));
    }
  }
  return rows;
}

std::string place_of(const Reading& reading, const PlaceMention& mention) {
  if (!mention.place) return "?";
  const Place& place = reading.places.places[*mention.place];
  return place.name + ", " + (place.country.empty() ? "-" : place.country) +
         (place.disputed() ? " disputed" : "");
}

void expect_sound(const Reading& reading) {
  std::uint32_t before = 0;
  for (const PlaceMention& mention : reading.places.mentions) {
    EXPECT_LE(before, mention.span.begin);
    EXPECT_TRUE(reading.document.contains(mention.span));
    EXPECT_FALSE(mention.span.empty());
    before = mention.span.end;
    for (const float score : {mention.use_score, mention.place_score, mention.somewhere}) {
      EXPECT_GE(score, 0.0F);
      EXPECT_LE(score, 1.0F);
    }
    if (mention.place) {
      ASSERT_LT(*mention.place, reading.places.places.size());
      EXPECT_FALSE(mention.rule.empty());
    }
  }
}

// What is wrong; empty when nothing is.
std::string fault_of(const Row& row, const Reading& reading) {
  const std::size_t colon = row.marked.find(':');
  const auto begin = static_cast<std::uint32_t>(std::stoul(row.marked.substr(0, colon)));
  const std::string words = row.marked.substr(colon + 1);
  // The text may have been repaired before it: the words that stand nearest to where they should.
  const Span span{begin, begin + static_cast<std::uint32_t>(words.size())};
  for (const PlaceMention& mention : reading.places.mentions) {
    if (!reading.document.to_bytes(mention.span).overlaps(span)) continue;
    const std::string found(reading.document.text(mention.span));
    if (row.use == "nothing") return "found “" + found + "”, " + place_of(reading, mention);
    if (found != words) return "cut as “" + found + "”";
    if (row.use != "." && to_string(mention.use) != row.use)
      return "use: " + std::string(to_string(mention.use));
    if (row.place != "." && place_of(reading, mention) != row.place)
      return "place: " + place_of(reading, mention);
    return {};
  }
  return row.use == "nothing" ? "" : "found nothing";
}

TEST(GoldenPlaces, AreReadAsTheTablesSay) {
  if (!std::filesystem::exists(ONRECORD_GOLDEN_WEIGHTS)) GTEST_SKIP() << "SKIPPED: no weights";
  if (!std::filesystem::exists(ONRECORD_GOLDEN_GAZETTEER)) GTEST_SKIP() << "SKIPPED: no gazetteer";
  const auto reader =
      Reader::open({.weights = ONRECORD_GOLDEN_WEIGHTS, .gazetteer = ONRECORD_GOLDEN_GAZETTEER});
  ASSERT_TRUE(reader) << reader.error().message;
  const auto rows = read_rows();
  ASSERT_GE(rows.size(), 50U);
  std::size_t failed = 0, refused = 0;
  for (const Row& row : rows) {
    auto report = read_report("case.txt", row.text, {});
    ASSERT_TRUE(report);
    const auto reading = reader->read(std::move(*report));
    ASSERT_TRUE(reading);
    expect_sound(*reading);
    refused += row.use == "nothing" || row.place == "?" ? 1 : 0;
    const std::string fault = fault_of(row, *reading);
    if (fault.empty()) continue;
    ++failed;
    std::cout << row.file << ": " << row.text << "\n  " << row.marked << ": " << fault << "\n";
  }
  EXPECT_GE(refused * 3, rows.size()) << "a third of the cases must be of what is not so";
  std::size_t known = 0;
  std::ifstream(ONRECORD_GOLDEN_DIR "/KNOWN_FAILURES") >> known;
  std::cout << failed << " of " << rows.size() << " rows fail, " << known << " are known to\n";
  EXPECT_LE(failed, known);
}

}  // namespace
}  // namespace onrecord::golden
