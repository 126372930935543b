#include "text/blocks.h"

#include <algorithm>
#include <optional>

#include "lexicon/tables.h"
#include "text/block_cues.h"
#include "text/characters.h"
#include "text/lines.h"

namespace onrecord::text {
namespace {

constexpr std::uint32_t kLongestHeadline = 160, kLongestSubheadline = 100;  // In characters.
constexpr std::size_t kHead = 6;           // So many blocks may hold the byline and the day.
constexpr std::size_t kDatelineReach = 3;  // So many paragraphs may begin with a dateline.
constexpr std::size_t kListItems = 3;      // So many short lines in a row are a list.

struct Draft {
  Span span;
  bool gap_before = false;
  std::optional<BlockKind> kind = {};  // Nothing: open.
  bool hinted_paragraph = false;
};

std::string_view words_of(std::string_view text, Span span) { return text.substr(span.begin, span.size()); }

// The hint that covers the most of `span`; hints before it are passed over for good.
std::optional<BlockKind> hinted_kind(const std::vector<BlockHint>& hints, std::size_t& first, Span span) {
  while (first < hints.size() && hints[first].span.end <= span.begin) ++first;
  std::optional<BlockKind> kind;
  std::uint32_t most = 0;
  for (std::size_t i = first; i < hints.size() && hints[i].span.begin < span.end; ++i) {
    const std::uint32_t shared =
        std::min(hints[i].span.end, span.end) - std::max(hints[i].span.begin, span.begin);
    if (hints[i].span.end > span.begin && shared > most) {
      most = shared;
      kind = hints[i].kind;
    }
  }
  return kind;
}

char32_t last_character(std::string_view block) {
  return char_before(block, static_cast<std::uint32_t>(block.size())).value;
}

bool begins_with_quote(std::string_view block) { return is_quote(char_at(block, 0).value); }

bool is_headline_like(std::string_view block) {
  const char32_t last = last_character(block);
  const bool stopped = last == '.' || last == ':' || last == ';' || last == ',';
  return !stopped && dateline_size(block) == 0 && block.size() <= std::size_t{4} * kLongestHeadline &&
         count_characters(block) <= kLongestHeadline && block.find(' ') != std::string_view::npos;
}

bool is_subheadline_like(std::string_view block) {
  if (dateline_size(block) > 0) return false;
  if (block.size() > std::size_t{4} * kLongestSubheadline || count_characters(block) > kLongestSubheadline)
    return false;
  const Char first = char_at(block, 0);
  if (begins_with_quote(block) || is_lower(first.value) || !is_word_kind(first.kind)) return false;
  const char32_t last = last_character(block);
  if (last == ',' || last == '-' || last == ')') return false;
  if (last == '?')
    return count_characters(block) <= 60 && block.find_first_of(".:") == std::string_view::npos;
  return !ends_in_stop(block);
}

bool is_prose(std::string_view block) {
  return ends_in_stop(block) || count_characters(block) > kLongestHeadline;
}

// "March 28, 2022", "Published Mon 28 Mar 2022 at 5:30 pm"
bool is_date_line(std::string_view block) {
  if (block.size() > 60) return false;
  bool date = false, digits = false;
  for (std::uint32_t at = 0; at < block.size();) {
    const Char c = char_at(block, at);
    std::uint32_t end = at + c.size;
    while (c.kind == CharKind::letter && end < block.size() && is_word_kind(char_at(block, end).kind)) {
      end += char_at(block, end).size;
    }
    const std::string word = to_lower_ascii(block.substr(at, end - at));
    digits = digits || c.kind == CharKind::digit;
    at = end;
    if (c.kind != CharKind::letter || word == "on" || word == "at" || word == "published" ||
        word == "updated" || word == "posted" || word == "last" || word == "am" || word == "pm" ||
        word.size() <= 2) {
      continue;
    }
    const bool zone = word.size() == 3 && (word.back() == 't' || word == "utc");
    if (lexicon::abbreviations().find(word.substr(0, 3)) != "date" && word != "may" && !zone) return false;
    date = true;
  }
  return date && digits;
}

bool is_bullet(std::string_view block) {
  const Char c = char_at(block, 0);
  const bool sign = c.value == 0x2022 || c.value == 0x25AA || c.value == 0x25AB || c.value == 0x25CF ||
                    c.value == 0x25E6 || c.value == 0x2023 || c.value == 0x2043 || c.value == '*';
  return sign && c.size < block.size() && char_at(block, c.size).value != '*';
}

// "- item", "– item", "1. item", "2) item": items when there are several.
bool may_be_item(std::string_view block) {
  const Char c = char_at(block, 0);
  std::uint32_t at = 0;
  if (is_hyphen(c.value) || c.value == 0x2013) {
    at = c.size;
  } else {
    while (at < block.size() && at < 3 && is_digit(block[at])) ++at;
    if (at == 0 || at >= block.size() || (block[at] != '.' && block[at] != ')')) return false;
    ++at;
  }
  return at < block.size() && char_at(block, at).kind == CharKind::space;
}

class Typist {
 public:
  Typist(std::string_view text, const Hints& hints) : text_(text), hints_(hints) {}

