#include "stance/find_stance.h"

#include <gtest/gtest.h>

namespace onrecord::stance {
namespace {

TEST(FindStance, LeavesEveryLabelOpenWhereThereAreNoWords) {
  const Document document;
  const Tags tags;
  const syntax::Tree tree(document, tags);
  EXPECT_EQ(find_stance(tree, Statement()).act.value, Act::unknown);
}

}  // namespace
}  // namespace onrecord::stance
