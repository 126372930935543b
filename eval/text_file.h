// eval/text_file.h — files as lines, and texts as counted characters.

#ifndef ONRECORD_EVAL_TEXT_FILE_H_
#define ONRECORD_EVAL_TEXT_FILE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/error.h"
#include "onrecord/span.h"

namespace onrecord::eval {

Result<std::string> read_file(const std::string& path);

// Cut at `separator`; "a||b" gives three parts.
std::vector<std::string_view> split(std::string_view text, char separator);

// Without white space at either end.
std::string_view trim(std::string_view text);

// Where the characters of a UTF-8 text stand, counting all of them or only those that are not white space.
class Characters {
 public:
  explicit Characters(std::string_view text);

  // How many characters that are not white space begin before `byte`.
  std::uint32_t letters_before(std::uint32_t byte) const { return letters_[byte]; }
  // The byte at which character number `index` begins; the text's size when there are not so many.
  std::uint32_t byte_of(std::uint32_t index) const;

 private:
  std::vector<std::uint32_t> letters_;  // One a byte, and one for the end.
  std::vector<std::uint32_t> bytes_;    // One a character.
  std::uint32_t size_ = 0;
};

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_TEXT_FILE_H_
