#include "place/find_places.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <iterator>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "place/draft.h"

namespace onrecord::place {
namespace {

TEST(FindPlaces, OfNoWordsAreNone) {
  const auto gazetteer = gazetteer::Gazetteer::open(ONRECORD_SOURCE_DIR "/data/gazetteer/places.gaz");
  ASSERT_TRUE(gazetteer) << gazetteer.error().message;
  const Document document;
  const Tags tags;
  const syntax::Tree tree(document, tags);
  EXPECT_TRUE(find_places(tree, **gazetteer, "un").mentions.empty());
  EXPECT_EQ(find_places_at(tree, **gazetteer, "un", {{0, 0}}).mentions.size(), 1U);
}

// The names of one sentence, each a word or two, found in a list that "," parts.
std::vector<std::string> ids_of(const std::vector<std::string>& names) {
  auto labels = std::make_shared<LabelSets>();
  labels->name = {"Location"};
  labels->upos = {"PROPN", "PUNCT"};
  labels->deprel = {"root", "dep"};
  Document::Parts parts;
  Tags tags;
  const auto word = [&](const std::string& text, bool mark) {
    const auto begin = static_cast<std::uint32_t>(parts.text.size());
    parts.text += text + " ";
    parts.tokens.push_back({{begin, static_cast<std::uint32_t>(begin + text.size())}, true, false});
    WordTags one;
    one.upos = mark ? 1 : 0;
    one.deprel = tags.words.empty() ? 0 : 1;
    one.head = tags.words.empty() ? kRoot : 0;
    one.lemma = text;
    tags.words.push_back(std::move(one));
  };
  for (const std::string& name : names) {
    Name label;
    label.words.first = static_cast<std::uint32_t>(tags.words.size());
    std::istringstream cut(name);
    for (std::string part; cut >> part;) word(part, false);
    label.words.end = static_cast<std::uint32_t>(tags.words.size());
    label.score = 0.9F;
    tags.names.push_back(label);
    word(",", true);
  }
  const auto count = static_cast<std::uint32_t>(parts.tokens.size());
  parts.blocks = {{{0, static_cast<std::uint32_t>(parts.text.size())}, BlockKind::paragraph, {0, count}}};
  tags.sentences = {{0, count}};
  tags.labels = std::move(labels);
  const Document document(std::move(parts));
  const auto gazetteer = gazetteer::Gazetteer::open(ONRECORD_SOURCE_DIR "/data/gazetteer/places.gaz");
  if (!gazetteer) return {};
  const Places places = find_places(syntax::Tree(document, tags), **gazetteer, "un");
  std::vector<std::string> found;
  for (const PlaceMention& one : places.mentions)
    found.push_back(one.place ? places.places[*one.place].name + "/" + places.places[*one.place].country
                              : "none");
  return found;
}

using Found = std::vector<std::string>;

TEST(FindPlaces, ALandOfTwoCountriesIsNeitherUnlessTheReportTells) {
  EXPECT_EQ(ids_of({"Korea"}), Found{"none"});
  EXPECT_EQ(ids_of({"South Korea", "Korea"}), (Found{"South Korea/KOR", "South Korea/KOR"}));
  EXPECT_EQ(ids_of({"South Korea", "North Korea", "Korea"}),
            (Found{"South Korea/KOR", "North Korea/PRK", "none"}));
  EXPECT_EQ(ids_of({"Sudan"}), Found{"Sudan/SDN"});
}

TEST(CandidateList, LeavesOutOneWayOfMeaningAndNoOther) {
  const auto opened = gazetteer::Gazetteer::open(ONRECORD_SOURCE_DIR "/data/gazetteer/places.gaz");
  ASSERT_TRUE(opened) << opened.error().message;
  const gazetteer::Candidates found = (*opened)->find("=CA");
  ASSERT_FALSE(found.empty());
  CandidateList all(found);
  const auto count = [](const CandidateList& list) { return std::distance(list.begin(), list.end()); };
  EXPECT_EQ(count(all), static_cast<std::ptrdiff_t>(found.size()));
  CandidateList without = all;
  without.leave_out(gazetteer::Lead::postal);
  EXPECT_LT(count(without), count(all));
  EXPECT_NE(without.number(), all.number());
  for (const gazetteer::Candidate& one : without) EXPECT_NE(one.lead, gazetteer::Lead::postal);
  all.clear();
  EXPECT_TRUE(all.empty());
  EXPECT_TRUE(CandidateList().empty());
}

TEST(FindPlaces, WhatStandsBesideANameHoldsForItAlone) {
  EXPECT_EQ(ids_of({"Paris", "Texas"}), (Found{"Paris/USA", "Texas/USA"}));
  // The same two names again, apart and the other way round.
  const Found found = ids_of({"Paris", "Texas", "Lima", "Paris", "France", "Paris", "Texas"});
  ASSERT_EQ(found.size(), 7U);
  EXPECT_EQ(found[0], "Paris/USA");
  EXPECT_EQ(found[3], "Paris/FRA");
  EXPECT_EQ(found[4], "France/FRA");
  EXPECT_EQ(found[5], "Paris/USA");
}

}  // namespace
}  // namespace onrecord::place
