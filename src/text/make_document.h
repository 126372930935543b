// text/make_document.h — a report's body as people read it: repaired, in blocks and words.

#ifndef ONRECORD_TEXT_MAKE_DOCUMENT_H_
#define ONRECORD_TEXT_MAKE_DOCUMENT_H_

#include "onrecord/document.h"
#include "onrecord/report.h"

namespace onrecord::text {

// Never fails: an empty body gives a document without blocks. Every byte of the body that shows is in the
// document's text, or in a repair; Document::to_bytes leads to Report::bytes. Takes time in proportion to the
// body's size.
Document make_document(const Report& report);

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_MAKE_DOCUMENT_H_
