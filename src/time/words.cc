#include "time/words.h"

#include <charconv>
#include <string>
#include <utility>

#include "lexicon/table.h"

namespace onrecord::time {
namespace {

constexpr std::string_view kWords =
#include "times_words.inc"
    ;
constexpr std::string_view kZones =
#include "times_zones.inc"
    ;

constexpr std::size_t kLongest = 16;  // No key of the tables is longer.

constexpr std::pair<std::string_view, Kind> kNames[] = {
    {"number", Kind::number},
    {"scale", Kind::scale},
    {"amount", Kind::amount},
    {"half", Kind::half},
    {"ordinal", Kind::ordinal},
    {"unit", Kind::unit},
    {"units", Kind::units},
    {"weekday", Kind::weekday},
    {"weekdays", Kind::weekdays},
    {"month", Kind::month},
    {"short", Kind::abbreviated},
    {"season", Kind::season},
    {"part", Kind::part},
    {"parts", Kind::parts},
    {"clock", Kind::clock},
    {"overnight", Kind::overnight},
    {"day", Kind::day},
    {"tonight", Kind::tonight},
    {"refers", Kind::refers},
    {"refers_noun", Kind::refers_noun},
    {"near", Kind::near},
    {"shift", Kind::shift},
    {"modifier", Kind::modifier},
    {"edge", Kind::edge},
    {"end", Kind::end},
    {"every", Kind::every},
    {"often", Kind::often},
    {"article", Kind::article},
    {"of", Kind::of},
    {"and", Kind::and_},
    {"or", Kind::or_},
    {"to", Kind::to},
    {"than", Kind::than},
    {"more", Kind::more},
    {"less", Kind::less},
    {"over", Kind::over},
    {"under", Kind::under},
    {"least", Kind::least},
    {"most", Kind::most},
    {"fiscal", Kind::fiscal},
    {"meridiem", Kind::meridiem},
    {"oclock", Kind::oclock},
    {"old", Kind::old},
    {"aged", Kind::aged},
    {"from", Kind::from},
    {"on", Kind::on},
    {"in", Kind::in},
    {"numbered", Kind::numbered},
    {"holiday", Kind::holiday},
    {"repeats", Kind::repeats},
    {"lasting", Kind::lasting},
    {"prefix", Kind::prefix},
    {"idiom", Kind::idiom},
};

const lexicon::Table& words() {
  static const lexicon::Table table(kWords);
  return table;
}

const lexicon::Table& zones() {
  static const lexicon::Table table(kZones);
  return table;
}

Kind kind_named(std::string_view name) {
  for (const auto& [known, kind] : kNames)
    if (known == name) return kind;
  return Kind::none;
}

int to_number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// "ordinal=2 unit=1"
void add_row(std::string_view row, Item& item) {
  while (!row.empty()) {
    const std::string_view one = row.substr(0, row.find(' '));
    row.remove_prefix(std::min(row.size(), one.size() + 1));
    const std::size_t equals = one.find('=');
    const bool has_value = equals != std::string_view::npos;
    item.add(kind_named(one.substr(0, equals)), has_value ? to_number(one.substr(equals + 1)) : 0);
  }
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The tables' keys of all words, cut into pieces that need no memory of their own.
class Lower {
 public:
  explicit Lower(std::string_view word) {
    if (word.ends_with('.')) word.remove_suffix(1);
    if (word.empty() || word.size() > kLongest) return;
    for (const char c : word) text_[size_++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  std::string_view view() const { return {text_.data(), size_}; }

 private:
  std::array<char, kLongest> text_{};
  std::size_t size_ = 0;
};

constexpr std::string_view kTens[] = {"twenties", "thirties",  "forties",  "fifties",
                                      "sixties",  "seventies", "eighties", "nineties"};

// "1990s", "'80s", "80's" have lost their mark or kept it; "nineties".
int decade_of(std::string_view word) {
  if (!word.ends_with('s')) return -1;
  const char first = word.front();
  const bool by_digits = is_digit(first) || first == '\'' || static_cast<unsigned char>(first) == 0xE2;
  if (!by_digits && !word.ends_with("ties")) return -1;
  for (std::size_t i = 0; i < std::size(kTens); ++i)
    if (word == kTens[i]) return 20 + 10 * static_cast<int>(i);
  if (word.starts_with("\xE2\x80\x99") || word.starts_with("\xE2\x80\x98")) word.remove_prefix(3);
  if (word.starts_with('\'')) word.remove_prefix(1);
  word.remove_suffix(1);
  if (word.ends_with('\'')) word.remove_suffix(1);
  const bool sized = word.size() == 2 || word.size() == 4;
  if (!sized || !word.ends_with('0')) return -1;
  for (const char c : word)
    if (!is_digit(c)) return -1;
  const int value = to_number(word);
  return word.size() == 4 && (value < 1000 || value > 2990) ? -1 : value;
}

std::size_t prefix_of(std::string_view lower, int& modifier) {
  constexpr std::pair<std::string_view, int> kPrefixes[] = {
      {"mid-", 10}, {"post-", 2}, {"pre-", 1}, {"early-", 9}, {"late-", 11}};
  if (lower.find('-') == std::string_view::npos) return 0;
  for (const auto& [prefix, value] : kPrefixes) {
    if (!lower.starts_with(prefix)) continue;
    modifier = value;
    return prefix.size();
  }
  return 0;
}

bool all_capitals(std::string_view word) {
  for (const char c : word)
    if (c < 'A' || c > 'Z') return false;
  return true;
}

Item item_of(std::string_view word) {
  Item item;
  const char first = word.front();
  if (is_digit(first)) item.add(Kind::digits, 0);
  if (word == "-" || word == "\xE2\x80\x93" || word == "\xE2\x80\x94") {
    item.add(Kind::hyphen, 0);
    return item;
  }
  const Lower lower(word);
  if (lower.view().empty()) return item;
  if (const int decade = decade_of(lower.view()); decade >= 0) item.add(Kind::decade, decade);
  if (is_digit(first)) return item;
  int modifier = 0;
  if (const std::size_t prefix = prefix_of(lower.view(), modifier); prefix > 0) {
    item = item_of(word.size() > prefix ? word.substr(prefix) : std::string_view("."));
    if (item.any()) item.add(Kind::prefix, modifier);
    return item;
  }
  if (const auto row = words().find(lower.view())) add_row(*row, item);
  if (!item.any() && all_capitals(word)) {
    if (const auto zone = zones().find(lower.view())) item.add(Kind::zone, to_number(*zone));
  }
  return item;
}

}  // namespace

void Item::add(Kind kind, int value) {
  for (Meaning& one : meanings_) {
    if (one.kind != Kind::none) continue;
    one = {kind, static_cast<std::int16_t>(value)};
    kinds_ |= bit(kind);
    return;
  }
}

std::string_view without_prefix(std::string_view word) {
  int modifier = 0;
  const std::size_t prefix = prefix_of(Lower(word).view(), modifier);
  return word.substr(prefix);
}

std::vector<Item> items_of(const Document& document) {
  std::vector<Item> items;
  items.reserve(document.tokens().size());
  for (std::uint32_t i = 0; i < document.tokens().size(); ++i) items.push_back(item_of(document.word(i)));
  return items;
}

}  // namespace onrecord::time
