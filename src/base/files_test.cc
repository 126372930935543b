// Folders, mapped files, checksums.

#include "base/files.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

#include "base/checksum.h"
#include "base/mapped_file.h"
#include "base/test_folder.h"

namespace onrecord::base {
namespace {

std::vector<std::string> names_in(const TestFolder& folder) {
  std::vector<std::string> names;
  visit_files(folder.path(), [&](Result<std::string> path) {
    names.push_back(path ? path->substr(folder.path().size() + 1) : "error: " + path.error().message);
    return true;
  });
  return names;
}

TEST(VisitFiles, GoesInTheOrderOfNamesAndIntoFolders) {
  const TestFolder folder;
  for (const char* name : {"b.txt", "a/2.txt", "a/10.txt", "c/d/e.txt", "Z.txt"}) folder.write(name, "x");
  EXPECT_EQ(names_in(folder),
            (std::vector<std::string>{"Z.txt", "a/10.txt", "a/2.txt", "b.txt", "c/d/e.txt"}));
}

TEST(VisitFiles, PassesOverHiddenFilesAndDoesNotGoRoundInCircles) {
  const TestFolder folder;
  folder.write(".hidden", "x");
  folder.write(".git/config", "x");
  folder.write("a/b.txt", "x");
  std::filesystem::create_directory_symlink(folder.path(), folder.path("a/up"));
  EXPECT_EQ(names_in(folder), (std::vector<std::string>{"a/b.txt"}));
}

TEST(VisitFiles, KeepsALinkThatLeadsNowhere) {
  const TestFolder folder;
  std::filesystem::create_symlink("gone.txt", folder.path("link.txt"));
  EXPECT_EQ(names_in(folder), (std::vector<std::string>{"link.txt"}));
}

TEST(VisitFiles, StopsWhenToldTo) {
  const TestFolder folder;
  for (const char* name : {"a/1", "a/2", "b"}) folder.write(name, "x");
  int seen = 0;
  EXPECT_FALSE(visit_files(folder.path(), [&](const Result<std::string>&) { return ++seen < 1; }));
  EXPECT_EQ(seen, 1);
}

TEST(VisitFiles, TellsOfAFolderThatIsNot) {
  const TestFolder folder;
  std::vector<ErrorCode> codes;
  visit_files(folder.path("none"), [&](Result<std::string> path) {
    codes.push_back(path.error().code);
    return true;
  });
  EXPECT_EQ(codes, std::vector<ErrorCode>{ErrorCode::not_found});
}

TEST(MappedFile, ShowsTheBytesOfTheFile) {
  const TestFolder folder;
  auto mapped = MappedFile::open(folder.write("w.bin", std::string("ab\0c", 4)));
  ASSERT_TRUE(mapped);
  const MappedFile moved = std::move(*mapped);
  ASSERT_EQ(moved.bytes().size(), 4U);
  EXPECT_EQ(std::memcmp(moved.bytes().data(), "ab\0c", 4), 0);
}

TEST(MappedFile, OfAnEmptyFileIsEmpty) {
  const TestFolder folder;
  const auto mapped = MappedFile::open(folder.write("w.bin", ""));
  ASSERT_TRUE(mapped);
  EXPECT_TRUE(mapped->bytes().empty());
}

TEST(MappedFile, TellsWhatKeptItFromOpening) {
  const TestFolder folder;
  EXPECT_EQ(MappedFile::open(folder.path("none")).error().code, ErrorCode::not_found);
  const auto opened = MappedFile::open(folder.path());
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::not_readable);
  EXPECT_EQ(opened.error().file, folder.path());
  EXPECT_FALSE(opened.error().mend.empty());
}

std::string hex(std::string_view text) {
  std::string shown;
  for (const std::uint8_t byte : xxh3_128(std::as_bytes(std::span(text)))) {
    char digits[3];
    std::snprintf(digits, sizeof digits, "%02x", byte);
    shown += digits;
  }
  return shown;
}

TEST(Checksum, IsTheOneThatXxhsumPrints) {
  EXPECT_EQ(hex(""), "99aa06d3014798d86001c324468d497f");
  EXPECT_NE(hex("weights"), hex("weighta"));
}

}  // namespace
}  // namespace onrecord::base
