#include "entity/find_entities.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entity/people.h"

namespace onrecord::entity {
namespace {

// A report by hand: blocks of words "form/UPOS/relation/head", the head counted from 1 within the block and 0
// for the root; "form/UPOS/relation/head/Person" also is (part of) a name.
class Page {
 public:
  void add(const std::string& words, BlockKind kind = BlockKind::paragraph) {
    const auto first = static_cast<std::uint32_t>(parts_.tokens.size());
    const auto begin = static_cast<std::uint32_t>(parts_.text.size());
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find(' ', at), words.size());
      word(words.substr(at, end - at), first);
      at = end + 1;
    }
    const auto end = static_cast<std::uint32_t>(parts_.tokens.size());
    parts_.blocks.push_back({{begin, static_cast<std::uint32_t>(parts_.text.size())}, kind, {first, end}});
    parts_.text += "\n\n";
    tags_.sentences.push_back({first, end});
  }

  // Who said what; each stands where its words are found first.
  void said(const std::string& speaker, const std::string& content) {
    Statement statement;
    statement.contents = {place(content)};
    statement.speaker = place(speaker);
    statements_.push_back(statement);
  }

  Found find() {
    tags_.labels = std::make_shared<LabelSets>(labels_);
    document_ = Document(parts_);
    return find_entities(syntax::Tree(document_, tags_), statements_);
  }

  // The clearest words for each speaker of statement `s`, parted by "+".
  std::string speakers(const Found& found, std::size_t s) const {
    std::string all;
    for (const std::uint32_t entity : found.speakers[s].entities) {
      const auto& known = found.entities.entities[entity];
      all += (all.empty() ? "" : "+") +
             std::string(document_.text(found.entities.mentions[known.clearest].span));
    }
    return all;
  }

  bool are_one(const Found& found, std::uint32_t a, std::uint32_t b) const {
    return entity_at(found, a) == entity_at(found, b);
  }

  static std::uint32_t entity_at(const Found& found, std::uint32_t head) {
    for (const Mention& mention : found.entities.mentions) {
      if (mention.head == head) return mention.entity;
    }
    return 0xFFFFFFFFU - head;
  }

 private:
  static std::uint16_t id(std::vector<std::string>& labels, const std::string& label) {
    const auto at = std::find(labels.begin(), labels.end(), label) - labels.begin();
    if (at == std::ssize(labels)) labels.push_back(label);
    return static_cast<std::uint16_t>(at);
  }

  void word(const std::string& text, std::uint32_t first) {
    std::vector<std::string> cells;
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t end = std::min(text.find('/', at), text.size());
      cells.push_back(text.substr(at, end - at));
      at = end + 1;
    }
    const auto at = static_cast<std::uint32_t>(parts_.tokens.size());
    if (at > first) parts_.text += ' ';
    const auto begin = static_cast<std::uint32_t>(parts_.text.size());
    parts_.text += cells[0];
    parts_.tokens.push_back({{begin, static_cast<std::uint32_t>(parts_.text.size())}, true, false});
    WordTags tags;
    tags.upos = id(labels_.upos, cells[1]);
    tags.xpos = id(labels_.xpos, cells[1] == "NOUN" && cells[0].ends_with("s") ? "NNS" : "NN");
    tags.deprel = id(labels_.deprel, cells[2]);
    const auto head = static_cast<std::uint32_t>(std::stoul(cells[3]));
    tags.head = head == 0 ? kRoot : first + head - 1;
    tags.lemma = cells[0];
    tags_.words.push_back(tags);
    if (cells.size() < 5) return;
    const std::uint16_t kind = id(labels_.name, cells[4]);
    if (!tags_.names.empty() && tags_.names.back().words.end == at && tags_.names.back().kind == kind) {
      ++tags_.names.back().words.end;
    } else {
      tags_.names.push_back({{at, at + 1}, kind, 1});
    }
  }

  Span place(const std::string& words) {
    const auto at = static_cast<std::uint32_t>(parts_.text.find(words));
    return {at, at + static_cast<std::uint32_t>(words.size())};
  }

  Document::Parts parts_;
  Document document_;
  Tags tags_;
  LabelSets labels_;
  std::vector<Statement> statements_;
};

const char* const kRuizSpoke =
    "Rain/NOUN/nsubj/2 fell/VERB/ccomp/6 ,/PUNCT/punct/6 Ana/PROPN/nsubj/6/Person Ruiz/PROPN/flat/4/Person "
    "said/VERB/root/0";
