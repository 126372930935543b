#include "eval/gold.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

#include "eval/gold_checksum.h"
#include "eval/gold_list.h"
#include "eval/gold_score.h"
#include "eval/options.h"
#include "eval/test_reading.h"
#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

const std::string kText =
    "The dam is safe , said Mayor Ana Ruiz . She warned that the bridge could fall .\n"
    "Engineers told Ruiz that pumps had failed . Workers call the dam a sieve .";

const std::string kGold = R"({"document": "made up",
  "people": {"p1": {"kind": "person", "name": "Ana Ruiz"}, "g1": {"kind": "group", "name": "Engineers"}},
  "statements": [
   {"id": "S1", "speaker": "Mayor Ana Ruiz", "entity": ["p1"], "cue": "said", "contents": ["The dam is safe ,"],
    "form": "direct", "act": "say", "status": "asserted", "heading": false, "in": null},
   {"id": "S2", "speaker": "She", "entity": ["p1"], "cue": "warned", "contents": ["that the bridge could fall"],
    "form": "indirect", "act": "warn", "status": "possible"},
   {"id": "S3", "speaker": "Engineers", "entity": ["g1"], "addressee": {"text": "Ruiz", "nth": 2}, "cue": "told",
    "contents": ["that pumps had failed"], "form": "indirect", "act": "say", "status": "asserted", "in": "S2"}],
  "namings": [{"namer": "Workers", "name": "a sieve", "named": {"text": "the dam", "nth": 1}, "quoted": false}]})";

GoldDocument gold() {
  auto parsed = parse_gold(kGold, "made up", kText);
  EXPECT_TRUE(parsed) << parsed.error().message << " " << parsed.error().place;
  return *parsed;
}

Span in_text(const std::string& words) { return span_in(kText, words); }

class GoldScoreTest : public testing::Test {
 protected:
  std::uint32_t entity(const std::vector<std::pair<std::string, MentionKind>>& mentions) {
    const auto index = static_cast<std::uint32_t>(reading.entities.entities.size());
    Entity made;
    made.clearest = static_cast<std::uint32_t>(reading.entities.mentions.size());
    for (const auto& [words, kind] : mentions) {
      made.mentions.push_back(static_cast<std::uint32_t>(reading.entities.mentions.size()));
      reading.entities.mentions.push_back({in_text(words), 0, kind, index, 1});
    }
    reading.entities.entities.push_back(made);
    return index;
  }

  static Statement statement(const std::string& speaker, const std::string& cue, const std::string& content) {
    Statement made;
    made.speaker = in_text(speaker);
    made.cue = in_text(cue);
    made.contents = {in_text(content)};
    return made;
  }

  void SetUp() override {
    const std::uint32_t ruiz = entity({{"Mayor Ana Ruiz", MentionKind::name}, {"She", MentionKind::pronoun}});
    const std::uint32_t engineers = entity({{"Engineers", MentionKind::role}});
    reading.statements = {statement("Mayor Ana Ruiz", "said", "The dam is safe ,"),
                          statement("She", "warned", "that the bridge could fall"),
                          statement("Engineers", "told", "that pumps had failed")};
    reading.statements[0].form = Form::direct;
    reading.statements[0].speakers = reading.statements[1].speakers = {ruiz};
    reading.statements[2].speakers = {engineers};
    reading.statements[2].addressee = span_in(kText, "Ruiz that");
    reading.statements[2].addressee->end -= 5;
    reading.statements[2].inside = 1;
    reading.statements[0].stance.act = {Act::say, 0.9F, {}};
    reading.statements[1].stance.act = {Act::predict, 0.9F, {}};
    Naming naming;
    naming.name = in_text("a sieve");
    naming.namer = in_text("Workers");
    reading.namings = {naming};
  }

  GoldScore score() const { return score_gold(reading, gold()); }

  Reading reading = spaced_reading(kText);
};

