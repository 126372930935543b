// What the architecture onrecord-encoder-1 asks of a weights file.

#include <array>
#include <string>

#include "nn/header.h"

namespace onrecord::nn {
namespace {

using Type = TensorEntry::Type;

tl::unexpected<Error> misfit(std::string message, std::string place) {
  return fail({ErrorCode::weights_unknown, std::move(message), "", std::move(place),
               "Use weights made for this version of onrecord."});
}

std::string show(const std::vector<std::uint64_t>& shape) {
  std::string text = "[";
  for (const auto extent : shape) text += (text.size() > 1 ? ", " : "") + std::to_string(extent);
  return text + "]";
}

class Check {
 public:
  Check(const Header& header, std::uint64_t data_size) : header_(header), data_size_(data_size) {}

  Result<Ok> all() {
    return config()
        .and_then([this](Ok) { return encoder(); })
        .and_then([this](Ok) { return columns(); })
        .and_then([this](Ok) { return heads(); })
        .and_then([this](Ok) { return special_pieces(); });
  }

 private:
  Result<Ok> config() const {
    const Config& c = header_.config;
    const auto odd = [](const char* what, std::size_t value) {
      return misfit("This program cannot compute with such a number: " + std::to_string(value) + ".",
                    std::string("header field config.") + what);
    };
    // Rows are taken in vectors of sixteen.
    if (c.hidden == 0 || c.hidden % 16 != 0 || c.hidden > 4096) return odd("hidden", c.hidden);
    if (c.ffn == 0 || c.ffn % 16 != 0 || c.ffn > 16384) return odd("ffn", c.ffn);
    if (c.heads == 0 || c.heads > 1024) return odd("heads", c.heads);
    if (c.head_width == 0 || c.head_width % 16 != 0 || c.head_width > 1024)
      return odd("head_width", c.head_width);
    if (c.layers == 0 || c.layers > 100) return odd("layers", c.layers);
    if (c.merge_after > c.layers) return odd("merge_after", c.merge_after);
    if (c.max_pieces < 3 || c.max_pieces > 8192) return odd("max_pieces", c.max_pieces);
    if (c.cases != 10) return odd("cases", c.cases);
    return Ok{};
  }

  Result<Ok> tensor(const std::string& name, Type type, std::vector<std::uint64_t> shape) {
    const auto found = header_.tensors.find(name);
    if (found == header_.tensors.end()) return misfit("A tensor is missing.", "tensor " + name);
    const TensorEntry& entry = found->second;
    if (entry.type != type) return misfit("A tensor is not of its type.", "tensor " + name);
    if (entry.shape != shape) {
      return misfit("A tensor is of shape " + show(entry.shape) + " where " + show(shape) + " is asked for.",
                    "tensor " + name);
    }
    std::uint64_t size = type == Type::f32 ? 4 : 1;
    for (const auto extent : shape) size *= extent;
    if (entry.offset % 64 != 0 || entry.offset > data_size_ || size > data_size_ - entry.offset) {
      return misfit("A tensor does not lie within the data, 64-byte aligned.", "tensor " + name);
    }
    return Ok{};
  }

  Result<Ok> f32(const std::string& name, std::vector<std::uint64_t> shape) {
    return tensor(name, Type::f32, std::move(shape));
  }

  Result<Ok> linear(const std::string& name, std::uint64_t inputs, std::uint64_t outputs) {
    return tensor(name + ".weight", Type::s8, {outputs, inputs})
        .and_then([&](Ok) { return f32(name + ".scale", {outputs}); })
        .and_then([&](Ok) { return f32(name + ".bias", {outputs}); });
  }

  Result<Ok> norm(const std::string& name) {
    const std::uint64_t hidden = header_.config.hidden;
    return f32(name + ".gain", {hidden}).and_then([&](Ok) { return f32(name + ".bias", {hidden}); });
  }

  Result<Ok> encoder() {
    const Config& c = header_.config;
    const std::uint64_t pieces = header_.vocabulary.size();
    auto good = tensor("embed.piece", Type::s8, {pieces, c.hidden})
                    .and_then([&](Ok) { return f32("embed.piece.scale", {pieces}); })
                    .and_then([&](Ok) {
                      return f32("embed.position", {c.max_pieces, c.hidden});
                    })
                    .and_then([&](Ok) {
                      return f32("embed.case", {c.cases, c.hidden});
                    })
                    .and_then([&](Ok) { return norm("embed.norm"); });
    for (std::size_t i = 0; i < c.layers && good; ++i) good = layer("layer." + std::to_string(i));
    return good;
  }

  Result<Ok> layer(const std::string& name) {
    const Config& c = header_.config;
    return linear(name + ".qkv", c.hidden, 3 * c.attention())
        .and_then([&](Ok) { return linear(name + ".out", c.attention(), c.hidden); })
        .and_then([&](Ok) { return norm(name + ".norm1"); })
        .and_then([&](Ok) { return linear(name + ".up", c.hidden, c.ffn); })
        .and_then([&](Ok) { return linear(name + ".down", c.ffn, c.hidden); })
        .and_then([&](Ok) { return norm(name + ".norm2"); });
  }

