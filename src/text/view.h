// text/view.h — a text made out of another: what was kept, what reads otherwise, and the way back.

#ifndef ONRECORD_TEXT_VIEW_H_
#define ONRECORD_TEXT_VIEW_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/report.h"
#include "onrecord/span.h"
#include "onrecord/text_map.h"

namespace onrecord::text {

// Walks once over the text below, from its beginning to its end; every byte is kept or replaced.
class View {
 public:
  // `below` must outlive the view's making, not the view.
  explicit View(std::string_view below) : below_(below) { text_.reserve(below.size()); }

  // Copies the text below as far as `end`; nothing when that lies behind.
  void keep_to(std::uint32_t end);
  // The text below as far as `end` reads as `made`.
  void replace_to(std::uint32_t end, std::string_view made);
  // Lists a repair of `source`, a stretch of the text below; one with the repair before when both adjoin, are
  // of a kind and leave nothing.
  void note(Repair::Kind kind, Span source, std::string reads_as);

  std::uint32_t position() const { return position_; }  // In the text below.
  const std::string& text() const { return text_; }
  const TextMap& map() const { return map_; }
  // Their sources are stretches of the text below.
  const std::vector<Repair>& repairs() const { return repairs_; }

 private:
  std::string_view below_;
  std::uint32_t position_ = 0;
  std::string text_;
  TextMap map_;
  std::vector<Repair> repairs_;
};

// Characters: soft hyphens, control and direction marks dropped; UTF-8 that was read as Windows-1252 put
// right.
View repair_characters(std::string_view body);

// Lines: words broken over two lines joined, hard wraps taken out, missing paragraph breaks put in. Every
// line break left in the view ends a block.
View repair_lines(std::string_view text);

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_VIEW_H_
