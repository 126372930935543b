#include "output.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "talk.h"

namespace onrecord::cli {
namespace {

namespace fs = std::filesystem;

class OutputFile : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) /
              ("onrecord-output-" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) +
               testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string path() const { return (folder_ / "out.jsonl").string(); }
  std::string content() const {
    std::ostringstream text;
    text << std::ifstream(path()).rdbuf();
    return text.str();
  }

  fs::path folder_;
};

TEST_F(OutputFile, AppearsOnlyWhenItIsWhole) {
  Output output(path());
  EXPECT_TRUE(output.write("one\n"));
  EXPECT_FALSE(fs::exists(path()));
  EXPECT_TRUE(output.finish());
  EXPECT_EQ(content(), "one\n");
}

TEST_F(OutputFile, LeavesTheOldFileAndNoLitterWhenItIsNotFinished) {
  std::ofstream(path()) << "old";
  { EXPECT_TRUE(Output(path()).write("new")); }
  EXPECT_EQ(content(), "old");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1);
}

TEST_F(OutputFile, SaysWhyItCannotBeWritten) {
  Output output((folder_ / "nowhere" / "out").string());
  EXPECT_FALSE(output.failure().empty());
  EXPECT_FALSE(output.write("x"));
  EXPECT_FALSE(output.finish());
}

TEST(OutputDevice, SaysThatADiskIsFull) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  Output output("/dev/full");
  EXPECT_FALSE(output.write("x"));
  EXPECT_FALSE(output.failure().empty());
  EXPECT_FALSE(output.finish());
}

TEST(Message, NamesFilePlaceAndMend) {
  EXPECT_EQ(message_of({ErrorCode::bad_json, "not JSON", "a.jsonl", "line 3", "mend that line"}),
            "onrecord: a.jsonl:line 3: not JSON [E108]\n  mend: mend that line\n");
  EXPECT_EQ(message_of({ErrorCode::bad_option, "no file was named"}), "onrecord: no file was named [E112]\n");
}

TEST(Message, ReadsAsOneSentenceBehindTheName) {
  EXPECT_EQ(message_of({ErrorCode::weights_missing, "There is no weights file.", "w", "", "Name one."}),
            "onrecord: w: there is no weights file [E201]\n  mend: Name one.\n");
  EXPECT_EQ(message_of({ErrorCode::bad_json, "JSON it is not"}), "onrecord: JSON it is not [E108]\n");
}

TEST(Message, LetsNoFileNameReachIntoTheTerminal) {
  EXPECT_EQ(message_of({ErrorCode::not_found, "no such file",
                        "a\x1b[2J\n\xC2\x9B"
                        "b"}),
            "onrecord: a?[2J??b: no such file [E101]\n");
}

}  // namespace
}  // namespace onrecord::cli
