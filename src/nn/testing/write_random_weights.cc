// write_random_weights FILE — for tests that go through the command line's door.

#include "nn/testing/random_weights.h"

int main(int count, char** values) {
  return count == 2 && onrecord::nn::testing::write_weights({}, values[1]) ? 0 : 1;
}
