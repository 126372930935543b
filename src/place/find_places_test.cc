#include "place/find_places.h"

#include <gtest/gtest.h>

namespace onrecord::place {
namespace {

TEST(FindPlaces, OfNoWordsAreNone) {
  const auto gazetteer = gazetteer::Gazetteer::open(ONRECORD_SOURCE_DIR "/data/gazetteer/places.gaz");
  ASSERT_TRUE(gazetteer) << gazetteer.error().message;
  const Document document;
  const Tags tags;
  const syntax::Tree tree(document, tags);
  EXPECT_TRUE(find_places(tree, **gazetteer, "un").mentions.empty());
  EXPECT_EQ(find_places_at(tree, **gazetteer, "un", {{0, 0}}).mentions.size(), 1U);
}

}  // namespace
}  // namespace onrecord::place
