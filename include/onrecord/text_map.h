// onrecord/text_map.h — from a text made out of bytes, back to those bytes.

#ifndef ONRECORD_TEXT_MAP_H_
#define ONRECORD_TEXT_MAP_H_

#include <cstdint>
#include <vector>

#include "onrecord/span.h"

namespace onrecord {

// A run of the made text and the run of the source bytes it came from. Where both are of one length
// the run was copied byte for byte; where not (an entity decoded, a hyphen dropped, a word joined) the
// run is one indivisible replacement. Runs stand in the order of the made text and cover all of it.
struct TextRun {
  std::uint32_t made = 0;         // Offset in the made text.
  std::uint32_t made_size = 0;    // In bytes; 0 where source bytes were dropped.
  std::uint32_t source = 0;       // Offset in the source bytes.
  std::uint32_t source_size = 0;  // In bytes; 0 where the made text adds something (a paragraph break).
};

// Immutable once built; safe to read from any thread.
class TextMap {
 public:
  TextMap() = default;

  // Adds the next run; merges it with the one before when both are copies and adjoin.
  void append(std::uint32_t made_size, std::uint32_t source, std::uint32_t source_size);

  // The source bytes that `made` came from: the smallest span that covers every run it touches.
  // An empty span maps to an empty one.
  Span to_source(Span made) const;

  // This map followed by `below`: made text of this → source of `below`, whose made text is this one's
  // source.
  TextMap over(const TextMap& below) const;

  const std::vector<TextRun>& runs() const { return runs_; }

 private:
  std::vector<TextRun> runs_;
};

}  // namespace onrecord

#endif  // ONRECORD_TEXT_MAP_H_
