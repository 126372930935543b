// bench/made_report.h — a report of any length with names of places by the thousand: every other one new, the
// rest again and again.

#ifndef ONRECORD_BENCH_MADE_REPORT_H_
#define ONRECORD_BENCH_MADE_REPORT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord::bench {

// As long as `bytes` or a sentence longer; the same for the same names. Empty without names of both sorts.
std::string made_report(const std::vector<std::string_view>& towns,
                        const std::vector<std::string_view>& lands, std::size_t bytes);

}  // namespace onrecord::bench

#endif  // ONRECORD_BENCH_MADE_REPORT_H_
