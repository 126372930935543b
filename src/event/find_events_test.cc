#include "event/find_events.h"

#include <gtest/gtest.h>

#include "event/amount.h"
#include "event/classify.h"
#include "event/sample.h"
#include "event/tables.h"

namespace onrecord::event {
namespace {

const char kShelled[] =
    "Rebels|rebel|NOUN|nsubj|2 shelled|shell|VERB|root|0 the|=|DET|det|4 village|=|NOUN|obj|2 "
    "and|=|CCONJ|cc|6 "
    "farm|=|NOUN|conj|4 .|=|PUNCT|punct|2";

TEST(FindEvents, GivesTheSubjectOfAnActiveVerbAsAgentAndTheObjectsAsRecipients) {
  Sample sample({kShelled});
  sample.tells("shelled", "ASSAULT");
  sample.is_person("Rebels", EntityKind::group);
  const auto events = sample.read();
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].type, EventType::ASSAULT);
  EXPECT_EQ(events[0].status, EventStatus::happened);
  EXPECT_FALSE(events[0].vouched_by);
  ASSERT_EQ(events[0].agents.size(), 1U);
  EXPECT_EQ(sample.words(events[0].agents[0].span), "Rebels");
  EXPECT_EQ(events[0].agents[0].entity, 0U);
  ASSERT_EQ(events[0].recipients.size(), 2U);
  EXPECT_EQ(sample.words(events[0].recipients[0].span), "the village");
  EXPECT_EQ(sample.words(events[0].recipients[1].span), "farm");
}

TEST(FindEvents, GivesNobodyAsAgentOfAPassiveWithoutOne) {
  Sample sample(
      {"The|=|DET|det|2 editor|=|NOUN|nsubj:pass|4 was|be|AUX|aux:pass|4 arrested|arrest|VERB|root|0 "
       ".|=|PUNCT|punct|4"});
  sample.tells("arrested", "COERCE");
  sample.is_person("editor");
  const auto events = sample.read();
  ASSERT_EQ(events.size(), 1U);
  EXPECT_TRUE(events[0].agents.empty());
  ASSERT_EQ(events[0].recipients.size(), 1U);
  EXPECT_EQ(events[0].recipients[0].entity, 0U);
}

TEST(FindEvents, FindsNothingWhereTheWeightsKnowNoEvents) {
  Sample sample({kShelled});
  auto labels = std::make_shared<LabelSets>(*sample.tags.labels);
  labels->event.clear();
  sample.tags.labels = labels;
  EXPECT_TRUE(sample.read().empty());
}

TEST(FindEvents, DoesNotTakeAWordOfALongerNameForADeed) {
  Sample sample(
      {"The|=|DET|det|3 Attack|attack|PROPN|compound|3 Museum|=|PROPN|nsubj|4 closed|close|VERB|root|0"});
  sample.tells("Attack", "ASSAULT");
  sample.tags.names.push_back({{1, 3}, 0, 1.0F});
  EXPECT_TRUE(sample.read().empty());
}

TEST(FindEvents, TakesShotAndKilledForOneDeedAndCountsItsDead) {
  Sample sample(
      {"Gunmen|gunman|NOUN|nsubj|2 shot|shoot|VERB|root|0 and|=|CCONJ|cc|4 killed|kill|VERB|conj|2 "
       "at|=|ADP|case|6 least|=|ADJ|nmod|7 twelve|=|NUM|nummod|8 farmers|farmer|NOUN|obj|4"});
  sample.tells("shot", "ASSAULT");
  sample.tells("killed", "ASSAULT");
  const auto events = sample.read();
  ASSERT_EQ(events.size(), 1U);
  ASSERT_EQ(events[0].counts.size(), 1U);
  EXPECT_EQ(events[0].counts[0].kind, CountKind::killed);
  EXPECT_EQ(events[0].counts[0].low, 12U);
  EXPECT_FALSE(events[0].counts[0].high);
  EXPECT_EQ(sample.words(events[0].counts[0].words), "at least twelve");
}

EventStatus status_of(const std::string& sentence, std::string_view trigger, std::string_view type) {
  Sample sample({sentence});
  sample.tells(trigger, type);
  for (const Event& event : sample.read()) {
    if (event.mentions[0].word == sample.word(trigger)) return event.status;
  }
  return EventStatus::unknown;
}

