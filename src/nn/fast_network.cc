// The network in whole numbers. Rows go through it in blocks that stay in the second-level cache: a block is
// multiplied, rescaled, cut and multiplied again before the next one is touched. Only attention needs all
// rows of a window.

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "nn/kernels.h"
#include "nn/network.h"
#include "nn/product.h"
#include "nn/scratch.h"

namespace onrecord::nn {
namespace {

// A linear layer ready to run.
class FastLinear {
 public:
  FastLinear(std::shared_ptr<ProductPlan> plan, const Linear& linear)
      : product_(std::move(plan), linear.weight),
        rescale_{product_.corrections(), linear.scale.data(), linear.bias.data(), linear.outputs()} {}

  const Product& product() const { return product_; }
  const Rescale& rescale() const { return rescale_; }

 private:
  Product product_;
  Rescale rescale_;
};

struct FastLayer {
  FastLinear qkv, out, up, down;
  Norm norm1, norm2;
};

// A block of rows of a window.
struct Block {
  std::size_t first, rows;
};

class FastNetwork : public Encoder::Network {
 public:
  explicit FastNetwork(const Weights& weights);
  void run(const Window& window, Scratch::Parts& scratch, Matrix& projected) const override;

 private:
  FastLinear linear(const std::string& name);
  Norm norm(const std::string& name) const;

  void make_room(std::size_t rows, Scratch::Parts& scratch) const;
  void embed(const Window& window, const Kernels& k, Scratch::Parts& scratch) const;
  void merge(const Window& window, const Kernels& k, Scratch::Parts& scratch) const;
  void look(const FastLayer& layer, std::size_t rows, const Kernels& k, Scratch::Parts& scratch) const;
  void split(Block block, std::size_t padded, std::size_t rows, const FastLayer& layer, const Kernels& k,
             Scratch::Parts& scratch) const;
  void attend(Block block, std::size_t rows, const Kernels& k, Scratch::Parts& scratch) const;
  void take_in(const FastLayer& layer, Block block, const Kernels& k, Scratch::Parts& scratch) const;
  void widen(const FastLayer& layer, Block block, const Kernels& k, Scratch::Parts& scratch) const;
  void narrow(const FastLayer& layer, Block block, const Kernels& k, Scratch::Parts& scratch) const;
  void add_and_norm(const FastLinear& linear, const Norm& norm, Block block, const Kernels& k,
                    Scratch::Parts& scratch) const;
  void project(Block block, const Kernels& k, Scratch::Parts& scratch, Matrix& projected) const;

