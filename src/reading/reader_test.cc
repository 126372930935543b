// The door, with weights that know nothing: what holds of any reading. What good weights find is for eval/ to
// tell.

#include "onrecord/reader.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "base/test_folder.h"
#include "nn/testing/random_weights.h"
#include "reading/find_weights.h"

namespace onrecord {
namespace {

std::string some_weights(std::uint64_t seed) {
  nn::testing::RandomWeights numbers;
  numbers.seed = seed;
  numbers.labels["lemma"] = {"l|0|0||", "k|0|1||"};
  numbers.labels["name"] = {"O", "B-Person", "I-Person"};
  return nn::testing::make_weights(numbers);
}

Report report_of(std::string body) {
  Report report;
  report.name = "a.txt";
  report.encoding = "UTF-8";
  report.body_map.append(static_cast<std::uint32_t>(body.size()), 0, static_cast<std::uint32_t>(body.size()));
  report.bytes = body;
  report.body = std::move(body);
  return report;
}

const char* const kText =
    "\"The talks are over,\" the minister said on Monday.\n\nShe will not pay. A man who was there said that "
    "he "
    "would, and that the ministry had agreed.\n";

class ReaderTest : public testing::Test {
 protected:
  Result<Reader> open(std::uint64_t seed, bool exact = false) {
    const std::string path = folder_.write(std::to_string(seed) + ".weights", some_weights(seed));
    return Reader::open({path, exact});
  }
  base::TestFolder folder_;
};

TEST_F(ReaderTest, ReadsAReportIntoADocumentItsTagsAndItsStatements) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const auto reader = open(seed, seed % 2 == 0);
    ASSERT_TRUE(reader) << reader.error().message;
    const auto reading = reader->read(report_of(kText));
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->report.name, "a.txt");
    EXPECT_EQ(reading->document.blocks().size(), 2U);
    EXPECT_EQ(reading->tags.words.size(), reading->document.tokens().size());
    EXPECT_GE(reading->tags.sentences.size(), 2U);
    for (const Statement& statement : reading->statements) {
      const auto good = check(statement, reading->document);
      EXPECT_TRUE(good) << good.error().message;
    }
  }
}

TEST_F(ReaderTest, RefusesAReportWithoutAWord) {
  const auto reader = open(1);
  ASSERT_TRUE(reader);
  for (const char* body : {"", " \n\n\t "}) {
    const auto reading = reader->read(report_of(body));
    ASSERT_FALSE(reading);
    EXPECT_EQ(reading.error().code, ErrorCode::empty_report);
    EXPECT_EQ(reading.error().file, "a.txt");
    EXPECT_FALSE(reading.error().mend.empty());
  }
}

TEST_F(ReaderTest, TakesWordsThatAreAlreadyCut) {
  const auto reader = open(1);
  ASSERT_TRUE(reader);
  Document::Parts parts;
  parts.text = "He did n't";
  parts.blocks = {{{0, 10}, BlockKind::paragraph, {0, 3}}};
  parts.tokens = {{{0, 2}, true, false}, {{3, 6}, true, false}, {{7, 10}, true, false}};
  const Reading reading = reader->read(report_of("He didn't"), Document(std::move(parts)));
  EXPECT_EQ(reading.document.tokens().size(), 3U);
  EXPECT_EQ(reading.tags.words.size(), 3U);
}

