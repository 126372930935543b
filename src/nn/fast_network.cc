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

// A linear layer ready to run. Its first outputs may be multiplied by a factor, at no cost: it goes into
// their scale and bias.
class FastLinear {
 public:
  struct Factor {
    std::size_t outputs = 0;
    double value = 1;
  };

  FastLinear(std::shared_ptr<ProductPlan> plan, const Linear& linear, Factor factor)
      : product_(std::move(plan), linear.weight),
        scale_(linear.scale.begin(), linear.scale.end()),
        bias_(linear.bias.begin(), linear.bias.end()) {
    for (std::size_t o = 0; o < factor.outputs; ++o) {
      scale_[o] = static_cast<float>(static_cast<double>(scale_[o]) * factor.value);
      bias_[o] = static_cast<float>(static_cast<double>(bias_[o]) * factor.value);
    }
  }

  const Product& product() const { return product_; }
  std::size_t outputs() const { return scale_.size(); }
  Rescale rescale() const { return rescale(0, outputs()); }
  // For `count` outputs from the first-th on.
  Rescale rescale(std::size_t first, std::size_t count) const {
    return {product_.corrections() + first, scale_.data() + first, bias_.data() + first, count};
  }

 private:
  Product product_;
  std::vector<float> scale_, bias_;
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
  FastLinear linear(const std::string& name, FastLinear::Factor factor = {});
  Norm norm(const std::string& name) const;

  void make_room(std::size_t rows, Scratch::Parts& scratch) const;
  void embed(const Window& window, const Kernels& k, Scratch::Parts& scratch) const;
  void merge(const Window& window, const Kernels& k, Scratch::Parts& scratch) const;
  void look(const FastLayer& layer, std::size_t rows, const Kernels& k, Scratch::Parts& scratch) const;
  void split(Block block, std::size_t padded, const FastLayer& layer, const Kernels& k,
             Scratch::Parts& scratch) const;
  // Not a multiple of the cache's own stride: the rows of one head must not all want the same places in it.
  std::size_t value_stride() const { return attention_ + 16; }
  void attend(Block block, std::size_t rows, const Kernels& k, Scratch::Parts& scratch) const;
  void take_in(const FastLayer& layer, Block block, const Kernels& k, Scratch::Parts& scratch) const;
  void widen(const FastLayer& layer, Block block, const Kernels& k, Scratch::Parts& scratch) const;
  void narrow(const FastLayer& layer, Block block, const Kernels& k, Scratch::Parts& scratch) const;
  void add_and_norm(const FastLinear& linear, const Norm& norm, Block block, const Kernels& k,
                    Scratch::Parts& scratch) const;
  void project(Block block, const Kernels& k, Scratch::Parts& scratch, Matrix& projected) const;

  const Weights& weights_;
  Config config_;
  std::size_t width_;      // Of a head.
  std::size_t attention_;  // Of all heads.
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
      width_(config_.head_width),
      attention_(config_.attention()),
      pieces_(weights.bytes("embed.piece")),
      piece_scales_(weights.floats("embed.piece.scale")),
      positions_(weights.floats("embed.position")),
      cases_(weights.floats("embed.case")),
      embed_norm_(norm("embed.norm")) {
  // Powers of two are cheaper than of e, and the division by the root of the width comes for nothing with
  // them.
  const FastLinear::Factor queries = {attention_,
                                      1.4426950408889634 / std::sqrt(static_cast<double>(width_))};
  const FastLinear::Factor activated = {config_.ffn, kActivationScale};
  for (std::size_t i = 0; i < config_.layers; ++i) {
    const std::string name = "layer." + std::to_string(i);
    layers_.push_back({linear(name + ".qkv", queries), linear(name + ".out"), linear(name + ".up", activated),
                       linear(name + ".down"), norm(name + ".norm1"), norm(name + ".norm2")});
  }
  projection_.push_back(linear("projection"));
}

FastLinear FastNetwork::linear(const std::string& name, FastLinear::Factor factor) {
  const Linear from = weights_.linear(name);
  auto& plan = plans_[{from.inputs(), from.outputs()}];
  if (plan == nullptr) plan = make_plan(from.inputs(), from.outputs());
  FastLinear layer(plan, from, factor);
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
  const std::size_t widest = std::max({hidden, 3 * attention_, config_.ffn, projection_[0].outputs()});
  s.rows.need(most_rows * hidden);
  s.bytes.need(most_rows * hidden);
  s.scales.need(most_rows);
  s.queries.need(most_rows * attention_);
  s.keys.need(padded * attention_);
  s.values.need(padded * value_stride());
  s.mask.need(padded);
  s.scores.need(AttentionHead::kQueries * padded);
  s.sums.need(Product::kRows * widest);
  s.cut.need(Product::kRows * attention_);
  s.inner.need(most_rows * config_.ffn);
  s.keys_upright.need(16 * attention_);
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
  projected.resize(rows, projection_[0].outputs());
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
    split(block, padded, layer, k, s);
  });
}

// Lays a block's queries, keys and values where attention wants them.
void FastNetwork::split(Block block, std::size_t padded, const FastLayer& layer, const Kernels& k,
                        Scratch::Parts& s) const {
  const Rescale queries = layer.qkv.rescale(0, attention_);
  const Rescale keys = layer.qkv.rescale(attention_, attention_);
  const Rescale values = layer.qkv.rescale(2 * attention_, attention_);
  for (std::size_t first = 0; first < block.rows; first += 16) {
    const std::size_t count = std::min<std::size_t>(16, block.rows - first);
    for (std::size_t r = 0; r < count; ++r) {
      const std::size_t row = block.first + first + r;
      const std::int32_t* const sums = s.sums.data() + (first + r) * 3 * attention_;
      const float scale = s.scales.data()[row];
      k.rescale(sums, scale, queries, s.queries.data() + row * attention_);
      k.rescale(sums + attention_, scale, keys, s.keys_upright.data() + r * attention_);
      k.rescale(sums + 2 * attention_, scale, values, s.values.data() + row * value_stride());
    }
    // What pads the keys.
    std::fill(s.keys_upright.data() + count * attention_, s.keys_upright.data() + 16 * attention_, 0.0F);
    for (std::size_t c = 0; c < attention_; c += 16) {
      k.turn(s.keys_upright.data() + c, attention_, s.keys.data() + c * padded + block.first + first, padded);
    }
  }
}

void FastNetwork::attend(Block block, std::size_t rows, const Kernels& k, Scratch::Parts& s) const {
  const std::size_t padded = round_up(rows, 16);
  for (std::size_t h = 0; h < config_.heads; ++h) {
    AttentionHead head;
    head.query = s.queries.data() + block.first * attention_ + h * width_;
    head.stride = attention_;
    head.keys = s.keys.data() + h * width_ * padded;
    head.values = s.values.data() + h * width_;
    head.value_stride = value_stride();
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
  float* const scales = s.scales.data() + block.first;
  for (std::size_t r = 0; r < block.rows; ++r) {
    scales[r] =
        k.cut(s.queries.data() + (block.first + r) * attention_, attention_, s.cut.data() + r * attention_);
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
    k.rescale(s.sums.data() + r * layer.outputs(), s.scales.data()[block.first + r], layer.rescale(),
              projected.row(block.first + r).data());
  }
}

}  // namespace

std::unique_ptr<const Encoder::Network> make_fast_network(const Weights& weights) {
  return std::make_unique<FastNetwork>(weights);
}

}  // namespace onrecord::nn
