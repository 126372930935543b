#include "clock/set_clocks.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onrecord::clock {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr year_month_day kMonday{std::chrono::year{2022}, std::chrono::March, std::chrono::day{28}};
constexpr sys_days kFriday = sys_days{kMonday} - std::chrono::days{3};

// One sentence; each word as "form/UPOS/XPOS/relation/head", heads from 1, 0 for the root.
struct Sentence {
  Document document;
  Tags tags;
  std::vector<TimeMention> times;

  explicit Sentence(const std::vector<std::vector<std::string>>& rows) {
    Document::Parts parts;
    auto labels = std::make_shared<LabelSets>();
    const auto id = [](std::vector<std::string>& all, const std::string& value) {
      for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i] == value) return static_cast<std::uint16_t>(i);
      all.push_back(value);
      return static_cast<std::uint16_t>(all.size() - 1);
    };
    for (const auto& row : rows) {
      const auto begin = static_cast<std::uint32_t>(parts.text.size());
      parts.text += row[0];
      parts.tokens.push_back({{begin, static_cast<std::uint32_t>(parts.text.size())}, true, false});
      parts.text += ' ';
      WordTags word;
      word.upos = id(labels->upos, row[1]);
      word.xpos = id(labels->xpos, row[2]);
      word.deprel = id(labels->deprel, row[3]);
      const int head = std::stoi(row[4]);
      word.head = head == 0 ? kRoot : static_cast<std::uint32_t>(head - 1);
      word.lemma = row[0];
      tags.words.push_back(word);
    }
    tags.sentences = {{0, static_cast<std::uint32_t>(rows.size())}};
    tags.labels = std::move(labels);
    document = Document(std::move(parts));
  }

  void add_time(std::uint32_t word, std::optional<Period> period) {
    TimeMention time;
    time.words = {word, word + 1};
    time.span = document.span_of(time.words);
    time.granularity = Granularity::day;
    time.period = period;
    time.score = 1;
    times.push_back(time);
  }

  Clock happened(std::uint32_t word, std::optional<year_month_day> published = kMonday) {
    return find(word, published).happened;
  }

  DatedWord find(std::uint32_t word, std::optional<year_month_day> published = kMonday) {
    const syntax::Tree tree(document, tags);
    std::vector<Statement> none;
    for (const DatedWord& dated : set_clocks(tree, times, published, none))
      if (dated.word == word) return dated;
    ADD_FAILURE() << "not among the dated words: " << word;
    return {};
  }
};

Sentence fell(const std::string& preposition) {
  return Sentence({{"Prices", "NOUN", "NNS", "nsubj", "2"},
                   {"fell", "VERB", "VBD", "root", "0"},
                   {preposition, "ADP", "IN", "case", "4"},
                   {"Friday", "PROPN", "NNP", "obl", "2"}});
}

TEST(Clocks, ATimeInTheClauseIsItsOwn) {
  Sentence sentence = fell("on");
  sentence.add_time(3, Period{kFriday, kFriday});
  const Clock clock = sentence.happened(1);
  ASSERT_TRUE(clock.period);
  EXPECT_EQ(*clock.period, (Period{kFriday, kFriday}));
  EXPECT_EQ(clock.dating, Dating::explicit_);
  EXPECT_EQ(clock.time, 0U);
}

TEST(Clocks, PrepositionsOpenTheEnds) {
  Sentence since = fell("since");
  since.add_time(3, Period{kFriday, kFriday});
  EXPECT_EQ(*since.happened(1).period, (Period{kFriday, sys_days{kMonday}, false, true}));
  Sentence before = fell("before");
  before.add_time(3, Period{kFriday, kFriday});
  const sys_days thursday = kFriday - std::chrono::days{1};
  EXPECT_EQ(*before.happened(1).period, (Period{thursday, thursday, true, false}));
  Sentence by = fell("by");
  by.add_time(3, Period{kFriday, kFriday});
  EXPECT_TRUE(by.happened(1).period->open_first);
  EXPECT_FALSE(by.find(1).due.period) << "what fell is not due";
}

TEST(Clocks, TheDayOfPublicationIsGivenByTenseAndSaysSo) {
  const Clock clock = fell("near").happened(1);
  ASSERT_TRUE(clock.period);
  EXPECT_EQ(clock.dating, Dating::tense);
  EXPECT_TRUE(clock.period->open_first);
  EXPECT_LT(clock.score, 0.6F);
}

TEST(Clocks, WithoutADayOfPublicationNothingIsMadeUp) {
  EXPECT_FALSE(fell("near").happened(1, std::nullopt).period);
}

TEST(Clocks, WhatLiesAheadIsDueAndHasNotHappened) {
  Sentence sentence({{"Prices", "NOUN", "NNS", "nsubj", "3"},
                     {"will", "AUX", "MD", "aux", "3"},
                     {"fall", "VERB", "VB", "root", "0"},
                     {"by", "ADP", "IN", "case", "5"},
                     {"Friday", "PROPN", "NNP", "obl", "3"}});
  sentence.add_time(4, Period{kFriday, kFriday});
  const DatedWord dated = sentence.find(2);
  EXPECT_FALSE(dated.happened.period);
  ASSERT_TRUE(dated.due.period);
  EXPECT_EQ(dated.due.period->last, kFriday);
  EXPECT_TRUE(dated.due.period->open_first);
}

TEST(Clocks, ATimeWithoutDaysDatesNothing) {
  Sentence sentence = fell("on");
  sentence.add_time(3, std::nullopt);
  EXPECT_FALSE(sentence.happened(1, std::nullopt).period);
}

TEST(Clocks, LongChainsAndCyclesEnd) {
  std::vector<std::vector<std::string>> rows;
  constexpr int kWords = 5000;
  for (int i = 0; i < kWords; ++i)
    rows.push_back({"go", "VERB", "VBD", "conj", std::to_string(i == 0 ? kWords : i)});
  Sentence sentence(rows);
  const syntax::Tree tree(sentence.document, sentence.tags);
  std::vector<Statement> none;
  EXPECT_EQ(set_clocks(tree, {}, kMonday, none).size(), static_cast<std::size_t>(kWords));
}

TEST(Clocks, OneWordWithVeryManyBelowItIsReadInTime) {
  std::vector<std::vector<std::string>> rows{{"fell", "VERB", "VBD", "root", "0"}};
  constexpr int kWords = 60000;
  for (int i = 0; i < kWords; ++i) rows.push_back({"sale", i % 2 == 0 ? "VERB" : "NOUN", "NN", "obj", "1"});
  Sentence sentence(rows);
  const syntax::Tree tree(sentence.document, sentence.tags);
  std::vector<Statement> none;
  EXPECT_GE(set_clocks(tree, {}, kMonday, none).size(), static_cast<std::size_t>(kWords / 2));
}

TEST(Clocks, StatementsAreSaidWhenTheyWereSaid) {
  Sentence sentence = fell("on");
  sentence.add_time(3, Period{kFriday, kFriday});
  const syntax::Tree tree(sentence.document, sentence.tags);
  Statement dated, cued, bare;
  dated.when = sentence.times[0].span;
  cued.cue = sentence.document.tokens()[1].span;
  std::vector<Statement> statements{dated, cued, bare};
  set_clocks(tree, sentence.times, kMonday, statements);
  EXPECT_EQ(statements[0].said.period->first, kFriday);
  EXPECT_EQ(statements[1].said.period->first, kFriday);
  EXPECT_FALSE(statements[2].said.period) << "nothing tells when";
}

}  // namespace
}  // namespace onrecord::clock
