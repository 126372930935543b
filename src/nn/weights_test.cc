// A weights file is taken whole or not at all.

#include "nn/weights.h"

#include <gtest/gtest.h>

#include <cstring>
#include <span>
#include <string>

#include "base/checksum.h"
#include "nn/testing/random_weights.h"

namespace onrecord::nn {
namespace {

using testing::make_weights;
using testing::RandomWeights;

Result<std::shared_ptr<const Weights>> open_bytes(const std::string& bytes) {
  return testing::open_weights(bytes);
}

// What opening fails with; an error of no message when it does not fail.
Error error_of(const std::string& bytes) {
  const auto weights = open_bytes(bytes);
  return weights ? Error{} : weights.error();
}

// The same file with other bytes in its body, and the checksum put right.
std::string reseal(std::string file) {
  const auto sum = base::xxh3_128(std::as_bytes(std::span(file).subspan(56)));
  std::memcpy(file.data() + 40, sum.data(), sum.size());
  return file;
}

std::string replace_once(std::string text, const std::string& what, const std::string& with) {
  const auto at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  EXPECT_EQ(what.size(), with.size());
  return text.replace(at, what.size(), with);
}

TEST(Weights, GiveWhatTheFileHolds) {
  const RandomWeights numbers;
  const auto opened = open_bytes(make_weights(numbers));
  ASSERT_TRUE(opened) << opened.error().message << " at " << opened.error().place;
  const Weights& weights = **opened;

  EXPECT_EQ(weights.config().hidden, 32U);
  EXPECT_EQ(weights.config().merge_after, 1U);
  EXPECT_EQ(weights.labels("upos")[1], "VERB");
  EXPECT_TRUE(weights.labels("no such set").empty());
  EXPECT_EQ(weights.columns("upos"), (Columns{0, 4}));
  EXPECT_EQ(weights.columns("arc_bias")->size(), 1U);
  EXPECT_FALSE(weights.columns("no such head"));
  EXPECT_EQ(weights.senses("talk")[1], "02");
  EXPECT_TRUE(weights.senses("unheard-of").empty());
  EXPECT_EQ(weights.id().substr(0, 15), "random 1 (xxh3 ");
}

TEST(Weights, GiveTensorsInTheirShape) {
  const auto weights = open_bytes(make_weights({}));
  ASSERT_TRUE(weights);
  const auto up = (*weights)->linear("layer.1.up");
  EXPECT_EQ(up.inputs(), 32U);
  EXPECT_EQ(up.outputs(), 64U);
  EXPECT_EQ(up.scale.size(), 64U);
  EXPECT_EQ(up.bias.size(), 64U);
  for (const auto value : up.weight.values()) EXPECT_LE(std::abs(value), 63);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(up.weight.data) % 64, 0U);
  EXPECT_EQ((*weights)->floats("arc.root").size(), 17U);
  EXPECT_EQ((*weights)->floats("no such tensor").data, nullptr);
  EXPECT_EQ((*weights)->floats("layer.0.up.weight").data, nullptr) << "a tensor of bytes is none of floats";
  EXPECT_EQ((*weights)->bytes("layer.0.up.bias").data, nullptr);
  EXPECT_EQ((*weights)->linear("no such layer").weight.data, nullptr);
}

TEST(Weights, FindPiecesBySpelling) {
  const auto weights = open_bytes(make_weights({}));
  ASSERT_TRUE(weights);
  const PieceTable& pieces = (*weights)->pieces();
  for (std::uint32_t id = 0; id < pieces.size(); ++id) EXPECT_EQ(pieces.find(pieces[id]), id) << pieces[id];
  EXPECT_EQ(pieces.find("[PAD]"), 0U);
  EXPECT_FALSE(pieces.find("unheard-of"));
  EXPECT_FALSE(pieces.find(""));
}

TEST(Weights, StayReadableWhenPagesAreLetGo) {
  const auto weights = open_bytes(make_weights(testing::full_size()));
  ASSERT_TRUE(weights) << weights.error().message << weights.error().place;
  const auto up = (*weights)->linear("layer.3.up").weight;
  const std::vector<std::int8_t> before(up.values().begin(), up.values().end());
  (*weights)->let_go(up);
  EXPECT_TRUE(std::equal(before.begin(), before.end(), up.values().begin()));
}

TEST(Weights, AreMissedByName) {
  const std::string path = ::testing::TempDir() + "there is no such file";
  const auto weights = Weights::open(path);
  ASSERT_FALSE(weights);
  EXPECT_EQ(weights.error().code, ErrorCode::weights_missing);
  EXPECT_EQ(weights.error().file, path);
  EXPECT_FALSE(weights.error().mend.empty());
}

TEST(Weights, CutShortAreDamaged) {
  const std::string whole = make_weights({});
  for (std::size_t size = 0; size < whole.size(); size += size < 4096 ? 13 : 997) {
    const Error error = error_of(whole.substr(0, size));
    EXPECT_EQ(error.code, ErrorCode::weights_damaged) << size << " bytes: " << error.message;
    EXPECT_FALSE(error.file.empty() || error.place.empty() || error.mend.empty());
  }
  EXPECT_EQ(error_of(whole.substr(0, whole.size() - 1)).code, ErrorCode::weights_damaged);
  EXPECT_EQ(error_of(whole + "x").code, ErrorCode::weights_damaged);
}

TEST(Weights, WithOneBitFlippedAreRefused) {
  const std::string whole = make_weights({});
  for (std::size_t at = 0; at < whole.size(); at += at < 128 ? 1 : 499) {
    for (const int bit : {0, 3, 7}) {
      std::string flipped = whole;
      flipped[at] = static_cast<char>(flipped[at] ^ (1 << bit));
      const Error error = error_of(flipped);
      const bool foreign = at < 12;  // The magic or the version.
      EXPECT_EQ(error.code, foreign ? ErrorCode::weights_unknown : ErrorCode::weights_damaged)
          << "byte " << at << " bit " << bit << ": " << error.message;
    }
  }
}

TEST(Weights, OfALaterFormAreUnknown) {
  const Error error = error_of(make_weights({.form = 2}));
  EXPECT_EQ(error.code, ErrorCode::weights_unknown);
  EXPECT_EQ(error.message, "Version 2 of the form is not known.");
  EXPECT_EQ(error.place, "byte 8");
}

TEST(Weights, OfAnotherArchitectureAreUnknown) {
  const Error error = error_of(make_weights({.architecture = "onrecord-encoder-2"}));
  EXPECT_EQ(error.code, ErrorCode::weights_unknown);
  EXPECT_EQ(error.message, "The architecture \"onrecord-encoder-2\" is not known.");
}

TEST(Weights, WithoutOneOfTheirTensorsAreRefused) {
  for (const char* name :
       {"embed.piece", "embed.norm.gain", "layer.1.qkv.weight", "layer.0.down.scale", "layer.1.up.bias",
        "projection.weight", "rel.out.bias", "attribution.stop", "link.out.weight"}) {
    const Error error = error_of(make_weights({.without = {name}}));
    EXPECT_EQ(error.code, ErrorCode::weights_unknown);
    EXPECT_EQ(error.place, std::string("tensor ") + name);
  }
}

TEST(Weights, WithATensorOfAnotherShapeAreRefused) {
  for (const char* name : {"embed.position", "embed.case", "layer.0.norm2.bias", "layer.1.out.weight",
                           "arc.root", "role.distance", "role.branch", "projection.scale"}) {
    for (const int by : {-1, 1}) {
      const Error error = error_of(make_weights({.stretched = {{name, by}}}));
      EXPECT_EQ(error.code, ErrorCode::weights_unknown) << name;
      EXPECT_EQ(error.place, std::string("tensor ") + name);
    }
  }
}

TEST(Weights, WithATensorOutsideTheFileAreRefused) {
  const std::string whole = make_weights({});
  const auto last = whole.find(R"("offset":)", whole.find(R"("name":"link.out.bias")"));
  ASSERT_NE(last, std::string::npos);
  std::string beyond = whole;
  for (std::size_t at = last + 9; std::isdigit(static_cast<unsigned char>(beyond[at])) != 0; ++at)
    beyond[at] = '9';
  const Error error = error_of(reseal(beyond));
  EXPECT_EQ(error.code, ErrorCode::weights_unknown);
  EXPECT_EQ(error.place, "tensor link.out.bias");
}

TEST(Weights, BeyondSevenBitsAreRefused) {
  const std::string whole = make_weights({});
  const auto opened = open_bytes(whole);
  ASSERT_TRUE(opened);
  // The tensor's own bytes, wherever they lie in the file.
  const auto weight = (*opened)->linear("layer.1.down").weight.values();
  const std::string part(reinterpret_cast<const char*>(weight.data()), weight.size());
  const auto at = whole.find(part);
  ASSERT_NE(at, std::string::npos);
  for (const char value : {char{64}, char{-64}, char{127}, static_cast<char>(-128)}) {
    std::string file = whole;
    file[at + part.size() - 1] = value;
    const Error error = error_of(reseal(file));
    EXPECT_EQ(error.code, ErrorCode::weights_unknown);
    EXPECT_EQ(error.place, "tensor layer.1.down.weight");
  }
}

TEST(Weights, WithNumbersThatCannotBeAreRefused) {
  const std::string whole = make_weights({});
  for (const auto& [what, with] : {std::pair{R"("heads":2)", R"("heads":0)"},
                                   {R"("head_width":16)", R"("head_width":15)"},
                                   {R"("coref":16)", R"("coref":17)"},
                                   {R"("layers":2)", R"("layers":0)"},
                                   {R"("hidden":32)", R"("hidden":31)"},
                                   {R"("merge_after":1)", R"("merge_after":9)"},
                                   {R"("cases":10)", R"("cases":11)"},
                                   {R"("upos":[0,4])", R"("upos":[0,5])"},
                                   {R"("upos":[0,4])", R"("upos":[4,0])"},
                                   {R"("layers":2)", R"("layers":x)"},
                                   {R"("[CLS]")", R"("[CLT]")"},
                                   {R"("labels":{)", R"("lebals":{)"}}) {
    const Error error = error_of(reseal(replace_once(whole, what, with)));
    EXPECT_TRUE(error.code == ErrorCode::weights_unknown || error.code == ErrorCode::weights_damaged) << with;
    EXPECT_FALSE(error.place.empty());
  }
}

}  // namespace
}  // namespace onrecord::nn
