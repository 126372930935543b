#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "onrecord/view.h"
#include "view/sample_reading.h"

namespace onrecord {
namespace {

using nlohmann::json;
using view::full_reading;
using view::plain_reading;
using view::statement_of;

Reading denial() {
  Reading reading = plain_reading("Zoë Brandt denied it.\n\"We will not pay,\" she said.");
  reading.statements.push_back(statement_of(reading, "she", "said", {"We will not pay,"}));
  return reading;
}

TEST(Json, StandsInOneLine) { EXPECT_EQ(to_json(denial()).find('\n'), std::string::npos); }

TEST(Json, SaysItsFormatFirst) {
  EXPECT_EQ(to_json(denial()).rfind("{\"format\":\"onrecord-reading/1\"", 0), 0U);
}

TEST(Json, GivesEachFieldItsWordsAndBothPlaces) {
  const Reading reading = denial();
  const json found = json::parse(to_json(reading))["statements"][0];

  EXPECT_EQ(found["speaker"]["words"], "she");
  EXPECT_EQ(found["cue"]["words"], "said");
  EXPECT_EQ(found["contents"][0]["words"], "We will not pay,");
  EXPECT_EQ(found["form"], "direct");
  EXPECT_EQ(found["score"], 0.988);
  // One character before it takes two bytes.
  EXPECT_EQ(found["contents"][0]["bytes"], json({24, 40}));
  EXPECT_EQ(found["contents"][0]["chars"], json({23, 39}));
  EXPECT_EQ(reading.report.bytes.substr(24, 16), "We will not pay,");
}

TEST(Json, SaysNullForWhatIsNotKnown) {
  Reading reading = denial();
  reading.statements[0].speaker.reset();
  reading.statements[0].cue.reset();
  const json found = json::parse(to_json(reading));

  EXPECT_TRUE(found["statements"][0]["speaker"].is_null());
  EXPECT_TRUE(found["statements"][0]["cue"].is_null());
  EXPECT_TRUE(found["title"].is_null());
  EXPECT_TRUE(found["published"].is_null());
}

TEST(Json, TellsRepairsWithTheBytesTheyWereMadeIn) {
  Reading reading;
  reading.report.bytes = "Bu\ndanov spoke";
  Document::Parts parts;
  parts.text = "Budanov spoke";
  parts.map.append(7, 0, 8);
  parts.map.append(6, 8, 6);
  parts.blocks = {{{0, 13}, BlockKind::headline, {0, 2}}};
  parts.tokens = {{{0, 7}, true, false}, {{8, 13}, true, false}};
  parts.repairs = {{Repair::Kind::broken_word, {0, 8}, "Budanov"}};
  reading.document = Document(parts);
  reading.tags.words.resize(2);
  reading.tags.names = {{{0, 1}, 7, 0.5F}};
  const json found = json::parse(to_json(reading));

  EXPECT_EQ(found["repairs"][0], json({{"kind", "broken_word"}, {"bytes", {0, 8}}, {"reads_as", "Budanov"}}));
  EXPECT_EQ(found["names"][0]["bytes"], json({0, 8}));
  EXPECT_EQ(found["names"][0]["chars"], json({0, 7}));
  EXPECT_TRUE(found["names"][0]["kind"].is_null()) << "a kind outside the label set is no kind";
  EXPECT_EQ(found["blocks"][0]["kind"], "headline");
}

TEST(Json, TakesAnyFileName) {
  Reading reading = denial();
  reading.report.name = "a\xFF\"b.txt";
  EXPECT_EQ(json::parse(to_json(reading))["name"], "a\xEF\xBF\xBD\"b.txt");
}

TEST(Json, NamesItsSchema) { EXPECT_EQ(json::parse(to_json(denial()))["schema"], "onrecord-reading-1"); }

TEST(Json, GivesSpeakersAsEntitiesWithTheirNames) {
  const json found = json::parse(to_json(full_reading()));
  EXPECT_EQ(found["statements"][0]["speaker"]["words"], "she");
  EXPECT_EQ(found["statements"][0]["speakers"], json::parse(R"([{"entity": 0, "name": "Mayor Ana Ruiz"}])"));
  EXPECT_EQ(found["statements"][0]["speaker_score"], 0.9);
  EXPECT_EQ(found["entities"][0]["kind"], "person");
  EXPECT_EQ(found["entities"][0]["name"]["chars"], json({0, 14}));
  EXPECT_EQ(found["entities"][0]["mentions"][1]["words"], "she");
  EXPECT_EQ(found["entities"][0]["mentions"][1]["kind"], "pronoun");
  EXPECT_EQ(found["entities"][1]["members"], json({0}));
}

TEST(Json, GivesWhatStandsRoundTheAnnouncement) {
  const json found = json::parse(to_json(full_reading()))["statements"][0];
  EXPECT_EQ(found["addressee"]["words"], "Reuters");
  EXPECT_EQ(found["channel"]["words"], "a letter");
  EXPECT_EQ(found["when"]["words"], "On Monday");
  for (const char* none : {"on_behalf_of", "where", "language"}) EXPECT_TRUE(found[none].is_null()) << none;
}

TEST(Json, GivesLabelsWithTheirEvidenceAndNullForTheUnknown) {
  const json found = json::parse(to_json(full_reading()))["statements"][0]["stance"];
  EXPECT_EQ(found["act"]["value"], "say");
  EXPECT_EQ(found["act"]["score"], 0.95);
  EXPECT_EQ(found["act"]["evidence"]["words"], "told");
  EXPECT_EQ(found["status"]["value"], "asserted");
  EXPECT_TRUE(found["status"]["evidence"].is_null());
  for (const char* none : {"cue_status", "polarity", "certainty", "modality", "time", "commitment"})
    EXPECT_TRUE(found[none].is_null()) << none;
}

TEST(Json, GivesTheStatementThatOneStandsInside) {
  const json found = json::parse(to_json(full_reading()));
  EXPECT_TRUE(found["statements"][0]["inside"].is_null());
  EXPECT_EQ(found["statements"][1]["inside"], 0);
}

TEST(Json, GivesNamesGiven) {
  const json found = json::parse(to_json(full_reading()))["namings"][0];
  EXPECT_EQ(found["name"]["words"], "toll");
  EXPECT_EQ(found["namer"]["words"], "aides");
  EXPECT_EQ(found["namers"][0]["name"], "aides");
  EXPECT_EQ(found["statement"], 1);
  EXPECT_TRUE(found["quoted"]);
}

TEST(Json, StandsEntitiesThatAreNotThere) {
  Reading reading = full_reading();
  reading.statements[0].speakers = {99};
  reading.entities.entities[0].clearest = 99;
  reading.entities.entities[0].mentions = {99};
  const json found = json::parse(to_json(reading));
  EXPECT_TRUE(found["statements"][0]["speakers"][0]["name"].is_null());
  EXPECT_TRUE(found["entities"][0]["name"].is_null());
  EXPECT_TRUE(found["entities"][0]["mentions"].empty());
}

TEST(Json, SaysTheSameWhenIndented) {
  const Reading reading = denial();
  EXPECT_EQ(json::parse(to_json_pretty(reading)), json::parse(to_json(reading)));
  EXPECT_NE(to_json_pretty(reading).find('\n'), std::string::npos);
}

}  // namespace
}  // namespace onrecord
