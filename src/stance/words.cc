#include "stance/words.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "lexicon/table.h"

namespace onrecord::stance {
namespace {

constexpr std::size_t kLongest = 40;  // Bytes of a word that a table may hold.

constexpr std::string_view kCues =
#include "stance_cues.inc"
    ;
constexpr std::string_view kWords =
#include "stance_words.inc"
    ;
constexpr std::string_view kScores =
#include "stance_scores.inc"
    ;

const lexicon::Table& cues() {
  static const lexicon::Table kTable(kCues);
  return kTable;
}

const lexicon::Table& words() {
  static const lexicon::Table kTable(kWords);
  return kTable;
}

const lexicon::Table& scores() {
  static const lexicon::Table kTable(kScores);
  return kTable;
}

std::string lowered(std::string_view text) {
  std::string low;
  low.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with("’")) {
      low += '\'';
      i += 2;
    } else {
      low += text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
    }
  }
  return low;
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// What is left when an ending of the verb is taken off: "stopp" → stop, stopp; "urg" → urge, urg.
void add_stems(const std::string& stem, std::vector<std::string>& forms) {
  if (stem.size() < 2) return;
  const char last = stem.back();
  const bool doubled = stem.size() > 2 && last == stem[stem.size() - 2] && !is_vowel(last);
  forms.push_back(stem);
  forms.push_back(stem + "e");
  if (doubled) forms.push_back(stem.substr(0, stem.size() - 1));
}

void strip(const std::string& form, std::vector<std::string>& forms) {
  const auto without = [&](std::size_t count) { return form.substr(0, form.size() - count); };
  if (form.size() > 4 && (form.ends_with("ies") || form.ends_with("ied"))) forms.push_back(without(3) + "y");
  if (form.size() > 3 && form.ends_with("ed")) add_stems(without(2), forms);
  if (form.size() > 4 && form.ends_with("ing")) add_stems(without(3), forms);
  if (form.size() > 3 && form.ends_with("es")) add_stems(without(2), forms);
  if (form.size() > 2 && form.ends_with("s") && !form.ends_with("ss")) forms.push_back(without(1));
}

}  // namespace

std::string lower(const Tree& tree, Word word) { return lowered(tree.text(word).substr(0, kLongest)); }

std::vector<std::string> base_forms(const Tree& tree, Word word) {
  const std::string form = lower(tree, word);
  std::vector<std::string> forms;
  if (const auto irregular = words().find("form/" + form)) forms.emplace_back(*irregular);
  if (const auto lemma = tree.lemma(word); !lemma.empty()) {
    forms.push_back(lowered(lemma.substr(0, kLongest)));
    forms.push_back(forms.back() + "e");
  }
  forms.push_back(form);
  strip(form, forms);
  return forms;
}

std::optional<std::string_view> written_in(const Tree& tree, Word word, std::string_view of) {
  std::string key(of);
  key += '/';
  return words().find(key + lower(tree, word));
}

std::optional<std::string_view> found_in(const Tree& tree, Word word, std::string_view of) {
  std::string key(of);
  key += '/';
  for (const std::string& form : base_forms(tree, word)) {
    if (const auto value = words().find(key + form)) return value;
  }
  return std::nullopt;
}

std::optional<std::string_view> cue_row(const std::string& key) { return cues().find(key); }

float score_of(std::string_view rule) {
  auto value = scores().find(rule);
  if (!value) value = scores().find("other");
  float score = 0;
  if (value) {
    // Two digits as "0.85": read as whole hundredths, which from_chars can do in every library.
    int hundredths = 0;
    const std::string_view digits = value->substr(std::min<std::size_t>(2, value->size()));
    std::from_chars(digits.data(), digits.data() + digits.size(), hundredths);
    score = static_cast<float>(hundredths) / 100.0F;
  }
  return score;
}

}  // namespace onrecord::stance
