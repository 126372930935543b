#include "entity/find_entities.h"

#include <gtest/gtest.h>

namespace onrecord::entity {
namespace {

TEST(FindEntities, FindsNobodyWhereNobodySpeaks) {
  const auto found = find_entities(Document(), Tags(), {});
  EXPECT_TRUE(found.entities.entities.empty());
  EXPECT_TRUE(found.speakers.empty());
}

}  // namespace
}  // namespace onrecord::entity
