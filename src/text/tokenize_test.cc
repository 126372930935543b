// How sentences of our own fall into words. '|' stands between words of one run, and "|+" before a word that
// joins the one to its left into a single surface token ("do|+n't").

#include "text/tokenize.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord::text {
namespace {

struct Case {
  const char* name;
  std::string_view cut;  // With the marks; the text is what remains without them.

  friend std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.cut; }
};

std::string name_of(const testing::TestParamInfo<Case>& test) { return test.param.name; }

std::string text_of(std::string_view cut) {
  std::string text;
  for (std::size_t i = 0; i < cut.size(); ++i) {
    const bool joint = cut[i] == '+' && i > 0 && cut[i - 1] == '|';
    if (cut[i] != '|' && !joint) text.push_back(cut[i]);
  }
  return text;
}

std::string show(std::string_view text, const std::vector<Token>& words) {
  std::string shown;
  for (const Token& word : words) {
    if (!shown.empty() && shown.back() != ' ') shown += word.joins_left ? "|+" : "|";
    shown += text.substr(word.span.begin, word.span.size());
    if (word.space_after && &word != &words.back()) shown += ' ';
  }
  return shown;
}

std::vector<Token> tokenize_all(std::string_view text) {
  return tokenize(text, {0, static_cast<std::uint32_t>(text.size())});
}

class CutsWords : public testing::TestWithParam<Case> {};

TEST_P(CutsWords, AsUdEnglishDoes) {
  const std::string text = text_of(GetParam().cut);
  EXPECT_EQ(show(text, tokenize_all(text)), GetParam().cut);
}

constexpr Case kClitics[] = {
    {"Possession", "Kyiv|+'s mayor"},
    {"PossessionCurly", "Kyiv|+’s mayor"},
    {"PossessionOfManyOwners", "the workers|+' strike"},
    {"Negation", "They do|+n't|, ca|+n't and wo|+n’t"},
    {"NegationInCapitals", "DO|+N'T PANIC"},
    {"Auxiliaries", "I|+'m sure they|+'ve gone|, she|+'ll stay and we|+'d go"},
    {"Cannot", "We can|+not wait"},
    {"Gonna", "It is gon|+na rain"},
    {"AfterAQuotationMark", "\"|It|+'s over|,|\" he said"},
    {"AfterACompound", "AB&C|+'s plant"},
    {"NameWithApostrophe", "O'Brien met d'Artois at five o'clock"},
    {"NameWithCurlyApostrophe", "O’Brien|+’s hat"},
    {"ForeignApostrophe", "the Sha'ab quarter"},
    {"Decades", "the '90s|, the 1990s and the 1930's"},
    {"AfterAnAbbreviation", "the U.S.|+'s plan"},
    {"YearThatOwns", "2017|+'s best"},
    {"WordWithoutItsBeginning", "Let 'em go"},
    {"WordWithoutItsEnd", "They were singin' all night"},
};
INSTANTIATE_TEST_SUITE_P(Clitics, CutsWords, testing::ValuesIn(kClitics), name_of);

constexpr Case kQuotes[] = {
    {"Straight", "\"|We will pay|,|\" she said"},  {"Curly", "“|We will pay|,|” she said"},
    {"Single", "He called it '|a joke|' twice"},   {"SingleCurly", "He called it ‘|a joke|’ twice"},
    {"Backticks", "``|We will pay|,|'' she said"}, {"Angled", "«|We will pay|»|, she said"},
    {"Nested", "\"|He said '|no|.|'|\""},          {"OfOneWord", "so|-|called \"|experts|\"|, again"},
};
INSTANTIATE_TEST_SUITE_P(Quotes, CutsWords, testing::ValuesIn(kQuotes), name_of);

