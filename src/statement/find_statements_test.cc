// What find_statements must stand, whatever the tags: the cases of what it must find are in
// test/golden/statement/.

#include "statement/find_statements.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <limits>
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

TEST(FindStatements, GivesNothingForNothing) {
  EXPECT_TRUE(find_statements(syntax::Tree(Document(), Tags())).empty());
}

TEST(FindStatements, StandsTagsWithoutLabels) {
  Page page = page_of({"“", "No", ",", "”", "she", "said", "."});
  EXPECT_TRUE(find_statements(syntax::Tree(page.document, page.tags)).empty());
}

TEST(FindStatements, StandsFewerTagsThanWords) {
  Page page = page_of({"“", "No", ",", "”", "she", "said", "."});
  page.tags.words.resize(3);
  EXPECT_TRUE(find_statements(syntax::Tree(page.document, page.tags)).empty());
}

TEST(FindStatements, StandsHeadsThatRunInACircle) {
  Page page = page_of({"She", "said", "it", "was", "late", "."});
  page.tags.labels = some_labels();
  for (std::uint32_t i = 0; i < 6; ++i) {
    page.tags.words[i].head = (i + 1) % 6;
    page.tags.words[i].lemma = "say";
  }
  for (const Statement& statement : find_statements(syntax::Tree(page.document, page.tags))) {
    EXPECT_TRUE(check(statement, page.document));
  }
}

TEST(FindStatements, RefusesAttributionsOutsideTheDocument) {
  Page page = page_of({"She", "said", "no", "."});
  Attribution astray;
  astray.cue = {90, 91};
  astray.contents = {{92, 99}};
  page.tags.attributions = {astray};
  EXPECT_TRUE(find_statements(syntax::Tree(page.document, page.tags)).empty());
}

TEST(FindStatements, KeepsTheScoreOfTheTags) {
  Page page = page_of({"She", "said", "no", "."});
  Attribution tagged;
  tagged.cue = {1, 2};
  tagged.source = TokenRange{0, 1};
  tagged.contents = {{2, 3}};
  tagged.score = 0.625F;
  page.tags.attributions = {tagged};
  const auto found = find_statements(syntax::Tree(page.document, page.tags));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_FLOAT_EQ(found[0].score, 0.625F);
}

// "To say that …, she says …": the clause lies between the verb and the subject that it is given.
TEST(FindStatements, StandsAClauseWithinItsOwnAnnouncement) {
  Page page = page_of({"Say", "that", "the", "dam", "failed", ",", "she", "swims", "."});
  page.tags.labels = some_labels();
  const auto tag = [&](std::uint32_t word, std::uint16_t upos, std::uint16_t deprel, std::uint32_t head,
                       const char* lemma) {
    page.tags.words[word].upos = upos;
    page.tags.words[word].deprel = deprel;
    page.tags.words[word].head = head;
    page.tags.words[word].lemma = lemma;
  };
  for (std::uint32_t word = 0; word < 9; ++word) tag(word, 2, 5, 7, "");
  tag(0, 0, 9, 7, "say");
  tag(3, 1, 0, 4, "dam");
  tag(4, 0, 1, 0, "fail");
  tag(6, 3, 0, 7, "she");
  tag(7, 0, 11, kRoot, "swim");
  EXPECT_TRUE(find_statements(syntax::Tree(page.document, page.tags)).empty());
}

bool stands_in(const Statement& inner, const Statement& outer) {
  const auto holds = [&](Span part) {
    return std::any_of(outer.contents.begin(), outer.contents.end(),
                       [&](Span content) { return content.contains(part); });
  };
  return std::all_of(inner.contents.begin(), inner.contents.end(), holds) &&
         (!inner.cue || holds(*inner.cue)) && (!inner.speaker || holds(*inner.speaker));
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
    const auto found = find_statements(syntax::Tree(page.document, page.tags));
    for (const Statement& statement : found) {
      const auto sound = check(statement, page.document);
      ASSERT_TRUE(sound) << page.document.text() << "\n" << sound.error().message;
      const std::uint32_t first = statement.cue ? std::min(statement.cue->begin, statement.contents[0].begin)
                                                : statement.contents[0].begin;
      const std::uint32_t begin = statement.speaker && statement.form != Form::continuation
                                      ? std::min(first, statement.speaker->begin)
                                      : first;
      ASSERT_GE(begin, last);
      last = begin;
      if (statement.inside) {
        ASSERT_LT(*statement.inside, found.size());
        ASSERT_TRUE(stands_in(statement, found[*statement.inside])) << page.document.text();
      }
    }
  }
}