TEST(GoldChecksum, IsThatOfThePublishedExamples) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256(std::string(1000, 'a')),
            "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3");
}

TEST(Gold, WordsAreFoundByTheirNumberAndSpansAsTheyAre) {
  const GoldDocument document = gold();
  ASSERT_EQ(document.statements.size(), 3U);
  EXPECT_EQ(document.statements[2].parts.at("addressee").begin, kText.find("Ruiz that"));
  EXPECT_EQ(document.statements[1].parts.at("cue"), in_text("warned"));
  EXPECT_FALSE(document.statements[0].parts.contains("addressee"));
  const auto bare = parse_gold(R"({"statements": [{"id": "S1", "contents": [[0, 15]]}]})", "made up", kText);
  ASSERT_TRUE(bare);
  EXPECT_EQ(bare->statements[0].contents[0], (Span{0, 15}));
}

TEST(Gold, WordsThatAreNotThereOrNotAloneAreRefused) {
  const auto with = [](const std::string& content) {
    return parse_gold(R"({"statements": [{"id": "S1", "contents": [)" + content + "]}]}", "made up", kText);
  };
  EXPECT_TRUE(with("\"The dam is safe\""));
  EXPECT_FALSE(with("\"the dyke\""));
  EXPECT_FALSE(with("\"dam\""));
  EXPECT_FALSE(with(R"({"text": "dam", "nth": 3})"));
  EXPECT_FALSE(with("[5, 5]"));
  EXPECT_FALSE(with("[5, 5000]"));
  EXPECT_FALSE(with("null"));
}

TEST(Gold, AnotherTextThanTheAnnotatedOneIsRefused) {
  const std::string json = R"({"sha256": ")" + sha256(kText) + R"(", "statements": []})";
  EXPECT_TRUE(parse_gold(json, "made up", kText));
  const auto other = parse_gold(json, "made up", kText + " ");
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, ErrorCode::bad_statement);
}

TEST(Gold, AnEntityIsKnownByItsNameAndWhatItsStatementsCallIt) {
  const GoldDocument document = gold();
  // "Ana Ruiz", "Ruiz" twice, "Mayor Ana Ruiz"; never "She".
  EXPECT_EQ(document.named.at("p1").size(), 4U);
  for (const Span span : document.named.at("p1")) EXPECT_NE(span, in_text("She"));
}

TEST(OwnGold, EveryReportOfOursIsWellFormed) {
  const auto options = parse_options({"gold"});
  ASSERT_TRUE(options);
  std::size_t reports = 0;
  for (const auto& entry : std::filesystem::directory_iterator(options->source + "/eval/sets/own")) {
    if (entry.path().extension() != ".json") continue;
    const auto text = read_file(std::filesystem::path(entry.path()).replace_extension(".txt").string());
    const auto json = read_file(entry.path().string());
    ASSERT_TRUE(text && json) << entry.path();
    const auto gold_of = parse_gold(*json, entry.path().string(), *text);
    ASSERT_TRUE(gold_of) << entry.path() << gold_of.error().message << gold_of.error().place;
    ++reports;
    std::set<std::string> ids = {""};
    for (const GoldStatement& each : gold_of->statements) EXPECT_TRUE(ids.insert(each.id).second) << each.id;
    for (const GoldStatement& each : gold_of->statements) {
      EXPECT_TRUE(ids.contains(each.inside)) << entry.path() << each.id;
      for (const std::string& key : each.entities)
        EXPECT_TRUE(gold_of->named.contains(key)) << entry.path() << key;
      for (const auto& [label, value] : each.labels)
        EXPECT_FALSE(value.empty()) << entry.path() << each.id << label;
    }
  }
  EXPECT_EQ(reports, 10U);
}

