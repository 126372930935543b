// cases.h — cases in Markdown: a report, what its tags say, and the statements it must give. The notation is
// told in README.md beside this file.

#ifndef ONRECORD_TEST_GOLDEN_STATEMENT_CASES_H_
#define ONRECORD_TEST_GOLDEN_STATEMENT_CASES_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/document.h"
#include "onrecord/report.h"
#include "onrecord/statement.h"
#include "onrecord/tags.h"

namespace onrecord::golden {

struct Case {
  std::string file;
  std::string name;  // The heading.
  std::vector<std::pair<BlockKind, std::string>> blocks;
  std::vector<std::string> facts;     // "nsubj(said, the *mayor)", "tagged: …"
  std::vector<std::string> expected;  // One line a statement, as line_of() writes it.
};

// All cases of the Markdown files in `folder`, in the order of file names.
std::vector<Case> read_cases(const std::string& folder);

// The case's document, cut into words and sentences by marks and blanks alone.
Document document_of(const Case& a_case);

// The tags that the case's facts tell. Appends what it cannot make sense of to `faults`.
Tags tags_of(const Case& a_case, const Document& document, std::vector<std::string>& faults);

// "direct | the mayor | said | “We will.” + “Soon.” | addressee: Reuters", "-" for what is not there.
std::string line_of(const Statement& statement, const Document& document);

}  // namespace onrecord::golden

#endif  // ONRECORD_TEST_GOLDEN_STATEMENT_CASES_H_
