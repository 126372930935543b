// The invariants of the nouns: maps lead back to the bytes, statements fit their documents.

#include <gtest/gtest.h>

#include <string>

#include "onrecord/document.h"
#include "onrecord/statement.h"
#include "onrecord/text_map.h"

namespace onrecord {
namespace {

// "Tom &amp; Ana\r\nleft" read as "Tom & Ana\nleft".
TextMap entity_map() {
  TextMap map;
  map.append(4, 0, 4);   // "Tom "
  map.append(1, 4, 5);   // "&" for "&amp;"
  map.append(4, 9, 4);   // " Ana"
  map.append(0, 13, 1);  // "\r" dropped
  map.append(5, 14, 5);  // "\nleft"
  return map;
}

TEST(TextMap, LeadsACopyBackToTheSameBytes) {
  EXPECT_EQ(entity_map().to_source({0, 3}), (Span{0, 3}));
  EXPECT_EQ(entity_map().to_source({1, 2}), (Span{1, 2}));
  EXPECT_EQ(entity_map().to_source({6, 9}), (Span{10, 13}));
}

TEST(TextMap, LeadsAReplacementToAllOfItsBytes) {
  EXPECT_EQ(entity_map().to_source({4, 5}), (Span{4, 9}));
  EXPECT_EQ(entity_map().to_source({3, 6}), (Span{3, 10}));
}

TEST(TextMap, CoversDroppedBytesOnlyFromBothSides) {
  EXPECT_EQ(entity_map().to_source({8, 10}), (Span{12, 15}));
  EXPECT_EQ(entity_map().to_source({9, 10}), (Span{14, 15}));
  EXPECT_EQ(entity_map().to_source({8, 9}), (Span{12, 13}));
}

TEST(TextMap, MapsAnEmptySpanToAnEmptyOne) {
  EXPECT_EQ(entity_map().to_source({2, 2}), (Span{2, 2}));
  EXPECT_EQ(entity_map().to_source({14, 14}), (Span{19, 19}));
  EXPECT_EQ(TextMap{}.to_source({0, 0}), (Span{0, 0}));
}

TEST(TextMap, MergesCopiesThatAdjoinAndNoOthers) {
  TextMap map;
  map.append(3, 0, 3);
  map.append(2, 3, 2);
  EXPECT_EQ(map.runs().size(), 1U);
  map.append(2, 7, 2);
  EXPECT_EQ(map.runs().size(), 2U);
  map.append(0, 9, 0);
  EXPECT_EQ(map.runs().size(), 2U);
}

TEST(TextMap, DoesNotCountAddedTextWhereBytesStandBesideIt) {
  TextMap map;
  map.append(4, 0, 4);
  map.append(2, 4, 0);  // A paragraph break put in.
  map.append(4, 9, 4);
  EXPECT_EQ(map.to_source({4, 6}), (Span{4, 4}));
  EXPECT_EQ(map.to_source({4, 8}), (Span{9, 11}));
  EXPECT_EQ(map.to_source({2, 8}), (Span{2, 11}));
}

TEST(TextMap, OverAnotherLeadsThroughBoth) {
  TextMap joined;  // "Tom & Ana left": the line break read as a space, then "Tom" dropped.
  joined.append(0, 0, 4);
  joined.append(5, 4, 5);
  joined.append(5, 9, 5);
  const TextMap whole = joined.over(entity_map());
  EXPECT_EQ(whole.to_source({0, 1}), (Span{4, 9}));     // "&"
  EXPECT_EQ(whole.to_source({2, 5}), (Span{10, 13}));   // "Ana"
  EXPECT_EQ(whole.to_source({6, 10}), (Span{15, 19}));  // "left"
  EXPECT_EQ(whole.to_source({0, 10}), (Span{4, 19}));
}

TEST(TextMap, OverKeepsAReplacementOfReplacementsWhole) {
  TextMap joined;
  joined.append(3, 0, 4);
  joined.append(1, 4, 3);  // "& A" read as one.
  const TextMap whole = joined.over(entity_map());
  EXPECT_EQ(whole.to_source({3, 4}), (Span{4, 11}));
}

Document document_of(std::string text) {
  Document::Parts parts;
  parts.text = std::move(text);
  return Document(std::move(parts));
}

TEST(Document, CountsCodePointsNotBytes) {
  const Document document = document_of("“Žižek” – 42");
  EXPECT_EQ(document.code_point(0), 0U);
  EXPECT_EQ(document.code_point(3), 1U);
  EXPECT_EQ(document.code_point(static_cast<std::uint32_t>(document.text().size())), 12U);
}

struct Misfit {
  const char* name;
  Statement statement;
  std::string message;
};

class RefusesStatement : public testing::TestWithParam<Misfit> {};

TEST_P(RefusesStatement, NamingTheSpanAtFault) {
  const auto result = check(GetParam().statement, document_of("He said no."));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::bad_statement);
  EXPECT_EQ(result.error().message, GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(
    Check, RefusesStatement,
    testing::Values(Misfit{"Outside", {.contents = {{8, 99}}}, "content [8, 99) is outside the document"},
                    Misfit{"Backwards", {.contents = {{9, 8}}}, "content [9, 8) is outside the document"},
                    Misfit{"NoContent", {}, "the statement has no content"},
                    Misfit{"EmptyContent", {.contents = {{8, 8}}}, "content [8, 8) is empty"},
                    Misfit{"OutOfOrder",
                           {.contents = {{8, 10}, {9, 10}}},
                           "content [9, 10) is not after the content before it"},
                    Misfit{"EmptyCue", {.contents = {{8, 10}}, .cue = Span{3, 3}}, "cue [3, 3) is empty"},
                    Misfit{"SpeakerInContent",
                           {.contents = {{3, 10}}, .speaker = Span{0, 4}},
                           "speaker [0, 4) overlaps the content [3, 10)"},
                    Misfit{"CueInContent",
                           {.contents = {{0, 2}, {6, 10}}, .cue = Span{3, 7}},
                           "cue [3, 7) overlaps the content [6, 10)"}),
    [](const auto& test) { return test.param.name; });

TEST(Check, AcceptsAStatementThatFits) {
  const Statement statement{.contents = {{8, 10}}, .speaker = Span{0, 2}, .cue = Span{3, 7}};
  EXPECT_TRUE(check(statement, document_of("He said no.")));
  EXPECT_TRUE(check(Statement{.contents = {{0, 2}, {8, 10}}}, document_of("He said no.")));
}

TEST(Form, HasAWordForEach) {
  EXPECT_EQ(to_string(Form::direct), "direct");
  EXPECT_EQ(to_string(Form::indirect), "indirect");
  EXPECT_EQ(to_string(Form::mixed), "mixed");
  EXPECT_EQ(to_string(Form::continuation), "continuation");
}

}  // namespace
}  // namespace onrecord
