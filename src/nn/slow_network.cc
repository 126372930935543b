// The network as doc/format/weights.md tells it, in plain loops: the twin that the fast network is held
// against. Nothing that flows through it is cut to bytes.

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "nn/network.h"

namespace onrecord::nn {
namespace {

struct Rows {
  std::size_t count = 0, width = 0;
  std::vector<float> values;

  Rows(std::size_t rows, std::size_t columns) : count(rows), width(columns), values(rows * columns) {}
  float* row(std::size_t r) { return values.data() + r * width; }
  const float* row(std::size_t r) const { return values.data() + r * width; }
};

class SlowLinear {
 public:
  explicit SlowLinear(const Linear& from)
      : inputs_(from.inputs()), outputs_(from.outputs()), weight_(inputs_ * outputs_), bias_(from.bias) {
    for (std::size_t o = 0; o < outputs_; ++o) {
      const auto row = from.weight.row(o);
      for (std::size_t i = 0; i < inputs_; ++i) {
        weight_[i * outputs_ + o] = static_cast<float>(row[i]) * from.scale[o];
      }
    }
  }

  Rows operator()(const Rows& x) const {
    Rows y(x.count, outputs_);
    for (std::size_t r = 0; r < x.count; ++r) std::copy(bias_.begin(), bias_.end(), y.row(r));
    constexpr std::size_t kTogether = 8;  // Rows that share a row of weights while it is in the cache.
    for (std::size_t first = 0; first < x.count; first += kTogether) {
      for (std::size_t i = 0; i < inputs_; ++i) {
        for (std::size_t r = first; r < std::min(first + kTogether, x.count); ++r)
          add_input(x.row(r)[i], i, y.row(r));
      }
    }
    return y;
  }

 private:
  void add_input(float x, std::size_t i, float* y) const {
    const float* const weight = weight_.data() + i * outputs_;
    for (std::size_t o = 0; o < outputs_; ++o) y[o] += x * weight[o];
  }

  std::size_t inputs_, outputs_;
  std::vector<float> weight_;  // [inputs][outputs]
  std::span<const float> bias_;
};

class SlowNorm {
 public:
  SlowNorm(const Weights& weights, const std::string& name)
      : gain_(weights.floats(name + ".gain").values()), bias_(weights.floats(name + ".bias").values()) {}

  void operator()(Rows& x) const {
    for (std::size_t r = 0; r < x.count; ++r) {
      float* const row = x.row(r);
      double mean = 0;
      for (std::size_t c = 0; c < x.width; ++c) mean += row[c];
      mean /= static_cast<double>(x.width);
      double variance = 0;
      for (std::size_t c = 0; c < x.width; ++c) variance += (row[c] - mean) * (row[c] - mean);
      variance /= static_cast<double>(x.width);
      for (std::size_t c = 0; c < x.width; ++c) {
        row[c] = static_cast<float>((row[c] - mean) / std::sqrt(variance + 1e-12) * gain_[c] + bias_[c]);
      }
    }
  }

 private:
  std::span<const float> gain_, bias_;
};

struct SlowLayer {
  SlowLinear qkv, out, up, down;
  SlowNorm norm1, norm2;

