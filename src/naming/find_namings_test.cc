// The cases stand in cases.txt, which tells how they are written: trees as the reader makes them, errors and
// all.

#include "naming/find_namings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <memory>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "naming/words.h"

namespace onrecord::naming {
namespace {

struct Word {
  std::string form, upos, relation;
  std::uint32_t head = 0;  // From 1; 0: the root.
  bool space_before = true;
};

struct Page {
  Document document;
  Tags tags;
};

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, at);) parts.push_back(part);
  return parts;
}

// "+report/NOUN/obj/3": no space before it.
Word word_of(const std::string& text) {
  Word word;
  const std::vector<std::string> parts = split(text, '/');
  if (parts.size() != 4) ADD_FAILURE() << "not a word of four parts: " << text;
  if (parts.size() != 4) return word;
  word.space_before = parts[0][0] != '+';
  word.form = word.space_before ? parts[0] : parts[0].substr(1);
  word.upos = parts[1];
  word.relation = parts[2];
  word.head = static_cast<std::uint32_t>(std::stoul(parts[3]));
  return word;
}

std::uint16_t id_of(std::vector<std::string>& labels, const std::string& label) {
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (labels[i] == label) return static_cast<std::uint16_t>(i);
  }
  labels.push_back(label);
  return static_cast<std::uint16_t>(labels.size() - 1);
}

// One block; each of `sentences` is one.
Page page_of(const std::vector<std::vector<Word>>& sentences) {
  Page page;
  Document::Parts parts;
  LabelSets labels;
  for (const std::vector<Word>& sentence : sentences) {
    const auto first = static_cast<std::uint32_t>(parts.tokens.size());
    for (const Word& word : sentence) {
      const bool space = word.space_before && !parts.text.empty();
      if (space) parts.text += ' ';
      if (!parts.tokens.empty()) parts.tokens.back().space_after = space;
      const auto begin = static_cast<std::uint32_t>(parts.text.size());
      parts.text += word.form;
      parts.tokens.push_back({{begin, static_cast<std::uint32_t>(parts.text.size())}, true, false});
      WordTags tags;
      tags.upos = id_of(labels.upos, word.upos);
      tags.deprel = id_of(labels.deprel, word.relation);
      tags.head = word.head == 0 ? kRoot : first + word.head - 1;
      page.tags.words.push_back(tags);
    }
    page.tags.sentences.push_back({first, static_cast<std::uint32_t>(parts.tokens.size())});
  }
  const auto size = static_cast<std::uint32_t>(parts.text.size());
  parts.map.append(size, 0, size);
  parts.blocks = {{{0, size}, BlockKind::paragraph, {0, static_cast<std::uint32_t>(parts.tokens.size())}}};
  page.document = Document(std::move(parts));
  page.tags.labels = std::make_shared<LabelSets>(std::move(labels));
  return page;
}

std::vector<Word> words_of(const std::string& line) {
  std::vector<Word> words;
  for (const std::string& one : split(line, ' ')) words.push_back(word_of(one));
  return words;
}

// "namer | cue | name | named | quoted", "-" for none.
std::string shown(const Document& document, const Naming& naming) {
  const auto words = [&](const std::optional<Span>& span) {
    return span ? std::string(document.text(*span)) : std::string("-");
  };
  return words(naming.namer) + " | " + words(naming.cue) + " | " + words(naming.name) + " | " +
         words(naming.named) + (naming.quoted ? " | quoted" : "");
}

struct Case {
  std::string name;
  std::vector<std::vector<Word>> sentences;
  std::vector<std::string> expected;
};

std::vector<Case> read_cases() {
  std::vector<Case> cases;
  std::ifstream file(ONRECORD_SOURCE_DIR "/src/naming/cases.txt");
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (line.rfind("== ", 0) == 0) {
      cases.push_back({line.substr(3), {}, {}});
    } else if (line.rfind("-> ", 0) == 0) {
      cases.back().expected.push_back(line.substr(3));
    } else {
      cases.back().sentences.push_back(words_of(line));
    }
  }
  return cases;
}

TEST(FindNamings, FindsWhatTheCasesSay) {
  std::size_t refusals = 0;
  const std::vector<Case> cases = read_cases();
  for (const Case& one : cases) {
    const Page page = page_of(one.sentences);
    const syntax::Tree tree(page.document, page.tags);
    std::vector<std::string> found;
    for (const Naming& naming : find_namings(tree, {})) {
      found.push_back(shown(page.document, naming));
      EXPECT_GT(naming.score, 0.0F);
      EXPECT_LE(naming.score, 1.0F);
      EXPECT_TRUE(naming.namers.empty());
    }
    EXPECT_EQ(found, one.expected) << one.name << "\n" << page.document.text();
    refusals += one.expected.empty() ? 1 : 0;
  }
  EXPECT_GE(cases.size(), 80U);
  EXPECT_GE(refusals, 30U);
}