constexpr Case kHyphens[] = {
    {"Compound", "a well|-|known city|-|wide plan"},
    {"ManyParts", "a 40|-|year|-|old man"},
    {"Prefix", "an anti-war|, pre-emptive and non-nuclear plan"},
    {"PrefixOfAName", "pro-Moscow units"},
    {"AbbreviationBeforeIt", "a UN|-|led force of the U.S.|-|style kind"},
    {"DoubleName", "Li|-|Fraser met Al|-|Hakim"},
    {"Model", "a T|-|14 tank"},
    {"Letter", "an e-mail"},
    {"DashBetweenWords", "the plan|—|a new one|—|failed"},
    {"TwoHyphensAsADash", "the plan|--|a new one"},
    {"RangeOfWords", "Monday|–|Friday"},
    {"PrefixThatIsAPhrase", "over|-|the|-|counter"},
};
INSTANTIATE_TEST_SUITE_P(Hyphens, CutsWords, testing::ValuesIn(kHyphens), name_of);

constexpr Case kNumbers[] = {
    {"Grouped", "1,000.5 and 2,500,000"},
    {"CommaOfAList", "in 2014|, 2015"},
    {"Range", "10|-|12 people|, 2014|–|2016"},
    {"Currency", "$|3.5|bn|, €|20 and £|5|m"},
    {"CurrencyByLetters", "US$|40 and Rs|1000"},
    {"Percent", "12.5|% of them"},
    {"Unit", "5|km or 20 km"},
    {"HourAgainstItsHalf", "at 7:30|pm"},
    {"HourWithStops", "at 7|a.m. today"},
    {"Time", "at 19:30"},
    {"Date", "on 28/03/2022 and 2022-03-28"},
    {"DayByItsNumber", "since 9/11"},
    {"Fraction", "3|/|4 of them"},
    {"Telephone", "call 555-0142 or 212-555-0142"},
    {"Ordinal", "the 21st|, 3rd"},
    {"Degrees", "24|°|C"},
    {"Score", "won 3|-|1"},
    {"Rank", "the #|1 city"},
    {"LeadingStop", "about .5 of it"},
};
INSTANTIATE_TEST_SUITE_P(Numbers, CutsWords, testing::ValuesIn(kNumbers), name_of);

constexpr Case kStops[] = {
    {"EndOfSentence", "It rained|. We stayed|."},
    {"Country", "in the U.S. and the U.N. today"},
    {"CountryAtTheEnd", "They left the U.S."},
    {"Title", "Mr. Ruiz met Gov. Lind and Dr. Oy"},
    {"NumberWord", "No. 5 is here"},
    {"NumberWordAsAnAnswer", "No|. We came|."},
    {"NumberWordAtTheEnd", "He said no|. Then he left|."},
    {"Company", "Oxo Inc. said"},
    {"CompanyAtTheEnd", "He runs Oxo Inc|."},
    {"Hours", "at 5 p.m. on Monday"},
    {"HoursAtTheEnd", "It began at 5 p.m|. The mayor came|."},
    {"HoursBeforeADay", "at 5 p.m. Tuesday"},
    {"Initials", "J. K. Osei and Ana M. Ruiz"},
    {"NotAnInitial", "So would I|. Then we left|."},
    {"Month", "on Sept. 5"},
    {"LatinWords", "fees|, e.g. tolls|, i.e. taxes"},
    {"Degree", "with a Ph.D. in law"},
    {"Ellipsis", "Well|... perhaps|…"},
    {"EllipsisBetween", "Well|...|no"},
    {"GluedSentences", "the end|.|Next day"},
    {"ItemOfAList", "1. The budget"},
    {"YearAtTheEnd", "in 2014|."},
    {"QuestionAndSurprise", "What|?! Stop|!!!"},
};
INSTANTIATE_TEST_SUITE_P(Stops, CutsWords, testing::ValuesIn(kStops), name_of);

