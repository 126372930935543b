// What each block of a report is. Every sentence is our own.

#include "text/blocks.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/block_cues.h"
#include "text/make_document.h"

namespace onrecord::text {
namespace {

using Kind = BlockKind;

std::vector<Kind> kinds_of(const std::vector<Block>& blocks) {
  std::vector<Kind> kinds;
  for (const Block& block : blocks) kinds.push_back(block.kind);
  return kinds;
}

std::vector<Kind> kinds_of(std::string_view text) { return kinds_of(find_blocks(text, {})); }

Kind last_kind(std::string_view block) {
  return find_blocks("The mayor left the hall.\n\n" + std::string(block), {}).back().kind;
}

TEST(Blocks, AHeadlineIsTheFirstShortLineWithoutAStop) {
  EXPECT_EQ(kinds_of("Mayor leaves the town hall\n\nThe mayor left the hall on Monday."),
            (std::vector{Kind::headline, Kind::paragraph}));
  EXPECT_EQ(kinds_of("Will the mayor leave?\nThe mayor left the hall on Monday."),
            (std::vector{Kind::headline, Kind::paragraph}));
}

TEST(Blocks, AFirstSentenceIsNoHeadline) {
  EXPECT_EQ(kinds_of("The mayor left.\n\nNobody saw her."), (std::vector{Kind::paragraph, Kind::paragraph}));
  EXPECT_EQ(kinds_of("Mayor leaves the town hall"), (std::vector{Kind::paragraph}));
}

TEST(Blocks, ATitleKnownIsTheHeadline) {
  const std::string_view text = "The mayor left.\nNobody saw her.";
  EXPECT_EQ(kinds_of(find_blocks(text, {.blocks = {}, .title = "The mayor left."})),
            (std::vector{Kind::headline, Kind::paragraph}));
}

TEST(Blocks, ASubheadlineStandsBetweenParagraphs) {
  EXPECT_EQ(
      kinds_of(
          "The mayor left the hall.\n\nNo reason to stay, says deputy Ana Ruiz\n\"It was late,\" she said."),
      (std::vector{Kind::paragraph, Kind::subheadline, Kind::paragraph}));
  EXPECT_EQ(kinds_of("Mayor leaves\nCouncil to meet again on Friday\nThe mayor left the hall."),
            (std::vector{Kind::headline, Kind::subheadline, Kind::paragraph}));
  EXPECT_EQ(kinds_of("The mayor left the hall.\n\nWhat happens next?\n\nNobody knows."),
            (std::vector{Kind::paragraph, Kind::subheadline, Kind::paragraph}));
}

TEST(Blocks, AShortParagraphIsNoSubheadline) {
  const auto between = [](std::string_view block) {
    return find_blocks("The mayor left.\n\n" + std::string(block) + "\n\nNobody saw her.", {})[1].kind;
  };
  EXPECT_EQ(between("She did not say why."), Kind::paragraph);
  EXPECT_EQ(between("\"I will not stay\""), Kind::paragraph);
  EXPECT_EQ(between("“I will not stay,”"), Kind::paragraph);
  EXPECT_EQ(between("The deputy said:"), Kind::paragraph);
  EXPECT_EQ(between("and so they left"), Kind::paragraph);
  EXPECT_EQ(between("Q: Why did she leave?"), Kind::paragraph);
}

TEST(Blocks, ALastLineIsNoSubheadline) { EXPECT_EQ(last_kind("The council of the town"), Kind::paragraph); }

TEST(Blocks, ManyShortLinesAreAList) {
  EXPECT_EQ(
      kinds_of("The mayor named these towns.\n\nAlba\nBorg\nCorvo\n\nShe left."),
      (std::vector{Kind::paragraph, Kind::list_item, Kind::list_item, Kind::list_item, Kind::paragraph}));
  EXPECT_EQ(last_kind("• a new bridge"), Kind::list_item);
  EXPECT_EQ(kinds_of("She asked for two things.\n- a new bridge\n- a new road"),
            (std::vector{Kind::paragraph, Kind::list_item, Kind::list_item}));
  EXPECT_EQ(kinds_of("She spoke.\n1. A new bridge.\n2. A new road."),
            (std::vector{Kind::paragraph, Kind::list_item, Kind::list_item}));
}

TEST(Blocks, OneDashIsNoList) { EXPECT_EQ(last_kind("- I will not stay, she said."), Kind::paragraph); }

TEST(Blocks, PromosBeginAsPromosDo) {
  for (const char* block :
       {"Read more: Mayor of Alba leaves", "ALSO READ: Mayor of Alba leaves", "Advertisement",
        "ADVERTISEMENT", "Story continues below", "Sign up for our morning letter.", "Related: Five bridges",
        "© The Alba Post", "Follow us on everything"}) {
    EXPECT_EQ(last_kind(block), Kind::promo) << block;
  }
}

TEST(Blocks, SentencesThatBeginLikeAPromoAreNone) {
  for (const char* block :
       {"Advertisement rates rose in the town last year.", "Reading more helps, the mayor said.",
        "Sponsored by the town, the race went on.", "Related crimes fell.", "Signs were put up."}) {
    EXPECT_EQ(last_kind(block), Kind::paragraph) << block;
  }
}

TEST(Blocks, CaptionsCarryTheirCredit) {
  for (const char* block :
       {"A barge under the bridge of Alba. REUTERS/Ana Ruiz", "The bridge of Alba (Photo: Li Wei)",
        "Photo: the bridge of Alba", "The bridge, seen in March. Ana Ruiz/Getty Images",
        "FILE PHOTO: The bridge of Alba"}) {
    EXPECT_EQ(last_kind(block), Kind::caption) << block;
  }
  EXPECT_EQ(last_kind("The mayor told Reuters that a photo of her was false."), Kind::paragraph);
  EXPECT_EQ(last_kind("The mayor fell behind in a Reuters/Alba poll of that week."), Kind::paragraph);
}

TEST(Blocks, BylinesNameTheirWriters) {
  EXPECT_EQ(kinds_of("Mayor leaves the hall\nBy Ana Ruiz and Li Wei\nThe mayor left the hall."),
            (std::vector{Kind::headline, Kind::byline, Kind::paragraph}));
  EXPECT_TRUE(is_byline("By Ana Ruiz, Staff Reporter"));
  EXPECT_TRUE(is_byline("BY ANA RUIZ"));
  EXPECT_EQ(last_kind("(Reporting by Ana Ruiz; Editing by Li Wei)"), Kind::byline);
  EXPECT_FALSE(is_byline("By Friday the mayor had left the hall"));
  EXPECT_FALSE(is_byline("By Ana Ruiz's account, nobody came."));
  EXPECT_FALSE(is_byline("Bystanders ran"));
}

TEST(Blocks, DatelinesAreCutFromTheirParagraph) {
  for (const char* head :
       {"KYIV, March 28 (Reuters) -", "KYIV (AP) —", "WASHINGTON —", "TEHRAN—", "NAIROBI, Kenya (AP) —",
        "BEIJING, July 18 (Xinhua) --", "SYDNEY and PERTH, Jul 26 2022 (IPS) -", "LEON, GUANAJUATO.-"}) {
    const std::string text = std::string(head) + " The mayor left the hall on Monday.";
    const std::vector<Block> blocks = find_blocks(text, {});
    ASSERT_EQ(kinds_of(blocks), (std::vector{Kind::dateline, Kind::paragraph})) << head;
    EXPECT_EQ(text.substr(0, blocks[0].span.end), head);
    EXPECT_EQ(text.substr(blocks[1].span.begin), "The mayor left the hall on Monday.");
  }
}

TEST(Blocks, OtherDashesAreNoDateline) {
  for (const char* text :
       {"The mayor — nobody saw her — left the hall.", "BREAKING — The mayor left the hall.",
        "Mayor Ruiz: I will not stay.", "NATO's chief - a friend - left.", "It was late - she left.",
        "\"KYIV - the city - stands,\" she said."}) {
    EXPECT_EQ(kinds_of(text), (std::vector{Kind::paragraph})) << text;
  }
}

TEST(Blocks, ADayAloneIsADateline) {
  EXPECT_EQ(kinds_of("Mayor leaves the hall\nMarch 28, 2022\nThe mayor left the hall.")[1], Kind::dateline);
  EXPECT_EQ(kinds_of("Mayor leaves the hall\nPublished Mon 28 Mar 2022 at 5:30 pm\nThe mayor left.")[1],
            Kind::dateline);
}

TEST(Blocks, CorrectionsSaySo) {
  EXPECT_EQ(last_kind("Correction: an earlier version named the wrong town."), Kind::correction);
  EXPECT_EQ(last_kind("An earlier version of this report named the wrong town."), Kind::correction);
  EXPECT_EQ(last_kind("The correction came late."), Kind::paragraph);
}

TEST(Blocks, HintsWin) {
  const std::string_view text = "Mayor leaves.\nThe mayor left the hall\n\nA bridge at night";
  Report report;
  report.bytes = report.body = std::string(text);
  report.body_map.append(static_cast<std::uint32_t>(text.size()), 0, static_cast<std::uint32_t>(text.size()));
  report.hints = {{{0, 13}, Kind::headline}, {{14, 37}, Kind::paragraph}, {{39, 56}, Kind::caption}};
  EXPECT_EQ(kinds_of(make_document(report).blocks()),
            (std::vector{Kind::headline, Kind::paragraph, Kind::caption}));
}

TEST(Blocks, HintsAreLedOverRepairs) {
  const std::string text = "Mayor\u00AD\u00AD\u00AD leaves.\nThe mayor left the hall.\n\nA bridge at night";
  const auto at = static_cast<std::uint32_t>(text.find("A bridge"));
  Report report;
  report.bytes = report.body = text;
  report.body_map.append(static_cast<std::uint32_t>(text.size()), 0, static_cast<std::uint32_t>(text.size()));
  report.hints = {{{at, static_cast<std::uint32_t>(text.size())}, Kind::caption}};
  const Document document = make_document(report);
  ASSERT_EQ(document.blocks().size(), 3U);
  EXPECT_EQ(document.blocks()[2].kind, Kind::caption);
  EXPECT_EQ(document.blocks()[1].kind, Kind::paragraph);
}

}  // namespace
}  // namespace onrecord::text
