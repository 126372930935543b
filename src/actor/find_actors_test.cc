// Who somebody is, from trees made by hand.

#include "actor/find_actors.h"

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord::actor {
namespace {

// One sentence: "word/UPOS/relation/head" each, "/Name" more for the words of a name; heads count from 1.
class Page {
 public:
  explicit Page(const std::string& sentence) {
    auto labels = std::make_shared<LabelSets>();
    labels->name = {"Person"};
    Document::Parts parts;
    std::istringstream words(sentence);
    for (std::string word; words >> word;) {
      std::vector<std::string> fields;
      std::istringstream cut(word);
      for (std::string field; std::getline(cut, field, '/');) fields.push_back(field);
      if (!parts.text.empty() && fields[0] != "'s") parts.text += ' ';
      const auto begin = static_cast<std::uint32_t>(parts.text.size());
      parts.text += fields[0];
      parts.tokens.push_back({{begin, static_cast<std::uint32_t>(parts.text.size())}, true, false});
      if (parts.tokens.size() > 1 && fields[0] == "'s")
        parts.tokens[parts.tokens.size() - 2].space_after = false;
      WordTags tags;
      tags.upos = index_of(labels->upos, fields[1]);
      tags.deprel = index_of(labels->deprel, fields[2]);
      const int head = std::stoi(fields[3]);
      tags.head = head == 0 ? kRoot : static_cast<std::uint32_t>(head - 1);
      tags.lemma = fields[0];
      tags_.words.push_back(std::move(tags));
      if (fields.size() > 4) name(static_cast<std::uint32_t>(tags_.words.size() - 1));
    }
    const auto count = static_cast<std::uint32_t>(parts.tokens.size());
    parts.blocks = {{{0, static_cast<std::uint32_t>(parts.text.size())}, BlockKind::paragraph, {0, count}}};
    tags_.sentences = {{0, count}};
    tags_.labels = std::move(labels);
    document_ = Document(std::move(parts));
  }

  // Adds an entity with the one mention `words`, whose head is word number `head`.
  Page& entity(EntityKind kind, MentionKind mention, std::string_view words, std::uint32_t head) {
    const auto begin = static_cast<std::uint32_t>(document_.text().find(words));
    const auto at = static_cast<std::uint32_t>(entities_.mentions.size());
    entities_.mentions.push_back({{begin, begin + static_cast<std::uint32_t>(words.size())},
                                  head - 1,
                                  mention,
                                  static_cast<std::uint32_t>(entities_.entities.size()),
                                  1.0F});
    entities_.entities.push_back({kind, at, {at}, {}});
    return *this;
  }

  // Another mention of an entity.
  void also(std::uint32_t entity, MentionKind kind, std::string_view words, std::uint32_t head) {
    const auto begin = static_cast<std::uint32_t>(document_.text().find(words));
    const auto at = static_cast<std::uint32_t>(entities_.mentions.size());
    entities_.mentions.push_back(
        {{begin, begin + static_cast<std::uint32_t>(words.size())}, head - 1, kind, entity, 1.0F});
    entities_.entities[entity].mentions.push_back(at);
  }

  std::vector<Actor> find(std::optional<std::chrono::year_month_day> day = std::chrono::year(2022) / 3 /
                                                                           28) const {
    const syntax::Tree tree(document_, tags_);
    return find_actors(tree, entities_, day, *actor_table::Tables::built_in());
  }

  std::string_view words(const std::optional<Span>& span) const {
    return span ? document_.text(*span) : std::string_view();
  }

 private:
  template <typename Names>
  static std::uint16_t index_of(Names& names, const std::string& name) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names[i] == name) return static_cast<std::uint16_t>(i);
    }
    names.push_back(name);
    return static_cast<std::uint16_t>(names.size() - 1);
  }

  void name(std::uint32_t word) {
    if (!tags_.names.empty() && tags_.names.back().words.end == word) {
      ++tags_.names.back().words.end;
    } else {
      Name one;
      one.words = {word, word + 1};
      tags_.names.push_back(one);
    }
  }

  Document document_;
  Tags tags_;
  Entities entities_;
};

