#include "naming/words.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "lexicon/table.h"

namespace onrecord::naming {
namespace {

constexpr std::string_view kVerbs =
#include "naming_verbs.inc"
    ;
constexpr std::string_view kWords =
#include "naming_words.inc"
    ;

constexpr std::string_view kScores =
#include "naming_scores.inc"
    ;

const lexicon::Table& verbs() {
  static const lexicon::Table table(kVerbs);
  return table;
}

const lexicon::Table& words() {
  static const lexicon::Table table(kWords);
  return table;
}

bool is_lower_letter(char c) { return c >= 'a' && c <= 'z'; }

// The row of `word` without one of the endings of regular forms: calls, branded, labelled, describing.
std::optional<std::string_view> find_form(const lexicon::Table& table, std::string_view word) {
  constexpr std::size_t kLongest = 24;
  if (word.empty() || word.size() > kLongest) return std::nullopt;
  const std::string form = lower_case(word);
  if (auto found = table.find(form)) return found;
  for (const std::string_view ending : {"s", "es", "d", "ed", "ing"}) {
    if (form.size() <= ending.size() + 1 || !form.ends_with(ending)) continue;
    std::string stem = form.substr(0, form.size() - ending.size());
    if (auto found = table.find(stem)) return found;
    if (ending == "ing") {
      if (auto found = table.find(stem + "e")) return found;
    }
    const std::size_t last = stem.size() - 1;
    if ((ending == "ed" || ending == "ing") && is_lower_letter(stem[last]) && stem[last] == stem[last - 1]) {
      if (auto found = table.find(stem.substr(0, last))) return found;
    }
  }
  return std::nullopt;
}

bool holds_word(std::string_view values, std::string_view word) {
  while (!values.empty()) {
    const std::string_view one = values.substr(0, values.find(' '));
    if (one == word) return true;
    values.remove_prefix(std::min(values.size(), one.size() + 1));
  }
  return false;
}

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::leads:
      return "leads";
    case Kind::never:
      return "never";
    case Kind::work:
      return "work";
    case Kind::word:
      return "word";
  }
  return "";
}

}  // namespace

Frame frame_of(std::string_view word) {
  const std::string_view how = find_form(verbs(), word).value_or("");
  return {.object = holds_word(how, "object"),
          .as = holds_word(how, "as"),
          .quoted = holds_word(how, "quoted"),
          .proper = holds_word(how, "proper"),
          .aside = holds_word(how, "aside")};
}

bool is_listed(std::string_view word, Kind kind) {
  return holds_word(find_form(words(), word).value_or(""), name_of(kind));
}

float score_of(std::string_view rule) {
  static const lexicon::Table table(kScores);
  auto digits = table.find(rule).value_or("0.50");
  digits.remove_prefix(std::min<std::size_t>(2, digits.size()));  // "0.85": hundredths.
  int hundredths = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), hundredths);
  return static_cast<float>(hundredths) / 100.0F;
}

std::string lower_case(std::string_view word) {
  std::string lower(word);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

bool begins_with_capital(std::string_view word) { return !word.empty() && word[0] >= 'A' && word[0] <= 'Z'; }

}  // namespace onrecord::naming
