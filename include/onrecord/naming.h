// onrecord/naming.h — who calls what by which name.
//
// "Putin calls the invasion a special military operation": the name is "special military operation", the
// named "the invasion", the namer Putin. The same words without a source are the outlet's own.

#ifndef ONRECORD_NAMING_H_
#define ONRECORD_NAMING_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "onrecord/span.h"

namespace onrecord {

struct Naming {
  Span name;                               // The words used, without quotation marks.
  std::optional<Span> named = {};          // What they stand for, as written; none: the report does not say.
  std::optional<Span> namer = {};          // Whose words they are, as written; none: the outlet's own.
  std::optional<Span> cue = {};            // "calls", "dubbed", "so-called".
  bool quoted = false;                     // Within quotation marks.
  std::vector<std::uint32_t> namers = {};  // Indices into Entities::entities; empty: unknown or the outlet.
  std::optional<std::uint32_t> statement = {};  // The statement that it stands in or makes, by index.
  float score = 0;                              // In [0, 1].
};

}  // namespace onrecord

#endif  // ONRECORD_NAMING_H_
