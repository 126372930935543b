#include "report/line_reader.h"

#include <algorithm>
#include <utility>

namespace onrecord::report {
namespace {

constexpr std::size_t kPiece = 256U << 10;

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\f\v") == std::string_view::npos; }

}  // namespace

// Adds a piece to what is pending; 0 at the end.
Result<std::size_t> LineReader::fill() {
  if (ended_) return 0;
  if (begin_ > kPiece) {  // Moved rarely, so that many short lines cost no more than their bytes.
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
  auto got = input_.read(buffer_, kPiece);
  ended_ = !got || *got == 0;
  return got;
}

Result<Ok> LineReader::peek(std::size_t size) {
  while (pending().size() < size && !ended_) {
    if (auto got = fill(); !got) return fail(std::move(got.error()));
  }
  return Ok{};
}

Result<std::string_view> LineReader::peek_line() {
  std::size_t line = 0, searched = 0;
  for (;;) {
    const std::size_t end = pending().find('\n', searched);
    if (end != std::string_view::npos) {
      if (!is_blank(pending().substr(line, end - line))) {
        if (auto more = peek(end + 2); !more) return fail(std::move(more.error()));
        return pending().substr(line, end - line);
      }
      line = searched = end + 1;
      continue;
    }
    searched = pending().size();
    if (ended_ || searched > limit_) return pending().substr(line);
    if (auto got = fill(); !got) return fail(std::move(got.error()));
  }
}

Result<std::optional<Line>> LineReader::next() {
  std::size_t searched = 0;
  for (;;) {
    const std::size_t end = std::min(pending().find('\n', searched), pending().size());
    if (end > limit_) return pass_over_line();
    if (end < pending().size() || (ended_ && end > 0)) {
      ++number_;
      auto line = pending().substr(0, end);
      begin_ = std::min(begin_ + end + 1, buffer_.size());
      searched = 0;
      if (is_blank(line)) continue;
      if (line.ends_with('\r')) line.remove_suffix(1);
      return Line{number_, std::string(line)};
    }
    if (ended_) return std::optional<Line>();
    searched = end;
    if (auto got = fill(); !got) return fail(std::move(got.error()));
  }
}

Result<std::optional<Line>> LineReader::pass_over_line() {
  Error error = base::too_large(input_.name(), limit_);
  error.place = "line " + std::to_string(++number_);
  for (;;) {
    const std::size_t end = pending().find('\n');
    begin_ = end == std::string_view::npos ? buffer_.size() : begin_ + end + 1;
    if (end != std::string_view::npos || ended_) return fail(std::move(error));
    if (auto got = fill(); !got) return fail(std::move(got.error()));
  }
}

Result<Ok> LineReader::take_all(std::string& to) {
  buffer_.erase(0, begin_);
  begin_ = 0;
  to = std::move(buffer_);
  buffer_.clear();
  if (to.size() > limit_) return fail(base::too_large(input_.name(), limit_));
  if (ended_) return Ok{};
  ended_ = true;
  return input_.read_all(to, limit_);
}

}  // namespace onrecord::report