TEST(FindActors, OfNothingAreNone) {
  const Document document;
  const Tags tags;
  EXPECT_TRUE(find_actors(syntax::Tree(document, tags), {}, {}, *actor_table::Tables::built_in()).empty());
}

TEST(FindActors, ComposesAHeadOfABodyOfACountry) {
  Page page(
      "the/DET/det/2 head/NOUN/nsubj/7 of/ADP/case/6 Ukrainian/ADJ/amod/6 military/ADJ/amod/6 "
      "intelligence/NOUN/nmod/2 spoke/VERB/root/0");
  page.entity(EntityKind::person, MentionKind::role, "the head of Ukrainian military intelligence", 2);
  const auto actors = page.find();
  ASSERT_EQ(actors.size(), 1U);
  EXPECT_EQ(actors[0].country, "UKR");
  EXPECT_EQ(actors[0].sector, Sector::MIL);
  EXPECT_EQ(actors[0].by, ActorBy::grammar);
  EXPECT_EQ(page.words(actors[0].role), "head of Ukrainian military intelligence");
}

TEST(FindActors, DoesNotGiveTheCountryOfWhoBacksThem) {
  Page page(
      "Russian/ADJ/amod/3 -/PUNCT/punct/3 backed/VERB/amod/4 separatists/NOUN/nsubj/5 fought/VERB/root/0");
  page.entity(EntityKind::group, MentionKind::role, "Russian - backed separatists", 4);
  const auto actors = page.find();
  ASSERT_EQ(actors.size(), 1U);
  EXPECT_EQ(actors[0].country, "");
  EXPECT_EQ(actors[0].sector, Sector::REB);
}

TEST(FindActors, NamesTheHolderOfAnOfficeOfThatDayOnly) {
  Page page("the/DET/det/3 Russian/ADJ/amod/3 president/NOUN/nsubj/4 spoke/VERB/root/0");
  page.entity(EntityKind::person, MentionKind::role, "the Russian president", 3);
  EXPECT_EQ(page.find().at(0).name, "Vladimir Putin");
  EXPECT_EQ(page.find(std::chrono::year(2010) / 3 / 28).at(0).name, "Dmitry Medvedev");
  EXPECT_EQ(page.find(std::nullopt).at(0).name, "");
  EXPECT_EQ(page.find(std::chrono::year(2040) / 3 / 28).at(0).name, "");
  EXPECT_EQ(page.find(std::nullopt).at(0).sector, Sector::GOV);
}

TEST(FindActors, TakesASeatForAGovernmentOnlyWhenItActs) {
  Page acts("Moscow/PROPN/nsubj/2/Person denied/VERB/root/0 it/PRON/obj/2");
  acts.entity(EntityKind::place, MentionKind::name, "Moscow", 1);
  ASSERT_EQ(acts.find().size(), 1U);
  EXPECT_EQ(acts.find()[0].country, "RUS");
  EXPECT_EQ(acts.find()[0].sector, Sector::GOV);
  Page lies("rain/NOUN/nsubj/2 fell/VERB/root/0 in/ADP/case/4 Moscow/PROPN/obl/2/Person");
  lies.entity(EntityKind::place, MentionKind::name, "Moscow", 4);
  EXPECT_TRUE(lies.find().empty());
}

TEST(FindActors, HandsOnWhoSomebodyIsToTheirOffice) {
  Page page(
      "the/DET/det/3 French/ADJ/amod/3 minister/NOUN/nsubj/4 left/VERB/root/0 and/CCONJ/cc/8 "
      "his/PRON/nmod:poss/7 office/NOUN/nsubj/8 closed/VERB/conj/4");
  page.entity(EntityKind::person, MentionKind::role, "the French minister", 3);
  page.also(0, MentionKind::pronoun, "his", 6);
  page.entity(EntityKind::organization, MentionKind::role, "his office", 7);
  const auto actors = page.find();
  ASSERT_EQ(actors.size(), 2U);
  EXPECT_EQ(actors[1].country, "FRA");
  EXPECT_EQ(actors[1].sector, Sector::GOV);
  EXPECT_EQ(actors[1].by, ActorBy::employer);
}

