#include "eval/roles.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace onrecord::eval {
namespace {

const std::string kTrees =
    "# newdoc id = d\n"
    "# sent_id = a\n"
    "1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n"
    "\n"
    "# sent_id = b\n"
    "1\tAna\tAna\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n"
    "2\tsold\tsell\tVERB\tVBD\t_\t0\troot\t_\t_\n"
    "3\tthe\tthe\tDET\tDT\t_\t4\tdet\t_\t_\n"
    "4\tmill\tmill\tNOUN\tNN\t_\t2\tobj\t_\t_\n"
    "5\tto\tto\tPART\tTO\t_\t6\tmark\t_\t_\n"
    "6\tleave\tleave\tVERB\tVB\t_\t2\tadvcl\t_\t_\n"
    "\n";
const std::string kRoles =
    "b\t2\tsell.01\tARG0:1-1 V:2-2 ARG1:3-4 ARGM-PRP:5-6\n"
    "b\t6\tleave.02\tARG0:1-1 V:6-6\n";

class RolesTest : public testing::Test {
 protected:
  RolesScore score(const std::vector<Predicate>& predicates) {
    const auto documents = parse_conllu(kTrees, "made up");
    const auto roles = parse_roles(kRoles, "made up");
    EXPECT_TRUE(documents && roles);
    auto labels = std::make_shared<LabelSets>();
    labels->role = {"ARG0", "ARG1", "ARGM-PRP", "V"};
    Engine engine;
    engine.read_words = [&](Report report, Document document) {
      EXPECT_EQ(document.tokens().size(), 7U);
      Reading reading{std::move(report), std::move(document), {}, {}};
      reading.tags.labels = labels;
      reading.tags.predicates = predicates;
      return reading;
    };
    return score_roles(engine, *documents, *roles, 1);
  }
};

const std::vector<Predicate> kPerfect = {
    {2, "sell.01", 1, {{{1, 2}, 0, 1}, {{2, 3}, 3, 1}, {{3, 5}, 1, 1}, {{5, 7}, 2, 1}}},
    {6, "leave.02", 1, {{{1, 2}, 0, 1}}}};

TEST_F(RolesTest, APerfectReadingHasAHundredEverywhere) {
  const RolesScore perfect = score(kPerfect);

  EXPECT_DOUBLE_EQ(perfect.predicates.f1(), 100.0);
  EXPECT_DOUBLE_EQ(perfect.rolesets.f1(), 100.0);
  EXPECT_DOUBLE_EQ(perfect.arguments.all.f1(), 100.0);
  EXPECT_EQ(perfect.arguments.all.gold, 4U) << "V is not counted";
  EXPECT_EQ(perfect.arguments.all.system, 4U) << "nor is ours";
}

TEST_F(RolesTest, AMissedPredicateCostsItsArguments) {
  const RolesScore damaged = score({kPerfect[0]});

  EXPECT_EQ(damaged.predicates.right, 1U);
  EXPECT_EQ(damaged.arguments.all.gold, 4U);
  EXPECT_EQ(damaged.arguments.all.right, 3U);
  EXPECT_DOUBLE_EQ(damaged.arguments_of_found.f1(), 100.0);
  EXPECT_EQ(damaged.arguments_and_predicates.gold, 6U);
  EXPECT_EQ(damaged.arguments_and_predicates.right, 4U);
}

TEST_F(RolesTest, AFalsePredicateCostsPrecision) {
  std::vector<Predicate> damaged = kPerfect;
  damaged.push_back({0, "yes.01", 1, {{{1, 2}, 0, 1}}});

  const RolesScore wrong = score(damaged);

  EXPECT_EQ(wrong.arguments.all.system, 5U);
  EXPECT_EQ(wrong.arguments.all.right, 4U) << "the same words under another predicate are another argument";
  EXPECT_DOUBLE_EQ(wrong.arguments_of_found.f1(), 100.0);
}

TEST_F(RolesTest, AWrongSenseRoleOrEdgeIsWrong) {
  std::vector<Predicate> damaged = kPerfect;
  damaged[0].sense = "sell.02";
  damaged[0].arguments[0].role = 1;
  damaged[0].arguments[2].words = {4, 5};

  const RolesScore wrong = score(damaged);

  EXPECT_EQ(wrong.rolesets.right, 1U);
  EXPECT_EQ(wrong.predicates.right, 2U);
  EXPECT_EQ(wrong.arguments.all.right, 2U);
}

TEST(ParseRoles, SaysWhichLineIsBroken) {
  const auto roles = parse_roles("a\t1\tgo.01\tV:1-1\na\tx\tgo.01\tV:1-1\n", "broken.tsv");

  ASSERT_FALSE(roles);
  EXPECT_EQ(roles.error().place, "line 2");
  EXPECT_FALSE(parse_roles("a\t1\tgo.01\tARG1:5-3\n", "broken.tsv"));
}

}  // namespace
}  // namespace onrecord::eval
