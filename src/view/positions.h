// view/positions.h — where a stretch of a document's text stands, in each way of counting.

#ifndef ONRECORD_VIEW_POSITIONS_H_
#define ONRECORD_VIEW_POSITIONS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/reading.h"
#include "onrecord/span.h"

namespace onrecord::view {

// How many code points stand before an offset of a UTF-8 text. Keeps a count every few hundred bytes, so that
// asking for every word of a text that is one 100 MB line stays linear. The text must outlive it.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  std::uint32_t before(std::uint32_t offset) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> counts_;  // Before each step of kStep bytes.
};

// All ways of saying where, for one reading. The reading must outlive it.
class Positions {
 public:
  explicit Positions(const Reading& reading);

  std::string_view words(Span span) const { return reading_.document.text(span); }
  Span bytes(Span span) const { return reading_.document.to_bytes(span); }  // Of Report::bytes.
  Span code_points(Span span) const;                                        // Of Document::text().

  // Where `span` begins in the file, for people: "12:5" is line 12, column 5 (in characters, from 1). "@340"
  // is byte 340, from 0: of JSON, where the whole report may stand in one line, and of encodings with wide
  // units.
  std::string begin(Span span) const { return byte(bytes(span).begin); }
  std::string byte(std::uint32_t source) const;  // The same of a byte of the file.

 private:
  const Reading& reading_;
  CodePoints text_points_;
  CodePoints source_points_;
  std::vector<std::uint32_t> line_begins_;  // Empty where lines mean nothing.
};

}  // namespace onrecord::view

#endif  // ONRECORD_VIEW_POSITIONS_H_
