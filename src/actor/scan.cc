// Entries of the tables in a row of words: countries, bodies, nouns of roles and what stands before them.

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "actor/describe.h"
#include "actor_table/fold.h"

namespace onrecord::actor {
namespace {

using actor_table::Land;

constexpr unsigned kMostWords = 7;  // Of one entry of the tables.
constexpr std::size_t kLongestAcronym = 6;

// Before a country's word, they make it a part of it, or a part of the world.
constexpr std::array<std::string_view, 9> kParts = {"north",    "south",   "east",    "west",   "northern",
                                                    "southern", "eastern", "western", "central"};

// By a word's first letters, its last one and its length: whatever shares a place is only read again.
std::size_t place_of(std::string_view text) {
  std::size_t value = text.size();
  for (const char letter : text.substr(0, 6)) value = value * 31 + static_cast<unsigned char>(letter);
  if (!text.empty()) value = value * 31 + static_cast<unsigned char>(text.back());
  return (value ^ (value >> 9U)) & (Describer::kSeen - 1);
}

bool begins_capital(std::string_view word) {
  return !word.empty() && ((word.front() >= 'A' && word.front() <= 'Z') || (word.front() & 0x80) != 0);
}

}  // namespace

bool is_other_acronym(std::string_view text, actor_table::ActorRows rows) {
  const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (rows.front().kind == actor_table::ActorKind::person || text.size() > kLongestAcronym ||
      !std::all_of(text.begin(), text.end(), is_letter))
    return false;
  std::string listed = actor_table::lower("|" + std::string(rows.front().names) + "|");
  std::erase(listed, '.');  // "U.N."
  return listed.find(actor_table::lower("|" + std::string(text) + "|")) == std::string::npos;
}

std::optional<Describer::Item> Describer::word_item(TokenRange range, bool at_end) const {
  const std::string text = words(range);
  Item item{ItemSort::country, range, {}, nullptr, {}};
  const std::string low = actor_table::lower(text);
  const auto take = [&](ItemSort sort, const actor_table::RoleRow* row) {
    item.sort = sort;
    item.role = row;
    return row != nullptr;
  };
  if (const auto country = tables_.find_country(text); country && (!at_end || range.size() > 1)) {
    item.country = *country;
    return item;
  }
  if (!at_end && take(ItemSort::modifier, tables_.find_role(low, true))) return item;
  if (take(ItemSort::noun, tables_.find_noun(low))) return item;
  const std::string_view lemma = tree_.lemma(range.end - 1);
  if (at_end && range.size() == 1 && lemma != low && take(ItemSort::noun, tables_.find_role(lemma, false)))
    return item;
  if (low.starts_with("ex-") && take(ItemSort::noun, tables_.find_noun(std::string_view(low).substr(3))))
    return item;
  if (const auto country = tables_.find_country(text)) {
    item.sort = ItemSort::country;
    item.country = *country;
    return item;
  }
  return std::nullopt;
}

std::optional<Describer::Item> Describer::body_item(TokenRange range) const {
  const std::string text = words(range);
  auto found = tables_.find_name(text);
  std::erase_if(found, [&](actor_table::ActorRows rows) { return is_other_acronym(text, rows); });
  if (found.size() != 1 || found.front().front().kind == actor_table::ActorKind::person) return std::nullopt;
  return Item{ItemSort::body, range, {}, nullptr, found.front()};
}

Describer::Beginning Describer::beginning(Word word) const {
  Beginning& known = beginnings_[word];
  if (known.words != Beginning::kUnread) return known;
  const std::string_view text = tree_.text(word), lemma = tree_.lemma(word);
  Seen& seen = seen_[place_of(text)];
  if (seen.text != text || seen.lemma != lemma || seen.begins.words == Beginning::kUnread)
    seen = {text, lemma, read_beginning(word)};
  return known = seen.begins;
}

Describer::Beginning Describer::read_beginning(Word word) const {
  const std::string_view text = tree_.text(word);
  const std::string low = actor_table::lower(text);
  unsigned longest = tables_.longest_from(low);
  if (longest == 0 && low.starts_with("ex-")) longest = tables_.longest_from(std::string_view(low).substr(3));
  if (longest == 0 && tree_.lemma(word) != low && tables_.longest_from(tree_.lemma(word)) > 0) longest = 1;
  if (longest == 0 && low.ends_with('s') && tables_.find_noun(low) != nullptr) longest = 1;
  const unsigned name = begins_capital(text) ? tables_.longest_name_from(text) : 0;
  return {static_cast<std::uint8_t>(std::min(longest, kMostWords)),
          static_cast<std::uint8_t>(std::min(name, kMostWords))};
}

// The longest entry that begins with `word` and ends before `end`.
std::optional<Describer::Item> Describer::item_at(Word word, Word end) const {
  const Beginning begins = beginning(word);
  if (begins.words == 0 && begins.name == 0) return std::nullopt;
  const unsigned longest = begins.words, longest_name = begins.name;
  for (unsigned count = std::min({std::max(longest, longest_name), kMostWords, end - word}); count > 0;
       --count) {
    const TokenRange range{word, word + count};
    if (count <= longest) {
      if (auto item = word_item(range, range.end == end)) return item;
    }
    if (count <= longest_name && begins_capital(tree_.text(range.end - 1))) {
      if (auto item = body_item(range)) return item;
    }
  }
  return std::nullopt;
}

std::vector<Describer::Item> Describer::scan(TokenRange range) const {
  std::vector<Item> items;
  for (Word word = range.first; word < range.end;) {
    auto item = item_at(word, range.end);
    if (!item) {
      ++word;
      continue;
    }
    word = item->words.end;
    items.push_back(std::move(*item));
  }
  return items;
}

// Whether the country is that of who stands behind: "Russian-backed".
bool Describer::is_sponsor(const Item& item) const {
  const Word after = item.words.end;
  if (after + 1 >= tree_.size() || tree_.text(after) != "-") return false;
  return tables_.is_sponsor(actor_table::lower(tree_.text(after + 1)));
}

// "the West Australian premier" is not the Australian one.
bool Describer::is_part(Word country) const {
  if (country == 0) return false;
  const std::string before = actor_table::lower(tree_.text(country - 1));
  return std::find(kParts.begin(), kParts.end(), before) != kParts.end();
}

// "Latin American", "British Columbia": the words of a country within another name.
bool Describer::is_elsewhere(const Item& item) const {
  const Word first = item.words.first;
  if (item.country.code == "USA" && first > 0 && item.words.size() == 1 && tree_.text(first) == "American" &&
      (tree_.text(first - 1) == "Latin" || is_part(first)))
    return true;
  const auto place = place_countries_.find(first);
  return item.country.land == Land::adjective && place != place_countries_.end() && !place->second.empty() &&
         place->second != item.country.code;
}

}  // namespace onrecord::actor