TEST(FindActors, DoesNotHandACountryToSomebodysCounterpart) {
  Page page(
      "the/DET/det/3 French/ADJ/amod/3 minister/NOUN/nsubj/4 met/VERB/root/0 his/PRON/nmod:poss/6 "
      "counterpart/NOUN/obj/4");
  page.entity(EntityKind::person, MentionKind::role, "the French minister", 3);
  page.also(0, MentionKind::pronoun, "his", 5);
  page.entity(EntityKind::person, MentionKind::role, "his counterpart", 6);
  const auto actors = page.find();
  ASSERT_EQ(actors.size(), 2U);
  EXPECT_EQ(actors[1].country, "");
  EXPECT_EQ(actors[1].sector, Sector::GOV);
}

TEST(FindActors, OfAPersonCalledLikeALandIsNoLand) {
  Page page("Jordan/PROPN/nsubj/2/Person won/VERB/root/0");
  page.entity(EntityKind::person, MentionKind::name, "Jordan", 1);
  ASSERT_EQ(page.find().size(), 1U);
  EXPECT_EQ(page.find()[0].country, "");
  EXPECT_EQ(page.find()[0].by, ActorBy::unknown);
}

TEST(FindActors, GiveNoCountryTheSectorOfANounThatStandsForIt) {
  Page page(
      "Peru/PROPN/nsubj/2/Place talked/VERB/root/0 and/CCONJ/cc/6 the/DET/det/5 villagers/NOUN/nsubj/6 "
      "left/VERB/conj/2");
  page.entity(EntityKind::place, MentionKind::name, "Peru", 1);
  page.also(0, MentionKind::role, "the villagers", 5);
  const auto actors = page.find();
  ASSERT_EQ(actors.size(), 1U);
  EXPECT_EQ(actors[0].country, "PER");
  EXPECT_EQ(actors[0].sector, Sector::none);
  EXPECT_FALSE(actors[0].role);
}

TEST(FindActors, OfThingsThatAreOnlySomewhereAreNone) {
  Page page(
      "Peru/PROPN/nmod:poss/4/Place 's/PART/case/1 large/ADJ/amod/4 cities/NOUN/nsubj/5 grew/VERB/root/0");
  page.entity(EntityKind::other, MentionKind::role, "Peru's large cities", 4);
  EXPECT_TRUE(page.find().empty());
}

TEST(FindActors, TakeOnlyWhoIsToldAsSuchForCivilians) {
  Page page("the/DET/det/2 villagers/NOUN/nsubj/5 and/CCONJ/cc/4 people/NOUN/conj/2 left/VERB/root/0");
  page.entity(EntityKind::group, MentionKind::role, "the villagers", 2);
  page.entity(EntityKind::group, MentionKind::role, "people", 4);
  const auto actors = page.find();
  ASSERT_EQ(actors.size(), 2U);
  EXPECT_EQ(actors[0].sector, Sector::CVL);
  EXPECT_EQ(actors[1].sector, Sector::none);
}

TEST(FindActors, DoNotMakeTheOfficeOfACivilianOne) {
  Page page(
      "the/DET/det/2 villager/NOUN/nsubj/3 left/VERB/root/0 and/CCONJ/cc/7 his/PRON/nmod:poss/6 "
      "leader/NOUN/nsubj/7 stayed/VERB/conj/3");
  page.entity(EntityKind::person, MentionKind::role, "the villager", 2);
  page.also(0, MentionKind::pronoun, "his", 5);
  page.entity(EntityKind::person, MentionKind::role, "his leader", 6);
  const auto actors = page.find();
  ASSERT_EQ(actors.size(), 2U);
  EXPECT_EQ(actors[0].sector, Sector::CVL);
  EXPECT_EQ(actors[1].sector, Sector::none);
}

