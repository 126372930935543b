#include "gazetteer/key.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace onrecord::gazetteer {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kShort = {
    {{"st", "saint"}, {"ste", "sainte"}, {"mt", "mount"}, {"ft", "fort"}}};

bool is_letter_or_digit(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

char small(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte; }

bool is_latin(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

// Apostrophes, full stops and accents that stand by themselves: they part nothing.
bool is_passed_over(char32_t letter) {
  switch (letter) {
    case U'\'':
    case U'.':
    case U'`':
    case 0xB4:
    case 0x2018:
    case 0x2019:
    case 0x2BB:
    case 0x2BC:
    case 0x2B9:
      return true;
    default:
      return letter >= 0x300 && letter < 0x370;
  }
}

bool is_space_or_mark(char32_t letter) {
  return letter == 0xA0 || (letter >= 0x2000 && letter < 0x2070) || letter < 0x80;
}

// Whether the word that begins at `at` has a Latin letter.
bool has_latin(std::string_view text, std::size_t at) {
  for (; at < text.size() && text[at] != ' '; ++at) {
    if (is_latin(text[at])) return true;
  }
  return false;
}

void end_word(std::string& key, std::size_t& begin) {
  if (key.size() == begin) return;
  const std::string_view word = std::string_view(key).substr(begin);
  for (const auto& [shortened, full] : kShort) {
    if (word == shortened) {
      key.replace(begin, std::string::npos, full);
      break;
    }
  }
  key += ' ';
  begin = key.size();
}

}  // namespace

void Folds::add(std::uint16_t letter, Fold fold) {
  if (letter >= folds_.size()) folds_.resize(std::size_t{letter} + 1);
  folds_[letter] = fold;
}

const Folds::Fold* Folds::find(char32_t letter) const {
  if (letter >= folds_.size() || folds_[letter].letters[0] == '\0') return nullptr;
  return &folds_[letter];
}

void make_key(const Folds& folds, std::string_view text, std::string& key) {
  key.clear();
  std::size_t begin = 0, word_in_text = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (is_letter_or_digit(text[at])) {
      key += small(text[at++]);
      continue;
    }
    const base::CodePoint letter = base::decode_utf8(text, at);
    at += letter.size;
    if (is_passed_over(letter.value)) continue;
    const Folds::Fold* fold = folds.find(letter.value);
    if (fold != nullptr && (!fold->alike || has_latin(text, word_in_text))) {
      for (const char one : fold->letters) {
        if (one != '\0') key += one;
      }
    } else if (is_space_or_mark(letter.value)) {
      end_word(key, begin);
      word_in_text = at;
    } else {
      key.append(text.substr(at - letter.size, letter.size));
    }
  }
  end_word(key, begin);
  if (!key.empty()) key.pop_back();
}

void make_exact_key(std::string_view text, std::string& key) {
  key = "=";
  std::copy_if(text.begin(), text.end(), std::back_inserter(key),
               [](char byte) { return byte != '.' && byte != ' '; });
}

std::uint64_t fnv(const char* bytes, std::size_t size) {
  std::uint64_t value = 14695981039346656037ULL;
  for (std::size_t i = 0; i < size; ++i)
    value = (value ^ static_cast<unsigned char>(bytes[i])) * 1099511628211ULL;
  value ^= value >> 32U;  // As short keys leave the upper bits alike.
  return value * 0x9E3779B97F4A7C15ULL;
}

std::uint64_t hash(std::string_view key) { return fnv(key.data(), key.size()); }

}  // namespace onrecord::gazetteer
