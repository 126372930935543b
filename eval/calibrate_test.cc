#include "eval/calibrate.h"

#include <gtest/gtest.h>

namespace onrecord::eval {
namespace {

Outcomes times(int count, const std::string& rule, bool right) {
  return Outcomes(static_cast<std::size_t>(count), Outcome{rule.substr(0, rule.find('.')), rule, right});
}

Outcomes joined(Outcomes one, const Outcomes& other) {
  one.insert(one.end(), other.begin(), other.end());
  return one;
}

TEST(FitShares, AreDrawnTowardsTheLabel) {
  const Outcomes seen = joined(times(90, "act.plain", true), times(10, "act.rare", false));
  const Shares shares = fit_shares({&seen});
  EXPECT_GT(share_of(shares, "act.plain"), 0.98);
  EXPECT_GT(share_of(shares, "act.rare"), 0.05) << "ten errors do not make a rule always wrong";
  EXPECT_LT(share_of(shares, "act.rare"), 0.5);
  EXPECT_NEAR(share_of(shares, "act.never_seen"), 0.9, 1e-9);
  EXPECT_NEAR(share_of(shares, "time.never_seen"), 0.5, 1e-9) << "nothing is known of that label";
}

TEST(FitShares, AreNeverCertain) {
  const Outcomes seen = times(5000, "act.plain", true);
  EXPECT_LT(share_of(fit_shares({&seen}), "act.plain"), 1);
}

TEST(HeldOutErrors, AreOfTablesThatHaveNotSeenTheDocument) {
  const std::vector<Outcomes> alike(10, joined(times(9, "act.plain", true), times(1, "act.plain", false)));
  EXPECT_LT(held_out_errors(alike)["act"], 0.01);
  std::vector<Outcomes> odd(9, times(10, "act.plain", true));
  odd.push_back(times(10, "act.plain", false));
  const auto errors = held_out_errors(odd);
  EXPECT_GT(errors.at("act"), 0.1) << "the last one was not foreseen";
  EXPECT_EQ(errors.at("act"), errors.at("all"));
}

TEST(WithShares, GivesNamingsATableOfTheirOwn) {
  const Outcomes seen = joined(times(3, "act.plain", true), times(3, "naming.by_marks", true));
  const Shares shares = fit_shares({&seen});
  EXPECT_EQ(with_shares("act.plain\t0.50\n", shares), "act.plain\t0.99\n");
  EXPECT_EQ(with_shares("naming.by_marks\t0.50\n", shares), "naming.by_marks\t0.99\n");
}

TEST(WithShares, KeepsTheHeadAndEveryRow) {
  const Outcomes seen = joined(times(3, "act.new", true), times(3, "act.new", false));
  EXPECT_EQ(with_shares("# a head\nact.old\t0.90\n", fit_shares({&seen})),
            "# a head\nact.new\t0.50\nact.old\t0.50\n");
}

}  // namespace
}  // namespace onrecord::eval
