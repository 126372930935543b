#include "stance/find_stance.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "stance/fact.h"
#include "stance/words.h"

namespace onrecord::stance {
namespace {

std::vector<std::vector<std::string>> rows_of(const std::string& table) {
  std::ifstream stream(ONRECORD_SOURCE_DIR "/data/lexicon/en/" + table);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(stream, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream cells(line);
    rows.emplace_back();
    for (std::string cell; std::getline(cells, cell, '\t');) rows.back().push_back(cell);
  }
  return rows;
}

TEST(FindStance, LeavesEveryLabelOpenWhereThereAreNoWords) {
  const Document document;
  const Tags tags;
  const syntax::Tree tree(document, tags);
  const Stance stance = find_stance(tree, Statement());
  EXPECT_EQ(stance.act.value, Act::unknown);
  EXPECT_EQ(stance.status.value, Status::unknown);
  EXPECT_FALSE(stance.status.evidence);
}

TEST(FactOf, IsNothingForAWordThatIsNotThere) {
  const Document document;
  const Tags tags;
  const syntax::Tree tree(document, tags);
  EXPECT_TRUE(fact_signs(tree, 3).empty());
  EXPECT_EQ(fact_of(tree, 3), 0.0F);
}

TEST(CueTable, NamesOnlyLabelsThatThereAre) {
  std::set<std::string> acts, commitments;
  for (int value = 1; value <= static_cast<int>(Act::think); ++value)
    acts.emplace(to_string(static_cast<Act>(value)));
  for (int value = 1; value <= static_cast<int>(Commitment::rejects); ++value)
    commitments.emplace(to_string(static_cast<Commitment>(value)));
  const std::set<std::string> presented = {"fact",   "probable", "possible", "open", "doubt",
                                           "deny",   "refuse",   "plan",     "wish", "want",
                                           "demand", "offer",    "predict"};
  std::set<std::string> keys, lemmas;
  for (const auto& row : rows_of("stance_cues.tsv")) {
    ASSERT_EQ(row.size(), 4U) << row.front();
    EXPECT_TRUE(keys.insert(row[0]).second) << row[0] << " stands twice";
    EXPECT_TRUE(acts.contains(row[1])) << row[0];
    EXPECT_TRUE(commitments.contains(row[2])) << row[0];
    EXPECT_TRUE(presented.contains(row[3])) << row[0];
    lemmas.insert(row[0].substr(0, row[0].find('/')));
  }
  EXPECT_GE(lemmas.size(), 400U);
}

TEST(ScoreTable, HoldsShares) {
  for (const auto& row : rows_of("stance_scores.tsv")) {
    ASSERT_EQ(row.size(), 2U) << row.front();
    EXPECT_NEAR(score_of(row[0]), std::stof(row[1]), 1e-6) << row[0];
    EXPECT_GT(score_of(row[0]), 0.0F) << row[0];
    EXPECT_LT(score_of(row[0]), 1.0F) << row[0];
  }
  EXPECT_EQ(score_of("a rule that nobody wrote"), score_of("other"));
}

TEST(WordTable, HasNoRowTwice) {
  std::set<std::string> keys;
  for (const auto& row : rows_of("stance_words.tsv"))
    EXPECT_TRUE(keys.insert(row[0]).second) << row[0] << " stands twice";
}

}  // namespace
}  // namespace onrecord::stance
