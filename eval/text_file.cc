#include "eval/text_file.h"

#include <fstream>
#include <iterator>

namespace onrecord::eval {
namespace {

bool is_space(char32_t c) {
  return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

std::uint32_t sequence_size(unsigned char lead) {
  if (lead >= 0xF0) return 4;
  if (lead >= 0xE0) return 3;
  if (lead >= 0xC0) return 2;
  return 1;
}

char32_t decode(std::string_view text, std::uint32_t at, std::uint32_t size) {
  const auto lead = static_cast<unsigned char>(text[at]);
  char32_t c = size == 1 ? lead : lead & (0x7FU >> size);
  for (std::uint32_t i = 1; i < size && at + i < text.size(); ++i) {
    c = (c << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  }
  return c;
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return fail({ErrorCode::not_found, "cannot open " + path, path, "", "Give --data DIR."});
  return std::string(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

Characters::Characters(std::string_view text) : size_(static_cast<std::uint32_t>(text.size())) {
  letters_.reserve(text.size() + 1);
  std::uint32_t letters = 0;
  for (std::uint32_t at = 0; at < size_;) {
    const std::uint32_t size = sequence_size(static_cast<unsigned char>(text[at]));
    bytes_.push_back(at);
    letters_.push_back(letters);
    if (!is_space(decode(text, at, size))) ++letters;
    // A byte inside a character counts it as begun.
    for (std::uint32_t i = 1; i < size && at + i < size_; ++i) letters_.push_back(letters);
    at += size;
  }
  letters_.resize(text.size() + 1, letters);
}

std::uint32_t Characters::byte_of(std::uint32_t index) const {
  return index < bytes_.size() ? bytes_[index] : size_;
}

}  // namespace onrecord::eval