TEST(SampledGold, EveryStatementDrawnHasAStatusAndNoDocumentStandsInBothHalves) {
  const auto options = parse_options({"gold"});
  ASSERT_TRUE(options);
  std::set<std::string> names;
  std::set<std::string> ids;
  for (const char* half : {"dev2", "heldout2"}) {
    const auto lines = read_file(options->source + "/eval/sets/polnear/" + half + ".jsonl");
    ASSERT_TRUE(lines);
    for (const std::string_view line : split(*lines, '\n')) {
      if (line.empty()) continue;
      EXPECT_TRUE(names.insert(name_in_gold(line)).second) << line;
      // The texts are not here: with the checksum out of the way any text does that is long enough.
      std::string json(line);
      json.replace(json.find("sha256"), 6, "summed");
      const auto document = parse_gold(json, half, std::string(60000, 'a'));
      ASSERT_TRUE(document) << line;
      EXPECT_TRUE(document->sampled);
      EXPECT_LE(document->statements.size(), 2U);
      for (const GoldStatement& each : document->statements) {
        EXPECT_TRUE(ids.insert(each.id).second) << each.id;
        EXPECT_NE(each.labels.at("status"), "unknown") << each.id;
        EXPECT_TRUE(each.parts.contains("cue") && each.parts.contains("speaker")) << each.id;
      }
    }
  }
  EXPECT_EQ(ids.size(), 214U);
}

TEST(SameMention, TitlesAppositionsAndOfPhrasesKeepTheHead) {
  const std::string text =
      "Mayor Ana Ruiz, 52, of Port Tam said Ruiz's lawyer and the head of the union left";
  const auto at = [&](const std::string& words) { return span_in(text, words); };
  EXPECT_TRUE(is_same_mention(text, at("Ana Ruiz"), at("Mayor Ana Ruiz, 52,")));
  EXPECT_TRUE(is_same_mention(text, at("Mayor Ana Ruiz"), at("Ruiz")));
  EXPECT_TRUE(is_same_mention(text, at("the head"), at("the head of the union")));
  EXPECT_FALSE(is_same_mention(text, at("Ruiz's lawyer"), {at("Ruiz's").begin, at("Ruiz's").begin + 4}));
  EXPECT_FALSE(is_same_mention(text, at("the union"), at("the head of the union")));
  EXPECT_FALSE(is_same_mention(text, at("Ana Ruiz"), at("the union")));
}

TEST(BarePart, APrepositionBeforeACircumstanceIsFree) {
  const std::string text = "in a statement, Ruiz said on Sunday";
  const Span whole = span_in(text, "in a statement,");
  EXPECT_EQ(bare_part(text, "channel", whole), span_in(text, "a statement"));
  EXPECT_EQ(bare_part(text, "when", span_in(text, "on Sunday")), span_in(text, "Sunday"));
  EXPECT_EQ(bare_part(text, "speaker", whole), span_in(text, "in a statement")) << "of no other part";
}

TEST_F(GoldScoreTest, TheListTellsWhatDiffersAndNothingElse) {
  reading.statements[1].speakers = {1};
  reading.statements.push_back(statement("Workers", "call", "the dam a sieve"));
  const std::string list = list_differences(reading, gold());
  EXPECT_NE(list.find("act        warn  ->  predict"), std::string::npos) << list;
  EXPECT_NE(list.find("beyond  Workers | call | [the dam a sieve]"), std::string::npos) << list;
  EXPECT_NE(list.find("[Ana Ruiz]  ->  [Engineers]"), std::string::npos) << list;
  EXPECT_EQ(list.find("missed"), std::string::npos) << list;
  EXPECT_EQ(list.find("cue  "), std::string::npos) << list;
}

TEST_F(GoldScoreTest, APerfectReadingIsRightInAll) {
  const GoldScore all = score();
  EXPECT_EQ(all.found.right, 3U);
  EXPECT_EQ(all.entity.right, 3U);
  EXPECT_EQ(all.entity.gold, 3U);
  EXPECT_EQ(all.exact.at("speaker").right, 3U);
  EXPECT_EQ(all.exact.at("content").right, 3U);
  EXPECT_EQ(all.exact.at("addressee").right, 1U);
  EXPECT_EQ(all.direct_speaker.right, 1U);
  EXPECT_EQ(all.inside.right, 1U);
  EXPECT_EQ(all.namings.right, 1U);
  EXPECT_EQ(all.namers.right, 1U);
}

