// report/made_text.h — a text that grows together with its map back to the text it is made from.

#ifndef ONRECORD_REPORT_MADE_TEXT_H_
#define ONRECORD_REPORT_MADE_TEXT_H_

#include <string>
#include <string_view>

#include "onrecord/text_map.h"

namespace onrecord::report {

struct MadeText {
  std::string text;
  TextMap map;

  // `from` stood at `source` and is taken over as it is.
  void copy(std::string_view from, std::size_t source) {
    text.append(from);
    map.append(narrow(from.size()), narrow(source), narrow(from.size()));
  }
  // `reads_as` stands for the `source_size` bytes at `source`; empty: they are dropped.
  void replace(std::string_view reads_as, std::size_t source, std::size_t source_size) {
    text.append(reads_as);
    map.append(narrow(reads_as.size()), narrow(source), narrow(source_size));
  }

  // Sizes fit: no report is read that is longer than 2^32 - 1 bytes.
  static std::uint32_t narrow(std::size_t size) { return static_cast<std::uint32_t>(size); }
};

// "\r\n" and "\r" read as "\n", the map led through. Costs nothing where there is no "\r".
void normalize_line_ends(MadeText& made);

}  // namespace onrecord::report

#endif  // ONRECORD_REPORT_MADE_TEXT_H_
