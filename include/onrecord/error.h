// onrecord/error.h — what can go wrong, and how a function says so.
//
// No function of this library throws, prints or exits. A function that can fail returns Result<T>;
// the caller is the one who knows whom to tell. Every error names the file, the place in it and the mend.

#ifndef ONRECORD_ERROR_H_
#define ONRECORD_ERROR_H_

#include <string>
#include <tl/expected.hpp>

namespace onrecord {

// Printed by the command line and documented in doc/errors.md. Never renumber.
enum class ErrorCode {
  not_found = 101,          // No such file or folder.
  not_readable = 102,       // There, but may not be read, or reading failed half-way.
  empty_report = 103,       // Nothing to read: no bytes, or no text in them.
  not_text = 104,           // Binary: not a report in any form that is read.
  bad_compression = 105,    // Truncated or damaged .gz or .zst.
  too_large = 106,          // Past a limit that the message names (a gzip bomb, a huge report).
  too_deep = 107,           // HTML nested past the limit.
  bad_json = 108,           // Not JSON, or not an object, at the line named.
  missing_field = 109,      // JSON without the field that holds the text (or the one --map named).
  bad_encoding = 110,       // The declared or detected encoding cannot be decoded.
  bad_date = 111,           // A date that is not YYYY-MM-DD.
  bad_option = 112,         // An option's value is not of its kind.
  weights_missing = 201,    // No weights file where it was looked for.
  weights_damaged = 202,    // Cut short, or a checksum that does not match.
  weights_unknown = 203,    // A version or an architecture that this program does not know.
  gazetteer_missing = 211,  // No file of places where it was looked for.
  gazetteer_damaged = 212,  // Cut short, or not as it was written.
  gazetteer_unknown = 213,  // No file of places, or of a version that this program does not know.
  bad_lexicon = 221,        // A table of actors with a line that is not in its form.
  bad_statement = 301,      // A statement does not fit the document it cites.
};

struct Error {
  ErrorCode code;
  std::string message;     // One sentence: what is wrong, with the offending value in it.
  std::string file = {};   // The file at fault, "-" for standard input, empty when there is none.
  std::string place = {};  // Where in it: "line 12", "byte 40960", "field maintext"; may be empty.
  std::string mend = {};   // What to do about it, as an imperative sentence; may be empty.
};

template <typename T>
using Result = tl::expected<T, Error>;

// The value of a Result when success has nothing to tell.
struct Ok {};

inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

}  // namespace onrecord

#endif  // ONRECORD_ERROR_H_