constexpr Case kAddresses[] = {
    {"Web", "see https://example.org/a_b?c=d&e=1|, please"},
    {"WebWithoutScheme", "see www.example.org|."},
    {"BareHost", "at example.com|."},
    {"InBrackets", "(|example.co.uk/a|)"},
    {"BracketsInside", "https://example.org/a_(b)|."},
    {"EMail", "write to ana.ruiz@example.org|!"},
    {"FileName", "the report.pdf file"},
    {"HostThatOwns", "example.com|+'s staff"},
    {"Handle", "@ana_ruiz and #OnTheRecord|!"},
    {"Smile", "fine :)"},
    {"Heart", "we <3 it"},
    {"Emoji", "fine 👍🏽|👍"},
    {"Flag", "fly 🇺🇦 now"},
    {"Family", "the 👨‍👩‍👧 came"},
};
INSTANTIATE_TEST_SUITE_P(Addresses, CutsWords, testing::ValuesIn(kAddresses), name_of);

constexpr Case kMarks[] = {
    {"Brackets", "the plan (|of 2014|)|, then"},
    {"Slash", "and|/|or"},
    {"SlashOfOneWord", "flour w/o salt"},
    {"Ampersand", "R&D and B&B"},
    {"AmpersandApart", "Ash & Oak"},
    {"Accents", "São Tomé|, Łódź|, Київ"},
    {"CombiningAccent", "cafe\u0301|!"},
    {"Arrow", "a -> b"},
    {"Bullet", "• one"},
};
INSTANTIATE_TEST_SUITE_P(Marks, CutsWords, testing::ValuesIn(kMarks), name_of);

// Whatever the bytes, the words cover all that is not white space, once and in order.
void expect_cover(std::string_view text) {
  std::uint32_t at = 0;
  std::string between;
  for (const Token& word : tokenize_all(text)) {
    ASSERT_LE(at, word.span.begin);
    ASSERT_LT(word.span.begin, word.span.end);
    between += text.substr(at, word.span.begin - at);
    at = word.span.end;
  }
  ASSERT_LE(at, text.size());
  between += text.substr(at);
  EXPECT_EQ(between.find_first_not_of(" \t\n"), std::string::npos) << text;
}

TEST(Tokenize, CoversWhateverItIsGiven) {
  for (const char* text :
       {"",     " ",  "a",   "''''",    "'", "don't'", "n't", "a.b.c.", "...",    "\xFF\xFE", "\xE2\x80",
        "5'",   "a-", "-a-", "http://", "@", "#",      "a@",  "@a",     "....!?", "\xF0\x9F", "1.",
        "1.2.", "$",  "US$", "co-",     "🇺", "\u200D", "Rs5", "7a.m",   ".5.5."}) {
    expect_cover(text);
  }
}

TEST(Tokenize, TakesWideAndNarrowSpacesForSpaces) {
  const std::string_view text = "5\u00A0people\u2009and\u3000more";
  const std::vector<Token> words = tokenize_all(text);
  ASSERT_EQ(words.size(), 4U);
  EXPECT_TRUE(words[0].space_after);
  EXPECT_EQ(text.substr(words[1].span.begin, words[1].span.size()), "people");
}

TEST(Tokenize, LooksAtNothingOutsideTheBlock) {
  const std::string_view text = "Mr. Ruiz came. He left.";
  const std::vector<Token> words = tokenize(text, {4, 14});
  ASSERT_EQ(words.size(), 3U);
  EXPECT_EQ(words[0].span, (Span{4, 8}));
  EXPECT_EQ(words[2].span, (Span{13, 14}));
  EXPECT_TRUE(words[2].space_after);
}

TEST(Tokenize, CutsARunWithoutEnd) {
  const std::string text(100'000, 'x');
  const std::vector<Token> words = tokenize_all(text);
  ASSERT_GT(words.size(), 1U);
  EXPECT_FALSE(words.front().space_after);
  EXPECT_TRUE(words.back().space_after);
  expect_cover(text);
}

}  // namespace
}  // namespace onrecord::text
