#include "tag/links.h"

#include <algorithm>
#include <bit>

namespace onrecord::tag {
namespace {

std::optional<std::size_t> best_cue(const LinkScores& scores, std::size_t span) {
  std::optional<std::size_t> best;
  for (std::size_t cue = 0; cue < scores.cues; ++cue) {
    if (scores.at(span, cue) >= 0 && (!best || scores.at(span, cue) > scores.at(span, *best))) best = cue;
  }
  return best;
}

// A source that answers for two cues scores about as well with both: those that were learned from did so half
// the time.
constexpr float kAboutAsWell = 2.0F;

// The best of those sources that chose this cue; failing that, the best that it suits about as well as its
// own.
std::optional<std::size_t> best_source(const LinkScores& scores, std::size_t cue,
                                       const std::vector<std::optional<std::size_t>>& chosen) {
  std::optional<std::size_t> own, any;
  for (std::size_t source = 0; source < scores.spans; ++source) {
    const float score = scores.at(source, cue);
    if (!(score >= 0) || score < scores.at(source, *chosen[source]) - kAboutAsWell) continue;
    if (!any || score > scores.at(*any, cue)) any = source;
    if (chosen[source] == cue && (!own || score > scores.at(*own, cue))) own = source;
  }
  return own ? own : any;
}

}  // namespace

std::vector<Link> link(const LinkScores& sources, const LinkScores& contents) {
  std::vector<Link> of_cue(contents.cues);
  std::vector<Link> alone;
  for (std::size_t content = 0; content < contents.spans; ++content) {
    if (const auto cue = best_cue(contents, content)) {
      of_cue[*cue].contents.push_back(content);
    } else {
      alone.push_back({std::nullopt, std::nullopt, {content}});
    }
  }
  std::vector<std::optional<std::size_t>> chosen;
  for (std::size_t source = 0; source < sources.spans; ++source) chosen.push_back(best_cue(sources, source));

  std::vector<Link> links;
  for (std::size_t cue = 0; cue < of_cue.size(); ++cue) {
    if (of_cue[cue].contents.empty()) continue;
    of_cue[cue].cue = cue;
    of_cue[cue].source = best_source(sources, cue, chosen);
    links.push_back(std::move(of_cue[cue]));
  }
  links.insert(links.end(), alone.begin(), alone.end());
  return links;
}

std::size_t link_bucket(TokenRange span, TokenRange cue) {
  if (span.overlaps(cue)) return 16;
  const bool after = span.first >= cue.end;
  const std::size_t between = after ? span.first - cue.end : cue.first - span.end;
  // 0, 1, 2, 3–4, 5–8, 9–16, 17–32, 33 and more words.
  const auto doublings = between == 0 ? 0U : static_cast<std::size_t>(std::bit_width(between - 1)) + 1;
  const std::size_t bucket = std::min<std::size_t>(doublings, 7);
  return bucket + (after ? 8 : 0);
}

}  // namespace onrecord::tag
