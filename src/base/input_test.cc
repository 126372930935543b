// Reading files and unpacking them, whole, damaged and hostile.

#include "base/input.h"

#include <gtest/gtest.h>

#include <string>

#include "base/test_folder.h"
#include "base/test_pack.h"

namespace onrecord::base {
namespace {

constexpr std::uint64_t kLimit = 64U << 20;

Result<std::string> unpack(std::string_view bytes, std::uint64_t limit = kLimit) {
  Input input = Input::of_memory(bytes, "a.gz");
  std::string text;
  if (auto read = input.read_all(text, limit); !read) return fail(read.error());
  return text;
}

// Text that packs about as well as prose does.
std::string prose(std::size_t size) {
  std::string text;
  for (unsigned i = 0; text.size() < size; ++i)
    text += "Order " + std::to_string(i * 2654435761U) + " was read out.\n";
  return text;
}

TEST(Input, ReadsAFileAsItIs) {
  const TestFolder folder;
  const std::string text = prose(1 << 20);
  auto input = Input::open(folder.write("a.txt", text));
  ASSERT_TRUE(input);
  Input moved = std::move(*input);
  std::string read;
  ASSERT_TRUE(moved.read_all(read, kLimit));
  EXPECT_EQ(read, text);
}

TEST(Input, KeepsItsPlaceWhenMovedHalfWay) {
  const TestFolder folder;
  auto input = Input::open(folder.write("a.txt", "first second"));
  std::string read;
  ASSERT_TRUE(input->read(read, 6));
  Input moved = std::move(*input);
  ASSERT_TRUE(moved.read_all(read, kLimit));
  EXPECT_EQ(read, "first second");
}

TEST(Input, UnpacksGzipAndZstdByTheirFirstBytes) {
  const std::string text = prose(3 << 20);
  EXPECT_EQ(unpack(gzip(text)).value(), text);
  EXPECT_EQ(unpack(zstd(text)).value(), text);
  EXPECT_EQ(unpack(gzip("")).value(), "");
}

TEST(Input, JoinsTheMembersOfOneFile) {
  const std::string text = prose(600 << 10);
  EXPECT_EQ(unpack(gzip(text) + gzip("middle\n") + gzip(text)).value(), text + "middle\n" + text);
  EXPECT_EQ(unpack(zstd(text) + zstd("end\n")).value(), text + "end\n");
}

TEST(Input, LeavesPaddingBehindAGzipFileAside) {
  EXPECT_EQ(unpack(gzip("text") + std::string(512, '\0')).value(), "text");
}

TEST(Input, TellsOfPackedDataThatBreaksOff) {
  const std::string text = prose(1 << 20);
  for (const std::string& packed : {gzip(text), zstd(text)}) {
    for (const std::size_t size : {packed.size() - 1, packed.size() / 2, std::size_t{20}, std::size_t{5}}) {
      const auto read = unpack(std::string_view(packed).substr(0, size));
      ASSERT_FALSE(read) << size;
      EXPECT_EQ(read.error().code, ErrorCode::bad_compression);
      EXPECT_EQ(read.error().file, "a.gz");
      EXPECT_FALSE(read.error().place.empty());
      EXPECT_FALSE(read.error().mend.empty());
    }
  }
}

TEST(Input, TellsOfAFlippedByte) {
  std::string packed = gzip(prose(100 << 10));
  packed[packed.size() - 6] = static_cast<char>(packed[packed.size() - 6] ^ 1);
  EXPECT_EQ(unpack(packed).error().code, ErrorCode::bad_compression);
}

TEST(Input, RefusesABombLongBeforeTheLimit) {
  const std::string bomb = gzip(std::string(200U << 20, 'a'));
  Input input = Input::of_memory(bomb, "bomb.gz");
  std::string text;
  const auto read = input.read_all(text, 1ULL << 40);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::too_large);
  EXPECT_LT(text.size(), 20U << 20);
}

TEST(Input, DoesNotTakeALittleFileForABomb) {
  EXPECT_EQ(unpack(gzip(std::string(4U << 20, 'a'))).value().size(), 4U << 20);
}

TEST(Input, StopsAtTheLimit) {
  const std::string text = prose(2 << 20);
  const auto read = unpack(text, 1 << 20);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::too_large);
  EXPECT_TRUE(unpack(text, text.size()));
}

TEST(Input, TellsWhatKeptAFileFromBeingRead) {
  const TestFolder folder;
  EXPECT_EQ(Input::open(folder.path("none.txt")).error().code, ErrorCode::not_found);
  auto opened = Input::open(folder.path());
  ASSERT_TRUE(opened);
  std::string text;
  const auto read = opened->read_all(text, kLimit);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::not_readable);
  EXPECT_EQ(read.error().file, folder.path());
}

}  // namespace
}  // namespace onrecord::base
