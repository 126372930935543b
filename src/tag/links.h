// tag/links.h — which source and which contents belong to a cue.

#ifndef ONRECORD_TAG_LINKS_H_
#define ONRECORD_TAG_LINKS_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "onrecord/span.h"

namespace onrecord::tag {

// One row a span, one column a cue. A score of 0 or more speaks for the link.
struct LinkScores {
  std::vector<float> values;
  std::size_t spans = 0, cues = 0;

  float at(std::size_t span, std::size_t cue) const { return values[span * cues + cue]; }
};

// Indices of spans and cues.
struct Link {
  std::optional<std::size_t> cue, source;
  std::vector<std::size_t> contents;  // Ascending; never empty.
  friend bool operator==(const Link&, const Link&) = default;
};

// Every content and every source goes to the cue that it scores best with; a cue keeps all its contents and
// the best of its sources. A cue with contents that no source chose takes a source that scores about as well
// with it as with the cue it chose, and then answers for both ("she said … and added …"). Contents without a
// cue stand alone; sources without a cue and cues without contents fall. Links with a cue first, in the order
// of cues.
std::vector<Link> link(const LinkScores& sources, const LinkScores& contents);

// How far a cue is from a span and on which side, as the weights count it: 0 to 7 for a span before the cue,
// 8 to 15 for one after it, 16 where they overlap.
std::size_t link_bucket(TokenRange span, TokenRange cue);

}  // namespace onrecord::tag

#endif  // ONRECORD_TAG_LINKS_H_
