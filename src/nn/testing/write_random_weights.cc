// write_random_weights FILE — for tests that go through the command line's door.

#include "nn/testing/random_weights.h"

int main(int count, char** values) {
  onrecord::nn::testing::RandomWeights numbers;
  numbers.labels["lemma"] = {"l|0|0||", "k|0|1||"};
  numbers.labels["name"] = {"O", "B-Person", "I-Person"};
  return count == 2 && onrecord::nn::testing::write_weights(numbers, values[1]) ? 0 : 1;
}
