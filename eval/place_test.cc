#include <gtest/gtest.h>

#include "eval/place_corpus.h"
#include "eval/place_score.h"

namespace onrecord::eval {
namespace {

constexpr const char* kXml =
    "<articles><article docid=\"7\"><title>Fire in Oslo</title><text><![CDATA[Zoë lives in Oslo & "
    "Bergen.]]></text>"
    "<toponyms><toponym><start>13</start><end>17</end><phrase>Oslo</phrase><gaztag geonameid=\"3143244\">"
    "<lat>59.9</lat><lon>10.7</lon></gaztag></toponym>"
    "<toponym><start>22</start><end>28</end><phrase>Bergen</phrase></toponym>"
    "<toponym><start>3</start><end>8</end><phrase>Narnia</phrase></toponym></toponyms></article></articles>";

PlaceMention mention(Span span, std::optional<std::uint32_t> place) {
  PlaceMention one;
  one.span = span;
  one.place = place;
  one.use = PlaceUse::place;
  return one;
}

TEST(Toponyms, AreFoundWhereTheirPhraseStands) {
  const auto documents = parse_toponyms(kXml, "made up");
  ASSERT_TRUE(documents);
  ASSERT_EQ(documents->size(), 1U);
  const PlaceDocument& document = documents->front();
  EXPECT_EQ(document.id, "7");
  EXPECT_EQ(document.text, "Zoë lives in Oslo & Bergen.");
  ASSERT_EQ(document.toponyms.size(), 2U);  // What stands nowhere is left out.
  EXPECT_EQ(document.text.substr(document.toponyms[0].span.begin, document.toponyms[0].span.size()), "Oslo");
  EXPECT_EQ(document.toponyms[0].id, 3143244);
  EXPECT_NEAR(document.toponyms[0].latitude, 59.9, 1e-9);
  EXPECT_EQ(document.text.substr(document.toponyms[1].span.begin, document.toponyms[1].span.size()),
            "Bergen");
  EXPECT_FALSE(document.toponyms[1].id);
}

TEST(Toponyms, AreNotReadOutOfSomethingElse) { EXPECT_FALSE(parse_toponyms("<html></html>", "made up")); }

TEST(ScorePlaces, CountsWhatIsFoundAndWhatIsRight) {
  const std::vector<GoldToponym> gold = {{.span = {0, 4}, .id = 5, .latitude = 10, .longitude = 10},
                                         {.span = {10, 14}, .id = 6, .latitude = 50, .longitude = 10},
                                         {.span = {20, 24}}};
  Places found;
  found.places.resize(2);
  found.places[0].id = 5;
  found.places[1].id = 7;
  found.places[1].latitude = 51;
  found.places[1].longitude = 10;
  found.mentions = {mention({0, 4}, 0U), mention({9, 14}, 1U), mention({30, 33}, 1U),
                    mention({20, 24}, std::nullopt)};
  found.mentions[3].use = PlaceUse::in_name;  // Does not count: no place is given.
  Places given = found;
  given.mentions = {mention({0, 4}, 0U), mention({10, 14}, 1U), mention({20, 24}, std::nullopt)};
  PlaceCounts counts;
  score_places(gold, found, given, counts);
  EXPECT_EQ(counts.gold, 3U);
  EXPECT_EQ(counts.found, 3U);
  EXPECT_EQ(counts.exact, 1U);
  EXPECT_EQ(counts.met_gold, 2U);
  EXPECT_EQ(counts.met_found, 2U);
  EXPECT_EQ(counts.through, 1U);
  EXPECT_EQ(counts.with_id, 2U);
  EXPECT_EQ(counts.right, 1U);
  EXPECT_EQ(counts.near, 2U);  // One degree: 111 km.
  EXPECT_EQ(counts.without_id, 1U);
  EXPECT_EQ(counts.none, 1U);
}

TEST(Metonymy, SamplesAreReadWithTheirMention) {
  const auto samples =
      parse_metonymy("Oslo<SEP>Rain in <ENT>Oslo<ENT>.\nno mark here\nX<SEP>only <ENT>one\n", true);
  ASSERT_EQ(samples.size(), 1U);
  EXPECT_EQ(samples[0].text, "Rain in Oslo.");
  EXPECT_EQ(samples[0].text.substr(samples[0].mention.begin, samples[0].mention.size()), "Oslo");
  EXPECT_TRUE(samples[0].somewhere);
}

TEST(Metonymy, TheSameTextIsHeldOutOrNotHoweverItIsSpaced) {
  EXPECT_EQ(is_held_out("Rain in Oslo ."), is_held_out("Rain in Oslo."));
}

}  // namespace
}  // namespace onrecord::eval
