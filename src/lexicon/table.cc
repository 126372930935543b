#include "lexicon/table.h"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace onrecord::lexicon {
namespace {

// FNV-1a: keys are short, so nothing faster pays.
std::size_t hash(std::string_view key) {
  std::uint64_t value = 14695981039346656037ULL;
  for (const char byte : key) value = (value ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  return static_cast<std::size_t>(value ^ (value >> 32));
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

}  // namespace

Table::Table(std::string_view text) {
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
  rows_.resize(std::bit_ceil(2 * lines));
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = std::min(line.find('\t'), line.size());
    const std::string_view key = line.substr(0, tab);
    Row& row = rows_[place_of(key)];
    if (key.empty() || !row.key.empty()) continue;
    row = {key, line.substr(std::min(tab + 1, line.size()))};
    ++size_;
  }
}

std::size_t Table::place_of(std::string_view key) const {
  std::size_t place = hash(key) & (rows_.size() - 1);
  while (!rows_[place].key.empty() && rows_[place].key != key) place = (place + 1) & (rows_.size() - 1);
  return place;
}

std::optional<std::string_view> Table::find(std::string_view key) const {
  if (key.empty()) return std::nullopt;
  const Row& row = rows_[place_of(key)];
  if (row.key.empty()) return std::nullopt;
  return row.value;
}

}  // namespace onrecord::lexicon
