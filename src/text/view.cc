#include "text/view.h"

namespace onrecord::text {

void View::keep_to(std::uint32_t end) {
  if (end <= position_) return;
  text_.append(below_.substr(position_, end - position_));
  map_.append(end - position_, position_, end - position_);
  position_ = end;
}

void View::replace_to(std::uint32_t end, std::string_view made) {
  text_.append(made);
  map_.append(static_cast<std::uint32_t>(made.size()), position_, end - position_);
  position_ = end;
}

void View::note(Repair::Kind kind, Span source, std::string reads_as) {
  if (!repairs_.empty() && reads_as.empty()) {
    Repair& last = repairs_.back();
    if (last.kind == kind && last.reads_as.empty() && last.source.end == source.begin) {
      last.source.end = source.end;
      return;
    }
  }
  repairs_.push_back({kind, source, std::move(reads_as)});
}

}  // namespace onrecord::text