TEST(FindActors, TellsAProvincesOfficeFromTheCountrys) {
  Page page(
      "the/DET/det/4 West/PROPN/compound/3 Australian/ADJ/amod/4 premier/NOUN/nsubj/5 spoke/VERB/root/0 "
      "and/CCONJ/cc/9 the/DET/det/8 premier/NOUN/nsubj/9 left/VERB/conj/5");
  page.entity(EntityKind::person, MentionKind::role, "the West Australian premier", 4);
  page.also(0, MentionKind::role, "the premier", 8);
  const auto actors = page.find();
  ASSERT_EQ(actors.size(), 1U);
  EXPECT_EQ(actors[0].country, "AUS");
  EXPECT_EQ(actors[0].sector, Sector::GOV);
  EXPECT_EQ(actors[0].name, "");
  Page whole("the/DET/det/3 Australian/ADJ/amod/3 premier/NOUN/nsubj/4 spoke/VERB/root/0");
  whole.entity(EntityKind::person, MentionKind::role, "the Australian premier", 3);
  EXPECT_NE(whole.find().at(0).name, "");
}

TEST(FindActors, KeepsAHolderFromOneOfAnotherGivenName) {
  Page page(
      "Viktor/PROPN/nsubj/3/Person Putin/PROPN/flat/1/Person spoke/VERB/root/0 and/CCONJ/cc/6 "
      "Putin/PROPN/nsubj/6/Person left/VERB/conj/3");
  page.entity(EntityKind::person, MentionKind::name, "Viktor Putin", 1);
  page.also(0, MentionKind::name, "Putin left", 5);
  EXPECT_EQ(page.find().at(0).name, "");
  Page alone("Putin/PROPN/nsubj/2/Person left/VERB/root/0");
  alone.entity(EntityKind::person, MentionKind::name, "Putin", 1);
  EXPECT_EQ(alone.find().at(0).name, "Vladimir Putin");
}

TEST(FindActors, ReadsLettersThatStandForWordsAsTheyAre) {
  Page page("NAATO/PROPN/nsubj/2/Body met/VERB/root/0");
  page.entity(EntityKind::organization, MentionKind::name, "NAATO", 1);
  EXPECT_EQ(page.find().at(0).name, "");
  Page nato("NATO/PROPN/nsubj/2/Body met/VERB/root/0");
  nato.entity(EntityKind::organization, MentionKind::name, "NATO", 1);
  EXPECT_NE(nato.find().at(0).name, "");
}

TEST(FindActors, TakeAnArmedGroupForOneThatIsHeldForAPerson) {
  Page page("Hizballah/PROPN/nsubj/2/Person fired/VERB/root/0 rockets/NOUN/obj/2");
  page.entity(EntityKind::person, MentionKind::name, "Hizballah", 1);
  EXPECT_EQ(page.find().at(0).name, "Hezbollah");
  EXPECT_EQ(page.find().at(0).sector, Sector::REB);
}

TEST(FindActors, LeaveAPersonWhoIsCalledLikeAGroup) {
  Page he("Hizballah/PROPN/nsubj/2/Person left/VERB/root/0 and/CCONJ/cc/5 he/PRON/nsubj/5 sang/VERB/conj/2");
  he.entity(EntityKind::person, MentionKind::name, "Hizballah", 1);
  he.also(0, MentionKind::pronoun, "he", 4);
  EXPECT_EQ(he.find().at(0).name, "");
  Page given("Ana/PROPN/nsubj/3/Person Hizballah/PROPN/flat/1/Person left/VERB/root/0");
  given.entity(EntityKind::person, MentionKind::name, "Ana Hizballah", 1);
  EXPECT_EQ(given.find().at(0).name, "");
  Page company("Toyota/PROPN/nsubj/2/Person left/VERB/root/0");
  company.entity(EntityKind::person, MentionKind::name, "Toyota", 1);
  EXPECT_EQ(company.find().at(0).name, "");
}

TEST(FindActors, StandHeadsThatLeadRoundInACircle) {
  Page page("the/DET/det/2 chief/NOUN/nmod/4 of/ADP/case/4 staff/NOUN/nmod/2");
  page.entity(EntityKind::person, MentionKind::role, "the chief of staff", 2);
  EXPECT_EQ(page.find().size(), 1U);
}

}  // namespace
}  // namespace onrecord::actor