  const Weights& weights_;
  Config config_;
  std::size_t width_;  // Of a head.
  std::map<std::pair<std::size_t, std::size_t>, std::shared_ptr<ProductPlan>> plans_;
  Tensor<std::int8_t> pieces_;
  Tensor<float> piece_scales_, positions_, cases_;
  Norm embed_norm_;
  std::vector<FastLayer> layers_;
  std::vector<FastLinear> projection_;  // One.
};

std::size_t round_up(std::size_t size, std::size_t to) { return (size + to - 1) / to * to; }

// Calls `with` for each block of at most Product::kRows rows, all but the last of one size.
template <typename With>
void in_blocks(std::size_t rows, With with) {
  const std::size_t blocks = (rows + Product::kRows - 1) / Product::kRows;
  const std::size_t size = round_up((rows + blocks - 1) / blocks, 16);
  for (std::size_t first = 0; first < rows; first += size) with(Block{first, std::min(size, rows - first)});
}

FastNetwork::FastNetwork(const Weights& weights)
    : weights_(weights),
      config_(weights.config()),
      width_(config_.hidden / config_.heads),
      pieces_(weights.bytes("embed.piece")),
      piece_scales_(weights.floats("embed.piece.scale")),
      positions_(weights.floats("embed.position")),
      cases_(weights.floats("embed.case")),
      embed_norm_(norm("embed.norm")) {
  for (std::size_t i = 0; i < config_.layers; ++i) {
    const std::string name = "layer." + std::to_string(i);
    layers_.push_back({linear(name + ".qkv"), linear(name + ".out"), linear(name + ".up"),
                       linear(name + ".down"), norm(name + ".norm1"), norm(name + ".norm2")});
  }
  projection_.push_back(linear("projection"));
}

FastLinear FastNetwork::linear(const std::string& name) {
  const Linear from = weights_.linear(name);
  auto& plan = plans_[{from.inputs(), from.outputs()}];
  if (plan == nullptr) plan = make_plan(from.inputs(), from.outputs());
  FastLinear layer(plan, from);
  if (layer.product().has_copy()) weights_.let_go(from.weight);
  return layer;
}

Norm FastNetwork::norm(const std::string& name) const {
  const auto gain = weights_.floats(name + ".gain");
  return {gain.data, weights_.floats(name + ".bias").data, gain.size()};
}

void FastNetwork::make_room(std::size_t rows, Scratch::Parts& s) const {
  const std::size_t most_rows = round_up(rows, Product::kRows) + Product::kRows;
  const std::size_t padded = round_up(rows, 16);
  const std::size_t hidden = config_.hidden;
  const std::size_t widest = std::max({3 * hidden, config_.ffn, projection_[0].rescale().outputs});
  s.rows.need(most_rows * hidden);
  s.bytes.need(most_rows * hidden);
  s.scales.need(most_rows);
  s.queries.need(most_rows * hidden);
  s.keys.need(padded * hidden);
  s.values.need(padded * hidden);
  s.mask.need(padded);
  s.scores.need(AttentionHead::kQueries * padded);
  s.sums.need(Product::kRows * widest);
  s.cut.need(Product::kRows * hidden);
  s.inner.need(most_rows * config_.ffn);
  s.linear.need(16 * 3 * hidden);
}

void FastNetwork::run(const Window& window, Scratch::Parts& scratch, Matrix& projected) const {
  const Kernels& k = kernels();
  std::size_t rows = window.pieces.size();
  make_room(rows, scratch);
  embed(window, k, scratch);
  for (std::size_t i = 0; i < config_.layers; ++i) {
    if (i == config_.merge_after) {
      merge(window, k, scratch);
      rows = window.units();
    }
    look(layers_[i], rows, k, scratch);
    in_blocks(rows, [&](Block block) {
      attend(block, rows, k, scratch);
      take_in(layers_[i], block, k, scratch);
    });
    in_blocks(rows, [&](Block block) { widen(layers_[i], block, k, scratch); });
    in_blocks(rows, [&](Block block) { narrow(layers_[i], block, k, scratch); });
  }
  if (config_.merge_after == config_.layers) {
    merge(window, k, scratch);
    rows = window.units();
  }
  projected.resize(rows, projection_[0].rescale().outputs);
  in_blocks(rows, [&](Block block) { project(block, k, scratch, projected); });
}

void FastNetwork::embed(const Window& window, const Kernels& k, Scratch::Parts& s) const {
  const std::size_t hidden = config_.hidden;
  for (std::size_t r = 0; r < window.pieces.size(); ++r) {
    const std::uint32_t piece = window.pieces[r];
    float* const x = s.rows.data() + r * hidden;
    k.embed(pieces_.row(piece).data(), piece_scales_.data[piece], positions_.row(r).data(),
            cases_.row(static_cast<std::size_t>(window.cases[r])).data(), embed_norm_, x);
    s.scales.data()[r] = k.cut(x, hidden, s.bytes.data() + r * hidden);
  }
}

// The rows of a unit's pieces become their mean.
void FastNetwork::merge(const Window& window, const Kernels& k, Scratch::Parts& s) const {
  const std::size_t hidden = config_.hidden;
  for (std::size_t unit = 0; unit < window.units(); ++unit) {
    const std::size_t begin = window.unit_begins[unit];
    const std::size_t end = unit + 1 < window.units() ? window.unit_begins[unit + 1] : window.pieces.size();
    float* const to = s.rows.data() + unit * hidden;
    const float* const from = s.rows.data() + begin * hidden;
    if (from != to) std::copy(from, from + hidden, to);
    for (std::size_t r = begin + 1; r < end; ++r) {
      const float* const other = s.rows.data() + r * hidden;
      for (std::size_t c = 0; c < hidden; ++c) to[c] += other[c];
    }
    if (end - begin > 1) {
      const auto count = static_cast<float>(end - begin);
      for (std::size_t c = 0; c < hidden; ++c) to[c] /= count;
    }
    s.scales.data()[unit] = k.cut(to, hidden, s.bytes.data() + unit * hidden);
  }
}

// Queries, keys and values of all rows.
void FastNetwork::look(const FastLayer& layer, std::size_t rows, const Kernels& k, Scratch::Parts& s) const {
  const std::size_t padded = round_up(rows, 16);
  std::fill(s.mask.data(), s.mask.data() + rows, 0.0F);
  std::fill(s.mask.data() + rows, s.mask.data() + padded, -1e30F);
  in_blocks(rows, [&](Block block) {
    layer.qkv.product().run(s.bytes.data() + block.first * config_.hidden, block.rows, s.sums.data(),
                            s.product);
    split(block, padded, rows, layer, k, s);
  });
}

// Lays a block's queries, keys and values where attention wants them.
void FastNetwork::split(Block block, std::size_t padded, std::size_t rows, const FastLayer& layer,
                        const Kernels& k, Scratch::Parts& s) const {
  const std::size_t hidden = config_.hidden;
  // Powers of two are cheaper than of e, and the division by the root of the width comes for nothing with
  // them.
  const auto query_scale = static_cast<float>(1.4426950408889634 / std::sqrt(static_cast<double>(width_)));
  for (std::size_t first = 0; first < block.rows; first += 16) {
    const std::size_t count = std::min<std::size_t>(16, block.rows - first);
    for (std::size_t r = 0; r < count; ++r) {
      const std::size_t row = block.first + first + r;
      float* const from = s.linear.data() + r * 3 * hidden;
      k.rescale(s.sums.data() + (first + r) * 3 * hidden, s.scales.data()[row], layer.qkv.rescale(), from);
      float* const query = s.queries.data() + row * hidden;
      for (std::size_t c = 0; c < hidden; ++c) query[c] = from[c] * query_scale;
      for (std::size_t h = 0; h < config_.heads; ++h) {
        const float* const value = from + 2 * hidden + h * width_;
        std::copy(value, value + width_, s.values.data() + (h * rows + row) * width_);
      }
    }
    std::fill(s.linear.data() + count * 3 * hidden, s.linear.data() + 16 * 3 * hidden,
              0.0F);  // What pads the keys.
    for (std::size_t c = 0; c < hidden; c += 16) {
      k.turn(s.linear.data() + hidden + c, 3 * hidden, s.keys.data() + c * padded + block.first + first,
             padded);
    }
  }
}

void FastNetwork::attend(Block block, std::size_t rows, const Kernels& k, Scratch::Parts& s) const {
  const std::size_t padded = round_up(rows, 16);
  for (std::size_t h = 0; h < config_.heads; ++h) {
    AttentionHead head;
    head.query = s.queries.data() + block.first * config_.hidden + h * width_;
    head.stride = config_.hidden;
    head.keys = s.keys.data() + h * width_ * padded;
    head.values = s.values.data() + h * rows * width_;
    head.mask = s.mask.data();
    head.scores = s.scores.data();
    head.width = width_;
    head.count = rows;
    head.padded = padded;
    k.attend(head, block.rows);
  }
}

// What was attended to becomes part of the rows.
void FastNetwork::take_in(const FastLayer& layer, Block block, const Kernels& k, Scratch::Parts& s) const {
  const std::size_t hidden = config_.hidden;
  float* const scales = s.scales.data() + block.first;
  for (std::size_t r = 0; r < block.rows; ++r) {
    scales[r] = k.cut(s.queries.data() + (block.first + r) * hidden, hidden, s.cut.data() + r * hidden);
  }
  layer.out.product().run(s.cut.data(), block.rows, s.sums.data(), s.product);
  add_and_norm(layer.out, layer.norm1, block, k, s);
}

void FastNetwork::widen(const FastLayer& layer, Block block, const Kernels& k, Scratch::Parts& s) const {
  const std::size_t ffn = config_.ffn;
  float* const scales = s.scales.data() + block.first;
  std::uint8_t* const inner = s.inner.data() + block.first * ffn;
  layer.up.product().run(s.bytes.data() + block.first * config_.hidden, block.rows, s.sums.data(), s.product);
  for (std::size_t r = 0; r < block.rows; ++r) {
    scales[r] = k.activate(s.sums.data() + r * ffn, scales[r], layer.up.rescale(), inner + r * ffn);
  }
}

void FastNetwork::narrow(const FastLayer& layer, Block block, const Kernels& k, Scratch::Parts& s) const {
  layer.down.product().run(s.inner.data() + block.first * config_.ffn, block.rows, s.sums.data(), s.product);
  add_and_norm(layer.down, layer.norm2, block, k, s);
}

void FastNetwork::add_and_norm(const FastLinear& linear, const Norm& norm, Block block, const Kernels& k,
                               Scratch::Parts& s) const {
  const std::size_t hidden = config_.hidden;
  for (std::size_t r = 0; r < block.rows; ++r) {
    const std::size_t row = block.first + r;
    float& scale = s.scales.data()[row];
    scale = k.add_and_norm(s.sums.data() + r * hidden, scale, linear.rescale(), norm,
                           s.rows.data() + row * hidden, s.bytes.data() + row * hidden);
  }
}

void FastNetwork::project(Block block, const Kernels& k, Scratch::Parts& s, Matrix& projected) const {
  const FastLinear& layer = projection_[0];
  layer.product().run(s.bytes.data() + block.first * config_.hidden, block.rows, s.sums.data(), s.product);
  for (std::size_t r = 0; r < block.rows; ++r) {
    k.rescale(s.sums.data() + r * layer.rescale().outputs, s.scales.data()[block.first + r], layer.rescale(),
              projected.row(block.first + r).data());
  }
}

}  // namespace

std::unique_ptr<const Encoder::Network> make_fast_network(const Weights& weights) {
  return std::make_unique<FastNetwork>(weights);
}

}  // namespace onrecord::nn
