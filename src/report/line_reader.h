// report/line_reader.h — a file line by line, or looked into first and then taken whole.

#ifndef ONRECORD_REPORT_LINE_READER_H_
#define ONRECORD_REPORT_LINE_READER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/input.h"
#include "onrecord/error.h"

namespace onrecord::report {

struct Line {
  std::uint64_t number = 0;  // From 1.
  std::string bytes;         // Without its line break.
};

// Holds no more than one line and a piece of the next.
class LineReader {
 public:
  LineReader(base::Input input, std::uint64_t limit) : input_(std::move(input)), limit_(limit) {}

  // Reads on until `size` bytes are pending or the file ends.
  Result<Ok> peek(std::size_t size);
  // Reads on until the first line that is not blank is pending, with the start of what follows it, and gives
  // it.
  Result<std::string_view> peek_line();
  std::string_view pending() const { return std::string_view(buffer_).substr(begin_); }

  // The next line that is not blank; nothing at the end of the file. A line past the limit gives too_large
  // and is passed over; after any other error comes the end.
  Result<std::optional<Line>> next();

  // All that is left. Fails with too_large past the limit.
  Result<Ok> take_all(std::string& to);

 private:
  Result<std::size_t> fill();
  Result<std::optional<Line>> pass_over_line();

  base::Input input_;
  std::uint64_t limit_;
  std::string buffer_;
  std::size_t begin_ = 0;  // What is taken of it.
  std::uint64_t number_ = 0;
  bool ended_ = false;
};

}  // namespace onrecord::report

#endif  // ONRECORD_REPORT_LINE_READER_H_