const char* const kSheSpoke =
    "Snow/NOUN/nsubj/2 fell/VERB/ccomp/5 ,/PUNCT/punct/5 she/PRON/nsubj/5 said/VERB/root/0";

TEST(FindEntities, FindsNobodyWhereNobodySpeaks) {
  const auto found = find_entities(syntax::Tree(Document(), Tags()), {});
  EXPECT_TRUE(found.entities.entities.empty());
  EXPECT_TRUE(found.speakers.empty());
}

TEST(FindEntities, StandsTagsWithoutLabels) {
  Document::Parts parts;
  parts.text = "She said";
  parts.tokens = {{{0, 3}, true, false}, {{4, 8}, true, false}};
  parts.blocks = {{{0, 8}, BlockKind::paragraph, {0, 2}}};
  Tags tags;
  tags.words.resize(2);
  EXPECT_TRUE(find_entities(syntax::Tree(Document(parts), tags), {}).entities.entities.empty());
}

TEST(FindEntities, TakesAPronounForWhoSpokeBefore) {
  Page page;
  page.add(kRuizSpoke);
  page.add(kSheSpoke);
  page.said("Ana Ruiz", "Rain fell");
  page.said("she", "Snow fell");
  const Found found = page.find();
  EXPECT_EQ(page.speakers(found, 0), "Ana Ruiz");
  EXPECT_EQ(page.speakers(found, 1), "Ana Ruiz");
}

TEST(FindEntities, DoesNotTakeAPronounForANameInASubHeadlineAbove) {
  Page page;
  page.add(kRuizSpoke);
  page.add("Eva/PROPN/nsubj/3/Person Moor/PROPN/flat/1/Person protests/VERB/root/0", BlockKind::subheadline);
  page.add(kSheSpoke);
  page.said("Ana Ruiz", "Rain fell");
  page.said("she", "Snow fell");
  EXPECT_EQ(page.speakers(page.find(), 1), "Ana Ruiz");
}

TEST(FindEntities, LeavesAPronounUnknownThatOnlyAHeadlineCouldExplain) {
  Page page;
  page.add("Eva/PROPN/nsubj/3/Person Moor/PROPN/flat/1/Person protests/VERB/root/0", BlockKind::headline);
  page.add(kSheSpoke);
  page.said("she", "Snow fell");
  EXPECT_EQ(page.speakers(page.find(), 0), "");
}

TEST(FindEntities, DoesNotTakeSheForAMan) {
  Page page;
  page.add(
      "Rain/NOUN/nsubj/2 fell/VERB/ccomp/6 ,/PUNCT/punct/6 Peter/PROPN/nsubj/6/Person "
      "Ruiz/PROPN/flat/4/Person "
      "said/VERB/root/0");
  page.add(kSheSpoke);
  page.said("Peter Ruiz", "Rain fell");
  page.said("she", "Snow fell");
  EXPECT_EQ(page.speakers(page.find(), 1), "");
}

TEST(FindEntities, JoinsASurnameToTheFullName) {
  Page page;
  page.add(kRuizSpoke);
  page.add("Ruiz/PROPN/nsubj/2/Person left/VERB/root/0");
  EXPECT_TRUE(page.are_one(page.find(), 3, 6));
}

TEST(FindEntities, KeepsTwoPersonsOfOneSurnameApart) {
  Page page;
  page.add(kRuizSpoke);
  page.add("Peter/PROPN/nsubj/3/Person Ruiz/PROPN/flat/1/Person left/VERB/root/0");
  EXPECT_FALSE(page.are_one(page.find(), 3, 6));
}

TEST(FindEntities, JoinsAnApposition) {
  Page page;
  page.add(
      "Ana/PROPN/nsubj/7/Person Ruiz/PROPN/flat/1/Person ,/PUNCT/punct/5 the/DET/det/5 mayor/NOUN/appos/1 "
      ",/PUNCT/punct/5 left/VERB/root/0");
  EXPECT_TRUE(page.are_one(page.find(), 0, 4));
}

TEST(FindEntities, JoinsAPredicateUnlessItIsDenied) {
  Page page;
  page.add("Ana/PROPN/nsubj/4/Person is/AUX/cop/4 the/DET/det/4 mayor/NOUN/root/0");
  page.add("Eva/PROPN/nsubj/5/Person is/AUX/cop/5 not/PART/advmod/5 the/DET/det/5 judge/NOUN/root/0");
  const Found found = page.find();
  EXPECT_TRUE(page.are_one(found, 0, 3));
  EXPECT_FALSE(page.are_one(found, 4, 8));
}