TEST_F(GoldScoreTest, AnUnknownLabelIsNotAccurateButNotImprecise) {
  const GoldScore all = score();
  EXPECT_EQ(all.labels.at("act").gold, 3U);
  EXPECT_EQ(all.labels.at("act").given, 2U);
  EXPECT_EQ(all.labels.at("act").right, 1U);
  EXPECT_EQ(all.labels.at("status").given, 0U);
  // One right, one wrong at 0.9: half of them are right.
  EXPECT_NEAR(all.calibration.at("act").error(), 0.4, 1e-6);
}

TEST_F(GoldScoreTest, ContentsThatShareLessThanHalfAreNoPair) {
  reading.statements[0].contents = {{0, static_cast<std::uint32_t>(kText.size())}};
  const GoldScore all = score();
  EXPECT_EQ(all.found.right, 2U);
  EXPECT_EQ(all.direct_speaker.gold, 1U);
  EXPECT_EQ(all.direct_speaker.right, 0U);
  EXPECT_EQ(all.entity.gold, 3U) << "what is not found counts against the coverage";
  EXPECT_EQ(all.entity.given, 2U);
}

TEST_F(GoldScoreTest, OneContentPairsWithOneStatementThatOfItsCue) {
  Statement twin = reading.statements[1];
  twin.cue = in_text("told");
  reading.statements.insert(reading.statements.begin(), twin);
  const auto pairs = pair_statements(reading, gold());
  ASSERT_EQ(pairs.size(), 3U);
  for (const auto& [g, s] : pairs) {
    EXPECT_TRUE(g != 1 || s == 2);
  }
}

TEST_F(GoldScoreTest, OfASampleNothingFoundBesideItIsWrongAndWhatIsNotFoundIs) {
  auto sample = parse_gold(R"({"sampled": true, "statements": [
      {"id": "S1", "cue": "said", "contents": ["The dam is safe ,"], "act": "say", "status": "asserted"},
      {"id": "S2", "cue": "warned", "contents": ["that the bridge could fall"], "act": "warn", "status": "possible"},
      {"id": "S3", "cue": "call", "contents": ["the dam a sieve"], "act": "unknown", "status": "asserted"}]})",
                           "made up", kText);
  ASSERT_TRUE(sample) << sample.error().message << sample.error().place;
  reading.statements[0].stance.status = {Status::asserted, 0.9F, {}};
  reading.statements[1].stance.status = {Status::predicted, 0.9F, {}};
  const GoldScore all = score_gold(reading, *sample);
  EXPECT_EQ(all.found.right, 2U);
  EXPECT_EQ(all.found.system, 2U) << "the third of ours is not annotated";
  const auto value = [&](std::string_view name) {
    for (const Figure& each : sample_figures_of(all, "x")) {
      if (each.name == name) return each.value;
    }
    return -1.0;
  };
  EXPECT_NEAR(value("x.found.recall"), 200.0 / 3, 1e-6);
  EXPECT_NEAR(value("x.act.accuracy"), 50, 1e-6) << "what the gold calls unknown is not asked";
  EXPECT_NEAR(value("x.status.accuracy"), 50, 1e-6);
  EXPECT_NEAR(value("x.status.of_all"), 100.0 / 3, 1e-6);
  EXPECT_NEAR(value("x.found.precision"), -1, 1e-6) << "a sample tells no precision";
  EXPECT_EQ(list_differences(reading, *sample).find("beyond"), std::string::npos);
}

TEST_F(GoldScoreTest, TheWrongPersonAndNobodyAreToldApart) {
  reading.statements[1].speakers = {1};  // The engineers.
  reading.statements[2].speakers = {};
  const GoldScore all = score();
  EXPECT_EQ(all.entity.gold, 3U);
  EXPECT_EQ(all.entity.given, 2U);
  EXPECT_EQ(all.entity.right, 1U);
}

