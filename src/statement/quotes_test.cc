// Where quotations begin and end. Whole statements live in test/golden/statement/.

#include "statement/quotes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <ostream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord::statement {
namespace {

// One block a line.
Document lines(std::string_view text) {
  Document::Parts parts;
  parts.text = std::string(text);
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    Block block;
    block.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    parts.blocks.push_back(block);
    begin = end + 1;
  }
  return Document(std::move(parts));
}

// The usable quotes with their marks; inner ones after a ">" for each that holds them, those that go on with
// "+" before.
std::vector<std::string> usable(std::string_view text) {
  const Document document = lines(text);
  std::vector<std::string> found;
  for (const Quote& quote : find_quotes(document)) {
    if (quote.confidence < kUsable) continue;
    found.push_back(std::string(quote.depth, '>') + (quote.goes_on_from ? "+" : "") +
                    std::string(document.text(quote.span)));
  }
  return found;
}

struct Case {
  const char* name;
  std::string_view text;
  std::vector<std::string> quotes;

  friend std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.text; }
};

class FindsQuotes : public testing::TestWithParam<Case> {};

TEST_P(FindsQuotes, WithTheirMarks) { EXPECT_EQ(usable(GetParam().text), GetParam().quotes); }

const Case kCases[] = {
    {"Straight", R"(He said "no" and "yes".)", {R"("no")", R"("yes")"}},
    {"Curly", "He said “no” and “yes”.", {"“no”", "“yes”"}},
    {"Single", "He said ‘no’ and 'yes'.", {"‘no’", "'yes'"}},
    {"Guillemets", "He said «no» and «yes».", {"«no»", "«yes»"}},
    {"GuillemetsTurned", "He said »no« and »yes«.", {"»no«", "»yes«"}},
    {"GuillemetsWithBlanks", "He said « no » and left.", {"« no »"}},
    {"LowMarks", "He said „no“ and „yes”.", {"„no“", "„yes”"}},
    {"Accents", "He said ``no'' and left.", {"``no''"}},
    {"NestedAlike", R"("He said "go" and left," she said.)", {R"("He said "go" and left,")", R"(>"go")"}},
    {"Nested", "“He said ‘go’ and left,” she said.", {"“He said ‘go’ and left,”", ">‘go’"}},
    {"NestedAtTheEnd", "“He said ‘go.’” She left.", {"“He said ‘go.’”", ">‘go.’"}},
    {"NestedAtTheStart", "“‘Go’ was all he said.”", {"“‘Go’ was all he said.”", ">‘Go’"}},
    {"ThreeAccents", "''He said 'go''' was all.", {"''He said 'go'''", ">'go'"}},
    {"Contractions", "They don't, won’t and can't.", {}},
    {"Possessives", "The boys' and the girls’ school.", {}},
    {"Elisions", "'Twas the summer of '69 and ’tis over, ’cause we told 'em.", {}},
    {"RockAndRoll", "“Rock 'n' roll is dead,” he said.", {"“Rock 'n' roll is dead,”"}},
    {"PossessiveInSingle", "‘The boys’ school is shut,’ he said.", {"‘The boys’ school is shut,’"}},
    {"PluralScareQuote", "The ‘boys’ are fifty now.", {"‘boys’"}},
    {"DroppedG", "'We're goin' home,' he said.", {"'We're goin' home,'"}},
    {"Inches", R"(A 6" pipe and a 12" board.)", {}},
    {"FeetAndInches", R"(He is 5'10" tall.)", {}},
    {"InchesInside", R"("The 6" pipe burst," he said.)", {R"("The 6" pipe burst,")"}},
    {"StrayClose", "The end” was near.", {}},
    {"StrayOpen", R"(He stood "there for an hour.)", {}},
    {"UnclosedAtStart", R"("It is over, he said.)", {}},
    {"UnclosedLate", R"("A," he said. "B goes on.)", {R"("A,")", R"("B goes on.)"}},
    {"FirstUnclosedThenGood", R"(He said "no and left. Then he said "yes" twice.)", {R"("yes")"}},
    {"MixedKinds", "“No\" he said.", {"“No\""}},
    {"WrongWayRound", "”No“ he said.", {"”No“"}},
    {"NoBlankBefore", R"(He said,"No," and left.)", {R"("No,")"}},
    {"AfterADash", R"(He said—"No"—and left.)", {R"("No")"}},
    {"InBrackets", R"(He left (his "home") at dawn.)", {R"("home")"}},
    {"Empty", "He said “” twice.", {}},
    {"OnlyAMark", "\"", {}},
    {"Reopened", "“We slept.\n“We woke.”", {"“We slept.", "+“We woke.”"}},
    {"ReopenedStraight", "He said: \"We slept.\n\"We woke.\"", {"\"We slept.", "+\"We woke.\""}},
    {"ReopenedBritish", "‘We slept.\n‘We woke.’", {"‘We slept.", "+‘We woke.’"}},
    {"ReopenedThrice", "“A b c.\n“D e f.\n“G h i.”", {"“A b c.", "+“D e f.", "+“G h i.”"}},
    {"NotReopenedButClosed", "“We slept.\nWe woke.” They left.", {"“We slept.", "+We woke.”"}},
    {"NotReopenedNorClosed", "“We slept.\nThey left.", {}},
    {"AStrayMarkStaysInItsBlock", "A \"stray.\nHe said \"no\".", {"\"no\""}},
};

INSTANTIATE_TEST_SUITE_P(Quotes, FindsQuotes, testing::ValuesIn(kCases),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(FindQuotes, KeepsDoubtfulOnesApart) {
  const Document document = lines(R"("It is over, he said.)");
  const auto quotes = find_quotes(document);
  ASSERT_EQ(quotes.size(), 1U);
  EXPECT_LT(quotes[0].confidence, kUsable);
}

TEST(FindQuotes, TrustsAProperPairMost) {
  const Document document = lines("“One” \"two\" “three\"");
  const auto quotes = find_quotes(document);
  ASSERT_EQ(quotes.size(), 3U);
  EXPECT_GT(quotes[0].confidence, quotes[1].confidence);
  EXPECT_GT(quotes[1].confidence, quotes[2].confidence);
}

TEST(FindQuotes, GivesSpansInOrderAndInsideTheirBlocksWhateverTheMarks) {
  const std::vector<std::string_view> pieces = {"\"", "“",  "”",  "'", "’",    "‘", "«",       "»",
                                                "''", "``", "„",  " ", " ",    "a", "workers", ".",
                                                ",",  "—",  "\n", "6", "\xE2", "é", "("};
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::uint32_t i = 0; i < random() % 40; ++i) text += pieces[random() % pieces.size()];
    const Document document = lines(text);
    std::uint32_t last = 0;
    for (const Quote& quote : find_quotes(document)) {
      ASSERT_TRUE(document.blocks()[quote.block].span.contains(quote.span)) << text;
      ASSERT_TRUE(quote.span.contains(quote.inner)) << text;
      ASSERT_FALSE(quote.inner.empty()) << text;
      ASSERT_GE(quote.span.begin, last) << text;
      last = quote.span.begin;
    }
  }
}

TEST(FindQuotes, TakesTimeInProportionEvenWhereNothingCloses) {
  for (const std::string_view piece : {"“ ", "\" ", "a\" ", "' ", "“a” ", "‘a ", "''' "}) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    const auto begin = std::chrono::steady_clock::now();
    find_quotes(lines(text));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5)) << piece;
  }
}

}  // namespace
}  // namespace onrecord::statement
