#include "base/input.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "base/files.h"

namespace onrecord::base {
namespace {

constexpr std::size_t kPiece = 256U << 10;

}  // namespace

Result<Input> Input::open(const std::string& path) {
  File file(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number < 0) return fail(file_error(path, errno));
  return Input(std::move(file), {}, path);
}

Input Input::of_memory(std::string_view bytes, std::string name) {
  return Input(File(-1), bytes, std::move(name));
}

Input::Input(File file, std::string_view memory, std::string name)
    : name_(std::move(name)), file_(std::move(file)), memory_(memory) {}

Input::File::~File() {
  if (number > STDIN_FILENO) ::close(number);
}

std::string_view Input::pending() const {
  return (file_.number < 0 ? memory_ : std::string_view(buffer_)).substr(at_);
}

Error Input::error(ErrorCode code, std::string message, std::string mend) const {
  return {code, std::move(message), name_, "byte " + std::to_string(taken_), std::move(mend)};
}

// Adds the next piece to what is pending; 0 at the end. Memory is one piece, there from the start.
Result<std::size_t> Input::fill() {
  if (file_.number < 0) return 0;
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t had = buffer_.size();
  buffer_.resize(had + kPiece);
  ssize_t got = 0;
  do {
    got = ::read(file_.number, buffer_.data() + had, kPiece);
  } while (got < 0 && errno == EINTR);
  const int wrong = errno;
  buffer_.resize(had + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  if (got >= 0) return static_cast<std::size_t>(got);
  Error error = file_error(name_, wrong);
  if (wrong != EISDIR) error.place = "byte " + std::to_string(taken_);
  return fail(std::move(error));
}

// Looks at the first bytes. A pipe may give them one by one, and the longest magic is four.
Result<Ok> Input::begin() {
  begun_ = true;
  while (pending().size() < 4) {
    const auto got = fill();
    if (!got) return fail(got.error());
    if (*got == 0) break;
  }
  const Compression kind = compression_of(pending());
  if (kind != Compression::none) decompressor_ = make_decompressor(kind);
  return Ok{};
}

Result<std::size_t> Input::read(std::string& to, std::size_t size) {
  if (!begun_) {
    if (auto begun = begin(); !begun) return fail(begun.error());
  }
  return decompressor_ ? read_packed(to, size) : read_plain(to, size);
}

Result<std::size_t> Input::read_plain(std::string& to, std::size_t size) {
  if (pending().empty()) {
    if (auto got = fill(); !got) return got;
  }
  const auto taken = pending().substr(0, size);
  to.append(taken);
  at_ += taken.size();
  taken_ += taken.size();
  return taken.size();
}

Result<std::size_t> Input::read_packed(std::string& to, std::size_t size) {
  const std::size_t had = to.size();
  const std::size_t room = std::min(size, kPiece);
  while (to.size() == had) {
    bool ended = false;
    if (pending().empty()) {
      const auto got = fill();
      if (!got) return got;
      ended = *got == 0;
    }
    auto left = pending();
    const std::size_t before = left.size();
    if (auto fed = decompressor_->feed(left, to, room); !fed) {
      Error wrong = std::move(fed.error());
      wrong.file = name_;
      wrong.place = "byte " + std::to_string(taken_);
      return fail(std::move(wrong));
    }
    at_ += before - left.size();
    taken_ += before - left.size();
    if (ended && to.size() == had) {
      if (decompressor_->complete()) return 0;
      return fail(error(ErrorCode::bad_compression, "the compressed data breaks off before its end",
                        "Fetch or compress the file again."));
    }
  }
  given_ += to.size() - had;
  if (is_bomb(taken_, given_)) {
    return fail(error(ErrorCode::too_large,
                      "the compressed file grows past 200 times its size: " + std::to_string(given_) +
                          " bytes out of " + std::to_string(taken_),
                      "If it is no bomb, decompress it yourself and read the result."));
  }
  return to.size() - had;
}

Result<Ok> Input::read_all(std::string& to, std::uint64_t limit) {
  for (;;) {
    const auto got = read(to, kPiece);
    if (!got) return fail(got.error());
    if (*got == 0) return Ok{};
    if (to.size() > limit) return fail(too_large(name_, limit));
  }
}

Error too_large(const std::string& name, std::uint64_t limit) {
  return {ErrorCode::too_large, "the report is longer than the limit of " + std::to_string(limit) + " bytes",
          name, "byte " + std::to_string(limit), "Split the report, or raise the limit."};
}

}  // namespace onrecord::base
