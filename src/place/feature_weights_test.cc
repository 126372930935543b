#include "place/feature_weights.h"

#include <gtest/gtest.h>

#include <string>

namespace onrecord::place {
namespace {

TEST(FeatureWeights, AreThoseOfTheTable) {
  const FeatureWeights weights("# what each weighs\nprep=in\t1500\n\nrel+head=nsubj+deny\t-250\n-1=#\t7");
  EXPECT_FLOAT_EQ(weights.of("prep=in"), 1.5F);
  EXPECT_FLOAT_EQ(weights.of("rel+head=nsubj+deny"), -0.25F);
  EXPECT_FLOAT_EQ(weights.of("-1=#"), 0.007F);
}

TEST(FeatureWeights, OfWhatIsNotInTheTableAreNothing) {
  const FeatureWeights weights("prep=in\t1500\nno weight\n");
  EXPECT_EQ(weights.of("prep=i"), 0.0F);
  EXPECT_EQ(weights.of("prep=in "), 0.0F);
  EXPECT_EQ(weights.of(std::string("prep=in\0", 8)), 0.0F);  // Padding is no part of a name.
  EXPECT_EQ(weights.of("no weight"), 0.0F);
  EXPECT_EQ(weights.of(""), 0.0F);
  EXPECT_EQ(FeatureWeights("").of("prep=in"), 0.0F);
}

TEST(FeatureWeights, KeepTheFirstOfTwo) {
  EXPECT_FLOAT_EQ(FeatureWeights("bias\t10\nbias\t20\n").of("bias"), 0.01F);
}

TEST(FeatureWeights, DifferForLongNamesThatDifferInOneLetter) {
  std::string table;
  for (int i = 0; i < 5000; ++i)
    table += "far left=word number " + std::to_string(i) + "\t" + std::to_string(i) + "\n";
  const FeatureWeights weights(table);
  for (int i = 0; i < 5000; ++i)
    EXPECT_FLOAT_EQ(weights.of("far left=word number " + std::to_string(i)), static_cast<float>(i) / 1000);
  for (int i = 5000; i < 20000; ++i) EXPECT_EQ(weights.of("far left=word number " + std::to_string(i)), 0.0F);
}

}  // namespace
}  // namespace onrecord::place
