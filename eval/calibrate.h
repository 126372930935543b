// eval/calibrate.h — how often each rule of a stance is right on the own gold, and how far such a table can
// be trusted on reports that it was not fitted on.

#ifndef ONRECORD_EVAL_CALIBRATE_H_
#define ONRECORD_EVAL_CALIBRATE_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "eval/gold.h"
#include "onrecord/reading.h"
#include "onrecord/rules.h"

namespace onrecord::eval {

// One label of one statement that stands in the gold too.
struct Outcome {
  std::string label, rule;  // "certainty", "certainty.modal".
  bool right = false;
};
using Outcomes = std::vector<Outcome>;

Outcomes outcomes_of(const Reading& reading, const std::vector<StanceRules>& rules, const GoldDocument& gold);

// Share of right labels by rule: what was counted, drawn towards the share of all rules of its label as if
// that had been seen kPrior times more.
using Shares = std::map<std::string, double, std::less<>>;
inline constexpr double kPrior = 4;
Shares fit_shares(const std::vector<const Outcomes*>& documents);

// What a share counts for a rule that was never seen: that of its label, told by what stands before the dot.
double share_of(const Shares& shares, std::string_view rule);

// The expected calibration error of each label and of all together ("all"), every document scored by a table
// fitted on the others.
std::map<std::string, double> held_out_errors(const std::vector<Outcomes>& documents);

// The table `text` with the shares put in: every row of it, and those of rules that it lacked, in order.
// Rules of namings go to the table that has such rules.
std::string with_shares(std::string_view text, const Shares& shares);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_CALIBRATE_H_
