#include "eval/spans.h"

#include <string_view>

namespace onrecord::eval {

SpanSet spans_of_bio(const std::vector<std::string>& labels) {
  SpanSet spans;
  LabelledSpan open;
  const auto close = [&](std::uint32_t end) {
    if (!open.label.empty()) {
      open.end = end;
      spans.insert(open);
    }
    open.label.clear();
  };
  for (std::uint32_t i = 0; i < labels.size(); ++i) {
    const std::string_view label = labels[i];
    if (label.size() < 3 || label[1] != '-') {
      close(i);
    } else if (label[0] == 'B' || label.substr(2) != open.label) {
      close(i);
      open = {i, i, std::string(label.substr(2))};
    }
  }
  close(static_cast<std::uint32_t>(labels.size()));
  return spans;
}

void SpanScore::add(const SpanSet& gold, const SpanSet& system) {
  for (const LabelledSpan& span : gold) {
    const bool right = system.contains(span);
    Count& label = by_label[span.label];
    ++all.gold;
    ++label.gold;
    all.right += right ? 1 : 0;
    label.right += right ? 1 : 0;
  }
  for (const LabelledSpan& span : system) {
    ++all.system;
    ++by_label[span.label].system;
  }
}

void SpanScore::add(const SpanScore& other) {
  all.add(other.all);
  for (const auto& [label, count] : other.by_label) by_label[label].add(count);
}

}  // namespace onrecord::eval