TEST(FindEntities, TakesUpARoleByItsNoun) {
  Page page;
  page.add("The/DET/det/3 new/ADJ/amod/3 mayor/NOUN/nsubj/4 left/VERB/root/0");
  page.add("The/DET/det/2 mayor/NOUN/nsubj/3 slept/VERB/root/0");
  page.add("The/DET/det/3 old/ADJ/amod/3 mayor/NOUN/nsubj/4 slept/VERB/root/0");
  const Found found = page.find();
  EXPECT_TRUE(page.are_one(found, 2, 5));
  EXPECT_FALSE(page.are_one(found, 2, 9));
}

TEST(FindEntities, NamesASpokespersonWhoIsNamedOneParagraphLater) {
  Page page;
  page.add("The/DET/det/2 spokesperson/NOUN/nsubj/3 said/VERB/root/0 rain/NOUN/nsubj/5 fell/VERB/ccomp/3");
  page.add(kRuizSpoke);
  page.said("The spokesperson", "rain fell");
  page.said("Ana Ruiz", "Rain fell");
  EXPECT_EQ(page.speakers(page.find(), 0), "Ana Ruiz");
}

TEST(FindEntities, DoesNotNameJustAnyUnnamedSpeaker) {
  Page page;
  page.add("A/DET/det/2 neighbour/NOUN/nsubj/3 said/VERB/root/0 rain/NOUN/nsubj/5 fell/VERB/ccomp/3");
  page.add(kRuizSpoke);
  page.said("A neighbour", "rain fell");
  page.said("Ana Ruiz", "Rain fell");
  EXPECT_EQ(page.speakers(page.find(), 0), "A neighbour");
}

TEST(FindEntities, KeepsAnOfficeApartFromItsOwner) {
  Page page;
  page.add(kRuizSpoke);
  page.add("Her/PRON/nmod:poss/2 office/NOUN/nsubj/3 said/VERB/root/0 snow/NOUN/nsubj/5 fell/VERB/ccomp/3");
  page.said("Ana Ruiz", "Rain fell");
  page.said("Her office", "snow fell");
  const Found found = page.find();
  EXPECT_EQ(page.speakers(found, 1), "Her office");
  EXPECT_TRUE(page.are_one(found, 3, 6));
  EXPECT_FALSE(page.are_one(found, 3, 7));
}

TEST(FindEntities, GivesBothOfTwoSpeakers) {
  Page page;
  page.add(
      "Rain/NOUN/nsubj/2 fell/VERB/ccomp/6 Ana/PROPN/nsubj/6/Person and/CCONJ/cc/5 Eva/PROPN/conj/3/Person "
      "said/VERB/root/0");
  page.said("Ana and Eva", "Rain fell");
  EXPECT_EQ(page.speakers(page.find(), 0), "Ana+Eva");
}

TEST(FindEntities, TakesIWithinAStatementForItsSpeaker) {
  Page page;
  page.add(
      "I/PRON/nsubj/2 slept/VERB/ccomp/5 Ana/PROPN/nsubj/5/Person Ruiz/PROPN/flat/3/Person said/VERB/root/0");
  page.said("Ana Ruiz", "I slept");
  EXPECT_TRUE(page.are_one(page.find(), 0, 2));
}

TEST(FindEntities, JoinsARelativePronounToItsNoun) {
  Page page;
  page.add("The/DET/det/2 mayor/NOUN/nsubj/5 who/PRON/nsubj/4 slept/VERB/acl:relcl/2 left/VERB/root/0");
  EXPECT_TRUE(page.are_one(page.find(), 1, 2));
}

TEST(People, TellsRolesAndGenders) {
  EXPECT_EQ(gender_of_given_name("volodymyr"), Gender::male);
  EXPECT_EQ(gender_of_given_name("ana"), Gender::female);
  EXPECT_EQ(gender_of_given_name("kim"), Gender::unknown);
  EXPECT_TRUE(are_one_role("spokesman", "spokesperson"));
  EXPECT_FALSE(are_one_role("spokesman", "chairman"));
  EXPECT_EQ(land_of("kenyan"), "kenya");
}

}  // namespace
}  // namespace onrecord::entity
