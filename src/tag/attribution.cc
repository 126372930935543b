#include "tag/attribution.h"

#include <algorithm>
#include <cstddef>

namespace onrecord::tag {
namespace {

constexpr std::size_t kBuckets = 17;

TokenRange shift(TokenRange words, std::uint32_t by) { return {words.first + by, words.end + by}; }

std::uint32_t first_word(const Attribution& attribution) {
  std::uint32_t first = std::min(attribution.cue.first, attribution.contents.front().first);
  if (attribution.source) first = std::min(first, attribution.source->first);
  return first;
}

}  // namespace

Parts find_parts(const Heads& heads, const WordRows& window, HeadScratch& scratch) {
  scratch.pointers.clear();
  for (const float* row : window.rows) scratch.pointers.push_back(row + heads.attribution.begin);
  best_chain(heads.chain, scratch.pointers, scratch.viterbi, scratch.path);
  spans_of(heads.parts, scratch.path, scratch.spans);
  Parts parts;
  for (const BioSpan& span : scratch.spans) {
    const Part part{span.words, mean_probability(kernels(), scratch.pointers, heads.parts.size(),
                                                 scratch.path, span.words)};
    if (span.kind == heads.source) parts.sources.push_back(part);
    if (span.kind == heads.cue) parts.cues.push_back(part);
    if (span.kind == heads.content) parts.contents.push_back(part);
  }
  return parts;
}

LinkScores score_links(const Heads& heads, const WordRows& window, LinkKind kind,
                       const std::vector<Part>& spans, const std::vector<Part>& cues) {
  const std::size_t width = heads.link_cue.size();
  LinkScores scores{{}, spans.size(), cues.size()};
  scores.values.reserve(spans.size() * cues.size());
  for (const Part& span : spans) {
    const float* first = window.rows[span.words.first] + heads.link_first.begin;
    const float* last = window.rows[span.words.end - 1] + heads.link_last.begin;
    for (const Part& cue : cues) {
      const float* announces = window.rows[cue.words.first] + heads.link_cue.begin;
      const std::size_t bucket =
          static_cast<std::size_t>(kind) * kBuckets + link_bucket(span.words, cue.words);
      const float* distance = heads.link_distance.row(bucket).data();
      // Sixteen sums side by side, added in order: what any processor can do at once.
      float sums[kLanes] = {};
      for (std::size_t k = 0; k < width; k += kLanes) {
        const std::size_t lanes = std::min(kLanes, width - k);
        for (std::size_t i = 0; i < lanes; ++i) {
          const float hidden =
              std::max(0.0F, first[k + i] + last[k + i] + announces[k + i] + distance[k + i]);
          sums[i] += hidden * heads.link_weight[k + i];
        }
      }
      float score = heads.link_bias;
      for (const float sum : sums) score += sum;
      scores.values.push_back(score);
    }
  }
  return scores;
}

void assemble(const Parts& parts, const std::vector<Link>& links, std::uint32_t first,
              std::vector<Attribution>& attributions) {
  const auto begin = static_cast<std::ptrdiff_t>(attributions.size());
  for (const Link& link : links) {
    Attribution attribution;
    float sum = 0;
    std::size_t count = 0;
    const auto take = [&](const Part& part) {
      sum += part.score;
      ++count;
      return shift(part.words, first);
    };
    for (const std::size_t content : link.contents)
      attribution.contents.push_back(take(parts.contents[content]));
    const std::uint32_t here = attribution.contents.front().first;
    attribution.cue = link.cue ? take(parts.cues[*link.cue]) : TokenRange{here, here};
    if (link.source) attribution.source = take(parts.sources[*link.source]);
    attribution.score = sum / static_cast<float>(count);
    attributions.push_back(std::move(attribution));
  }
  std::stable_sort(attributions.begin() + begin, attributions.end(),
                   [](const Attribution& a, const Attribution& b) { return first_word(a) < first_word(b); });
}

void find_attributions(const Heads& heads, const WordRows& window, HeadScratch& scratch,
                       std::vector<Attribution>& attributions) {
  const Parts parts = find_parts(heads, window, scratch);
  if (parts.contents.empty()) return;
  const LinkScores sources = score_links(heads, window, LinkKind::source, parts.sources, parts.cues);
  const LinkScores contents = score_links(heads, window, LinkKind::content, parts.contents, parts.cues);
  assemble(parts, link(sources, contents), window.first, attributions);
}

}  // namespace onrecord::tag