const char* const kReform =
    "\"/PUNCT/punct/5 +This/PRON/nsubj/5 is/AUX/cop/5 a/DET/det/5 farce/NOUN/ccomp/8 +,/PUNCT/punct/5 "
    "+\"/PUNCT/punct/5 said/VERB/root/0 Ruiz/PROPN/nsubj/8 of/ADP/case/12 the/DET/det/12 "
    "so-called/ADJ/amod/13 "
    "reform/NOUN/obl/8 +./PUNCT/punct/8";

Span find(const Document& document, std::string_view words) {
  const auto at = static_cast<std::uint32_t>(document.text().find(words));
  return {at, at + static_cast<std::uint32_t>(words.size())};
}

TEST(FindNamings, GivesWhatASpeakerSaysToTheSpeaker) {
  const Page page = page_of({words_of(kReform)});
  const syntax::Tree tree(page.document, page.tags);
  Statement statement;
  statement.contents = {find(page.document, "the so-called reform")};
  statement.speaker = find(page.document, "Ruiz");
  statement.form = Form::direct;
  const auto found = find_namings(tree, std::vector{statement});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].statement, 0U);
  EXPECT_EQ(found[0].namer, statement.speaker);

  statement.form = Form::indirect;
  EXPECT_EQ(find_namings(tree, std::vector{statement})[0].namer, std::nullopt)
      << "whose word it is cannot be told";
}

TEST(FindNamings, TellsTheInnermostStatementThatHoldsTheName) {
  const Page page = page_of({words_of(kReform)});
  const syntax::Tree tree(page.document, page.tags);
  std::vector<Statement> statements(3);
  statements[0].contents = {find(page.document, page.document.text())};
  statements[1].contents = {find(page.document, "the so-called reform")};
  statements[2].contents = {find(page.document, "This is a farce")};
  EXPECT_EQ(find_namings(tree, statements)[0].statement, 1U);
}

TEST(FindNamings, TellsTheStatementThatTheNamingIsPartOfByItsCue) {
  const Page page =
      page_of({words_of("Critics/NOUN/nsubj/2 call/VERB/root/0 the/DET/det/4 levy/NOUN/obj/2 "
                        "a/DET/det/6 robbery/NOUN/xcomp/2 +./PUNCT/punct/2")});
  const syntax::Tree tree(page.document, page.tags);
  std::vector<Statement> statements(2);
  statements[0].contents = {find(page.document, page.document.text())};
  statements[1].contents = {find(page.document, "the levy a robbery")};
  statements[1].cue = find(page.document, "call");
  const auto found = find_namings(tree, statements);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].statement, 1U);
}

const char* const kRescue =
    "The/DET/det/3 \"/PUNCT/punct/3 +rescue/NOUN/nsubj/8 +\"/PUNCT/punct/3 of/ADP/case/7 the/DET/det/7 "
    "bank/NOUN/nmod/3 failed/VERB/root/0 +./PUNCT/punct/8";

TEST(FindNamings, LeavesScareQuotesInsideAStatement) {
  const Page page = page_of({words_of(kRescue)});
  const syntax::Tree tree(page.document, page.tags);
  EXPECT_EQ(find_namings(tree, {}).size(), 1U);
  Statement statement;
  statement.contents = {find(page.document, page.document.text())};
  EXPECT_TRUE(find_namings(tree, std::vector{statement}).empty());
}

std::size_t count_in(BlockKind kind, const std::string& line) {
  Page page = page_of({words_of(line)});
  Document::Parts parts;
  parts.text = page.document.text();
  parts.tokens = page.document.tokens();
  parts.blocks = page.document.blocks();
  parts.blocks[0].kind = kind;
  page.document = Document(std::move(parts));
  const syntax::Tree tree(page.document, page.tags);
  return find_namings(tree, {}).size();
}

TEST(FindNamings, PassesOverAdvertisementsAndBylines) {
  for (const char* text : {"The/DET/det/3 so-called/ADJ/amod/3 reform/NOUN/root/0", kRescue}) {
    for (const BlockKind kind : {BlockKind::promo, BlockKind::byline, BlockKind::dateline})
      EXPECT_EQ(count_in(kind, text), 0U);
    EXPECT_EQ(count_in(BlockKind::paragraph, text), 1U);
  }
}

TEST(FindNamings, TakesNoScareQuotesFromAHeading) {
  EXPECT_EQ(count_in(BlockKind::headline, kRescue), 0U) << "headings quote their sources without naming them";
  EXPECT_EQ(count_in(BlockKind::caption, kRescue), 1U);
  EXPECT_EQ(count_in(BlockKind::headline, "The/DET/det/3 so-called/ADJ/amod/3 reform/NOUN/root/0"), 1U);
}

