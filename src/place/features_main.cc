// Writes the features of annotated mentions, for train/place_use.py to learn from:
//   onrecord_place_features LABEL=FILE…
// FILE holds a line a sentence, its mention between two "<ENT>": "Kyiv<SEP>It is in <ENT>Kyiv<ENT>." Each
// line written is the label, the file, and the features, parted by tabs.

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>

#include "gazetteer/gazetteer.h"
#include "onrecord/reader.h"
#include "place/features.h"
#include "place/spans.h"
#include "syntax/tree.h"

namespace onrecord::place {
namespace {

constexpr std::string_view kMark = "<ENT>";

struct Sample {
  std::string text;
  Span mention;
};

bool read_sample(std::string line, Sample& sample) {
  line.erase(0, line.find("<SEP>") + 5);
  const std::size_t begin = line.find(kMark);
  if (begin == std::string::npos) return false;
  line.erase(begin, kMark.size());
  const std::size_t end = line.find(kMark, begin);
  if (end == std::string::npos) return false;
  line.erase(end, kMark.size());
  sample = {std::move(line), {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
  return true;
}

// As eval/place_corpus.cc has it: by the letters of the text.
bool is_held_out(std::string_view text) {
  std::uint64_t value = 14695981039346656037ULL;
  for (const char byte : text) {
    if ((byte | 0x20) < 'a' || (byte | 0x20) > 'z') continue;
    value = (value ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  }
  return (value >> 33U) % 5 == 0;
}

// Where `source`, bytes of the report, stands in the document's text.
TokenRange words_at(const Document& document, Span source) {
  TokenRange words{static_cast<std::uint32_t>(document.tokens().size()), 0};
  for (std::uint32_t i = 0; i < document.tokens().size(); ++i) {
    if (!document.to_bytes(document.tokens()[i].span).overlaps(source)) continue;
    words.first = std::min(words.first, i);
    words.end = i + 1;
  }
  return words;
}

void write(const std::string& label, const std::string& path, const Reader& reader,
           const gazetteer::Gazetteer& gazetteer) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    Sample sample;
    if (!read_sample(line, sample)) continue;
    auto report = read_report("sample", sample.text, {});
    if (!report) continue;
    const auto reading = reader.read(std::move(*report));
    if (!reading) continue;
    const TokenRange words = words_at(reading->document, sample.mention);
    if (words.first >= words.end) continue;
    const syntax::Tree tree(reading->document, reading->tags);
    const Features features(tree, gazetteer);
    std::cout << label << '\t' << path << '\t' << (is_held_out(sample.text) ? "held" : "train");
    features.of(draft_of(tree, gazetteer, words), [](std::string_view feature) {
      if (feature.find('\t') == std::string_view::npos) std::cout << '\t' << feature;
    });
    std::cout << '\n';
  }
}

}  // namespace

int run(int count, char** arguments) {
  const std::string source = ONRECORD_SOURCE_DIR;
  const auto reader = Reader::open({});
  const auto gazetteer = gazetteer::Gazetteer::open(source + "/data/gazetteer/places.gaz");
  if (!reader || !gazetteer) {
    std::cerr << (reader ? gazetteer.error().message : reader.error().message) << '\n';
    return 1;
  }
  for (int i = 1; i < count; ++i) {
    const std::string argument = arguments[i];
    const std::size_t at = argument.find('=');
    write(argument.substr(0, at), argument.substr(at + 1), *reader, **gazetteer);
  }
  return 0;
}

}  // namespace onrecord::place

int main(int count, char** arguments) { return onrecord::place::run(count, arguments); }
