// onrecord/span.h — a stretch of text, and a stretch of words.

#ifndef ONRECORD_SPAN_H_
#define ONRECORD_SPAN_H_

#include <cstdint>

namespace onrecord {

// Bytes [begin, end) of a UTF-8 text, always on character boundaries. Which text is meant is said
// where the span is kept; unless said otherwise it is Document::text().
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(Span, Span) = default;
};

// Words [first, end) of Document::tokens(), by index.
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - first; }
  bool empty() const { return first == end; }
  bool contains(std::uint32_t token) const { return first <= token && token < end; }
  bool overlaps(TokenRange other) const { return first < other.end && other.first < end; }
  friend bool operator==(TokenRange, TokenRange) = default;
};

}  // namespace onrecord

#endif  // ONRECORD_SPAN_H_
