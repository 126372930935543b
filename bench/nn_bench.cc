// How fast the neural reader's kernel is: the whole encoder in pieces a second, and each of its parts.

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "nn/encoder.h"
#include "nn/kernels.h"
#include "nn/product.h"
#include "nn/testing/random_weights.h"

namespace onrecord::nn {
namespace {

// The file that ONRECORD_WEIGHTS names, or one of random numbers of the same size.
std::shared_ptr<const Weights> weights() {
  static const std::shared_ptr<const Weights> kWeights = [] {
    if (const char* const named = std::getenv("ONRECORD_WEIGHTS")) return Weights::open(named).value();
    const std::string path = "nn_bench.weights";
    testing::write_weights(testing::full_size(), path);
    auto opened = Weights::open(path).value();
    std::remove(path.c_str());
    return opened;
  }();
  return kWeights;
}

// A window of `pieces` pieces, of which every fifth goes on with the word before it.
Window window_of(std::size_t pieces) {
  Window window;
  for (std::size_t i = 0; i < pieces; ++i) {
    window.pieces.push_back(static_cast<std::uint32_t>((i * 7919 + 5) % weights()->pieces().size()));
    window.cases.push_back(static_cast<Case>(i % 10));
    if (i % 5 != 4) window.unit_begins.push_back(static_cast<std::uint32_t>(i));
  }
  return window;
}

void encode(benchmark::State& state, Arithmetic arithmetic) {
  const Encoder encoder(weights(), arithmetic);
  const Window window = window_of(static_cast<std::size_t>(state.range(0)));
  Scratch scratch;
  Matrix projected;
  for (auto _ : state) encoder.run(window, scratch, projected);
  state.counters["pieces/s"] = benchmark::Counter(static_cast<double>(state.iterations() * state.range(0)),
                                                  benchmark::Counter::kIsRate);
}
BENCHMARK_CAPTURE(encode, int8, Arithmetic::int8)
    ->Arg(20)
    ->Arg(50)
    ->Arg(100)
    ->Arg(128)
    ->Arg(150)
    ->Arg(200)
    ->Arg(250);
BENCHMARK_CAPTURE(encode, f32, Arithmetic::f32)->Arg(100);

void open_weights(benchmark::State& state) {
  const std::string path = "nn_bench.weights";
  testing::write_weights(testing::full_size(), path);
  for (auto _ : state) benchmark::DoNotOptimize(Weights::open(path));
  std::remove(path.c_str());
}
BENCHMARK(open_weights)->Unit(benchmark::kMillisecond);

void make_encoder(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Encoder(weights(), Arithmetic::int8));
}
BENCHMARK(make_encoder)->Unit(benchmark::kMillisecond);

// --- Parts, each as often as it is called for one row of one layer ---

constexpr std::size_t kHidden = 384;
constexpr std::size_t kFfn = 1536;

void rate_of_rows(benchmark::State& state, std::size_t rows) {
  state.counters["ns/row"] =
      benchmark::Counter(static_cast<double>(state.iterations()) * static_cast<double>(rows) * 1e-9,
                         benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

struct LayerNumbers {
  Linear linear;
  std::vector<std::int32_t> corrections, sums;
  Rescale rescale;
  explicit LayerNumbers(const char* name)
      : linear(weights()->linear(name)),
        corrections(linear.outputs(), 5),
        sums(linear.outputs(), 12345),
        rescale{corrections.data(), linear.scale.data(), linear.bias.data(), linear.outputs()} {}
};

void product(benchmark::State& state, const char* name) {
  const FixedSurroundings fixed;
  const Linear linear = weights()->linear(name);
  const Product matrix(make_plan(linear.inputs(), linear.outputs()), linear.weight);
  ProductScratch scratch;
  Buffer<std::uint8_t> x;
  Buffer<std::int32_t> sums;
  x.need(Product::kRows * linear.inputs());
  sums.need(Product::kRows * linear.outputs());
  const auto rows = static_cast<std::size_t>(state.range(0));
  for (auto _ : state) matrix.run(x.data(), rows, sums.data(), scratch);
  rate_of_rows(state, rows);
}
BENCHMARK_CAPTURE(product, qkv, "layer.0.qkv")->Arg(8)->Arg(16)->Arg(48)->Arg(64);
BENCHMARK_CAPTURE(product, out, "layer.0.out")->Arg(8)->Arg(16)->Arg(48)->Arg(64);
BENCHMARK_CAPTURE(product, up, "layer.0.up")->Arg(8)->Arg(16)->Arg(48)->Arg(64);
BENCHMARK_CAPTURE(product, down, "layer.0.down")->Arg(8)->Arg(16)->Arg(48)->Arg(64);
BENCHMARK_CAPTURE(product, projection, "projection")->Arg(8)->Arg(64);

void cut(benchmark::State& state) {
  std::vector<float> from(kHidden, 0.25F);
  std::vector<std::uint8_t> to(kHidden);
  for (auto _ : state) benchmark::DoNotOptimize(kernels().cut(from.data(), kHidden, to.data()));
  rate_of_rows(state, 1);
}
BENCHMARK(cut);

void activate(benchmark::State& state) {
  LayerNumbers up("layer.0.up");
  std::vector<std::uint8_t> to(kFfn);
  for (auto _ : state)
    benchmark::DoNotOptimize(kernels().activate(up.sums.data(), 1e-3F, up.rescale, to.data()));
  rate_of_rows(state, 1);
}
BENCHMARK(activate);

void add_and_norm(benchmark::State& state) {
  LayerNumbers down("layer.0.down");
  const Norm norm = {weights()->floats("layer.0.norm2.gain").data,
                     weights()->floats("layer.0.norm2.bias").data, kHidden};
  std::vector<float> x(kHidden, 0.5F);
  std::vector<std::uint8_t> to(kHidden);
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        kernels().add_and_norm(down.sums.data(), 1e-3F, down.rescale, norm, x.data(), to.data()));
  }
  rate_of_rows(state, 1);
}
BENCHMARK(add_and_norm);

void rescale(benchmark::State& state) {
  LayerNumbers qkv("layer.0.qkv");
  std::vector<float> to(3 * kHidden);
  for (auto _ : state) kernels().rescale(qkv.sums.data(), 1e-3F, qkv.rescale, to.data());
  rate_of_rows(state, 1);
}
BENCHMARK(rescale);

void turn_keys(benchmark::State& state) {
  std::vector<float> from(16 * 3 * kHidden, 1.0F);
  std::vector<float> to(kHidden * 256);
  for (auto _ : state) {
    for (std::size_t c = 0; c < kHidden; c += 16)
      kernels().turn(from.data() + c, 3 * kHidden, to.data() + c * 256, 256);
  }
  rate_of_rows(state, 16);
}
BENCHMARK(turn_keys);

void attend(benchmark::State& state) {
  const auto rows = static_cast<std::size_t>(state.range(0));
  const std::size_t padded = (rows + 15) / 16 * 16;
  Buffer<float> query, keys, values, mask, scores;
  query.need(rows * kHidden);
  keys.need(padded * kHidden);
  values.need(padded * 400);
  mask.need(padded);
  scores.need(AttentionHead::kQueries * padded);
  for (auto _ : state) {
    for (std::size_t h = 0; h < 12; ++h) {
      const AttentionHead head = {query.data() + h * 32,
                                  kHidden,
                                  keys.data() + h * 32 * padded,
                                  values.data() + h * 32,
                                  400,
                                  mask.data(),
                                  scores.data(),
                                  32,
                                  rows,
                                  padded};
      kernels().attend(head, rows);
    }
  }
  rate_of_rows(state, rows);
}
BENCHMARK(attend)->Arg(50)->Arg(100)->Arg(128)->Arg(150)->Arg(200)->Arg(250);

}  // namespace
}  // namespace onrecord::nn

BENCHMARK_MAIN();
