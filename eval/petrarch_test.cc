// Unit records as PETRARCH writes them, made up.

#include "eval/petrarch.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace onrecord::eval {
namespace {

constexpr const char* kXml = R"(<Validation>
<!-- <Sentence id="NEVER"></Sentence> -->
<Sentences>
<Sentence date="20100504" id="A-1" category="A" sentence="true">
<EventCoding sourcecode="BEL" targetcode="ARD" eventcode="051"></EventCoding>
<EventCoding sourcecode="ARD" targetcode='"NEW &amp; OLD"' eventcode="052"></EventCoding>
<Text>
Ardor praised
  Belmor's poets.
</Text>
<Parse> (ROOT (S (NP (NNP Ardor)
 ) (VP (VBD praised) (NP (NP (NNP Belmor) (POS 's)
 ) (NNS poets) ) ) (. .) ) )
</Parse>
</Sentence>
<Config option="new_actor_length" value="4"></Config>
<Config option="require_dyad" value="FALSE"></Config>
<Sentence date = "20100505" id ="A-2" category="A">
<EventCoding noevents = "True"></EventCoding>
<Text>
Ardor praised poets.
</Text>
<Parse> (ROOT (S (NP (NNP Ardor) ) (VP (VBD blamed) (NP (NNS poets) ) ) (. .) ) )
</Parse>
</Sentence>
<Sentence date="20100506" id="A-3">
<EventCoding error="storydiscard"></EventCoding>
<Text>A typhoon came.</Text>
</Sentence>
</Sentences>
</Validation>
)";

TEST(PetrarchRecords, AreReadWithWhatTheyExpect) {
  const auto records = parse_unit_records(kXml);
  ASSERT_EQ(records.size(), 3U) << "what stands in comments is none";
  EXPECT_EQ(records[0].id, "A-1");
  EXPECT_EQ(records[0].text, "Ardor praised Belmor's poets.");
  EXPECT_FALSE(records[0].by_parse);
  EXPECT_EQ(records[0].expected, (std::vector<std::string>{"ARD \"NEW & OLD\" 052", "BEL ARD 051"}));
  ASSERT_TRUE(records[0].day);
  EXPECT_EQ(static_cast<unsigned>(records[0].day->day()), 4U);
  EXPECT_EQ(records[2].error, "storydiscard");
  EXPECT_TRUE(records[2].expected.empty());
}

TEST(PetrarchRecords, TheWordsOfTheParseAreReadWhereTheyDifferFromTheText) {
  const auto records = parse_unit_records(kXml);
  EXPECT_TRUE(records[1].by_parse);
  EXPECT_EQ(records[1].text, "Ardor blamed poets.");
  EXPECT_FALSE(records[2].by_parse) << "without a parse the text is read";
}

TEST(PetrarchRecords, SettingsHoldFromWhereTheyStand) {
  const auto records = parse_unit_records(kXml);
  EXPECT_TRUE(coder_options(records[0]).require_dyad);
  EXPECT_EQ(coder_options(records[0]).new_actor_words, 0U);
  EXPECT_FALSE(coder_options(records[1]).require_dyad);
  EXPECT_EQ(coder_options(records[2]).new_actor_words, 4U);
}

TEST(PetrarchRecords, CodingsAreToldAsRecordsExpectThem) {
  Coding coding;
  EXPECT_EQ(told_error(coding), "");
  coding.events = {{.source = "B", .target = "A", .code = "1"}, {.source = "A", .target = "B", .code = "2"}};
  EXPECT_EQ(told_events(coding), (std::vector<std::string>{"A B 2", "B A 1"}));
  coding.discards = {{}};
  EXPECT_EQ(told_error(coding), "sentencediscard");
  coding.discards.push_back({{}, true});
  EXPECT_EQ(told_error(coding), "storydiscard");
}

}  // namespace
}  // namespace onrecord::eval
