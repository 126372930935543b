// time/words.h — what each word of a document may be in a time.

#ifndef ONRECORD_TIME_WORDS_H_
#define ONRECORD_TIME_WORDS_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "onrecord/document.h"

namespace onrecord::time {

// As data/lexicon/en/times_words.tsv names and describes them. `digits`, `decade`, `zone` and `holiday` are
// read off the word itself or other tables.
enum class Kind : std::uint8_t {
  none,
  number,
  scale,
  amount,
  half,
  ordinal,
  unit,
  units,
  weekday,
  weekdays,
  month,
  abbreviated,
  season,
  part,
  parts,
  clock,
  overnight,
  day,
  tonight,
  refers,
  refers_noun,
  near,
  shift,
  modifier,
  edge,
  end,
  every,
  often,
  article,
  of,
  and_,
  or_,
  to,
  than,
  more,
  less,
  over,
  under,
  least,
  most,
  fiscal,
  meridiem,
  oclock,
  old,
  aged,
  from,
  on,
  in,
  digits,   // Begins with a digit; the value is of no meaning.
  decade,   // "1990s", "'80s", "nineties": its first year, or below 100 the tens of an unsaid century.
  zone,     // Minutes east of UTC.
  holiday,  // The first word of a holiday's name.
  hyphen,
  numbered,
  repeats,  // Once, twice.
  lasting,  // "yearlong": its unit.
  idiom,    // A word of a phrase that means a time as a whole; see parse_idioms.cc.
  prefix,   // "mid-November", "post-1959": the modifier that the prefix makes; see without_prefix().
};

struct Meaning {
  Kind kind = Kind::none;
  std::int16_t value = 0;
};

constexpr std::uint64_t bit(Kind kind) { return std::uint64_t{1} << static_cast<unsigned>(kind); }

template <typename... Kinds>
constexpr std::uint64_t bits(Kinds... kinds) {
  return (bit(kinds) | ...);
}

class Item {
 public:
  std::optional<int> get(Kind kind) const {
    for (const Meaning& one : meanings_)
      if (one.kind == kind) return one.value;
    return std::nullopt;
  }
  bool is(Kind kind) const { return (kinds_ & bit(kind)) != 0; }
  bool is_any(std::uint64_t kinds) const { return (kinds_ & kinds) != 0; }
  bool any() const { return kinds_ != 0; }
  void add(Kind kind, int value);

 private:
  std::uint64_t kinds_ = 0;  // A bit for each of `meanings_`.
  std::array<Meaning, 3> meanings_;
};

// `word` without "mid-", "post-", "pre-", where Kind::prefix says that it has one.
std::string_view without_prefix(std::string_view word);

// One a token of `document`.
std::vector<Item> items_of(const Document& document);

}  // namespace onrecord::time

#endif  // ONRECORD_TIME_WORDS_H_
