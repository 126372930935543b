#include "nn/testing/random_weights.h"

#include <unistd.h>

#include <array>
#include <atomic>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <span>

#include "base/checksum.h"

namespace onrecord::nn::testing {
namespace {

using Json = nlohmann::ordered_json;

// SplitMix64: the same numbers from every standard library.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }
  // In [-1, 1).
  double uniform() { return static_cast<double>(static_cast<std::int64_t>(next())) * 0x1p-63; }
  std::int64_t between(std::int64_t least, std::int64_t most) {
    return least + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(most - least + 1));
  }

 private:
  std::uint64_t state_;
};

class Writer {
 public:
  explicit Writer(const RandomWeights& numbers) : numbers_(numbers), random_(numbers.seed) {}

  std::string write() {
    encoder();
    projection();
    heads();
    return assemble(header());
  }

 private:
  using Shape = std::vector<std::int64_t>;

  std::string& tensor(const std::string& name, const char* type, Shape shape) {
    if (const auto found = numbers_.stretched.find(name); found != numbers_.stretched.end()) {
      shape[0] += found->second;
    }
    data_.resize((data_.size() + 63) / 64 * 64);
    for (const auto& left_out : numbers_.without) {
      if (left_out == name) return data_;
    }
    tensors_.push_back({{"name", name}, {"type", type}, {"shape", shape}, {"offset", data_.size()}});
    return data_;
  }

  static std::int64_t size(const Shape& shape) {
    std::int64_t product = 1;
    for (const auto extent : shape) product *= extent;
    return product;
  }

  void floats(const std::string& name, const Shape& shape, double middle, double reach) {
    std::string& data = tensor(name, "f32", shape);
    for (std::int64_t i = 0; i < size(shape); ++i) {
      const auto value = static_cast<float>(middle + reach * random_.uniform());
      std::array<char, 4> bytes;
      std::memcpy(bytes.data(), &value, 4);
      data.append(bytes.data(), 4);
    }
  }

  void bytes(const std::string& name, const Shape& shape, std::int64_t most) {
    std::string& data = tensor(name, "s8", shape);
    for (std::int64_t i = 0; i < size(shape); ++i) data += static_cast<char>(random_.between(-most, most));
  }

  void linear(const std::string& name, std::size_t inputs, std::size_t outputs) {
    const auto in = static_cast<std::int64_t>(inputs);
    const auto out = static_cast<std::int64_t>(outputs);
    bytes(name + ".weight", {out, in}, 63);
    const double usual =
        1.0 / (36.0 * std::sqrt(static_cast<double>(inputs)));  // Outputs about as large as inputs.
    floats(name + ".scale", {out}, usual, usual / 4);
    floats(name + ".bias", {out}, 0, 0.1);
  }

  void norm(const std::string& name) {
    const auto hidden = static_cast<std::int64_t>(numbers_.config.hidden);
    floats(name + ".gain", {hidden}, 1, 0.2);
    floats(name + ".bias", {hidden}, 0, 0.1);
  }

  void encoder() {
    const Config& c = numbers_.config;
    const auto hidden = static_cast<std::int64_t>(c.hidden);
    const auto pieces = static_cast<std::int64_t>(4 + numbers_.vocabulary.size());
    bytes("embed.piece", {pieces, hidden}, 127);
    floats("embed.piece.scale", {pieces}, 0.001, 0.0003);
    floats("embed.position", {static_cast<std::int64_t>(c.max_pieces), hidden}, 0, 0.03);
    floats("embed.case", {static_cast<std::int64_t>(c.cases), hidden}, 0, 0.03);
    norm("embed.norm");
    for (std::size_t i = 0; i < c.layers; ++i) {
      const std::string layer = "layer." + std::to_string(i);
      linear(layer + ".qkv", c.hidden, 3 * c.attention());
      linear(layer + ".out", c.attention(), c.hidden);
      norm(layer + ".norm1");
      linear(layer + ".up", c.hidden, c.ffn);
      linear(layer + ".down", c.ffn, c.hidden);
      norm(layer + ".norm2");
    }
  }

  void projection() {
    const Config& c = numbers_.config;
    std::size_t at = 0;
    const auto add = [&](const std::string& name, std::size_t width) {
      projection_[name] = {at, at + width};
      at += width;
    };
    for (const char* set :
         {"upos", "xpos", "feats", "lemma", "sentence", "name", "predicate", "attribution"}) {
      add(set, numbers_.labels.at(set).size());
    }
    for (const char* name : {"arc_dependent", "arc_head"}) add(name, c.arc);
    add("arc_bias", 1);
    for (const char* name : {"rel_dependent", "rel_head"}) add(name, c.rel);
    for (const char* name : {"role_word", "role_predicate"}) add(name, c.role);
    for (const char* name : {"link_first", "link_last", "link_cue"}) add(name, c.link);
    if (c.coref > 0) {
      add("entity", numbers_.labels.at("entity").size());
      for (const char* name : {"coref_later", "coref_earlier"}) add(name, c.coref);
      for (const char* name : {"fact", "coref_new"}) add(name, 1);
    }
    if (c.party > 0) {
      for (const char* set : {"event", "mode", "status"}) add(set, numbers_.labels.at(set).size());
      for (const char* name : {"party_word", "party_trigger"}) add(name, c.party);
    }
    linear("projection", c.hidden, at);
  }

  std::int64_t labels(const char* set) const {
    return static_cast<std::int64_t>(numbers_.labels.at(set).size());
  }

