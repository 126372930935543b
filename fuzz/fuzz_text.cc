// Any bytes are a body: the document made of them must hold what its header promises.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "text/make_document.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const onrecord::Document& document, std::size_t bytes) {
  std::uint32_t at = 0, token = 0;
  for (const onrecord::Block& block : document.blocks()) {
    require(at <= block.span.begin && block.span.begin < block.span.end && document.contains(block.span));
    require(block.tokens.first == token && block.tokens.end > token);
    std::uint32_t in_block = block.span.begin;
    for (; token < block.tokens.end; ++token) {
      const onrecord::Span word = document.tokens()[token].span;
      require(in_block <= word.begin && word.begin < word.end && word.end <= block.span.end);
      const onrecord::Span source = document.to_bytes(word);
      require(source.begin < source.end && source.end <= bytes);
      in_block = word.end;
    }
    at = block.span.end;
  }
  require(token == document.tokens().size());
  for (const onrecord::Repair& repair : document.repairs()) {
    require(repair.source.begin <= repair.source.end && repair.source.end <= bytes);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  onrecord::Report report;
  report.bytes.assign(reinterpret_cast<const char*>(data), size);
  report.body = report.bytes;
  report.body_map.append(static_cast<std::uint32_t>(size), 0, static_cast<std::uint32_t>(size));
  // Hints at places that the first bytes choose, in any order, overlapping or not.
  for (std::size_t i = 0; i + 2 < size && i < 12; i += 3) {
    const std::uint32_t begin = data[i] % static_cast<std::uint32_t>(size);
    const std::uint32_t end = begin + data[i + 1] % (static_cast<std::uint32_t>(size) - begin + 1);
    if (data[i + 2] < 64)
      report.hints.push_back({{begin, end}, static_cast<onrecord::BlockKind>(1 + data[i + 2] % 9)});
  }
  check(onrecord::text::make_document(report), size);
  return 0;
}
