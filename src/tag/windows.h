// tag/windows.h — which words of a document are read together.

#ifndef ONRECORD_TAG_WINDOWS_H_
#define ONRECORD_TAG_WINDOWS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "onrecord/document.h"
#include "onrecord/span.h"

namespace onrecord::tag {

struct WindowLimits {
  std::size_t most = 256;    // Pieces, with [CLS] and every [SEP].
  std::size_t target = 128;  // Past this no further block is taken in.
};

// Words of one block. Never empty.
struct WindowPart {
  TokenRange words;
  bool ends_block = true;
  friend bool operator==(const WindowPart&, const WindowPart&) = default;
};

// Every word once, in order. Blocks stay whole where they fit, and as many stand in a window as the target
// allows, so that paragraphs see each other; a longer block is cut where a sentence seems to end, else
// anywhere but within a surface token. `pieces` holds the number of pieces of each word, at most most − 2.
std::vector<std::vector<WindowPart>> plan_windows(const Document& document,
                                                  std::span<const std::uint32_t> pieces,
                                                  const WindowLimits& limits);

// Whether a sentence seems to end before `word`: a full stop, question or exclamation mark, with the
// quotation marks and brackets that close after it, then white space.
bool seems_to_end_before(const Document& document, TokenRange within, std::uint32_t word);

}  // namespace onrecord::tag

#endif  // ONRECORD_TAG_WINDOWS_H_
