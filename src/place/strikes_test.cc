// What is struck by a force of nature or a weapon, from trees made by hand.

#include "place/strikes.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace onrecord::place {
namespace {

// "word/relation/head", heads counted from 1; whether word number `asked` is struck.
bool struck(const std::string& sentence, std::uint32_t asked) {
  auto labels = std::make_shared<LabelSets>();
  labels->upos = {"X"};
  Document::Parts parts;
  Tags tags;
  std::istringstream words(sentence);
  for (std::string word; words >> word;) {
    std::vector<std::string> fields;
    std::istringstream cut(word);
    for (std::string field; std::getline(cut, field, '/');) fields.push_back(field);
    const auto begin = static_cast<std::uint32_t>(parts.text.size());
    parts.text += fields[0] + " ";
    parts.tokens.push_back({{begin, begin + static_cast<std::uint32_t>(fields[0].size())}, true, false});
    WordTags one;
    one.lemma = fields[0];
    one.deprel = static_cast<std::uint16_t>(labels->deprel.size());
    labels->deprel.push_back(fields[1]);
    const int head = std::stoi(fields[2]);
    one.head = head == 0 ? kRoot : static_cast<std::uint32_t>(head - 1);
    tags.words.push_back(std::move(one));
  }
  const auto count = static_cast<std::uint32_t>(parts.tokens.size());
  parts.blocks = {{{0, static_cast<std::uint32_t>(parts.text.size())}, BlockKind::paragraph, {0, count}}};
  tags.sentences = {{0, count}};
  tags.labels = std::move(labels);
  const Document document(std::move(parts));
  return is_struck(syntax::Tree(document, tags), asked - 1);
}

TEST(Strikes, WhatAForceStrikesIsStruck) {
  EXPECT_TRUE(struck("Floods/nsubj/2 hit/root/0 Lima/obj/2", 3));
  EXPECT_TRUE(struck("Hurricane/compound/2 Orla/nsubj/3 batter/root/0 Lima/obj/3", 4));
  EXPECT_TRUE(struck("shells/nsubj/2 hit/root/0 Lima/obj/2 and/cc/5 Cusco/conj/3", 5));
  EXPECT_TRUE(struck("Lima/nsubj:pass/3 was/aux:pass/3 hit/root/0 by/case/5 floods/obl:agent/3", 1));
}

TEST(Strikes, WhatSomebodyStrikesIsNot) {
  EXPECT_FALSE(struck("sanctions/nsubj/2 hit/root/0 Lima/obj/2", 3));
  EXPECT_FALSE(struck("Ana/nsubj/2 hit/root/0 Lima/obj/2", 3));
  EXPECT_FALSE(struck("Lima/nsubj:pass/3 was/aux:pass/3 hit/root/0 by/case/5 sanctions/obl:agent/3", 1));
}

TEST(Strikes, WhatAForceDoesElseStrikesNobody) {
  EXPECT_FALSE(struck("floods/nsubj/2 force/root/0 Lima/obj/2", 3));
  EXPECT_FALSE(struck("Lima/nsubj/2 hit/root/0 floods/obj/2", 1));
  EXPECT_FALSE(struck("Lima/root/0", 1));
}

TEST(Strikes, StandListsThatLeadRoundInACircle) { EXPECT_FALSE(struck("Lima/conj/2 Cusco/conj/1", 1)); }

}  // namespace
}  // namespace onrecord::place
