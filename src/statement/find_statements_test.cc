// What find_statements must stand, whatever the tags: the cases of what it must find are in
// test/golden/statement/.

#include "statement/find_statements.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "statement/cues.h"

namespace onrecord::statement {
namespace {

struct Page {
  Document document;
  Tags tags;
};

// `words` with blanks between; "|" begins a new block.
Page page_of(const std::vector<std::string>& words) {
  Document::Parts parts;
  Block block;
  const auto end_block = [&] {
    block.span.end = static_cast<std::uint32_t>(parts.text.size());
    block.tokens.end = static_cast<std::uint32_t>(parts.tokens.size());
    if (!block.tokens.empty()) parts.blocks.push_back(block);
    parts.text += "\n\n";
    block.span.begin = static_cast<std::uint32_t>(parts.text.size());
    block.tokens.first = block.tokens.end;
  };
  for (const std::string& word : words) {
    if (word == "|") {
      end_block();
      continue;
    }
    if (parts.text.size() > block.span.begin) parts.text += " ";
    const auto begin = static_cast<std::uint32_t>(parts.text.size());
    parts.text += word;
    parts.tokens.push_back({{begin, static_cast<std::uint32_t>(parts.text.size())}, true, false});
  }
  end_block();
  Page page;
  for (const Block& made : parts.blocks) page.tags.sentences.push_back(made.tokens);
  page.tags.words.resize(parts.tokens.size());
  page.document = Document(std::move(parts));
  return page;
}

std::shared_ptr<const LabelSets> some_labels() {
  auto labels = std::make_shared<LabelSets>();
  labels->upos = {"VERB", "NOUN", "PUNCT", "PRON", "PROPN"};
  labels->deprel = {"nsubj", "ccomp", "parataxis", "conj",  "case",
                    "punct", "obl",   "acl:relcl", "xcomp", "advcl"};
  return labels;
}

TEST(FindStatements, GivesNothingForNothing) { EXPECT_TRUE(find_statements(Document(), Tags()).empty()); }

TEST(FindStatements, StandsTagsWithoutLabels) {
  Page page = page_of({"“", "No", ",", "”", "she", "said", "."});
  EXPECT_TRUE(find_statements(page.document, page.tags).empty());
}

TEST(FindStatements, StandsFewerTagsThanWords) {
  Page page = page_of({"“", "No", ",", "”", "she", "said", "."});
  page.tags.words.resize(3);
  EXPECT_TRUE(find_statements(page.document, page.tags).empty());
}

TEST(FindStatements, StandsHeadsThatRunInACircle) {
  Page page = page_of({"She", "said", "it", "was", "late", "."});
  page.tags.labels = some_labels();
  for (std::uint32_t i = 0; i < 6; ++i) {
    page.tags.words[i].head = (i + 1) % 6;
    page.tags.words[i].lemma = "say";
  }
  for (const Statement& statement : find_statements(page.document, page.tags)) {
    EXPECT_TRUE(check(statement, page.document));
  }
}

TEST(FindStatements, RefusesAttributionsOutsideTheDocument) {
  Page page = page_of({"She", "said", "no", "."});
  Attribution astray;
  astray.cue = {90, 91};
  astray.contents = {{92, 99}};
  page.tags.attributions = {astray};
  EXPECT_TRUE(find_statements(page.document, page.tags).empty());
}

TEST(FindStatements, KeepsTheScoreOfTheTags) {
  Page page = page_of({"She", "said", "no", "."});
  Attribution tagged;
  tagged.cue = {1, 2};
  tagged.source = TokenRange{0, 1};
  tagged.contents = {{2, 3}};
  tagged.score = 0.625F;
  page.tags.attributions = {tagged};
  const auto found = find_statements(page.document, page.tags);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_FLOAT_EQ(found[0].score, 0.625F);
}

// Whatever words, trees and attributions come together: every statement passes check(), in order, without
// crossing.
TEST(FindStatements, GivesOnlySoundStatementsForRandomTags) {
  const std::vector<std::string> vocabulary = {"“",    "”",         "\"",   "'",   "’",      "she", "said",
                                               "told", "according", "to",   ",",   ".",      ":",   "—",
                                               "?",    "Ruiz",      "that", "who", "called", "|"};
  std::mt19937 random(11);
  const auto below = [&](std::size_t bound) { return static_cast<std::uint32_t>(random() % bound); };
  for (int round = 0; round < 3000; ++round) {
    std::vector<std::string> words;
    for (std::uint32_t i = 0; i < 3 + below(40); ++i) words.push_back(vocabulary[below(vocabulary.size())]);
    Page page = page_of(words);
    const std::size_t count = page.tags.words.size();
    if (count == 0) continue;
    page.tags.labels = some_labels();
    for (WordTags& word : page.tags.words) {
      word.upos = static_cast<std::uint16_t>(below(5));
      word.deprel = static_cast<std::uint16_t>(below(12));
      word.head = below(4) == 0 ? kRoot : below(count + 2);
      word.lemma = below(2) == 0 ? "say" : (below(2) == 0 ? "tell" : "call");
    }
    for (std::uint32_t at = 0; at + 4 < count && below(3) > 0; at += 4 + below(6)) {
      Attribution tagged;
      tagged.cue = {at, at + 1};
      tagged.source = TokenRange{at + 1, at + 2};
      tagged.contents = {{at + 2, at + 4}};
      tagged.score = 1;
      page.tags.attributions.push_back(tagged);
    }
    std::uint32_t last = 0;
    for (const Statement& statement : find_statements(page.document, page.tags)) {
      const auto sound = check(statement, page.document);
      ASSERT_TRUE(sound) << page.document.text() << "\n" << sound.error().message;
      const std::uint32_t first = statement.cue ? std::min(statement.cue->begin, statement.contents[0].begin)
                                                : statement.contents[0].begin;
      const std::uint32_t begin = statement.speaker && statement.form != Form::continuation
                                      ? std::min(first, statement.speaker->begin)
                                      : first;
      ASSERT_GE(begin, last);
      last = begin;
    }
  }
}

// One paragraph of 40,000 words, every one of them a mark or an attribution.
TEST(FindStatements, TakesTimeInProportion) {
  std::vector<std::string> words;
  while (words.size() < 40'000) {
    for (const char* word : {"“", "No", ",", "”", "she", "said", ".", "“", "Yes", ".", "”"})
      words.emplace_back(word);
  }
  Page page = page_of(words);
  page.tags.labels = some_labels();
  for (std::uint32_t i = 0; i + 7 < words.size(); i += 11) {
    Attribution tagged;
    tagged.cue = {i + 5, i + 6};
    tagged.source = TokenRange{i + 4, i + 5};
    tagged.contents = {{i + 1, i + 2}};
    page.tags.attributions.push_back(tagged);
  }
  const auto begin = std::chrono::steady_clock::now();
  const auto found = find_statements(page.document, page.tags);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
  EXPECT_EQ(found.size(), page.tags.attributions.size());
}

TEST(Cues, AreFoundByTheirLemma) {
  ASSERT_NE(find_cue("say"), nullptr);
  EXPECT_TRUE(find_cue("say")->clause);
  EXPECT_TRUE(find_cue("call")->name);
  EXPECT_FALSE(find_cue("call")->quote);
  EXPECT_EQ(find_cue("sa"), nullptr);
  EXPECT_EQ(find_cue("walk"), nullptr);
  EXPECT_EQ(find_cue(""), nullptr);
}

}  // namespace
}  // namespace onrecord::statement
