#include "onrecord/text_map.h"

#include <algorithm>
#include <cstddef>

namespace onrecord {
namespace {

bool is_copy(const TextRun& run) { return run.made_size == run.source_size; }

// The first run that ends after `made`; dropped runs (of no made size) never do at their own place.
std::size_t first_run_after(const std::vector<TextRun>& runs, std::uint32_t made) {
  const auto found = std::partition_point(
      runs.begin(), runs.end(), [made](const TextRun& run) { return run.made + run.made_size <= made; });
  return static_cast<std::size_t>(found - runs.begin());
}

// The part of `run` that `made` touches, in the source.
Span source_of(const TextRun& run, Span made) {
  if (!is_copy(run)) return {run.source, run.source + run.source_size};
  const std::uint32_t begin = std::max(made.begin, run.made) - run.made;
  const std::uint32_t end = std::min(made.end, run.made + run.made_size) - run.made;
  return {run.source + begin, run.source + end};
}

// Appends to `map` what the made bytes [from, to) of `below` came from: a copy, cut along the runs below it.
void append_copy(TextMap& map, const std::vector<TextRun>& below, std::uint32_t from, std::uint32_t to) {
  for (std::size_t i = first_run_after(below, from); i < below.size() && below[i].made < to; ++i) {
    const TextRun& run = below[i];
    const Span part = {std::max(from, run.made), std::min(to, run.made + run.made_size)};
    const Span source = source_of(run, part);
    map.append(part.size(), source.begin, source.size());
  }
}

}  // namespace

void TextMap::append(std::uint32_t made_size, std::uint32_t source, std::uint32_t source_size) {
  if (made_size == 0 && source_size == 0) return;
  const std::uint32_t made = runs_.empty() ? 0 : runs_.back().made + runs_.back().made_size;
  if (!runs_.empty() && made_size == source_size) {
    TextRun& last = runs_.back();
    if (is_copy(last) && last.source + last.source_size == source) {
      last.made_size += made_size;
      last.source_size += source_size;
      return;
    }
  }
  runs_.push_back({made, made_size, source, source_size});
}

Span TextMap::to_source(Span made) const {
  if (runs_.empty()) return {};
  std::size_t i = first_run_after(runs_, made.begin);
  if (made.empty()) {
    if (i == runs_.size())
      return {runs_.back().source + runs_.back().source_size, runs_.back().source + runs_.back().source_size};
    const std::uint32_t into = is_copy(runs_[i]) ? made.begin - runs_[i].made : 0;
    return {runs_[i].source + into, runs_[i].source + into};
  }
  // Text that the program added has a place in the source but no bytes there: it counts only when nothing
  // else does.
  Span all;
  bool found = false;
  for (; i < runs_.size() && runs_[i].made < made.end; ++i) {
    const Span part = source_of(runs_[i], made);
    if (!found || (all.empty() && !part.empty())) {
      all = part;
    } else if (!part.empty()) {
      all = {std::min(all.begin, part.begin), std::max(all.end, part.end)};
    }
    found = true;
  }
  return all;
}

TextMap TextMap::over(const TextMap& below) const {
  const bool changes_nothing =
      below.runs_.size() == 1 && is_copy(below.runs_[0]) && below.runs_[0].source == below.runs_[0].made;
  if (changes_nothing) return *this;
  TextMap result;
  for (const TextRun& run : runs_) {
    const Span source = {run.source, run.source + run.source_size};
    if (is_copy(run)) {
      append_copy(result, below.runs_, source.begin, source.end);
    } else {
      const Span bytes = below.to_source(source);
      result.append(run.made_size, bytes.begin, bytes.size());
    }
  }
  return result;
}

}  // namespace onrecord
