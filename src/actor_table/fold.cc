#include "actor_table/fold.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/utf8.h"

namespace onrecord::actor_table {
namespace {

// U+00C0 to U+017F without their marks; '\'' is dropped, '.' keeps the letter as it is.
constexpr std::string_view kPlain =
    "aaaaaa\1ceeeeiiiidnooooo.ouuuuy\2\3aaaaaa\1ceeeeiiiidnooooo.ouuuuy\2y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii\4\4jjkkklllllll"
    "lllnnnnnnnnnoooooo\5\5rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

void append_letter(std::string& to, char32_t letter) {
  if (letter == 0x219 || letter == 0x218) {
    to += 's';
  } else if (letter == 0x21B || letter == 0x21A) {
    to += 't';
  } else if (letter == 0x259 || letter == 0x18F) {
    to += 'a';
  } else if (letter >= 0xC0 && letter - 0xC0 < kPlain.size() && kPlain[letter - 0xC0] != '.') {
    constexpr std::array<std::string_view, 6> kShort = {"", "a", "t", "s", "i", "o"};
    const char plain = kPlain[letter - 0xC0];
    if (plain < 6) {
      to += kShort[static_cast<std::size_t>(plain)];
    } else {
      to += plain;
    }
  } else {
    base::append_utf8(to, letter);
  }
}

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == 0x2018 || c == 0x2019 || c == 0x2BC || c == 0x2BB || c == 0x60 || c == 0xB4;
}

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool is_dark_vowel(char c) { return c == 'a' || c == 'o' || c == 'u'; }

// Small letters without marks, words parted by single spaces.
void append_plain(std::string& to, std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    const unsigned char byte = static_cast<unsigned char>(name[at]);
    if (byte < 0x80) {
      ++at;
      const char c = static_cast<char>(byte);
      if (c >= 'A' && c <= 'Z') {
        to += static_cast<char>(c + 32);
      } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        to += c;
      } else if (c != '.' && !is_apostrophe(byte) && !to.empty() && to.back() != ' ') {
        to += ' ';
      }
      continue;
    }
    const base::CodePoint point = base::decode_utf8(name, at);
    if (!point.valid) {
      to.append(name.substr(at, point.size));
    } else if ((point.value >= 0x2010 && point.value <= 0x2015) || point.value == 0xA0) {
      if (!to.empty() && to.back() != ' ') to += ' ';
    } else if (!is_apostrophe(point.value)) {
      append_letter(to, point.value);
    }
    at += point.size;
  }
  while (!to.empty() && to.back() == ' ') to.pop_back();
}

// How one letter, seen with those beside it, is written once transliterations no longer differ.
char one_sound(std::string_view word, std::size_t at) {
  const char c = word[at];
  if (c == 'y' || (c == 'j' && at > 0)) return 'i';
  if (c == 'q') return 'k';
  if (c == 'w') return 'v';
  return c;
}

// The letters at `at` that stand for one sound together with the next: "kh", "ou", "ph".
struct Pair {
  std::string_view letters;
  char sound;
};
constexpr std::array<Pair, 11> kPairs = {{{"kh", 'h'},
                                          {"gh", 'g'},
                                          {"dh", 'd'},
                                          {"th", 't'},
                                          {"ph", 'f'},
                                          {"ck", 'k'},
                                          {"ou", 'u'},
                                          {"oe", 'o'},
                                          {"ue", 'u'},
                                          {"ae", 'a'},
                                          {"sz", 's'}}};

void append_word(std::string& to, std::string_view word) {
  if (word == "the" || word == "al" || word == "el") return;
  if (!to.empty()) to += ' ';
  const std::size_t begin = to.size();
  for (std::size_t at = 0; at < word.size(); ++at) {
    char sound = one_sound(word, at);
    if (at + 1 < word.size()) {
      for (const Pair& pair : kPairs) {
        if (word[at] != pair.letters[0] || word[at + 1] != pair.letters[1]) continue;
        sound = pair.sound;
        ++at;
        break;
      }
    }
    if (to.size() == begin || to.back() != sound || static_cast<unsigned char>(sound) >= 0x80) to += sound;
  }
  if (to.size() > begin + 2 && to.back() == 'h' && is_vowel(to[to.size() - 2])) to.pop_back();
  // Hezbollah, Hizbullah, Hizballah; Abdullah, Abdallah: Arabic by its ending, and short vowels are written
  // by ear.
  if (word.size() > 5 && word.ends_with("lah") && to.size() >= begin + 4 &&
      is_dark_vowel(to[to.size() - 3])) {
    std::replace(to.begin() + static_cast<std::ptrdiff_t>(begin), to.end(), 'e', 'i');
    std::replace(to.begin() + static_cast<std::ptrdiff_t>(begin), to.end(), 'o', 'u');
    to[to.size() - 3] = 'u';
  }
  // Muhammad, Mohammed, Mohamed, Mohamad …
  std::array<char, 4> bones{};
  std::size_t count = 0;
  for (std::size_t at = begin; at < to.size(); ++at) {
    if (!is_vowel(to[at]) && count++ < bones.size()) bones[count - 1] = to[at];
  }
  if (count == 4 && std::string_view(bones.data(), 4) == "mhmd")
    to.replace(begin, std::string::npos, "muhamad");
}

void fold_into(std::string& to, std::string_view name) {
  thread_local std::string plain;
  plain.clear();
  append_plain(plain, name);
  std::string_view rest = plain;
  while (!rest.empty()) {
    const std::size_t end = rest.find(' ');
    append_word(to, rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  if (to.empty()) to = plain;  // "The The"
}

}  // namespace

std::string fold(std::string_view name) {
  std::string folded;
  fold_into(folded, name);
  return folded;
}

std::string lower(std::string_view text) {
  std::string low;
  low.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with("\u2019")) {
      low += '\'';
      i += 2;
    } else {
      const char c = text[i];
      low += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
  }
  return low;
}

std::uint64_t hash(std::string_view key) {
  std::uint64_t value = 14695981039346656037ULL;
  for (const char byte : key) value = (value ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  return value ^ (value >> 32);
}

std::uint64_t fold_hash(std::string_view name) {
  thread_local std::string folded;
  folded.clear();
  fold_into(folded, name);
  return hash(folded);
}

}  // namespace onrecord::actor_table
