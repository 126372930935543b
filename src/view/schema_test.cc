// What is written fits the schema that is published, and the schema refuses what is not so.

#include "view/schema.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "onrecord/view.h"
#include "view/sample_reading.h"

namespace onrecord::view {
namespace {

using nlohmann::json;

Schema published() {
  std::ifstream file(ONRECORD_SOURCE_DIR "/doc/format/reading-1.schema.json");
  return Schema(json::parse(file));
}

std::string joined(const std::vector<std::string>& faults) {
  std::string all;
  for (const std::string& one : faults) all += one + "\n";
  return all;
}

Reading with_all() {
  Reading reading = full_reading();
  add_places(reading);
  return reading;
}

json full() { return json::parse(to_json(with_all())); }

std::vector<std::string> faults_of(const json& reading) { return published().faults_of(reading); }

TEST(Schema, HoldsAReadingWithEverythingInIt) { EXPECT_EQ(joined(faults_of(full())), ""); }

TEST(Schema, HoldsAReadingWithNothingInIt) {
  EXPECT_EQ(joined(faults_of(json::parse(to_json(plain_reading("No."))))), "");
}

// Every value of each vocabulary: a new one must be published before it is written.
TEST(Schema, KnowsEveryWordOfEachVocabulary) {
  Reading reading = with_all();
  Statement& one = reading.statements[0];
  for (unsigned value = 0; value < 32; ++value) {
    one.stance.act.value = static_cast<Act>(value);
    one.stance.cue_status.value = static_cast<CueStatus>(value % 6);
    one.stance.polarity.value = static_cast<Polarity>(value % 3);
    one.stance.certainty.value = static_cast<Certainty>(value % 5);
    one.stance.modality.value = static_cast<Modality>(value % 10);
    one.stance.time.value = static_cast<ContentTime>(value % 4);
    one.stance.commitment.value = static_cast<Commitment>(value % 5);
    one.stance.status.value = static_cast<Status>(value % 10);
    one.form = static_cast<Form>(value % 6 + 1);
    reading.entities.entities[0].kind = static_cast<EntityKind>(value % 7);
    reading.entities.mentions[0].kind = static_cast<MentionKind>(value % 3 + 1);
    reading.places.mentions[0].use = static_cast<PlaceUse>(value % 8);
    reading.places.places[0].kind = static_cast<PlaceKind>(value % 11);
    if (value > 19) one.stance.act.value = Act::think;
    EXPECT_EQ(joined(faults_of(json::parse(to_json(reading)))), "") << value;
  }
}

TEST(Schema, RefusesAKeyThatIsMissing) {
  for (const char* key : {"schema", "statements", "namings", "entities", "published"}) {
    json reading = full();
    reading.erase(key);
    EXPECT_FALSE(faults_of(reading).empty()) << key;
  }
  json reading = full();
  reading["statements"][0].erase("stance");
  EXPECT_FALSE(faults_of(reading).empty());
  reading = full();
  reading["statements"][0]["stance"]["act"].erase("evidence");
  EXPECT_FALSE(faults_of(reading).empty());
}

TEST(Schema, RefusesAKeyThatNobodyTold) {
  json reading = full();
  reading["statements"][0]["mood"] = "good";
  EXPECT_EQ(joined(faults_of(reading)), "/statements/0: the schema does not name mood\n");
}

TEST(Schema, RefusesValuesOutsideTheirVocabulary) {
  json reading = full();
  reading["statements"][0]["stance"]["act"]["value"] = "sing";
  EXPECT_FALSE(faults_of(reading).empty());
  reading = full();
  reading["statements"][0]["stance"]["act"]["value"] = "unknown";
  EXPECT_FALSE(faults_of(reading).empty()) << "what is unknown is null";
  reading = full();
  reading["statements"][0]["form"] = "no_speaker";
  EXPECT_FALSE(faults_of(reading).empty());
  reading = full();
  reading["published"] = "28.3.2022";
  EXPECT_FALSE(faults_of(reading).empty());
}

TEST(Schema, RefusesPlacesAndScoresThatAreNone) {
  json reading = full();
  reading["statements"][0]["speaker"]["bytes"] = {1};
  EXPECT_FALSE(faults_of(reading).empty());
  reading = full();
  reading["statements"][0]["contents"] = json::array();
  EXPECT_FALSE(faults_of(reading).empty());
  reading = full();
  reading["namings"][0]["score"] = 1.5;
  EXPECT_FALSE(faults_of(reading).empty());
  reading = full();
  reading["statements"][0]["inside"] = "1";
  EXPECT_FALSE(faults_of(reading).empty());
}

TEST(Schema, IsItselfAtFaultWhenItAsksForWhatNobodyChecks) {
  EXPECT_EQ(Schema(json::parse(R"({"oneOf": []})")).faults_of(1).size(), 1U);
}

}  // namespace
}  // namespace onrecord::view
