#include "text/make_document.h"

#include <algorithm>
#include <utility>

#include "text/blocks.h"
#include "text/tokenize.h"
#include "text/view.h"

namespace onrecord::text {
namespace {

// `map` leads from the text below the view to Report::bytes.
void add_repairs(const View& view, const TextMap& map, std::vector<Repair>& repairs) {
  for (const Repair& repair : view.repairs()) {
    repairs.push_back({repair.kind, map.to_source(repair.source), repair.reads_as});
  }
}

// Where the offsets of `points`, which rise, stand in the text made: the first place made from there or
// later.
class Forward {
 public:
  explicit Forward(const TextMap& map) : runs_(map.runs()) {}

  std::uint32_t operator()(std::uint32_t source) {
    while (next_ < runs_.size() && runs_[next_].source + runs_[next_].source_size <= source) ++next_;
    if (next_ == runs_.size()) return runs_.empty() ? 0 : runs_.back().made + runs_.back().made_size;
    const TextRun& run = runs_[next_];
    const bool copy = run.made_size == run.source_size && source > run.source;
    return run.made + (copy ? source - run.source : 0);
  }

 private:
  const std::vector<TextRun>& runs_;
  std::size_t next_ = 0;
};

// `to_body` leads from the text to the report's body.
Hints lead_over(const Report& report, const TextMap& to_body) {
  Hints hints{.blocks = report.hints, .title = report.title};
  std::sort(hints.blocks.begin(), hints.blocks.end(),
            [](const BlockHint& a, const BlockHint& b) { return a.span.begin < b.span.begin; });
  // A hint that another begins in ends there, so that none overlap.
  for (std::size_t i = 0; i + 1 < hints.blocks.size(); ++i) {
    Span& span = hints.blocks[i].span;
    span.end = std::max(span.begin, std::min(span.end, hints.blocks[i + 1].span.begin));
  }
  Forward forward(to_body);
  for (BlockHint& hint : hints.blocks) {
    const std::uint32_t begin = forward(hint.span.begin);
    hint.span = {begin, forward(std::max(hint.span.begin, hint.span.end))};
  }
  return hints;
}

}  // namespace

Document make_document(const Report& report) {
  Document::Parts parts;
  parts.repairs = report.repairs;
  const View characters = repair_characters(report.body);
  add_repairs(characters, report.body_map, parts.repairs);

  const View lines = repair_lines(characters.text());
  add_repairs(lines, characters.map().over(report.body_map), parts.repairs);
  std::stable_sort(parts.repairs.begin(), parts.repairs.end(),
                   [](const Repair& a, const Repair& b) { return a.source.begin < b.source.begin; });

  const TextMap to_body = lines.map().over(characters.map());
  parts.map = to_body.over(report.body_map);
  parts.text = lines.text();
  parts.blocks = find_blocks(parts.text, lead_over(report, to_body));
  parts.tokens.reserve(parts.text.size() / 5);
  for (Block& block : parts.blocks) {
    block.tokens.first = static_cast<std::uint32_t>(parts.tokens.size());
    tokenize(parts.text, block.span, parts.tokens);
    block.tokens.end = static_cast<std::uint32_t>(parts.tokens.size());
  }
  return Document(std::move(parts));
}

}  // namespace onrecord::text
