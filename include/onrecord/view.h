// onrecord/view.h — a reading as people and programs see it.

#ifndef ONRECORD_VIEW_H_
#define ONRECORD_VIEW_H_

#include <string>

#include "onrecord/reading.h"

namespace onrecord {

struct TableStyle {
  bool colour = false;
  unsigned width = 100;  // Columns.
};

// One JSON object, no line break inside; the form is documented in doc/format/json.md.
std::string to_json(const Reading& reading);
// The same, indented.
std::string to_json_pretty(const Reading& reading);
// For people at a terminal: who, cue, what, and where in the file each stands.
std::string to_table(const Reading& reading, const TableStyle& style);
// For people in a document.
std::string to_markdown(const Reading& reading);
// CoNLL-U, with newdoc, newpar, sent_id, text, multiword tokens and SpaceAfter=No; ends with an empty line.
std::string to_conllu(const Reading& reading);

}  // namespace onrecord

#endif  // ONRECORD_VIEW_H_
