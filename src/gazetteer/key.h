// gazetteer/key.h — a name as it is looked up: "Saint-Étienne" and "St. Etienne" are one.

#ifndef ONRECORD_GAZETTEER_KEY_H_
#define ONRECORD_GAZETTEER_KEY_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord::gazetteer {

// How letters outside ASCII are looked up; the file of places brings it along, so that whoever built the file
// and whoever reads it never differ.
class Folds {
 public:
  struct Fold {
    std::array<char, 3> letters = {};  // Ends at the first NUL; none: no such fold.
    bool alike = false;                // Of another script, but with the shape of a Latin letter.
  };

  void add(std::uint16_t letter, Fold fold);
  const Fold* find(char32_t letter) const;

 private:
  std::vector<Fold> folds_;  // By code point.
};

// The key of `text`: small ASCII letters and digits, words parted by single spaces, apostrophes and full
// stops dropped. Letters of other scripts stay, but those that only look Latin become Latin in a word that
// has other Latin letters. Written to `key`, whose memory is used again.
void make_key(const Folds& folds, std::string_view text, std::string& key);

// The key of an abbreviation: "=" and the text without its full stops and spaces.
void make_exact_key(std::string_view text, std::string& key);

std::uint64_t hash(std::string_view key);

// FNV-1a, as it also guards the head of the file.
std::uint64_t fnv(const char* bytes, std::size_t size);

}  // namespace onrecord::gazetteer

#endif  // ONRECORD_GAZETTEER_KEY_H_
