#include "text/block_cues.h"

#include <string>

#include "lexicon/tables.h"
#include "text/characters.h"

namespace onrecord::text {
namespace {

constexpr std::size_t kLongestPromo = 300;  // In bytes: past that it tells something.
constexpr std::size_t kLongestCaption = 600;
constexpr std::size_t kLongestByline = 120;
constexpr std::size_t kLongestPhrase = 40;
constexpr std::size_t kCreditReach = 70;  // How near the end a credit stands.

struct Row {
  std::string_view value;
  std::size_t size = 0;  // Of its phrase.
};

// The row of the longest phrase at `at` that ends where a word does.
Row row_at(std::string_view lower, std::size_t at) {
  Row row;
  for (std::size_t size = 1; size <= kLongestPhrase && at + size <= lower.size(); ++size) {
    const bool inside = at + size < lower.size() && is_letter_ascii(lower[at + size]) &&
                        is_letter_ascii(lower[at + size - 1]);
    if (inside) continue;
    if (const auto found = lexicon::block_cues().find(lower.substr(at, size))) row = {*found, size};
  }
  return row;
}

// Names and marks: what stands between a credit and the end of its caption.
bool has_small_word(std::string_view rest) {
  for (std::size_t at = 1; at + 1 < rest.size(); ++at) {
    if (rest[at - 1] == ' ' && is_lower_ascii(rest[at]) && is_lower_ascii(rest[at + 1])) return true;
  }
  return false;
}

// `lower` is the block in lower case.
bool has_credit(std::string_view block, std::string_view lower) {
  std::size_t at = lower.size() > kCreditReach ? lower.size() - kCreditReach : 0;
  for (; at < lower.size(); ++at) {
    const bool begins =
        at == 0 || lower[at - 1] == ' ' || lower[at - 1] == '/' || lower[at] == '/' || lower[at] == '(';
    if (!begins) continue;
    const Row row = row_at(lower, at);
    if (row.value == "caption near the end" && !has_small_word(block.substr(at + row.size))) return true;
  }
  return false;
}

std::string_view without_closing_stop(std::string_view block) {
  while (!block.empty() && (block.back() == '.' || block.back() == ':' || block.back() == ' '))
    block.remove_suffix(1);
  return block;
}

// Words between white space, one after another.
class Words {
 public:
  explicit Words(std::string_view text) : rest_(text) {}
  std::string_view next() {
    while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
    const std::size_t end = std::min(rest_.find(' '), rest_.size());
    const std::string_view word = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return word;
  }

 private:
  std::string_view rest_;
};

std::string_view trim_marks(std::string_view word) {
  constexpr std::string_view kMarks = "()[],.:;-/";
  while (!word.empty() && kMarks.find(word.front()) != std::string_view::npos) word.remove_prefix(1);
  while (!word.empty() && kMarks.find(word.back()) != std::string_view::npos) word.remove_suffix(1);
  return word;
}

bool is_all_capitals(std::string_view word) {
  bool letters = false;
  for (std::uint32_t at = 0; at < word.size();) {
    const Char c = char_at(word, at);
    if (is_lower(c.value)) return false;
    letters = letters || is_upper(c.value);
    at += c.size;
  }
  return letters;
}

// Where the dash that ends a dateline begins and ends, in bytes; {0, 0} when none stands early enough.
Span find_dash(std::string_view block) {
  constexpr std::uint32_t kReach = 90;
  for (std::uint32_t at = 1; at < block.size() && at < kReach;) {
    const Char c = char_at(block, at);
    const bool dash = is_hyphen(c.value) || c.value == 0x2013 || c.value == 0x2014;
    const bool before =
        block[at - 1] == ' ' || block[at - 1] == ')' || block[at - 1] == '.' || c.value == 0x2014;
    std::uint32_t end = at + c.size;
    if (c.value == '-' && end < block.size() && block[end] == '-') ++end;
    const bool after =
        end < block.size() && (block[end] == ' ' || c.value != '-' || end > at + 1 || block[at - 1] == ')');
    if (dash && before && after) return {at, end};
    if (c.value == ':' && end < block.size() && block[end] == ' ') return {at, end};
    if (is_quote(c.value)) break;
    at += c.size;
  }
  return {};
}

// Whether the words before the dash name a place, a day, an agency and nothing else.
bool names_place_and_day(std::string_view head, bool by_colon) {
  bool capitals = false, digits = false, common_only = true;
  const bool agency = head.find('(') != std::string_view::npos && head.back() == ')';
  Words words(head);
  bool first = true;
  for (std::string_view raw = words.next(); !raw.empty(); raw = words.next(), first = false) {
    const std::string_view word = trim_marks(raw);
    if (word.empty()) continue;
    const Char c = char_at(word, 0);
    if (c.kind == CharKind::digit) {
      digits = true;
      continue;
    }
    const bool linking =
        word == "and" || word == "de" || word == "del" || word == "al" || word == "el" || word == "of";
    if (!is_upper(c.value) && !(linking && !first)) return false;
    if (first && is_all_capitals(word) && word.size() > 2) capitals = true;
    if (!lexicon::words().find(to_lower_ascii(word))) common_only = false;
  }
  if (common_only) return false;  // "BREAKING", "WATCH"
  return agency || (capitals && !by_colon) || (capitals && digits) || (capitals && is_all_capitals(head));
}

}  // namespace

std::optional<BlockKind> kind_by_cue(std::string_view block) {
  if (block.size() > kLongestCaption) return std::nullopt;
  const std::string lower = to_lower_ascii(block);
  const std::string_view row = row_at(lower, 0).value;
  if (row == "correction") return BlockKind::correction;
  if (row == "byline" && block.size() <= kLongestPromo) return BlockKind::byline;
  if (row == "promo" && block.size() <= kLongestPromo) return BlockKind::promo;
  if (row == "promo whole" && lexicon::block_cues().find(without_closing_stop(lower)) == "promo whole") {
    return BlockKind::promo;
  }
  if (row == "caption" || has_credit(block, lower)) return BlockKind::caption;
  return std::nullopt;
}

bool is_byline(std::string_view block) {
  if (block.size() > kLongestByline || block.back() == '.') return false;
  Words words(block);
  const std::string_view by = words.next();
  if (by != "By" && by != "BY") return false;
  std::size_t names = 0;
  for (std::string_view word = words.next(); !word.empty(); word = words.next()) {
    const Char c = char_at(trim_marks(word).empty() ? word : trim_marks(word), 0);
    const bool linking = word == "and" || word == "in" || word == "of" || word == "for" || word == "the" ||
                         word == "de" || word == "van" || word == "with" || word == "at";
    if (is_upper(c.value)) ++names;
    if (c.kind == CharKind::letter && !is_upper(c.value) && !linking && names < 2) return false;
  }
  return names >= 2 || (names == 1 && block.size() < 30);
}

std::uint32_t dateline_size(std::string_view block) {
  const Span dash = find_dash(block);
  if (dash.empty()) return 0;
  std::string_view head = block.substr(0, dash.begin);
  while (!head.empty() && head.back() == ' ') head.remove_suffix(1);
  if (head.empty() || !names_place_and_day(head, block[dash.begin] == ':')) return 0;
  std::uint32_t end = dash.end;
  while (end < block.size() && char_at(block, end).kind == CharKind::space) end += char_at(block, end).size;
  return end < block.size() ? end : 0;
}

}  // namespace onrecord::text
