#include "eval/events.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>

#include "eval/gold_checksum.h"
#include "eval/gold_load.h"
#include "eval/measure.h"
#include "eval/test_reading.h"
#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

const std::string kText =
    "Lorne shelled the port of Soor on Friday , killing 12 . Varr said the guns were Lorne's .\n"
    "Lorne and Varr held talks . Prices fell , and a choir attacked the anthem .";

std::string at(const std::string& words) {
  const Span span = span_in(kText, words);
  return "[" + std::to_string(span.begin) + ", " + std::to_string(span.end) + "]";
}

std::string party(const std::string& words) { return R"({"span": )" + at(words) + R"(, "entity": null})"; }

std::string gold_json() {
  return R"({"events": [
   {"id": "E1", "type": "ASSAULT", "mode": "heavy-weapons", "contexts": ["military"], "mentions": [)" +
         at("shelled") + R"(], "clearest": 0, "agents": [)" + party("Lorne") + R"(], "recipients": [)" +
         party("the port of Soor") + R"(], "places": [)" + at("Soor") +
         R"(], "when": {"span": null, "first": "2031-05-02", "last": "2031-05-02"},
    "counts": [{"kind": "killed", "words": [0, 1], "low": 12, "high": 12, "approximate": false}],
    "status": "HAPPENED", "vouched_by": "S1"},
   {"id": "E2", "type": "CONSULT", "mode": null, "or": ["AGREE", null], "mentions": [)" +
         at("talks") + R"(], "clearest": 0, "agents": [)" + party("Lorne and") + ", " + party("Varr held") +
         R"(], "recipients": [], "status": "HAPPENED", "vouched_by": null}],
   "refused": [{"span": )" +
         at("attacked") + R"(, "why": "metaphor"}]})";
}

GoldEvents gold() {
  auto parsed = parse_events(gold_json(), "made up", kText);
  EXPECT_TRUE(parsed) << parsed.error().message << " " << parsed.error().place;
  return *parsed;
}

class EventScoreTest : public testing::Test {
 protected:
  static Event event(EventType type, const std::string& trigger) {
    Event made;
    made.type = type;
    made.status = EventStatus::happened;
    made.mentions = {{span_in(kText, trigger), 0, 1}};
    return made;
  }
  static EventParty one(const std::string& words) { return {.span = span_in(kText, words), .score = 1}; }

  void SetUp() override {
    GoldStatement said;
    said.id = "S1";
    said.contents = {span_in(kText, "the guns were Lorne's")};
    document.text = kText;
    document.statements = {said};
    Statement ours;
    ours.contents = said.contents;
    reading.statements = {ours};
    reading.places.mentions.emplace_back();
    reading.places.mentions[0].span = span_in(kText, "Soor");
    Event shelled = event(EventType::ASSAULT, "shelled");
    shelled.mode = "heavy-weapons";
    shelled.contexts = {"military"};
    shelled.agents = {one("Lorne")};
    shelled.recipients = {one("the port of Soor")};
    shelled.place = 0;
    shelled.counts = {{CountKind::killed, 12, 12, false, span_in(kText, "12")}};
    shelled.vouched_by = 0;
    const std::chrono::sys_days day(
        std::chrono::year_month_day(std::chrono::year(2031), std::chrono::May, std::chrono::day(2)));
    shelled.happened.period = Period{day, day};
    Event talks = event(EventType::CONSULT, "talks");
    talks.agents = {one("Lorne and")};
    talks.recipients = {one("Varr held")};
    reading.events = {shelled, talks};
  }

  EventScore score() const { return score_events(reading, document, gold()); }

  Reading reading = spaced_reading(kText);
  GoldDocument document;
};

TEST(GoldEvents, SpansOutsideTheTextAndOtherTextsAreRefused) {
  EXPECT_EQ(gold().events.size(), 2U);
  EXPECT_EQ(gold().refused.size(), 1U);
  const auto with = [](const std::string& mentions) {
    return parse_events(R"({"events": [{"id": "E1", "type": "AID", "mentions": )" + mentions + "}]}", "x",
                        kText);
  };
  EXPECT_TRUE(with("[[0, 5]]"));
  EXPECT_FALSE(with("[]"));
  EXPECT_FALSE(with("[[5, 5]]"));
  EXPECT_FALSE(with("[[0, 5000]]"));
  EXPECT_FALSE(with(R"([{"text": "Lorne"}])")) << "words are converted before";
  const std::string summed = R"({"sha256": ")" + sha256(kText) + R"(", "events": []})";
  EXPECT_TRUE(parse_events(summed, "x", kText));
  EXPECT_FALSE(parse_events(summed, "x", kText + " "));
  EXPECT_FALSE(parse_events("{}", "x", kText));
}

TEST_F(EventScoreTest, APerfectReadingIsRightInAll) {
  const EventScore all = score();
  EXPECT_EQ(all.found.right, 2U);
  EXPECT_EQ(all.triggers.right, 2U);
  EXPECT_EQ(all.counts.right, 1U);
  EXPECT_EQ(all.contexts.right, 1U);
  EXPECT_EQ(all.refused, 1U);
  EXPECT_EQ(all.refused_found, 0U);
  for (const auto& [field, answers] : all.fields) {
    EXPECT_EQ(answers.right, answers.gold) << field;
    EXPECT_GT(answers.gold, 0U) << field;
  }
}

TEST_F(EventScoreTest, AnotherTypeIsNoPairUnlessTheGoldHasTwoReadings) {
  reading.events[0].type = EventType::COERCE;
  reading.events[1].type = EventType::AGREE;
  const EventScore all = score();
  EXPECT_EQ(all.found.right, 1U);
  EXPECT_EQ(all.triggers.right, 2U);
  EXPECT_EQ(all.fields.at("mode").right, 1U);
}

TEST_F(EventScoreTest, PartiesBeyondThoseOfTheGoldAreWrong) {
  reading.events[0].agents.push_back(one("Varr"));
  reading.events[1].recipients.clear();
  const EventScore all = score();
  EXPECT_EQ(all.fields.at("agent").right, 0U);
  EXPECT_EQ(all.fields.at("recipient").right, 1U);
  EXPECT_EQ(all.fields.at("parties").right, 0U);
}

TEST_F(EventScoreTest, WhatTheReportTellsItselfIsNotVouchedByAStatement) {
  reading.events[0].vouched_by.reset();
  reading.events[1].vouched_by = 0;
  EXPECT_EQ(score().fields.at("vouched_by").right, 0U);
  EXPECT_EQ(score().fields.at("vouched_by_statement").gold, 1U);
}

TEST_F(EventScoreTest, CountsDaysAndPlacesMustBeTheSame) {
  reading.events[0].counts[0].high.reset();
  reading.events[0].happened.period->last += std::chrono::days(1);
  reading.events[0].place.reset();
  reading.events[0].status = EventStatus::alleged;
  const EventScore all = score();
  EXPECT_EQ(all.counts.right, 0U);
  for (const char* field : {"time", "place"}) EXPECT_EQ(all.fields.at(field).right, 0U) << field;
  EXPECT_EQ(all.fields.at("status").right, 1U);
}

TEST_F(EventScoreTest, AnEventOnWhatWasRefusedIsCountedAndListed) {
  reading.events.push_back(event(EventType::ASSAULT, "attacked"));
  reading.events[1].mentions[0].trigger = span_in(kText, "held");
  const EventScore all = score();
  EXPECT_EQ(all.refused_found, 1U);
  EXPECT_EQ(all.found.right, 1U);
  const std::string list = list_events(reading, document, gold());
  EXPECT_NE(list.find("missed  E2 CONSULT HAPPENED “talks”"), std::string::npos) << list;
  EXPECT_NE(list.find("beyond  ASSAULT HAPPENED “attacked”"), std::string::npos) << list;
}

TEST_F(EventScoreTest, TheMentionBothShowItByIsPairedFirst) {
  // Two of ours on one of the gold's: the one that is shown by it.
  Event other = reading.events[0];
  other.mentions = {{span_in(kText, "killing"), 0, 1}, {span_in(kText, "shelled"), 0, 1}};
  reading.events.insert(reading.events.begin(), other);
  const EventPairs pairs = pair_events(reading, gold());
  EXPECT_NE(std::ranges::find(pairs, std::pair<std::size_t, std::size_t>(0, 1)), pairs.end());
  EXPECT_EQ(pairs.size(), 2U);
}

TEST(OwnEvents, EveryFileOfOursFitsItsReportAndItsStatements) {
  const auto options = parse_options({"events"});
  ASSERT_TRUE(options);
  std::ostringstream out, err;
  const auto documents = load_gold("own", *options, {out, err});
  ASSERT_TRUE(documents);
  std::size_t files = 0;
  for (const GoldDocument& document : *documents) {
    const std::string file = options->source + "/eval/sets/own/events/" + document.name + ".json";
    const auto json = read_file(file);
    ASSERT_TRUE(json) << file;
    const auto events = parse_events(*json, file, document.text);
    ASSERT_TRUE(events) << file << events.error().message << events.error().place;
    ++files;
    std::set<std::string> statements = {""};
    for (const GoldStatement& each : document.statements) statements.insert(each.id);
    for (const GoldEvent& each : events->events) {
      EXPECT_TRUE(statements.contains(each.vouched_by)) << file << each.id;
      EXPECT_FALSE(each.type.empty() || each.status.empty()) << file << each.id;
    }
  }
  EXPECT_EQ(files, 10U);
}

TEST(Counts, TheSentencesAreInFormAndOfEveryKind) {
  const auto options = parse_options({"counts"});
  ASSERT_TRUE(options);
  Engine silent;
  silent.read = [](Report report) { return Result<Reading>(spaced_reading(std::string(report.bytes))); };
  std::ostringstream out, err;
  const auto figures = measure_counts(silent, *options, {out, err});
  ASSERT_TRUE(figures) << figures.error().message << figures.error().place;
  ASSERT_EQ(figures->size(), 3U);
  EXPECT_EQ((*figures)[1].value, 50);
  EXPECT_LT((*figures)[0].value, 20) << "who finds nothing is right only where there is no count";
  for (const char* kind : {"killed", "injured", "arrested", "displaced", "taking_part"})
    EXPECT_NE(out.str().find("missed " + std::string(kind)), std::string::npos) << kind;
}

}  // namespace
}  // namespace onrecord::eval
