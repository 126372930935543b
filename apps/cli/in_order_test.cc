#include "in_order.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

namespace onrecord::cli {
namespace {

Report report_of(int number, std::size_t size = 1) {
  Report report;
  report.name = std::to_string(number);
  report.bytes.assign(size, 'x');
  return report;
}

// Later reports are done sooner.
Outcome work_slowly(Result<Report> report) {
  const int number = std::stoi(report->name);
  std::this_thread::sleep_for(std::chrono::microseconds(300 * (7 - number % 8)));
  return {.text = report->name};
}

class InOrder : public testing::TestWithParam<unsigned> {};

TEST_P(InOrder, TellsEveryReportOnceAndInTurn) {
  std::vector<std::string> told;
  run_in_order(
      GetParam(),
      [](const ReportVisitor& give) {
        for (int i = 0; i < 100; ++i) ASSERT_TRUE(give(report_of(i)));
      },
      work_slowly,
      [&](const Outcome& outcome) {
        told.push_back(outcome.text);
        return true;
      });
  ASSERT_EQ(told.size(), 100U);
  for (int i = 0; i < 100; ++i) EXPECT_EQ(told[static_cast<std::size_t>(i)], std::to_string(i));
}

TEST_P(InOrder, StopsWhenNoMoreIsWanted) {
  int told = 0, given = 0;
  run_in_order(
      GetParam(),
      [&](const ReportVisitor& give) {
        while (give(report_of(given))) ASSERT_LT(++given, 10000);
      },
      work_slowly, [&](const Outcome&) { return ++told < 3; });
  EXPECT_EQ(told, 3);
  EXPECT_LT(given, 200);
}

TEST_P(InOrder, HoldsFewReportsAtATime) {
  std::atomic<int> given{0}, most{0};
  int told = 0;
  run_in_order(
      GetParam(),
      [&](const ReportVisitor& give) {
        for (int i = 0; i < 200; ++i) {
          ++given;
          give(report_of(i));
        }
      },
      work_slowly,
      [&](const Outcome&) {
        ++told;
        most = std::max(most.load(), given - told);
        return true;
      });
  EXPECT_LE(most, static_cast<int>(4 * GetParam()) + 1);
}

TEST_P(InOrder, TakesAReportLargerThanAllItMayHold) {
  int told = 0;
  run_in_order(
      GetParam(),
      [&](const ReportVisitor& give) {
        for (int i = 0; i < 3; ++i) give(report_of(i, std::size_t{65} << 20U));
      },
      work_slowly,
      [&](const Outcome&) {
        ++told;
        return true;
      });
  EXPECT_EQ(told, 3);
}

TEST_P(InOrder, EndsWithNothingToDo) {
  run_in_order(
      GetParam(), [](const ReportVisitor&) {}, work_slowly,
      [](const Outcome&) {
        ADD_FAILURE() << "nothing was given";
        return true;
      });
}

INSTANTIATE_TEST_SUITE_P(Threads, InOrder, testing::Values(1U, 2U, 8U));

}  // namespace
}  // namespace onrecord::cli
