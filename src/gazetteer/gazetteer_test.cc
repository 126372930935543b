#include "gazetteer/gazetteer.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

namespace onrecord::gazetteer {
namespace {

const char* const kFile = ONRECORD_SOURCE_DIR "/data/gazetteer/places.gaz";

std::string bytes_of(const char* path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

Error error_of(const std::string& bytes) {
  const std::string path =
      testing::TempDir() + testing::UnitTest::GetInstance()->current_test_info()->name() + ".gaz";
  std::ofstream(path, std::ios::binary) << bytes;
  const auto opened = Gazetteer::open(path);
  return opened ? Error{} : opened.error();
}

class WholeFile : public testing::Test {
 protected:
  void SetUp() override {
    auto opened = Gazetteer::open(kFile);
    ASSERT_TRUE(opened) << opened.error().message;
    gazetteer = *opened;
  }
  // The place called so that comes first in the file; its id, or 0.
  std::int64_t first(std::string_view name) const {
    std::string key;
    make_key(gazetteer->folds(), name, key);
    const auto found = gazetteer->find(key);
    return found.empty() ? 0 : gazetteer->entry(found[0].place).id;
  }
  bool may_be(std::string_view name, std::int64_t id) const {
    std::string key;
    make_key(gazetteer->folds(), name, key);
    const auto found = gazetteer->find(key);
    for (std::uint32_t i = 0; i < found.size(); ++i) {
      if (gazetteer->entry(found[i].place).id == id) return true;
    }
    return false;
  }
  std::shared_ptr<const Gazetteer> gazetteer;
};

TEST_F(WholeFile, KnowsPlacesByTheirNames) {
  EXPECT_EQ(first("Ukraine"), 690791);
  EXPECT_EQ(first("Ukrainian"), 690791);
  EXPECT_TRUE(may_be("Istanbul", 745044));
  EXPECT_TRUE(may_be("İstanbul", 745044));
  EXPECT_TRUE(may_be("Constantinople", 745044));
  EXPECT_FALSE(may_be("Paris", 745044));
  EXPECT_EQ(first("no place is called so"), 0);
  EXPECT_EQ(first(""), 0);
}

TEST_F(WholeFile, ReadsLettersThatOnlyLookLatinAsLatin) {
  EXPECT_EQ(first("M\u043Esc\u043Ew"), first("Moscow"));  // Cyrillic o.
  std::string key;
  make_key(gazetteer->folds(), "\u0440\u0430\u0440\u0430", key);  // A word all of them is not Latin.
  EXPECT_EQ(key, "\u0440\u0430\u0440\u0430");
}

TEST_F(WholeFile, KnowsNoTownByTheNameOfARegionFarAway) {
  for (const std::string_view name : {"Kashmir", "Catalan", "Welsh"}) {
    std::string key;
    make_key(gazetteer->folds(), name, key);
    const auto found = gazetteer->find(key);
    ASSERT_FALSE(found.empty()) << name;
    EXPECT_NE(gazetteer->entry(found[0].place).kind, PlaceKind::city) << name;
  }
}

TEST_F(WholeFile, TellsWhatIsDisputedAndHowOthersSeeIt) {
  std::string key;
  make_key(gazetteer->folds(), "Crimea", key);
  const auto found = gazetteer->find(key);
  ASSERT_FALSE(found.empty());
  const auto dispute = gazetteer->dispute(found[0].place);
  ASSERT_TRUE(dispute);
  EXPECT_EQ(dispute->de_jure, "UKR");
  EXPECT_EQ(dispute->administered_by, "RUS");
  EXPECT_EQ(gazetteer->alpha3(gazetteer->entry(found[0].place).country), "UKR");
  ASSERT_TRUE(gazetteer->seen_in("ru", found[0].place));
  EXPECT_EQ(gazetteer->alpha3(*gazetteer->seen_in("ru", found[0].place)), "RUS");
  EXPECT_FALSE(gazetteer->seen_in("un", found[0].place));
}

TEST_F(WholeFile, GivesNothingForNumbersPastItsEnd) {
  EXPECT_EQ(gazetteer->entry(gazetteer->size()).id, 0);
  EXPECT_EQ(gazetteer->entry(kNoPlace).name, "");
  EXPECT_EQ(gazetteer->alpha3(kNowhere), "");
  EXPECT_FALSE(gazetteer->dispute(kNoPlace));
}

TEST(GazetteerFile, IsRefusedWhereItIsCutShort) {
  const std::string whole = bytes_of(kFile);
  ASSERT_GT(whole.size(), 1000000U);
  for (const std::size_t size :
       {std::size_t{9}, std::size_t{100}, std::size_t{500}, whole.size() / 2, whole.size() - 1}) {
    const Error error = error_of(whole.substr(0, size));
    EXPECT_EQ(error.code, ErrorCode::gazetteer_damaged) << size;
    EXPECT_EQ(error.place, "byte " + std::to_string(size));
    EXPECT_FALSE(error.file.empty());
    EXPECT_FALSE(error.mend.empty());
  }
}

TEST(GazetteerFile, IsRefusedWhereItsHeadWasChanged) {
  std::string bytes = bytes_of(kFile).substr(0, 4096);
  bytes[40] = static_cast<char>(bytes[40] ^ 1);
  EXPECT_EQ(error_of(bytes).code, ErrorCode::gazetteer_damaged);
}

TEST(GazetteerFile, IsRefusedWhereItIsSomethingElse) {
  EXPECT_EQ(error_of("hello").code, ErrorCode::gazetteer_unknown);
  EXPECT_EQ(error_of("").code, ErrorCode::gazetteer_unknown);
  EXPECT_EQ(Gazetteer::open(testing::TempDir() + "nothing.gaz").error().code, ErrorCode::gazetteer_missing);
}

TEST(GazetteerFile, WithAFlippedByteNeverLeadsOutOfItself) {
  std::string bytes = bytes_of(kFile);
  const std::string names[] = {"london", "paris", "springfield", "san jose"};
  for (std::size_t at = 2000; at < bytes.size(); at += bytes.size() / 50) {
    const char kept = bytes[at];
    bytes[at] = static_cast<char>(~kept);
    const std::string path = testing::TempDir() + "flipped.gaz";
    std::ofstream(path, std::ios::binary) << bytes;
    if (const auto opened = Gazetteer::open(path)) {
      for (const std::string& name : names) {
        const auto found = (*opened)->find(name);
        for (std::uint32_t i = 0; i < found.size(); ++i)
          EXPECT_LT((*opened)->entry(found[i].place).name.size(), 256U);
      }
    }
    bytes[at] = kept;
  }
}

}  // namespace
}  // namespace onrecord::gazetteer
