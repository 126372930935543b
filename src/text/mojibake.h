// text/mojibake.h — UTF-8 that somebody read as Windows-1252: "cafÃ©", "â€œYesâ€\x9d".

#ifndef ONRECORD_TEXT_MOJIBAKE_H_
#define ONRECORD_TEXT_MOJIBAKE_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace onrecord::text {

struct Mojibake {
  std::uint32_t size = 0;  // Bytes it takes in the text; 0 when there is none.
  std::string reads_as;    // One character.
  // True where no writer means these characters; false where two of them may meet by chance ("CAFÉ”"): those
  // count only in a text that holds others.
  bool sure = false;
};

// The one that begins at `at`, when it decodes cleanly.
Mojibake mojibake_at(std::string_view text, std::uint32_t at);

}  // namespace onrecord::text

#endif  // ONRECORD_TEXT_MOJIBAKE_H_
