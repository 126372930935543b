// bench/made_report.h — a report of any length with names of places by the thousand: every other one new, the
// rest again and again.

#ifndef ONRECORD_BENCH_MADE_REPORT_H_
#define ONRECORD_BENCH_MADE_REPORT_H_

#include <cstddef>
#include <string>

#include "gazetteer/gazetteer.h"

namespace onrecord::bench {

// The same for the same gazetteer.
std::string made_report(const gazetteer::Gazetteer& gazetteer, std::size_t bytes);

}  // namespace onrecord::bench

#endif  // ONRECORD_BENCH_MADE_REPORT_H_