TEST(Status, IsThatOfTheFirstWordThatGovernsTheDeed) {
  EXPECT_EQ(
      status_of(
          "They|=|PRON|nsubj|4 did|do|AUX|aux|4 not|=|PART|advmod|4 shell|=|VERB|root|0 it|=|PRON|obj|4",
          "shell", "ASSAULT"),
      EventStatus::did_not);
  EXPECT_EQ(status_of("They|=|PRON|nsubj|3 will|=|AUX|aux|3 march|=|VERB|root|0", "march", "PROTEST"),
            EventStatus::planned);
  EXPECT_EQ(status_of("They|=|PRON|nsubj|3 may|=|AUX|aux|3 march|=|VERB|root|0", "march", "PROTEST"),
            EventStatus::possible);
  EXPECT_EQ(
      status_of(
          "They|=|PRON|nsubj|2 failed|fail|VERB|root|0 to|=|PART|mark|4 seize|=|VERB|xcomp|2 it|=|PRON|obj|4",
          "seize", "ASSAULT"),
      EventStatus::did_not);
  EXPECT_EQ(
      status_of(
          "She|=|PRON|nsubj|2 urged|urge|VERB|root|0 them|=|PRON|obj|2 to|=|PART|mark|5 march|=|VERB|xcomp|2",
          "march", "PROTEST"),
      EventStatus::demanded);
  EXPECT_EQ(status_of("They|=|PRON|nsubj|2 began|begin|VERB|root|0 to|=|PART|mark|4 march|=|VERB|xcomp|2",
                      "march", "PROTEST"),
            EventStatus::happened);
}

TEST(Status, OfWhatIsConditionedIsConditional) {
  EXPECT_EQ(
      status_of(
          "If|=|SCONJ|mark|3 they|=|PRON|nsubj|3 march|=|VERB|advcl|6 ,|=|PUNCT|punct|3 we|=|PRON|nsubj|6 "
          "leave|=|VERB|root|0",
          "march", "PROTEST"),
      EventStatus::conditional);
}

TEST(Status, OfAHarmThatSomebodyElseTellsOfANamedOneIsAlleged) {
  Sample sample(
      {"Witnesses|witness|NOUN|nsubj|2 said|say|VERB|root|0 soldiers|soldier|NOUN|nsubj|4 "
       "beat|=|VERB|ccomp|2 "
       "him|=|PRON|obj|4"});
  sample.tells("beat", "ASSAULT");
  sample.is_person("Witnesses", EntityKind::group);
  sample.is_person("soldiers", EntityKind::group);
  sample.says("said", "soldiers", "him");
  auto events = sample.read();
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].status, EventStatus::alleged);
  EXPECT_EQ(events[0].vouched_by, 0U);
  // The speaker on his own doing.
  sample.statements[0].speakers = {1};
  events = sample.read();
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].status, EventStatus::happened);
}

TEST(Refused, AreDenialsQuestionsAndSilence) {
  EXPECT_EQ(status_of("She|=|PRON|nsubj|2 denied|deny|VERB|root|0 the|=|DET|det|4 report|=|NOUN|obj|2",
                      "denied", "REJECT"),
            EventStatus::unknown);
  EXPECT_EQ(
      status_of("She|=|PRON|nsubj|2 declined|decline|VERB|root|0 to|=|PART|mark|4 comment|=|VERB|xcomp|2",
                "declined", "REJECT"),
      EventStatus::unknown);
  EXPECT_EQ(status_of("They|=|PRON|nsubj|2 asked|ask|VERB|root|0 whether|=|SCONJ|mark|5 he|=|PRON|nsubj|5 "
                      "knew|know|VERB|ccomp|2",
                      "asked", "REQUEST"),
            EventStatus::unknown);
}

TEST(Refused, IsNotTheDenialOfAVisa) {
  EXPECT_EQ(
      status_of(
          "They|=|PRON|nsubj|2 denied|deny|VERB|root|0 her|=|PRON|iobj|2 a|=|DET|det|5 visa|=|NOUN|obj|2",
          "denied", "REJECT"),
      EventStatus::happened);
}

