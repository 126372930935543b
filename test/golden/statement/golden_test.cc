// Every case of this folder's Markdown files, with the tags that the case itself tells: the rules alone are
// tried here.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "cases.h"
#include "statement/find_statements.h"

namespace onrecord::golden {
namespace {

std::vector<std::string> lines_of(const std::vector<Statement>& statements, const Document& document) {
  std::vector<std::string> lines;
  for (const Statement& statement : statements) lines.push_back(line_of(statement, document));
  return lines;
}

TEST(GoldenStatements, AreFoundAsTheCasesSay) {
  const auto cases = read_cases(ONRECORD_GOLDEN_DIR);
  std::size_t refusing = 0;
  for (const Case& a_case : cases) {
    SCOPED_TRACE(a_case.file + ": " + a_case.name);
    ASSERT_FALSE(a_case.blocks.empty());
    const Document document = document_of(a_case);
    std::vector<std::string> faults;
    const Tags tags = tags_of(a_case, document, faults);
    EXPECT_EQ(faults, std::vector<std::string>{});
    const auto statements = statement::find_statements(syntax::Tree(document, tags));
    EXPECT_EQ(lines_of(statements, document), a_case.expected);
    for (const Statement& statement : statements) {
      EXPECT_TRUE(check(statement, document));
      EXPECT_GE(statement.score, 0.0F);
      EXPECT_LE(statement.score, 1.0F);
    }
    refusing += a_case.expected.empty() ? 1 : 0;
  }
  EXPECT_GE(cases.size(), 200U);
  EXPECT_GE(refusing * 3, cases.size());  // What must not be found is as telling as what must.
}

}  // namespace
}  // namespace onrecord::golden
