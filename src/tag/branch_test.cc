// Places in the tree are numbered as the weights were trained to read them.

#include "tag/branch.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace onrecord::tag {
namespace {

// Ids:                                   0        1        2      3        4        5
const std::vector<std::string> kRelations = {"root", "nsubj", "obj", "punct", "xcomp", "obl:agent"};

// "She wants to … sell ships ." with sell (2) under wants (1): 0 ← 1 → 2 → 3, 1 → 4.
const std::vector<std::uint32_t> kHeads = {1, 5, 1, 2, 1};
const std::vector<std::uint16_t> kArcs = {1, 0, 4, 2, 3};

std::vector<std::uint16_t> places(std::uint32_t predicate) {
  std::vector<std::uint16_t> found;
  Branches(kRelations).find(predicate, kHeads, kArcs, found);
  return found;
}

TEST(Branches, BelowThePredicateAreNamedByTheArcTheyHangOn) {
  EXPECT_EQ(places(1), (std::vector<std::uint16_t>{1 + 1, 0, 1 + 4, 1 + 4, 1 + 3}));
}

TEST(Branches, AboveThePredicateAreNamedByStepsAndSort) {
  // For "sell": its subject-to-be is one step up in a subject's branch, "wants" itself one step up.
  EXPECT_EQ(places(2), (std::vector<std::uint16_t>{1 + 6 + 3 + 0, 1 + 6, 0, 1 + 2, 1 + 6 + 3 + 3}));
}

TEST(Branches, FartherUpTheStepsCount) {
  EXPECT_EQ(places(3),
            (std::vector<std::uint16_t>{1 + 6 + 3 + 5 + 0, 1 + 6 + 1, 1 + 6, 0, 1 + 6 + 3 + 5 + 3}));
}

TEST(Branches, AreCountedAsTheTensorIs) {
  EXPECT_EQ(Branches::count(6), 25U);
  for (std::uint32_t p = 0; p < 5; ++p) {
    for (const std::uint16_t place : places(p)) EXPECT_LT(place, Branches::count(6));
  }
}

}  // namespace
}  // namespace onrecord::tag