  void heads() {
    const Config& c = numbers_.config;
    const auto arc = static_cast<std::int64_t>(c.arc);
    const auto rel = static_cast<std::int64_t>(c.rel);
    const auto role = static_cast<std::int64_t>(c.role);
    const auto link = static_cast<std::int64_t>(c.link);
    floats("arc.root", {arc + 1}, 0, 1);
    floats("rel.out.weight", {labels("deprel"), rel}, 0, 0.5);
    floats("rel.out.bias", {labels("deprel")}, 0, 0.1);
    floats("role.distance", {33, role}, 0, 0.5);
    floats("role.branch", {1 + labels("deprel") + 3 + 15, role}, 0, 0.5);
    floats("role.out.weight", {labels("role"), role}, 0, 0.5);
    floats("role.out.bias", {labels("role")}, 0, 0.1);
    if (c.party > 0) {
      const auto party = static_cast<std::int64_t>(c.party);
      floats("party.distance", {33, party}, 0, 0.5);
      floats("party.branch", {1 + labels("deprel") + 3 + 15, party}, 0, 0.5);
      floats("party.out.weight", {labels("party"), party}, 0, 0.5);
      floats("party.out.bias", {labels("party")}, 0, 0.1);
    }
    floats("attribution.transition", {labels("attribution"), labels("attribution")}, 0, 0.5);
    floats("attribution.start", {labels("attribution")}, 0, 0.5);
    floats("attribution.stop", {labels("attribution")}, 0, 0.5);
    floats("link.distance", {34, link}, 0, 0.5);
    floats("link.out.weight", {link}, 0, 0.5);
    floats("link.out.bias", {1}, 0, 0.1);
  }

  std::string header() const {
    const Config& c = numbers_.config;
    std::vector<std::string> vocabulary = {"[PAD]", "[UNK]", "[CLS]", "[SEP]"};
    vocabulary.insert(vocabulary.end(), numbers_.vocabulary.begin(), numbers_.vocabulary.end());
    const Json config = {{"hidden", c.hidden},
                         {"layers", c.layers},
                         {"heads", c.heads},
                         {"ffn", c.ffn},
                         {"merge_after", c.merge_after},
                         {"max_pieces", c.max_pieces},
                         {"cases", c.cases},
                         {"arc", c.arc},
                         {"rel", c.rel},
                         {"role", c.role},
                         {"link", c.link},
                         {"coref", c.coref},
                         {"party", c.party},
                         {"head_width", c.head_width}};
    const Json json = {{"name", "random"},
                       {"version", "1"},
                       {"architecture", numbers_.architecture},
                       {"config", config},
                       {"vocabulary", vocabulary},
                       {"labels", numbers_.labels},
                       {"projection", projection_},
                       {"rolesets", numbers_.rolesets},
                       {"tensors", tensors_}};
    return json.dump();
  }

  template <typename T>
  static void append(std::string& to, T value) {
    to.append(reinterpret_cast<const char*>(&value), sizeof value);
  }

  std::string assemble(const std::string& header) const {
    const std::uint64_t data_begin = (56 + header.size() + 63) / 64 * 64;
    std::string body = header;
    body.resize(data_begin - 56, ' ');
    body += data_;
    const auto sum = base::xxh3_128(std::as_bytes(std::span(body)));
    std::string file = "ONRECWTS";
    append(file, numbers_.form);
    append(file, std::uint32_t{0});
    append(file, std::uint64_t{header.size()});
    append(file, data_begin);
    append(file, std::uint64_t{data_.size()});
    file.append(reinterpret_cast<const char*>(sum.data()), sum.size());
    return file + body;
  }

  const RandomWeights& numbers_;
  Random random_;
  std::string data_;
  Json tensors_ = Json::array();
  Json projection_ = Json::object();
};

}  // namespace

std::string make_weights(const RandomWeights& numbers) { return Writer(numbers).write(); }

RandomWeights full_size() {
  RandomWeights numbers;
  numbers.config = {.hidden = 384,
                    .layers = 6,
                    .heads = 8,
                    .ffn = 1024,
                    .merge_after = 2,
                    .max_pieces = 256,
                    .cases = 10,
                    .arc = 192,
                    .rel = 128,
                    .role = 128,
                    .link = 96,
                    .coref = 64,
                    .head_width = 32};
  const auto pad = [&numbers](const char* set, std::size_t size) {
    auto& labels = numbers.labels[set];
    while (labels.size() < size) labels.push_back("label-" + std::to_string(labels.size()));
  };
  pad("upos", 17);
  pad("xpos", 50);
  pad("feats", 300);
  pad("lemma", 500);
  pad("deprel", 50);
  pad("name", 37);
  pad("predicate", 20);
  pad("role", 60);
  Random random(7);
  while (numbers.vocabulary.size() < 24'996) {
    std::string piece = random.next() % 4 == 0 ? "##" : "";
    for (auto left = random.between(2, 9); left > 0; --left)
      piece += static_cast<char>(random.between('a', 'z'));
    numbers.vocabulary.push_back(piece);
  }
  for (int i = 0; i < 6000; ++i) numbers.rolesets["verb" + std::to_string(i)] = {"01", "02"};
  return numbers;
}

bool write_weights(const RandomWeights& numbers, const std::string& path) {
  std::ofstream file(path, std::ios::binary);
  file << make_weights(numbers);
  return static_cast<bool>(file.flush());
}

Result<std::shared_ptr<const Weights>> open_weights(const RandomWeights& numbers) {
  return open_weights(make_weights(numbers));
}

Result<std::shared_ptr<const Weights>> open_weights(const std::string& bytes) {
  static std::atomic<int> opened = 0;
  const auto path = std::filesystem::temp_directory_path() /
                    ("onrecord_weights_" + std::to_string(getpid()) + "_" + std::to_string(opened++));
  std::ofstream(path, std::ios::binary) << bytes;
  auto weights = Weights::open(path.string());
  std::error_code ignored;
  std::filesystem::remove(path, ignored);
  return weights;
}

}  // namespace onrecord::nn::testing
