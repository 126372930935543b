// onrecord/view.h — a reading as people and programs see it.

#ifndef ONRECORD_VIEW_H_
#define ONRECORD_VIEW_H_

#include <cstddef>
#include <string>

#include "onrecord/error.h"
#include "onrecord/reading.h"

namespace onrecord {

struct TableStyle {
  bool colour = false;
  unsigned width = 100;  // Columns.
};

// One JSON object, no line break inside; the form is documented in doc/format/json.md, and for programs in
// doc/format/reading-1.schema.json.
std::string to_json(const Reading& reading);
// The same, indented.
std::string to_json_pretty(const Reading& reading);
// For people at a terminal: who, cue, what, to whom, how it is meant, and where in the file each stands.
std::string to_table(const Reading& reading, const TableStyle& style);
// For people in a document.
std::string to_markdown(const Reading& reading);
// CoNLL-U, with newdoc, newpar, sent_id, text, multiword tokens and SpaceAfter=No; ends with an empty line.
std::string to_conllu(const Reading& reading);

// Why a statement or a naming is in the record, in plain words: the words and their places, what found it,
// who the speaker is and through which mentions, and the words behind each label. `number` counts from 1, as
// the table does. Fails with bad_option when the reading has no such number.
Result<std::string> explain_statement(const Reading& reading, std::size_t number, const TableStyle& style);
Result<std::string> explain_naming(const Reading& reading, std::size_t number, const TableStyle& style);
// Likewise of an event: what told its type, whom and what it takes for its parties, what decided its status.
// And of a place: the words that name it, what they stand for, what decided that they mean it.
Result<std::string> explain_event(const Reading& reading, std::size_t number, const TableStyle& style);
Result<std::string> explain_place(const Reading& reading, std::size_t number, const TableStyle& style);

}  // namespace onrecord

#endif  // ONRECORD_VIEW_H_
