// in_order.h — many reports at once, told in the order in which they came.

#ifndef ONRECORD_CLI_IN_ORDER_H_
#define ONRECORD_CLI_IN_ORDER_H_

#include <functional>
#include <optional>
#include <string>

#include "onrecord/error.h"
#include "onrecord/report.h"

namespace onrecord::cli {

// What came of one report: text to write, or why there is none.
struct Outcome {
  std::string text = {};
  std::optional<Error> error = {};
};

// Called with a function that takes the next report and returns false when no more are wanted.
using Source = std::function<void(const ReportVisitor& give)>;
// Called from several threads at once.
using Work = std::function<Outcome(Result<Report>)>;
// Called by one thread at a time, in the order of the source. Returns false to stop.
using Sink = std::function<bool(Outcome)>;

// Runs `source` in this thread and `work` in `threads` others; with one, everything in this. Only a few
// reports a thread are held at a time, and no more than some tens of megabytes of them unless one alone is
// larger.
void run_in_order(unsigned threads, const Source& source, const Work& work, const Sink& sink);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_IN_ORDER_H_
