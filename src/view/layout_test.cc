#include "view/layout.h"

#include <gtest/gtest.h>

#include <string>

#include "view/positions.h"

namespace onrecord::view {
namespace {

TEST(Printable, CollapsesWhiteSpaceAndDropsItAtTheEnds) {
  EXPECT_EQ(printable("  We will\r\n\tnot\xC2\xA0pay \n"), "We will not pay");
}

TEST(Printable, LetsNoControlCharacterReachTheTerminal) {
  EXPECT_EQ(printable("a\x1b[31mb\x07"), "a\xEF\xBF\xBD[31mb\xEF\xBF\xBD");
}

TEST(Printable, LetsNoOverrideTurnTheDirectionOfWriting) {
  EXPECT_EQ(printable("a\xE2\x80\xAE"
                      "b"),
            "a\xEF\xBF\xBD"
            "b");
}

TEST(Printable, ReplacesWhatIsNoUtf8) {
  EXPECT_EQ(printable("a\xFFz\xE2\x82"), "a\xEF\xBF\xBDz\xEF\xBF\xBD");
}

TEST(Columns, CountsWhatTheEyeSees) {
  EXPECT_EQ(columns("Kyiv"), 4U);
  EXPECT_EQ(columns("“no”"), 4U);
  EXPECT_EQ(columns("e\xCC\x81"), 1U);  // e and a combining acute.
  EXPECT_EQ(columns("東京"), 4U);
}

TEST(Wrap, BreaksAtSpacesWithinTheWidth) {
  EXPECT_EQ(wrap("one two three", 7), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrap("one two three", 8), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrap("one two three", 13), (std::vector<std::string>{"one two three"}));
}

TEST(Wrap, CutsAWordLongerThanALine) {
  EXPECT_EQ(wrap("a bcdefgh i", 3), (std::vector<std::string>{"a", "bcd", "efg", "h i"}));
}

TEST(Wrap, NeverCutsACharacter) {
  EXPECT_EQ(wrap("東京東", 3), (std::vector<std::string>{"東", "京", "東"}));
}

TEST(Wrap, GivesOneLineForNothing) { EXPECT_EQ(wrap("", 10), (std::vector<std::string>{""})); }

TEST(CodePoints, AgreeWithCountingFromTheStart) {
  std::string text;
  for (int i = 0; i < 400; ++i) text += i % 3 == 0 ? "é" : "ab";
  const CodePoints points(text);
  std::uint32_t count = 0;
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) continue;
    ASSERT_EQ(points.before(at), count) << "byte " << at;
    ++count;
  }
  EXPECT_EQ(points.before(static_cast<std::uint32_t>(text.size())), count);
}

}  // namespace
}  // namespace onrecord::view