TEST(Join, MakesOneOfADeedToldAgainAndKeepsAnotherApart) {
  Sample sample({kShelled,
                 "The|=|DET|det|2 shelling|=|NOUN|nsubj|3 lasted|last|VERB|root|0 .|=|PUNCT|punct|3",
                 "Another|=|DET|det|2 attack|=|NOUN|nsubj|3 followed|follow|VERB|root|0"});
  sample.tells("shelled", "ASSAULT");
  sample.tells("shelling", "ASSAULT");
  sample.tells("attack", "ASSAULT");
  const auto events = sample.read();
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0].mentions.size(), 2U);
  EXPECT_EQ(events[1].mentions.size(), 1U);
}

std::vector<Amount> amounts(const std::string& words) {
  std::string sentence;
  std::istringstream all(words);
  int number = 1;
  for (std::string one; all >> one; ++number) sentence += one + "|=|NOUN|dep|" + (number == 1 ? "0 " : "1 ");
  static std::vector<std::unique_ptr<Sample>> kept;
  kept.push_back(std::make_unique<Sample>(std::vector<std::string>{sentence}));
  const Sample& sample = *kept.back();
  const syntax::Tree tree(sample.document, sample.tags);
  const Told told{tree,         sample.statements, sample.entities, sample.times,
                  sample.dated, sample.places,     sample.actors,   {}};
  const Ground ground(told);
  return amounts_in(ground, sample.tags.sentences[0]);
}

struct Wording {
  const char* words;
  std::uint64_t low;
  std::optional<std::uint64_t> high;
  bool approximate;
};

TEST(Amounts, AreReadAsTheyAreWorded) {
  for (const Wording& one :
       std::initializer_list<Wording>{{"12 men", 12, 12, false},
                                      {"twenty-one men", 21, 21, false},
                                      {"at least 12 men", 12, std::nullopt, false},
                                      {"more than 1,200 men", 1200, std::nullopt, false},
                                      {"up to 12 men", 0, 12, false},
                                      {"about 30 men", 30, 30, true},
                                      {"between 10 and 15 men", 10, 15, false},
                                      {"10 to 15 men", 10, 15, false},
                                      {"10-15 men", 10, 15, false},
                                      {"dozens of men", 24, std::nullopt, true},
                                      {"tens of thousands of men", 20000, std::nullopt, true},
                                      {"two dozen men", 24, 24, false},
                                      {"a hundred and twenty men", 120, 120, false},
                                      {"nearly 1.2 million men", 1200000, 1200000, true},
                                      {"half a million men", 500000, 500000, false},
                                      {"several hundred men", 200, std::nullopt, true},
                                      {"12 or more men", 12, std::nullopt, false}}) {
    const auto all = amounts(one.words);
    ASSERT_EQ(all.size(), 1U) << one.words;
    EXPECT_EQ(all[0].low, one.low) << one.words;
    EXPECT_EQ(all[0].high, one.high) << one.words;
    EXPECT_EQ(all[0].approximate, one.approximate) << one.words;
  }
}

TEST(Amounts, AreNoMoneyNoAgesAndNoShares) {
  EXPECT_TRUE(amounts("$ 12 million").empty());
  EXPECT_TRUE(amounts("12 percent of them").empty());
  EXPECT_TRUE(amounts("12 years").empty());
  EXPECT_TRUE(amounts("men and women").empty());
}

TEST(Classify, FindsTheCodeOfTheMostSpecialRow) {
  EXPECT_EQ(cameo_of(EventType::CONSULT, "phone", {}), "041");
  EXPECT_EQ(cameo_of(EventType::CONSULT, "", {}), "040");
  EXPECT_EQ(cameo_of(EventType::ACCUSE, "allege", {"corruption"}), "1121");
  EXPECT_EQ(cameo_of(EventType::unknown, "", {}), "");
}

TEST(Tables, KnowOnlyModesOfTheirOwnType) {
  EXPECT_EQ(mode_named(EventType::ASSAULT, "ASSAULT drone"), "drone");
  EXPECT_EQ(mode_named(EventType::COERCE, "ASSAULT drone"), "");
  EXPECT_EQ(mode_named(EventType::ASSAULT, "ASSAULT tickle"), "");
  EXPECT_EQ(mode_named(EventType::ASSAULT, "_"), "");
}

TEST(FindEvents, ReadsTreesThatRunInCircles) {
  Sample sample({"Rebels|rebel|NOUN|nsubj|2 shelled|shell|VERB|xcomp|3 town|=|NOUN|conj|2"});
  sample.tells("shelled", "ASSAULT");
  EXPECT_EQ(sample.read().size(), 1U);
}

}  // namespace
}  // namespace onrecord::event
