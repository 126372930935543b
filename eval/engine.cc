#include "eval/engine.h"

#include <atomic>
#include <cstdint>
#include <thread>
#include <utility>

namespace onrecord::eval {
namespace {

std::uint32_t size32(std::size_t size) { return static_cast<std::uint32_t>(size); }

TextMap identity(std::size_t size) {
  TextMap map;
  map.append(size32(size), 0, size32(size));
  return map;
}

}  // namespace

Report plain_report(std::string name, std::string text) {
  Report report;
  report.name = std::move(name);
  report.body = text;
  report.body_map = identity(text.size());
  report.bytes = std::move(text);
  report.encoding = "UTF-8";
  return report;
}

WordsInput spaced_words(std::string name, const std::vector<std::string>& words,
                        const std::vector<std::size_t>& breaks) {
  std::string text;
  std::vector<PlacedWord> placed;
  placed.reserve(words.size());
  std::size_t next_break = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool breaks_here = next_break < breaks.size() && breaks[next_break] == i;
    if (breaks_here) ++next_break;
    if (!text.empty()) text += breaks_here ? "\n\n" : " ";
    placed.push_back({{size32(text.size()), size32(text.size() + words[i].size())}});
    text += words[i];
  }
  return placed_words(std::move(name), std::move(text), placed, breaks);
}

WordsInput placed_words(std::string name, std::string text, const std::vector<PlacedWord>& words,
                        const std::vector<std::size_t>& breaks) {
  Document::Parts parts;
  parts.map = identity(text.size());
  std::size_t next_break = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (parts.blocks.empty() || (next_break < breaks.size() && breaks[next_break] == i)) {
      parts.blocks.push_back({words[i].span, BlockKind::paragraph, {size32(i), size32(i)}});
    }
    if (next_break < breaks.size() && breaks[next_break] == i) ++next_break;
    const bool ends_block =
        i + 1 == words.size() || (next_break < breaks.size() && breaks[next_break] == i + 1);
    const bool space_after = ends_block || words[i + 1].span.begin != words[i].span.end;
    parts.tokens.push_back({words[i].span, space_after, words[i].joins_left});
    parts.blocks.back().span.end = words[i].span.end;
    parts.blocks.back().tokens.end = size32(i + 1);
  }
  parts.text = text;
  Report report = plain_report(std::move(name), std::move(text));
  return {std::move(report), Document(std::move(parts))};
}

void for_each_index(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  const auto take = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::thread> others;
  for (unsigned i = 1; i < threads; ++i) others.emplace_back(take);
  take();
  for (std::thread& other : others) other.join();
}

}  // namespace onrecord::eval
