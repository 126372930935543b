#include "statement/forms.h"

#include <algorithm>
#include <array>
#include <utility>

namespace onrecord::statement {
namespace {

constexpr std::size_t kLongest = 24;  // Letters of a word that is worth taking apart.

constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kOddForms = {
    {{"said", "say"},
     {"sang", "sing"},
     {"made", "make"},
     {"gave", "give"},
     {"told", "tell"},
     {"wrote", "write"},
     {"written", "write"},
     {"thought", "think"},
     {"felt", "feel"},
     {"knew", "know"},
     {"swore", "swear"},
     {"spoke", "speak"},
     {"understood", "understand"}}};

// `form` without the last `cut` letters and with `added`.
std::string changed(const std::string& form, std::size_t cut, std::string_view added = {}) {
  return form.substr(0, form.size() - cut) + std::string(added);
}

// "ed" or "ing" off: referred → referr, refer, referre.
void add_stems(const std::string& form, std::size_t ending, std::vector<std::string>& stems) {
  const std::string bare = changed(form, ending);
  stems.push_back(bare);
  stems.push_back(bare + "e");
  if (bare.size() > 2 && bare[bare.size() - 1] == bare[bare.size() - 2]) stems.push_back(changed(bare, 1));
}

}  // namespace

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

std::vector<std::string> noun_stems(std::string_view form) {
  if (form.size() > kLongest) return {};
  const std::string lower = lower_case(form);
  std::vector<std::string> stems = {lower};
  if (lower.size() > 3 && lower.ends_with("s")) stems.push_back(changed(lower, 1));
  if (lower.size() > 4 && lower.ends_with("es")) stems.push_back(changed(lower, 2));
  if (lower.size() > 4 && lower.ends_with("ies")) stems.push_back(changed(lower, 3, "y"));
  return stems;
}

std::vector<std::string> verb_stems(std::string_view form) {
  if (form.size() > kLongest) return {};
  std::vector<std::string> stems = noun_stems(form);
  const std::string lower = stems.front();
  for (const auto& [odd, lemma] : kOddForms) {
    if (lower == odd) stems.emplace_back(lemma);
  }
  if (lower.size() > 4 && lower.ends_with("ied")) stems.push_back(changed(lower, 3, "y"));
  if (lower.size() > 4 && lower.ends_with("ed")) add_stems(lower, 2, stems);
  if (lower.size() > 5 && lower.ends_with("ing")) add_stems(lower, 3, stems);
  return stems;
}

}  // namespace onrecord::statement