TEST(FindNamings, FindsNoneWhereThereAreNoWords) {
  const Document document;
  const Tags tags;
  const syntax::Tree tree(document, tags);
  EXPECT_TRUE(find_namings(tree, {}).empty());
}

const std::vector<std::string>& some_words() {
  static const std::vector<std::string> kWords = {
      "\"",     "“",  "”",  "‘",    "’",     "'",     "so",    "-",   "called", "so-called", "call", "as",
      "known",  "it", "by", "what", "which", "to",    "words", "of",  "in",     "the",       "a",    "Ruiz",
      "insult", ",",  ".",  "?",    "not",   "would", "s",     "put", "and",    "refer",     "“",    "”"};
  return kWords;
}

// Whatever words and trees come together: names lie inside the text, are not empty, do not overlap, in order.
TEST(FindNamings, GivesOnlySoundNamingsForRandomTrees) {
  const std::vector<std::string> upos = {"VERB", "NOUN", "PROPN", "PRON", "PUNCT", "ADJ", "DET"};
  const std::vector<std::string> relations = {
      "nsubj", "obj",   "xcomp",    "obl",  "acl:relcl", "acl",  "advcl", "case", "mark",  "det",
      "amod",  "punct", "compound", "conj", "appos",     "nmod", "aux",   "flat", "ccomp", "nsubj:pass"};
  std::mt19937 random(7);
  const auto below = [&](std::size_t bound) { return static_cast<std::uint32_t>(random() % bound); };
  std::size_t found_in_all = 0;
  for (int round = 0; round < 4000; ++round) {
    std::vector<std::vector<Word>> sentences(1 + below(3));
    for (std::vector<Word>& sentence : sentences) {
      const std::uint32_t size = 1 + below(14);
      for (std::uint32_t i = 0; i < size; ++i) {
        sentence.push_back({some_words()[below(some_words().size())], upos[below(upos.size())],
                            relations[below(relations.size())], below(size + 1), below(3) > 0});
      }
    }
    const Page page = page_of(sentences);
    const syntax::Tree tree(page.document, page.tags);
    std::vector<Statement> statements(below(3));
    for (Statement& statement : statements)
      statement.contents = {{0, 1 + below(page.document.text().size())}};
    std::uint32_t last = 0;
    for (const Naming& naming : find_namings(tree, statements)) {
      ++found_in_all;
      ASSERT_TRUE(page.document.contains(naming.name)) << page.document.text();
      ASSERT_FALSE(naming.name.empty());
      ASSERT_GE(naming.name.begin, last) << page.document.text();
      last = naming.name.end;
      for (const auto& span : {naming.named, naming.namer, naming.cue}) {
        if (!span) continue;
        ASSERT_TRUE(page.document.contains(*span)) << page.document.text();
        ASSERT_FALSE(span->empty());
      }
      ASSERT_LT(naming.statement.value_or(0), std::max<std::size_t>(statements.size(), 1));
    }
  }
  EXPECT_GT(found_in_all, 100U) << "the words must try the rules";
}

TEST(FindNamings, TakesTimeInProportion) {
  std::vector<std::vector<Word>> sentences;
  for (int i = 0; i < 6000; ++i) {
    sentences.push_back(
        words_of("“/PUNCT/punct/3 Critics/NOUN/nsubj/3 call/VERB/root/0 it/PRON/obj/3 a/DET/det/6 "
                 "robbery/NOUN/xcomp/3 “/PUNCT/punct/3 ./PUNCT/punct/3"));
  }
  const Page page = page_of(sentences);
  const syntax::Tree tree(page.document, page.tags);
  std::vector<Statement> statements(3000);  // Each inside the one before.
  const auto size = static_cast<std::uint32_t>(page.document.text().size());
  for (std::uint32_t i = 0; i < statements.size(); ++i) statements[i].contents = {{i, size - i}};
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(find_namings(tree, statements).size(), sentences.size());
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

TEST(FrameOf, KnowsTheFormsOfAVerb) {
  for (const char* form : {"call", "calls", "called", "Calling", "dubbed", "branding", "labelled", "labeled",
                           "describes", "characterised", "christening"}) {
    EXPECT_TRUE(frame_of(form).object || frame_of(form).as) << form;
  }
  EXPECT_TRUE(frame_of("referred").as);
  EXPECT_TRUE(frame_of("put").aside);
  for (const char* other : {"", "caller", "said", "walks", "s", "ing", "bed"}) {
    EXPECT_FALSE(frame_of(other).object || frame_of(other).as || frame_of(other).aside) << other;
  }
}

}  // namespace
}  // namespace onrecord::naming
