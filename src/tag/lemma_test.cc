#include "tag/lemma.h"

#include <gtest/gtest.h>

#include <utility>

namespace onrecord::tag {
namespace {

std::string lemma(std::string_view script, std::string_view form) { return LemmaScript(script).apply(form); }

TEST(LemmaScript, CutsAndAdds) {
  EXPECT_EQ(lemma("l|0|3||y", "parties"), "party");
  EXPECT_EQ(lemma("l|1|2|b|", "are'nt"), "bre'") << "whatever the word is";
  EXPECT_EQ(lemma("l|0|0||", "The"), "the");
  EXPECT_EQ(lemma("k|0|1||", "Mondays"), "Monday");
  EXPECT_EQ(lemma("t|0|0||", "KYIV"), "Kyiv");
}

TEST(LemmaScript, CountsCodePointsNotBytes) {
  EXPECT_EQ(lemma("k|0|1||", "Škodaé"), "Škoda");
  EXPECT_EQ(lemma("l|1|0|z|", "Ägäis"), "zgäis");
  EXPECT_EQ(lemma("t|0|0||", "ÉLYSÉE"), "Élysée");
}

TEST(LemmaScript, MayNameTheLemmaItself) {
  EXPECT_EQ(lemma("=be", "was"), "be");
  EXPECT_EQ(lemma("=a|b", "x"), "a|b");
}

TEST(LemmaScript, MayAddABarBehind) { EXPECT_EQ(lemma("k|0|1||||", "ab"), "a||"); }

TEST(LemmaScript, LeavesTheFormWhenItCutsMoreThanThereIs) {
  EXPECT_EQ(lemma("l|0|3||y", "Am"), "Am");
  EXPECT_EQ(lemma("l|2|1||y", "Am"), "Am");
  EXPECT_EQ(lemma("l|18446744073709551615|1||", "Am"), "Am");
}

TEST(LemmaScript, NeverLeavesNothing) { EXPECT_EQ(lemma("l|1|1||", "Am"), "Am"); }

TEST(LemmaScript, ThatCannotBeReadLeavesTheForm) {
  for (const char* script : {"", "=", "l", "l|0|0|", "x|0|1||", "l|a|0||", "l|-1|0||", "l||0||", "_"}) {
    EXPECT_EQ(lemma(script, "Words"), "Words") << script;
  }
}

}  // namespace
TEST(IsRegular, KnowsTheEndingsOfEnglish) {
  for (const auto& [form, lemma] : {std::pair{"denied", "deny"},
                                    {"stopped", "stop"},
                                    {"mines", "mine"},
                                    {"dying", "die"},
                                    {"moving", "move"},
                                    {"gunmen", "gunman"},
                                    {"knives", "knife"},
                                    {"word", "word"}})
    EXPECT_TRUE(is_regular(form, lemma)) << form;
}

TEST(IsRegular, RefusesWhatOnlyBeginsAlike) {
  for (const auto& [form, lemma] : {std::pair{"gunmen", "gun"},
                                    {"denied", "den"},
                                    {"stopped", "sto"},
                                    {"harbour", "harb"},
                                    {"seated", "sea"},
                                    {"", "s"}})
    EXPECT_FALSE(is_regular(form, lemma)) << form;
}

}  // namespace onrecord::tag