  std::size_t labels(std::string_view set) const {
    const auto found = header_.labels.find(set);
    return found == header_.labels.end() ? 0 : found->second.size();
  }

  // Each head's columns are there and as wide as its labels or its vectors.
  Result<Ok> columns() {
    const Config& c = header_.config;
    struct Wanted {
      const char* name;
      std::size_t width;
    };
    std::vector<Wanted> wanted = {{"arc_dependent", c.arc},   {"arc_head", c.arc},    {"arc_bias", 1},
                                  {"rel_dependent", c.rel},   {"rel_head", c.rel},    {"role_word", c.role},
                                  {"role_predicate", c.role}, {"link_first", c.link}, {"link_last", c.link},
                                  {"link_cue", c.link}};
    for (const char* set :
         {"upos", "xpos", "feats", "lemma", "sentence", "name", "predicate", "attribution"}) {
      if (labels(set) == 0)
        return misfit("There are no such labels.", std::string("header field labels.") + set);
      wanted.push_back({set, labels(set)});
    }
    if (c.coref > 0) {  // What only newer weights have, all of it or nothing.
      if (labels("entity") == 0) return misfit("There are no such labels.", "header field labels.entity");
      wanted.insert(wanted.end(), {{"entity", labels("entity")},
                                   {"fact", 1},
                                   {"coref_later", c.coref},
                                   {"coref_earlier", c.coref},
                                   {"coref_new", 1}});
    }
    if (c.party > 0) {
      for (const char* set : {"event", "mode", "status"}) {
        if (labels(set) == 0)
          return misfit("There are no such labels.", std::string("header field labels.") + set);
        wanted.push_back({set, labels(set)});
      }
      wanted.insert(wanted.end(), {{"party_word", c.party}, {"party_trigger", c.party}});
    }
    for (const auto [name, width] : wanted) {
      const auto found = header_.projection.find(std::string_view(name));
      if (found == header_.projection.end() || found->second.size() != width) {
        return misfit("A head should have " + std::to_string(width) + " columns.",
                      std::string("header field projection.") + name);
      }
    }
    for (const auto& [name, part] : header_.projection) projected_ = std::max(projected_, part.end);
    return linear("projection", c.hidden, projected_);
  }

  // What labels the words of a sentence for one of them.
  Result<Ok> pairs(const std::string& name, std::size_t width) {
    if (labels(name) == 0) return misfit("There are no such labels.", "header field labels." + name);
    return f32(name + ".distance", {33, width})
        .and_then([&](Ok) {
          // One row a place in the tree: that word, each relation, three steps up, five sorts at each.
          return f32(name + ".branch", {1 + labels("deprel") + 3 + 3 * 5, width});
        })
        .and_then([&](Ok) {
          return f32(name + ".out.weight", {labels(name), width});
        })
        .and_then([&](Ok) { return f32(name + ".out.bias", {labels(name)}); });
  }

  Result<Ok> heads() {
    const Config& c = header_.config;
    const std::uint64_t states = labels("attribution");
    if (labels("deprel") == 0) return misfit("There are no such labels.", "header field labels.deprel");
    return f32("arc.root", {c.arc + 1})
        .and_then([&](Ok) {
          return f32("rel.out.weight", {labels("deprel"), c.rel});
        })
        .and_then([&](Ok) { return f32("rel.out.bias", {labels("deprel")}); })
        .and_then([&](Ok) { return pairs("role", c.role); })
        .and_then([&](Ok) { return c.party > 0 ? pairs("party", c.party) : Result<Ok>(Ok{}); })
        .and_then([&](Ok) {
          return f32("attribution.transition", {states, states});
        })
        .and_then([&](Ok) { return f32("attribution.start", {states}); })
        .and_then([&](Ok) { return f32("attribution.stop", {states}); })
        .and_then([&](Ok) {
          return f32("link.distance", {34, c.link});
        })
        .and_then([&](Ok) { return f32("link.out.weight", {c.link}); })
        .and_then([&](Ok) { return f32("link.out.bias", {1}); });
  }

  Result<Ok> special_pieces() const {
    for (const char* piece : {"[PAD]", "[UNK]", "[CLS]", "[SEP]"}) {
      if (!header_.vocabulary.find(piece)) {
        return misfit(std::string("The piece ") + piece + " is missing.", "header field vocabulary");
      }
    }
    return Ok{};
  }

  const Header& header_;
  std::uint64_t data_size_;
  std::size_t projected_ = 0;
};

}  // namespace

Result<Ok> check_architecture(const Header& header, std::uint64_t data_size) {
  if (header.architecture != "onrecord-encoder-1") {
    return misfit("The architecture \"" + header.architecture + "\" is not known.",
                  "header field architecture");
  }
  return Check(header, data_size).all();
}

}  // namespace onrecord::nn
