#include "tag/lemma.h"

#include <unicode/uchar.h>

#include <array>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include "base/utf8.h"

namespace onrecord::tag {
namespace {

std::optional<std::size_t> read_count(std::string_view digits) {
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return count;
}

std::vector<char32_t> code_points(std::string_view text) {
  std::vector<char32_t> points;
  for (std::size_t i = 0; i < text.size();) {
    const base::CodePoint point = base::decode_utf8(text, i);
    points.push_back(point.value);
    i += point.size;
  }
  return points;
}

char32_t to_lower(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }

}  // namespace

LemmaScript::LemmaScript(std::string_view script) {
  if (script.size() > 1 && script[0] == '=') {
    kind_ = Kind::literal;
    front_ = script.substr(1);
    return;
  }
  // What is added behind comes last and may hold a bar itself.
  std::array<std::string_view, 4> fields;
  for (std::string_view& field : fields) {
    const std::size_t bar = script.find('|');
    if (bar == std::string_view::npos) return;
    field = script.substr(0, bar);
    script.remove_prefix(bar + 1);
  }
  const auto cut_front = read_count(fields[1]);
  const auto cut_back = read_count(fields[2]);
  if (!cut_front || !cut_back) return;
  if (fields[0] == "l") kind_ = Kind::lower;
  if (fields[0] == "k") kind_ = Kind::keep;
  if (fields[0] == "t") kind_ = Kind::title;
  cut_front_ = *cut_front;
  cut_back_ = *cut_back;
  front_ = fields[3];
  back_ = script;
}

std::string LemmaScript::apply(std::string_view form) const {
  if (kind_ == Kind::leave) return std::string(form);
  if (kind_ == Kind::literal) return front_;
  const std::vector<char32_t> points = code_points(form);
  if (cut_front_ > points.size() || cut_back_ > points.size() - cut_front_) return std::string(form);
  std::string lemma = front_;
  for (std::size_t i = cut_front_; i < points.size() - cut_back_; ++i) {
    const bool lowers = kind_ == Kind::lower || (kind_ == Kind::title && i > 0);
    base::append_utf8(lemma, lowers ? to_lower(points[i]) : points[i]);
  }
  lemma += back_;
  return lemma.empty() ? std::string(form) : lemma;
}

bool is_regular(std::string_view form, std::string_view lemma) {
  static constexpr std::pair<std::string_view, std::string_view> kEndings[] = {
      {"s", ""},    {"es", ""},   {"ies", "y"}, {"ves", "f"},  {"ves", "fe"},  {"men", "man"}, {"d", ""},
      {"ed", ""},   {"ied", "y"}, {"ing", ""},  {"ing", "e"},  {"ying", "ie"}, {"r", ""},      {"er", ""},
      {"ier", "y"}, {"st", ""},   {"est", ""},  {"iest", "y"}, {"", ""}};
  for (const auto& [ending, of_lemma] : kEndings) {
    if (!form.ends_with(ending) || !lemma.ends_with(of_lemma)) continue;
    const std::string_view stem = form.substr(0, form.size() - ending.size());
    const std::string_view rest = lemma.substr(0, lemma.size() - of_lemma.size());
    if (stem == rest) return true;
    // "stopped", "planning", "bigger": the last letter stands twice.
    const bool doubles = ending == "ed" || ending == "ing" || ending == "er" || ending == "est";
    if (doubles && !rest.empty() && stem.size() == rest.size() + 1 && stem.starts_with(rest) &&
        stem.back() == rest.back())
      return true;
  }
  return false;
}

}  // namespace onrecord::tag