  SlowLayer(const Weights& weights, const std::string& name)
      : qkv(weights.linear(name + ".qkv")),
        out(weights.linear(name + ".out")),
        up(weights.linear(name + ".up")),
        down(weights.linear(name + ".down")),
        norm1(weights, name + ".norm1"),
        norm2(weights, name + ".norm2") {}
};

void add(Rows& x, const Rows& y) {
  for (std::size_t i = 0; i < x.values.size(); ++i) x.values[i] += y.values[i];
}

void act(Rows& x) {
  for (float& value : x.values) {
    const float t = std::min(std::abs(value) / std::sqrt(2.0F), 1.769F) - 1.769F;
    const float s = std::copysign(1.0F - 0.2888F * t * t, value);
    value = value * (1.0F + s) / 2.0F;
  }
}

// Replaces scores by their softmax.
void soften(std::vector<double>& scores) {
  const double largest = *std::max_element(scores.begin(), scores.end());
  double sum = 0;
  for (double& score : scores) sum += score = std::exp(score - largest);
  for (double& score : scores) score /= sum;
}

// `qkv` holds each row's queries of all heads, then its keys, then its values.
Rows attention(const Rows& qkv, std::size_t heads) {
  const std::size_t all = qkv.width / 3;
  const std::size_t width = all / heads;
  Rows to(qkv.count, all);
  std::vector<double> scores(qkv.count);
  for (std::size_t r = 0; r < qkv.count; ++r) {
    for (std::size_t h = 0; h < heads; ++h) {
      const float* const query = qkv.row(r) + h * width;
      for (std::size_t j = 0; j < qkv.count; ++j) {
        const float* const key = qkv.row(j) + all + h * width;
        double dot = 0;
        for (std::size_t c = 0; c < width; ++c)
          dot += static_cast<double>(query[c]) * static_cast<double>(key[c]);
        scores[j] = dot / std::sqrt(static_cast<double>(width));
      }
      soften(scores);
      for (std::size_t c = 0; c < width; ++c) {
        double sum = 0;
        for (std::size_t j = 0; j < qkv.count; ++j) {
          sum += scores[j] * static_cast<double>(qkv.row(j)[2 * all + h * width + c]);
        }
        to.row(r)[h * width + c] = static_cast<float>(sum);
      }
    }
  }
  return to;
}

Rows merged(const Rows& x, const Window& window) {
  Rows to(window.units(), x.width);
  for (std::size_t unit = 0; unit < window.units(); ++unit) {
    const std::size_t begin = window.unit_begins[unit];
    const std::size_t end = unit + 1 < window.units() ? window.unit_begins[unit + 1] : x.count;
    for (std::size_t c = 0; c < x.width; ++c) {
      double sum = 0;
      for (std::size_t r = begin; r < end; ++r) sum += x.row(r)[c];
      to.row(unit)[c] = static_cast<float>(sum / static_cast<double>(end - begin));
    }
  }
  return to;
}

class SlowNetwork : public Encoder::Network {
 public:
  explicit SlowNetwork(const Weights& weights)
      : config_(weights.config()),
        pieces_(weights.bytes("embed.piece")),
        piece_scales_(weights.floats("embed.piece.scale")),
        positions_(weights.floats("embed.position")),
        cases_(weights.floats("embed.case")),
        embed_norm_(weights, "embed.norm"),
        projection_(weights.linear("projection")) {
    for (std::size_t i = 0; i < config_.layers; ++i)
      layers_.emplace_back(weights, "layer." + std::to_string(i));
  }

  void run(const Window& window, Scratch::Parts& /*scratch*/, Matrix& projected) const override {
    Rows x = embed(window);
    for (std::size_t i = 0; i < config_.layers; ++i) {
      const SlowLayer& layer = layers_[i];
      if (i == config_.merge_after) x = merged(x, window);
      add(x, layer.out(attention(layer.qkv(x), config_.heads)));
      layer.norm1(x);
      Rows inner = layer.up(x);
      act(inner);
      add(x, layer.down(inner));
      layer.norm2(x);
    }
    if (config_.merge_after == config_.layers) x = merged(x, window);
    const Rows y = projection_(x);
    projected.resize(y.count, y.width);
    std::copy(y.values.begin(), y.values.end(), projected.data());
  }

 private:
  Rows embed(const Window& window) const {
    Rows x(window.pieces.size(), config_.hidden);
    for (std::size_t r = 0; r < x.count; ++r) {
      const std::uint32_t piece = window.pieces[r];
      const auto number = pieces_.row(piece);
      const auto position = positions_.row(r);
      const auto as_case = cases_.row(static_cast<std::size_t>(window.cases[r]));
      for (std::size_t c = 0; c < x.width; ++c) {
        x.row(r)[c] = static_cast<float>(number[c]) * piece_scales_.data[piece] + position[c] + as_case[c];
      }
    }
    embed_norm_(x);
    return x;
  }

  Config config_;
  Tensor<std::int8_t> pieces_;
  Tensor<float> piece_scales_, positions_, cases_;
  SlowNorm embed_norm_;
  std::vector<SlowLayer> layers_;
  SlowLinear projection_;
};

}  // namespace

std::unique_ptr<const Encoder::Network> make_slow_network(const Weights& weights) {
  return std::make_unique<SlowNetwork>(weights);
}

}  // namespace onrecord::nn
