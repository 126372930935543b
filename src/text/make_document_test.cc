// What a report's body reads as, and what must stay as it was written. Every sentence is our own.

#include "text/make_document.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

namespace onrecord::text {
namespace {

using Kind = Repair::Kind;

Report report_of(std::string_view body) {
  Report report;
  report.bytes = report.body = std::string(body);
  report.body_map.append(static_cast<std::uint32_t>(body.size()), 0, static_cast<std::uint32_t>(body.size()));
  return report;
}

std::string_view bytes_of(const Report& report, Span span) {
  return std::string_view(report.bytes).substr(span.begin, span.size());
}

// Blocks are as many lines; the white space between them is not looked at.
std::string blocks_of(const Document& document) {
  std::string blocks;
  for (const Block& block : document.blocks()) {
    if (!blocks.empty()) blocks += '\n';
    blocks += document.text(block.span);
  }
  return blocks;
}

struct Case {
  const char* name;
  std::string_view body, reads_as;

  friend std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.body; }
};

std::string name_of(const testing::TestParamInfo<Case>& test) { return test.param.name; }

class Repairs : public testing::TestWithParam<Case> {};

TEST_P(Repairs, WhatNobodyMeant) {
  const Report report = report_of(GetParam().body);
  const Document document = make_document(report);
  EXPECT_EQ(blocks_of(document), GetParam().reads_as);
  EXPECT_FALSE(document.repairs().empty());
}

constexpr Case kCharacters[] = {
    {"SoftHyphens", "The govern\u00ADment fell.", "The government fell."},
    {"Nul", std::string_view("The m\0ayor left.", 16), "The mayor left."},
    {"DirectionMarks", "He met \u202BAli\u202C and \u200ELi.", "He met Ali and Li."},
    {"ZeroWidthSpace", "The \u200Bmayor.", "The mayor."},
    {"ByteOrderMark", "\uFEFFThe mayor.", "The mayor."},
    {"MojibakeQuotes", "â€œWe will pay,â€\u009D he said.", "“We will pay,” he said."},
    {"MojibakeApostrophe", "It isnâ€™t over.", "It isn’t over."},
    {"MojibakeAccent", "The cafÃ© of JosÃ© Ã‰vora", "The café of José Évora"},
    {"MojibakeDash", "The plan â€“ a bad one â€” failed.", "The plan – a bad one — failed."},
    {"MojibakePound", "It cost Â£40.", "It cost £40."},
    {"MojibakeByLatin1", "It isn\u00E2\u0080\u0099t over.", "It isn’t over."},
    {"MojibakeEmoji", "Fine ðŸ˜€", "Fine 😀"},
    {"MojibakePolish", "Lech WaÅ‚Ä™sa came.", "Lech Wałęsa came."},
    {"MojibakeCyrillic", "the name ÐšÐ¸Ñ—Ð² is", "the name Київ is"},
};
INSTANTIATE_TEST_SUITE_P(Characters, Repairs, testing::ValuesIn(kCharacters), name_of);

constexpr Case kLines[] = {
    {"NameBrokenOverTwoLines",
     "\"We are ready,\" the minister Petro Dan\nylchuk told the crowd that had waited there.",
     "\"We are ready,\" the minister Petro Danylchuk told the crowd that had waited there."},
    {"NameBrokenThatStandsElsewhere",
     "Olena Sky said on Monday that the mayor, Ana Zelen\nsky, would not come.\n\nZelensky agreed.",
     "Olena Sky said on Monday that the mayor, Ana Zelensky, would not come.\nZelensky agreed."},
    {"WordBrokenOverTwoLines",
     "The minister said on Monday that the govern\nment would answer the letter soon.",
     "The minister said on Monday that the government would answer the letter soon."},
    {"LineBrokenBetweenWords",
     "The minister said on Monday that the\ngovernment would answer the letter soon.",
     "The minister said on Monday that the government would answer the letter soon."},
    {"HyphenOfALineBreak", "The minister said on Monday that the govern-\nment would answer the letter soon.",
     "The minister said on Monday that the government would answer the letter soon."},
    {"HyphenThatStays", "The minister said on Monday that a well-\nknown company had asked for the money.",
     "The minister said on Monday that a well-known company had asked for the money."},
    {"HyphenBeforeAnd",
     "The minister said on Monday that all pre-\nand post-war debts would be paid in full.",
     "The minister said on Monday that all pre- and post-war debts would be paid in full."},
    {"CarriageReturns", "The minister said on Monday that the\r\ngovernment would answer the letter soon.",
     "The minister said on Monday that the government would answer the letter soon."},
    {"MissingParagraphBreak", "The talks came to an end.The minister left.",
     "The talks came to an end.\nThe minister left."},
    {"MissingBreakAfterAQuotation", "\"It came to an end.\"The minister left.",
     "\"It came to an end.\"\nThe minister left."},
    {"MissingBreakBeforeAQuotation", "The talks came to an end.“We failed,” he said.",
     "The talks came to an end.\n“We failed,” he said."},
    {"MissingSpaceInsideAQuotation", "“It came to an end.We left,” he said.",
     "“It came to an end. We left,” he said."},
    {"MissingBreakAfterAYear", "It was built in 2014.The mayor opened it.",
     "It was built in 2014.\nThe mayor opened it."},
};
INSTANTIATE_TEST_SUITE_P(Lines, Repairs, testing::ValuesIn(kLines), name_of);

TEST(Repairs, HardWrapsButNotTheEndsOfParagraphs) {
  const Document document =
      make_document(report_of("The council of the old town met on Monday to talk about the bridge,\n"
                              "which was closed in March after a barge had struck one of its piers\n"
                              "and broken it. The mayor said that the work would begin in the fall.\n"
                              "Nobody had asked her.\n"
                              "\"We have waited long enough,\" said Ana Ruiz, who owns a shop beside\n"
                              "the river and whose customers no longer come.\n"
                              "\n"
                              "The bridge was built in 1931 by a company that has long been closed,\n"
                              "and no plan of it was ever found in the archive.\n"));
  ASSERT_EQ(document.blocks().size(), 3U);
  EXPECT_TRUE(document.text(document.blocks()[0].span).ends_with("Nobody had asked her."));
  EXPECT_TRUE(document.text(document.blocks()[1].span)
                  .ends_with("beside the river and whose customers no longer come."));
  EXPECT_TRUE(document.text(document.blocks()[2].span).starts_with("The bridge was built"));
  for (const Repair& repair : document.repairs()) EXPECT_EQ(repair.kind, Kind::hard_wrap);
}

class LeavesAlone : public testing::TestWithParam<Case> {};

TEST_P(LeavesAlone, WhatWasMeant) {
  const Document document = make_document(report_of(GetParam().body));
  EXPECT_EQ(blocks_of(document), GetParam().reads_as);
  EXPECT_TRUE(document.repairs().empty()) << document.repairs().front().reads_as;
}

constexpr Case kTraps[] = {
    {"AccentsOfTheirOwn", "The café of José Évora in São Tomé, the CAFÉ”",
     "The café of José Évora in São Tomé, the CAFÉ”"},
    {"CapitalsBeforeAQuotationMark", "the “SÃO JOSÉ” and the “CAFÉ”", "the “SÃO JOSÉ” and the “CAFÉ”"},
    {"UmlautBeforeAQuotationMark", "the “FRÄ” sign", "the “FRÄ” sign"},
    {"JoinersOfScripts", "the family 👨‍👩‍👧 came", "the family 👨‍👩‍👧 came"},
    {"ParagraphsWithoutAnEmptyLine",
     "The mayor left the town hall at noon on Monday.\nNobody had seen her since then.",
     "The mayor left the town hall at noon on Monday.\nNobody had seen her since then."},
    {"HeadingBeforeAParagraph",
     "The mayor leaves the town hall, says Ana Ruiz\n\"Nobody has seen her,\" she said on Monday.",
     "The mayor leaves the town hall, says Ana Ruiz\n\"Nobody has seen her,\" she said on Monday."},
    {"ListOfSmallWords", "apples\npears\nplums", "apples\npears\nplums"},
    {"EmptyLineBeforeASmallLetter",
     "The mayor left the town hall at noon\n\nafter the talks with the council had ended.",
     "The mayor left the town hall at noon\nafter the talks with the council had ended."},
    {"TitlesWithoutASpace", "St.Petersburg and Mr.Ruiz and Dr.Oy met.",
     "St.Petersburg and Mr.Ruiz and Dr.Oy met."},
    {"StatesAndDecimals", "In the U.S.Army 3.5 of 10.5 left.", "In the U.S.Army 3.5 of 10.5 left."},
    {"Addresses", "See www.the-end.The or example.Com or Node.JS today.",
     "See www.the-end.The or example.Com or Node.JS today."},
    {"Initials", "J.K.Osei came.", "J.K.Osei came."},
};
INSTANTIATE_TEST_SUITE_P(Traps, LeavesAlone, testing::ValuesIn(kTraps), name_of);

TEST(Repairs, SayWhatStoodThereAndWhatItReadsAs) {
  const Report report =
      report_of("The minister Petro Dan\nylchuk told the crowd that he had w\u00ADaited there.");
  const Document document = make_document(report);
  ASSERT_EQ(document.repairs().size(), 2U);
  const Repair &broken = document.repairs()[0], &soft = document.repairs()[1];
  EXPECT_EQ(broken.kind, Kind::broken_word);
  EXPECT_EQ(bytes_of(report, broken.source), "Dan\nylchuk");
  EXPECT_EQ(broken.reads_as, "Danylchuk");
  EXPECT_EQ(soft.kind, Kind::soft_hyphen);
  EXPECT_EQ(bytes_of(report, soft.source), "\u00AD");
  EXPECT_EQ(soft.reads_as, "");
}

TEST(Repairs, KeepThoseOfTheReportAndStandInOrder) {
  Report report = report_of("The\u00AD minister left.The crowd stayed.");
  report.repairs.push_back({Kind::encoding, {10, 12}, "st"});
  const Document document = make_document(report);
  ASSERT_EQ(document.repairs().size(), 3U);
  EXPECT_EQ(document.repairs()[0].kind, Kind::soft_hyphen);
  EXPECT_EQ(document.repairs()[1].kind, Kind::encoding);
  EXPECT_EQ(document.repairs()[2].kind, Kind::paragraph_break);
  EXPECT_EQ(document.repairs()[2].reads_as, "left.\n\nThe");
}

// The word that `written` stands for in the bytes.
std::string_view written(const Report& report, const Document& document, std::string_view word) {
  for (std::uint32_t i = 0; i < document.tokens().size(); ++i) {
    if (document.word(i) == word) return bytes_of(report, document.to_bytes(document.tokens()[i].span));
  }
  return "not a word of the document";
}

TEST(Map, LeadsEachWordToItsBytes) {
  const Report report = report_of(
      "The minister Petro Dan\nylchuk of the cafÃ© told the pa\u00ADtient crowd about the end.The "
      "govern-\nment went on to "
      "wait in the old town hall.");
  const Document document = make_document(report);
  EXPECT_EQ(written(report, document, "Danylchuk"), "Dan\nylchuk");
  EXPECT_EQ(written(report, document, "café"), "cafÃ©");
  EXPECT_EQ(written(report, document, "patient"), "pa\u00ADtient");
  EXPECT_EQ(written(report, document, "crowd"), "crowd");
  EXPECT_EQ(written(report, document, "end"), "end");
  EXPECT_EQ(written(report, document, "The"), "The");
  EXPECT_EQ(written(report, document, "government"), "govern-\nment");
  EXPECT_EQ(written(report, document, "wait"), "wait");
}

TEST(Map, GoesThroughTheReportsOwn) {
  Report report = report_of("Ana left.");
  report.bytes = "<p>Ana left.</p>";
  report.body_map = TextMap();
  report.body_map.append(9, 3, 9);
  const Document document = make_document(report);
  EXPECT_EQ(written(report, document, "left"), "left");
  EXPECT_EQ(document.to_bytes(document.tokens()[0].span), (Span{3, 6}));
}

TEST(MakeDocument, TakesWhateverItIsGiven) {
  for (const char* body :
       {"",       " ",   "\n\n\n", "\xFF\xFE\xFA", "\xE2\x80",  "a\n\xC3", "-\n-",        "a-\nb",
        "\u00AD", "Ã",   "â€",     "By ",          "•",         "KYIV -",  "KYIV (A) - ", "1.\n2.\n",
        "\"",     "a.A", "aa.Aa",  "\r\r\r",       "x\n\u0301y"}) {
    const Report report = report_of(body);
    const Document document = make_document(report);
    for (const Block& block : document.blocks()) {
      EXPECT_TRUE(document.contains(block.span));
      EXPECT_FALSE(block.span.empty());
      EXPECT_FALSE(block.tokens.empty());
    }
  }
}

TEST(MakeDocument, GivesAnEmptyBodyNoBlocks) {
  EXPECT_TRUE(make_document(report_of("")).blocks().empty());
  EXPECT_TRUE(make_document(report_of(" \n\t\n")).blocks().empty());
  EXPECT_TRUE(make_document(Report()).tokens().empty());
}

}  // namespace
}  // namespace onrecord::text