  std::vector<Draft> type() {
    for (const Line& line : find_lines(text_))
      drafts_.push_back({.span = line.span, .gap_before = line.gap_before});
    take_hints();
    take_cues();
    take_items();
    take_headline();
    take_subheadlines();
    return std::move(drafts_);
  }

 private:
  std::string_view words(std::size_t i) const { return words_of(text_, drafts_[i].span); }
  bool is_open(std::size_t i) const { return i < drafts_.size() && !drafts_[i].kind; }
  bool has_hint(BlockKind kind) const {
    return std::any_of(hints_.blocks.begin(), hints_.blocks.end(),
                       [kind](const BlockHint& h) { return h.kind == kind; });
  }

  void take_hints() {
    std::size_t first = 0;
    for (Draft& draft : drafts_) {
      const auto kind = hinted_kind(hints_.blocks, first, draft.span);
      draft.hinted_paragraph = kind == BlockKind::paragraph;
      if (kind && kind != BlockKind::paragraph) draft.kind = kind;
    }
  }

  void take_cues() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (!is_open(i)) continue;
      drafts_[i].kind = kind_by_cue(words(i));
      if (!is_open(i)) continue;
      if (i < kHead && is_byline(words(i))) drafts_[i].kind = BlockKind::byline;
      if (i < kHead && is_date_line(words(i))) drafts_[i].kind = BlockKind::dateline;
      if (is_bullet(words(i))) drafts_[i].kind = BlockKind::list_item;
    }
  }

  void take_items() {
    const auto is_item = [this](std::size_t i) { return is_open(i) && may_be_item(words(i)); };
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (!is_item(i) || !is_item(i + 1)) continue;
      while (is_item(i)) drafts_[i++].kind = BlockKind::list_item;
    }
  }

  // The first block, unless it ends as a sentence does or nothing follows.
  void take_headline() {
    if (has_hint(BlockKind::headline)) return;
    std::size_t i = 0;
    while (i < drafts_.size() && drafts_[i].kind && drafts_[i].kind != BlockKind::list_item) ++i;
    if (!is_open(i)) return;
    if (!hints_.title.empty() && words(i) == hints_.title) {
      drafts_[i].kind = BlockKind::headline;
      return;
    }
    if (drafts_[i].hinted_paragraph || i + 1 >= drafts_.size() || !is_headline_like(words(i))) return;
    for (std::size_t next = i + 1; next < drafts_.size() && next <= i + kHead; ++next) {
      if (!is_open(next) || !is_prose(words(next))) continue;
      drafts_[i].kind = BlockKind::headline;
      return;
    }
  }

  // Short lines between paragraphs, or between the headline and the first of them.
  void take_subheadlines() {
    if (has_hint(BlockKind::subheadline)) return;
    for (std::size_t i = 1; i < drafts_.size(); ++i) {
      std::size_t end = i;
      while (is_open(end) && is_subheadline_like(words(end))) ++end;
      if (end == i) continue;
      const bool list = end - i >= kListItems;
      const bool before_prose = is_open(end) && is_prose(words(end));
      for (; i < end; ++i) {
        if (list) drafts_[i].kind = BlockKind::list_item;
        if (!list && before_prose) drafts_[i].kind = BlockKind::subheadline;
      }
    }
  }

  std::string_view text_;
  const Hints& hints_;
  std::vector<Draft> drafts_;
};

}  // namespace

std::vector<Block> find_blocks(std::string_view text, const Hints& hints) {
  std::vector<Block> blocks;
  std::size_t paragraphs = 0;
  for (const Draft& draft : Typist(text, hints).type()) {
    Span span = draft.span;
    const BlockKind kind = draft.kind.value_or(BlockKind::paragraph);
    if (kind == BlockKind::paragraph && paragraphs++ < kDatelineReach) {
      if (const std::uint32_t size = dateline_size(words_of(text, span)); size > 0) {
        const std::uint32_t begin = span.begin + size;
        span.end = begin;
        while (char_before(text, span.end).kind == CharKind::space)
          span.end -= char_before(text, span.end).size;
        blocks.push_back({span, BlockKind::dateline, {}});
        span = {begin, draft.span.end};
      }
    }
    blocks.push_back({span, kind, {}});
  }
  return blocks;
}

}  // namespace onrecord::text
