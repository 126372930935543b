#include "report/html_scan.h"

#include <algorithm>

namespace onrecord::report {
namespace {

constexpr std::string_view kSpaces = " \n\t\r\f";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

}  // namespace

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

TagScan::TagScan(std::string_view source) : source_(source) {
  at_ = std::min(source_.find_first_of(" \n\t\r\f/>", 1), source_.size());
  name_ = source_.substr(1, at_ - 1);
}

bool TagScan::next(Attribute& attribute) {
  self_closing_ = false;
  for (;;) {
    at_ = std::min(source_.find_first_not_of(kSpaces, at_), source_.size());
    if (at_ == source_.size()) return false;
    if (source_[at_] == '>') {
      ++at_;
      return false;
    }
    if (source_[at_] != '/') break;
    self_closing_ = true;
    ++at_;
  }
  self_closing_ = false;
  // A name may begin with "=", after which it ends as usual.
  const std::size_t end = std::min(source_.find_first_of(" \n\t\r\f/>=", at_ + 1), source_.size());
  attribute.name = source_.substr(at_, end - at_);
  at_ = end;
  attribute.value = value();
  return true;
}

// The value behind an attribute's name, and past it.
std::string_view TagScan::value() {
  const std::size_t sign = std::min(source_.find_first_not_of(kSpaces, at_), source_.size());
  if (sign == source_.size() || source_[sign] != '=') return {};
  at_ = std::min(source_.find_first_not_of(kSpaces, sign + 1), source_.size());
  if (at_ == source_.size() || source_[at_] == '>') return {};
  const char quote = source_[at_];
  if (quote == '"' || quote == '\'') {
    const std::size_t close = source_.find(quote, at_ + 1);
    // A value that never closes would swallow the page: it ends where an unquoted one would. Once only can
    // that search run to the end in vain, for no such mark is left behind it.
    if (close != std::string_view::npos) {
      const auto value = source_.substr(at_ + 1, close - at_ - 1);
      at_ = close + 1;
      return value;
    }
  }
  const std::size_t end = std::min(source_.find_first_of(" \n\t\r\f>", at_), source_.size());
  const auto value = source_.substr(at_, end - at_);
  at_ = end;
  return value;
}

}  // namespace onrecord::report