TEST_F(GoldScoreTest, AnEntityOfPronounsOnlyTellsNobody) {
  reading.statements[1].speakers = {entity({{"She", MentionKind::pronoun}})};
  EXPECT_EQ(score().entity.given, 2U);
}

TEST_F(GoldScoreTest, AnEntityThatSwallowsTwoStandsForNeither) {
  reading.statements[1].speakers = {
      entity({{"Ana Ruiz", MentionKind::name}, {"Engineers", MentionKind::role}})};
  const GoldScore all = score();
  EXPECT_EQ(all.entity.given, 3U);
  EXPECT_EQ(all.entity.right, 2U);
}

TEST_F(GoldScoreTest, AGroupIsRightByItsMembers) {
  auto parsed = parse_gold(kGold, "made up", kText);
  ASSERT_TRUE(parsed);
  parsed->statements[1].entities = {"p1", "g1"};
  EXPECT_EQ(score_gold(reading, *parsed).entity.right, 2U);
  Entity both;
  both.members = {0, 1};
  reading.entities.entities.push_back(both);
  reading.statements[1].speakers = {2};
  EXPECT_EQ(score_gold(reading, *parsed).entity.right, 3U);
}

TEST_F(GoldScoreTest, PartsOfAGroupThatTheGoldKeepsTogetherAreRight) {
  const std::string text = "Residents and guests said the dam is unsafe .";
  const auto parsed =
      parse_gold(R"({"people": {"g1": {"kind": "group", "name": "Residents and guests"}}, "statements": [
      {"id": "S1", "speaker": "Residents and guests", "entity": ["g1"], "cue": "said",
       "contents": ["the dam is unsafe"]}]})",
                 "made up", text);
  ASSERT_TRUE(parsed);
  reading = spaced_reading(text);
  Statement said;
  said.speaker = span_in(text, "Residents and guests");
  said.cue = span_in(text, "said");
  said.contents = {span_in(text, "the dam is unsafe")};
  said.speakers = {0, 1};
  reading.statements = {said};
  reading.entities.mentions = {{span_in(text, "Residents"), 0, MentionKind::role, 0, 1},
                               {span_in(text, "guests"), 0, MentionKind::role, 1, 1}};
  reading.entities.entities.resize(2);
  reading.entities.entities[0].mentions = {0};
  reading.entities.entities[1].mentions = {1};
  EXPECT_EQ(score_gold(reading, *parsed).entity.right, 1U);
  reading.statements[0].speakers = {1};
  EXPECT_EQ(score_gold(reading, *parsed).entity.right, 0U) << "one part is not the group";
}

TEST_F(GoldScoreTest, ASpeakerGivenWhereTheReportTellsNobodyIsWrong) {
  auto parsed = parse_gold(kGold, "made up", kText);
  ASSERT_TRUE(parsed);
  parsed->statements[1].entities = {};
  const GoldScore all = score_gold(reading, *parsed);
  EXPECT_EQ(all.entity.gold, 2U);
  EXPECT_EQ(all.entity.given, 3U);
  EXPECT_EQ(all.entity.right, 2U);
}

TEST(Calibration, ScoresThatAreRightAsOftenAsTheySayHaveNoError) {
  Calibration fair;
  for (int i = 0; i < 10; ++i) fair.add(0.7, i < 7);
  EXPECT_NEAR(fair.error(), 0.0, 1e-9);
  Calibration proud;
  for (int i = 0; i < 10; ++i) proud.add(1.0, i < 5);
  EXPECT_NEAR(proud.error(), 0.5, 1e-9);
  proud.add(fair);
  EXPECT_NEAR(proud.error(), 0.25, 1e-9);
  EXPECT_EQ(proud.size(), 20U);
}

}  // namespace
}  // namespace onrecord::eval
