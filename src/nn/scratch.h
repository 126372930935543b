// nn/scratch.h — what one thread writes while a window goes through the fast network.

#ifndef ONRECORD_NN_SCRATCH_H_
#define ONRECORD_NN_SCRATCH_H_

#include <cstdint>

#include "nn/buffer.h"
#include "nn/encoder.h"
#include "nn/product.h"

namespace onrecord::nn {

struct Scratch::Parts {
  ProductScratch product;
  Buffer<float> rows;          // [rows][hidden]: x
  Buffer<std::uint8_t> bytes;  // The same, cut; with room for a block of rows more.
  Buffer<float> scales;        // A row's byte's worth.
  Buffer<float> queries;       // [rows][hidden], and then what they attended to.
  Buffer<float> keys;          // [heads][width][padded]
  Buffer<float> values;        // [rows][hidden and some]
  Buffer<float> mask;          // [padded]
  Buffer<float> scores;        // AttentionHead::kQueries rows of [padded]
  Buffer<std::int32_t> sums;   // A block of rows of the widest layer.
  Buffer<std::uint8_t> cut;    // A block of rows of what was attended to, cut.
  Buffer<std::uint8_t> inner;  // [rows][ffn]: the feed-forward layers' inner rows, cut.
  Buffer<float> keys_upright;  // Sixteen rows of keys before they are turned on their side.
};

}  // namespace onrecord::nn

#endif  // ONRECORD_NN_SCRATCH_H_
