// tag/attribution.h — who says what in one window: the parts of attributions, and which belong together.

#ifndef ONRECORD_TAG_ATTRIBUTION_H_
#define ONRECORD_TAG_ATTRIBUTION_H_

#include <vector>

#include "onrecord/tags.h"
#include "tag/heads.h"
#include "tag/links.h"
#include "tag/sentence.h"

namespace onrecord::tag {

// A span of the window's words and how sure its labels are.
struct Part {
  TokenRange words;
  float score = 0;
};

struct Parts {
  std::vector<Part> sources, cues, contents;  // Each in order; no two of all overlap.
};

// Appends the attributions of one window, in the order of their first words.
void find_attributions(const Heads& heads, const WordRows& window, HeadScratch& scratch,
                       std::vector<Attribution>& attributions);

// The same by steps. Parts are counted from the window's first word.
Parts find_parts(const Heads& heads, const WordRows& window, HeadScratch& scratch);

enum class LinkKind { source = 0, content = 1 };

LinkScores score_links(const Heads& heads, const WordRows& window, LinkKind kind,
                       const std::vector<Part>& spans, const std::vector<Part>& cues);

// Puts together what is linked; `first` is the window's first word.
void assemble(const Parts& parts, const std::vector<Link>& links, std::uint32_t first,
              std::vector<Attribution>& attributions);

}  // namespace onrecord::tag

#endif  // ONRECORD_TAG_ATTRIBUTION_H_