TEST_F(ReaderTest, SaysTheSameOnTwoThreads) {
  const auto reader = open(4);
  ASSERT_TRUE(reader);
  const auto alone = reader->read(report_of(kText));
  ASSERT_TRUE(alone);
  std::vector<Result<Reading>> together(2, fail({ErrorCode::not_found, ""}));
  std::vector<std::thread> threads;
  for (auto& reading : together) {
    threads.emplace_back([&reading, copy = *reader] { reading = copy.read(report_of(kText)); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& reading : together) {
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->tags.sentences, alone->tags.sentences);
    ASSERT_EQ(reading->statements.size(), alone->statements.size());
    for (std::size_t w = 0; w < alone->tags.words.size(); ++w) {
      EXPECT_EQ(reading->tags.words[w].head, alone->tags.words[w].head);
      EXPECT_EQ(reading->tags.words[w].arc_score, alone->tags.words[w].arc_score);
    }
  }
}

TEST_F(ReaderTest, TellsWhichWeightsItReadsWith) {
  const auto one = open(1);
  const auto other = open(2);
  ASSERT_TRUE(one && other);
  EXPECT_FALSE(one->weights_id().empty());
  EXPECT_NE(one->weights_id(), other->weights_id());
}

TEST_F(ReaderTest, DoesNotOpenDamagedWeights) {
  std::string bytes = some_weights(1);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  const std::string path = folder_.write("flipped.weights", bytes);
  const auto reader = Reader::open({path});
  ASSERT_FALSE(reader);
  EXPECT_EQ(reader.error().code, ErrorCode::weights_damaged);
  EXPECT_EQ(reader.error().file, path);
}

TEST_F(ReaderTest, NamesTheFileWhoseLabelsItDoesNotKnow) {
  nn::testing::RandomWeights numbers;
  numbers.labels["role"] = {"ARG0"};
  const std::string path = folder_.write("odd.weights", nn::testing::make_weights(numbers));
  const auto reader = Reader::open({path});
  ASSERT_FALSE(reader);
  EXPECT_EQ(reader.error().code, ErrorCode::weights_unknown);
  EXPECT_EQ(reader.error().file, path);
}

TEST_F(ReaderTest, LooksWhereTheEnvironmentSays) {
  const std::string path = folder_.write("from_environment.weights", some_weights(7));
  ASSERT_EQ(setenv("ONRECORD_WEIGHTS", path.c_str(), 1), 0);
  const auto reader = Reader::open({});
  unsetenv("ONRECORD_WEIGHTS");
  ASSERT_TRUE(reader) << reader.error().message;
  const auto named = Reader::open({path});
  ASSERT_TRUE(named);
  EXPECT_EQ(reader->weights_id(), named->weights_id());
}

TEST_F(ReaderTest, DoesNotLookElsewhereWhenAFileIsNamed) {
  const std::string path = folder_.path("nowhere.weights");
  const auto reader = Reader::open({path});
  ASSERT_FALSE(reader);
  EXPECT_EQ(reader.error().code, ErrorCode::weights_missing);
  EXPECT_EQ(reader.error().file, path);
}

TEST(FindWeights, LooksBesideTheProgramThenWhereItWasInstalledThenWhereItWasBuilt) {
  const base::TestFolder folder;
  const std::string built = folder.write("source/models/onrecord-en.weights", "x");
  const reading::WeightsPlaces places{"", "", folder.path("usr/bin/onrecord"), folder.path("installed"),
                                      folder.path("source")};
  EXPECT_EQ(reading::find_weights(places), built);
  const std::string laid = folder.write("installed/onrecord-en.weights", "x");
  EXPECT_EQ(reading::find_weights(places), laid);
  const std::string installed = folder.write("usr/share/onrecord/models/onrecord-en.weights", "x");
  EXPECT_EQ(reading::find_weights(places), installed);
}

TEST(FindWeights, PrefersTheNamedFileToTheEnvironmentAndThatToTheRest) {
  reading::WeightsPlaces places{"a", "b", "", "", ""};
  EXPECT_EQ(reading::find_weights(places), "a");
  places.named.clear();
  EXPECT_EQ(reading::find_weights(places), "b");
}

TEST(FindWeights, TellsWhereItLooked) {
  const base::TestFolder folder;
  const auto found = reading::find_weights(
      {"", "", folder.path("bin/onrecord"), folder.path("installed"), folder.path("source")});
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode::weights_missing);
  const std::string& message = found.error().message;
  EXPECT_NE(message.find(folder.path("share/onrecord/models/onrecord-en.weights")), std::string::npos)
      << message;
  EXPECT_NE(message.find(folder.path("source/models/onrecord-en.weights")), std::string::npos) << message;
  EXPECT_NE(found.error().mend.find("ONRECORD_WEIGHTS"), std::string::npos);
}

}  // namespace
}  // namespace onrecord
