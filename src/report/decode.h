// report/decode.h — bytes in any encoding → UTF-8 with a map back.

#ifndef ONRECORD_REPORT_DECODE_H_
#define ONRECORD_REPORT_DECODE_H_

#include <string>
#include <string_view>
#include <vector>

#include "onrecord/report.h"
#include "report/made_text.h"

namespace onrecord::report {

struct Decoded {
  MadeText made;  // Without byte order mark.
  std::string encoding;
  std::vector<Repair> repairs;
};

// The encoding is, in this order: that of the byte order mark; the one the markup declares; UTF-8 when valid
// or nearly so; the one that the bytes look like; windows-1252. Bytes that are no character read as U+FFFD.
// Fails with bad_encoding when a declared encoding cannot be decoded by anything here.
Result<Decoded> decode(std::string_view bytes, const std::string& name);

}  // namespace onrecord::report

#endif  // ONRECORD_REPORT_DECODE_H_
