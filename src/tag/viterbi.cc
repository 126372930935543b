#include "tag/viterbi.h"

#include <algorithm>
#include <limits>
#include <string_view>

#include "tag/kernels.h"

namespace onrecord::tag {
namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();

// Follows `from` back from the last word's best label.
void walk_back(const std::vector<std::uint16_t>& from, std::size_t labels, std::size_t last,
               std::vector<std::uint16_t>& path) {
  for (std::size_t w = path.size(); w-- > 0;) {
    path[w] = static_cast<std::uint16_t>(last);
    last = from[w * labels + last];
  }
}

}  // namespace

std::optional<BioLabels> BioLabels::make(std::span<const std::string> labels) {
  BioLabels made;
  std::size_t outsides = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const std::string_view label = labels[i];
    if (std::find(labels.begin(), labels.begin() + static_cast<std::ptrdiff_t>(i), labels[i]) !=
        labels.begin() + static_cast<std::ptrdiff_t>(i)) {
      return std::nullopt;
    }
    if (label == "O") {
      made.outside_ = i;
      ++outsides;
      made.kind_of_.push_back(0);
      made.begins_.push_back(false);
      continue;
    }
    if (label.size() < 3 || (label[0] != 'B' && label[0] != 'I') || label[1] != '-') return std::nullopt;
    const auto kind = std::find(made.kinds_.begin(), made.kinds_.end(), label.substr(2));
    made.kind_of_.push_back(static_cast<std::size_t>(kind - made.kinds_.begin()));
    made.begins_.push_back(label[0] == 'B');
    if (kind == made.kinds_.end()) made.kinds_.emplace_back(label.substr(2));
  }
  for (std::size_t l = 0; l < labels.size(); ++l) {
    made.needs_.push_back(made.continues(l) && !made.is_outside(l) ? made.kind_of_[l] : made.kinds_.size());
  }
  if (outsides != 1 || labels.size() > std::numeric_limits<std::uint16_t>::max()) return std::nullopt;
  return made;
}

namespace {

// Each word's best label by itself, if that row is allowed: then no other row can be better.
bool best_is_allowed(const BioLabels& labels, Emissions emissions, std::vector<std::uint16_t>& path) {
  std::size_t before = labels.outside();
  for (std::size_t w = 0; w < emissions.size(); ++w) {
    const std::size_t best = kernels().argmax(emissions[w], labels.size());
    if (!labels.may_follow(before, best)) return false;
    path[w] = static_cast<std::uint16_t>(best);
    before = best;
  }
  return true;
}

// For every kind the better of its B and I, which alone an I may follow; and, last, the best of all. A row
// without any number to compare still goes on in an allowed one: from "O".
void best_of_kinds(const BioLabels& labels, const std::vector<float>& scores,
                   std::vector<std::size_t>& best) {
  best.assign(labels.kinds().size() + 1, labels.size());
  best.back() = labels.outside();
  for (std::size_t l = 0; l < labels.size(); ++l) {
    if (scores[l] > scores[best.back()]) best.back() = l;
    if (labels.is_outside(l)) continue;
    std::size_t& kind = best[labels.kind_of(l)];
    if (kind == labels.size() || scores[l] > scores[kind]) kind = l;
  }
}

}  // namespace

void best_bio(const BioLabels& labels, Emissions emissions, ViterbiScratch& scratch,
              std::vector<std::uint16_t>& path) {
  path.assign(emissions.size(), 0);
  if (best_is_allowed(labels, emissions, path)) return;

  const std::size_t count = labels.size();
  std::vector<std::size_t>& best = scratch.best_of_kind;
  scratch.now.assign(count, 0.0F);
  scratch.next.assign(count, 0.0F);
  scratch.from.assign(emissions.size() * count, 0);
  for (std::size_t l = 0; l < count; ++l) {
    scratch.now[l] = labels.continues(l) ? kNever : emissions[0][l];
  }
  for (std::size_t w = 1; w < emissions.size(); ++w) {
    best_of_kinds(labels, scratch.now, best);
    for (std::size_t l = 0; l < count; ++l) {
      const std::size_t before = best[labels.needs(l)];
      scratch.next[l] = scratch.now[before] + emissions[w][l];
      scratch.from[w * count + l] = static_cast<std::uint16_t>(before);
    }
    scratch.now.swap(scratch.next);
  }
  best_of_kinds(labels, scratch.now, best);
  walk_back(scratch.from, count, best.back(), path);
}

void best_chain(const Chain& chain, Emissions emissions, ViterbiScratch& scratch,
                std::vector<std::uint16_t>& path) {
  const std::size_t count = chain.labels;
  path.assign(emissions.size(), 0);
  if (emissions.empty()) return;
  scratch.now.assign(count, 0.0F);
  scratch.next.assign(count, 0.0F);
  scratch.from.assign(emissions.size() * count, 0);
  for (std::size_t l = 0; l < count; ++l) scratch.now[l] = chain.start[l] + emissions[0][l];
  for (std::size_t w = 1; w < emissions.size(); ++w) {
    for (std::size_t to = 0; to < count; ++to) {
      std::size_t best = 0;
      float score = scratch.now[0] + chain.transition[to];
      for (std::size_t from = 1; from < count; ++from) {
        const float other = scratch.now[from] + chain.transition[from * count + to];
        if (other > score) {
          score = other;
          best = from;
        }
      }
      scratch.next[to] = score + emissions[w][to];
      scratch.from[w * count + to] = static_cast<std::uint16_t>(best);
    }
    scratch.now.swap(scratch.next);
  }
  for (std::size_t l = 0; l < count; ++l) scratch.now[l] += chain.stop[l];
  walk_back(scratch.from, count, kernels().argmax(scratch.now.data(), count), path);
}

void spans_of(const BioLabels& labels, std::span<const std::uint16_t> path, std::vector<BioSpan>& spans) {
  spans.clear();
  std::size_t before = labels.outside();
  for (std::uint32_t w = 0; w < path.size(); ++w) {
    const std::size_t label = path[w];
    if (!labels.is_outside(label)) {
      if (labels.begins(label) || !labels.may_follow(before, label)) {
        spans.push_back({{w, w + 1}, labels.kind_of(label)});
      } else {
        spans.back().words.end = w + 1;
      }
    }
    before = label;
  }
}

}  // namespace onrecord::tag
