// Rows of this folder's tables: texts with marks, and the events that they tell. README.md has the notation.

#ifndef ONRECORD_TEST_GOLDEN_EVENT_CASES_H_
#define ONRECORD_TEST_GOLDEN_EVENT_CASES_H_

#include <optional>
#include <string>
#include <vector>

#include "onrecord/event.h"

namespace onrecord::golden {

struct WantedCount {
  CountKind kind = CountKind::killed;
  std::uint64_t low = 0;
  std::optional<std::uint64_t> high = {};
  bool approximate = false;
};

struct WantedEvent {
  std::string type, mode, status;  // The mode "-": none, ".": not asked.
  std::vector<Span> triggers, agents, recipients, places;
  bool no_agent = false, no_recipient = false, by_statement = false;
  std::vector<WantedCount> counts;
  std::string day;  // Empty: not asked.
};

struct Case {
  std::string file, text, day;
  std::vector<WantedEvent> events;  // Empty: the text tells none.
  std::vector<Span> tempting;
};

// Nothing where the line is not in form.
std::optional<Case> case_of(const std::string& file, const std::string& line);

// All of the folder, in order of the files' names; lines that are not in form are put into `faults`.
std::vector<Case> read_cases(const std::string& folder, std::vector<std::string>& faults);

}  // namespace onrecord::golden

#endif  // ONRECORD_TEST_GOLDEN_EVENT_CASES_H_
