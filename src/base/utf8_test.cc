// What is UTF-8 and what is not.

#include "base/utf8.h"

#include <gtest/gtest.h>

namespace onrecord::base {
namespace {

TEST(Utf8, DecodesEveryLength) {
  EXPECT_EQ(decode_utf8("k", 0).value, U'k');
  EXPECT_EQ(decode_utf8("é", 0).value, U'é');
  EXPECT_EQ(decode_utf8("“", 0).value, U'“');
  const CodePoint last = decode_utf8("a\xF0\x9F\x93\xB0", 1);
  EXPECT_EQ(last.value, U'\U0001F4F0');
  EXPECT_EQ(last.size, 4U);
  EXPECT_TRUE(last.valid);
}

TEST(Utf8, RefusesWhatOnlyLooksLikeIt) {
  for (const char* bad : {"\x80", "\xC0\xAF", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
                          "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xE2\x80"}) {
    EXPECT_FALSE(decode_utf8(bad, 0).valid) << bad;
    EXPECT_EQ(find_invalid_utf8(bad), 0U) << bad;
  }
}

TEST(Utf8, NeverTakesAValidByteAlongWithInvalidOnes) {
  EXPECT_EQ(decode_utf8("\xE2\x80z", 0).size, 2U);
  EXPECT_EQ(decode_utf8("\xE2z", 0).size, 1U);
  EXPECT_EQ(decode_utf8("\xF0\x9F\x93", 0).size, 3U);
  EXPECT_EQ(decode_utf8("\xED\xA0\x80", 0).size, 1U);
}

TEST(Utf8, FindsTheFirstInvalidByteBehindLongAscii) {
  const std::string good = "The council of Žilina met on Monday and said “no”.";
  EXPECT_EQ(find_invalid_utf8(good), std::string::npos);
  EXPECT_EQ(find_invalid_utf8(good + "\xFF!"), good.size());
  EXPECT_EQ(find_invalid_utf8("\xFF" + good, 1), std::string::npos);
}

TEST(Utf8, AppendsWhatItDecodes) {
  for (const char32_t value : {U'a', U'é', U'“', U'\U0001F4F0', U'\uFFFD', U'\U0010FFFF'}) {
    std::string text;
    append_utf8(text, value);
    EXPECT_EQ(decode_utf8(text, 0).value, value);
    EXPECT_EQ(decode_utf8(text, 0).size, text.size());
  }
  std::string text;
  append_utf8(text, 0xD800);
  append_utf8(text, 0x110000);
  EXPECT_EQ(text, "\uFFFD\uFFFD");
}

}  // namespace
}  // namespace onrecord::base