// Seconds that the statements of `page` take.
double seconds(const Page& page, std::size_t& count) {
  const auto begin = std::chrono::steady_clock::now();
  count = find_statements(syntax::Tree(page.document, page.tags)).size();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// Four times the text takes about four times as long; ten times is let pass, so that a busy machine may be
// slow.
template <typename MakePage>
void expect_linear(MakePage make_page, std::size_t size) {
  std::size_t few = 0;
  std::size_t many = 0;
  const double one = seconds(make_page(size), few);
  const double four = seconds(make_page(size * 4), many);
  EXPECT_LT(four, one * 10 + 0.5) << one << " s and " << four << " s";
  EXPECT_GE(many, few);
}

Page page_of_repeated(const std::vector<std::string>& words, std::size_t count) {
  std::vector<std::string> all;
  all.reserve(count * words.size());
  for (std::size_t i = 0; i < count; ++i) all.insert(all.end(), words.begin(), words.end());
  Page page = page_of(all);
  page.tags.labels = some_labels();
  return page;
}

// One paragraph, every word of it a mark or an attribution.
Page page_of_speech(std::size_t count) {
  Page page = page_of_repeated({"“", "No", ",", "”", "she", "said", ".", "“", "Yes", ".", "”"}, count);
  for (std::uint32_t i = 0; i + 7 < page.tags.words.size(); i += 11) {
    Attribution tagged;
    tagged.cue = {i + 5, i + 6};
    tagged.source = TokenRange{i + 4, i + 5};
    tagged.contents = {{i + 1, i + 2}};
    page.tags.attributions.push_back(tagged);
  }
  return page;
}

TEST(FindStatements, TakesTimeInProportion) {
  expect_linear(page_of_speech, 2'000);
  const Page page = page_of_speech(4'000);
  EXPECT_EQ(find_statements(syntax::Tree(page.document, page.tags)).size(), page.tags.attributions.size());
}

TEST(FindStatements, FindsNothingInQuotationMarksAlone) {
  const Page page = page_of_repeated({"“", "\"", "'", "”", "«"}, 4'000);
  EXPECT_TRUE(find_statements(syntax::Tree(page.document, page.tags)).empty());
  expect_linear([](std::size_t count) { return page_of_repeated({"\"", "“", "’", "»"}, count); }, 4'000);
}

TEST(FindStatements, StandsTenThousandNestedQuotations) {
  const auto nested = [](std::size_t depth) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < depth; ++i) {
      words.insert(words.end(), {i % 2 == 0 ? "“" : "‘", "she", "said", ":"});
    }
    words.emplace_back("No");
    for (std::size_t i = depth; i-- > 0;) words.emplace_back(i % 2 == 0 ? "”" : "’");
    Page page = page_of(words);
    page.tags.labels = some_labels();
    for (WordTags& word : page.tags.words) word.upos = 1;
    return page;
  };
  expect_linear(nested, 2'500);
}

// One cue and a content of 200,000 words.
TEST(FindStatements, ReadsAStatementOfVeryManyWords) {
  const auto long_speech = [](std::size_t count) {
    std::vector<std::string> words = {"She", "said", "that"};
    words.resize(count, "rain");
    Page page = page_of(words);
    page.tags.labels = some_labels();
    Attribution tagged;
    tagged.cue = {1, 2};
    tagged.source = TokenRange{0, 1};
    tagged.contents = {{2, static_cast<std::uint32_t>(count)}};
    page.tags.attributions = {tagged};
    return page;
  };
  expect_linear(long_speech, 50'000);
  const Page page = long_speech(200'000);
  const auto found = find_statements(syntax::Tree(page.document, page.tags));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].contents.front().end, page.document.text().size() - 2);
}

// "She said she said she said …": each inside the one before, as deep as is read and no deeper.
TEST(FindStatements, ReadsChainsAsDeepAsIsOfUse) {
  const auto chain = [](std::size_t links) {
    Page page = page_of_repeated({"she", "said"}, links);
    for (std::uint32_t i = 0; i + 1 < page.tags.words.size(); i += 2) {
      page.tags.words[i] = {3, 0, 0, 0, i + 1, 1, 1, std::numeric_limits<float>::quiet_NaN(), "she"};
      page.tags.words[i + 1] = {
          0, 0, 0, 1, i == 0 ? kRoot : i - 1, 1, 1, std::numeric_limits<float>::quiet_NaN(), "say"};
    }
    return page;
  };
  const Page page = chain(40);
  const auto found = find_statements(syntax::Tree(page.document, page.tags));
  ASSERT_EQ(found.size(), 5U);
  EXPECT_FALSE(found[0].inside);
  for (std::uint32_t i = 1; i < found.size(); ++i) EXPECT_EQ(found[i].inside, i - 1);
  expect_linear(chain, 1'000);
}

TEST(FindStatements, KeepsBidirectionalControlsAndEmojiWithinQuotations) {
  Page page = page_of({"“", "\u202Eno\u202C", "\U0001F600", "\u2066way\u2069", ",", "”", "she", "said", "."});
  page.tags.labels = some_labels();
  page.tags.words[6] = {3, 0, 0, 0, 7, 1, 1, std::numeric_limits<float>::quiet_NaN(), "she"};
  page.tags.words[7].lemma = "say";
  const auto found = find_statements(syntax::Tree(page.document, page.tags));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].form, Form::direct);
  EXPECT_EQ(page.document.text(found[0].contents.front()), "“ \u202Eno\u202C \U0001F600 \u2066way\u2069 , ”");
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
