#include "naming/find_namings.h"

#include <gtest/gtest.h>

namespace onrecord::naming {
namespace {

TEST(FindNamings, FindsNoneWhereThereAreNoWords) {
  const Document document;
  const Tags tags;
  const syntax::Tree tree(document, tags);
  EXPECT_TRUE(find_namings(tree, {}).empty());
}

}  // namespace
}  // namespace onrecord::naming
