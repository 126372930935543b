#include "statement/sheet.h"

#include <algorithm>
#include <utility>

namespace onrecord::statement {
namespace {

constexpr std::uint32_t kNobody = 0xFFFFFFFFU;
constexpr std::uint32_t kElsewhere = 0xFFFFFFFEU;  // Of words that are not the sheet's to give.

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

// The parts of `draft` that are its alone. A speaker may answer for several statements.
std::vector<Span> own_parts(const Draft& draft) {
  std::vector<Span> all = draft.contents;
  if (draft.cue) all.push_back(*draft.cue);
  return all;
}

}  // namespace

Sheet::Sheet(const Tree& tree, const std::vector<Quote>& quotes) : tree_(tree), quotes_(quotes) {
  owner_.assign(tree.size(), kNobody);
  going_on_.assign(quotes.size(), kNobody);
  for (std::uint32_t i = 0; i < quotes.size(); ++i) {
    if (quotes[i].goes_on_from) going_on_[*quotes[i].goes_on_from] = i;
    if (quotes[i].depth == 0 && quotes[i].confidence >= kUsable) outer_.push_back(i);
  }
}

Sheet::Sheet(const Tree& tree, const std::vector<Quote>& quotes, const std::vector<Span>& contents)
    : Sheet(tree, quotes) {
  is_inner_ = true;
  Word at = 0;
  for (const Span content : contents) {
    const TokenRange words = tree.words(content);
    while (at < words.first) owner_[at++] = kElsewhere;
    at = std::max(at, words.end);
  }
  while (at < tree.size()) owner_[at++] = kElsewhere;
}

bool Sheet::is_free(Span span) const {
  const TokenRange words = tree_.words(span);
  for (Word word = words.first; word < words.end; ++word) {
    if (owner_[word] != kNobody) return false;
  }
  return true;
}

bool Sheet::is_free_for(std::size_t draft, Span span) const {
  const TokenRange words = tree_.words(span);
  for (Word word = words.first; word < words.end; ++word) {
    if (owner_[word] != kNobody && owner_[word] != draft) return false;
  }
  return true;
}

bool Sheet::recut(std::size_t draft, std::vector<Span> contents) {
  for (const Span content : contents) {
    if (content.empty() || !is_free_for(draft, content)) return false;
  }
  for (const Span old : drafts_[draft].contents) {
    const TokenRange words = tree_.words(old);
    for (Word word = words.first; word < words.end; ++word) owner_[word] = kNobody;
  }
  drafts_[draft].contents = std::move(contents);
  for (const Span part : own_parts(drafts_[draft])) take(part, draft);
  return true;
}

std::optional<std::uint32_t> Sheet::going_on(std::uint32_t quote) const {
  if (going_on_[quote] == kNobody) return std::nullopt;
  return going_on_[quote];
}

void Sheet::take(Span span, std::size_t draft) {
  const TokenRange words = tree_.words(span);
  for (Word word = words.first; word < words.end; ++word) {
    if (owner_[word] == kNobody) owner_[word] = static_cast<std::uint32_t>(draft);
  }
}

std::optional<std::size_t> Sheet::add(Draft draft) {
  const auto all = own_parts(draft);
  for (const Span part : all) {
    if (part.empty() || !is_free(part)) return std::nullopt;
  }
  if (draft.speaker && !draft.continuation) take(*draft.speaker, drafts_.size());
  for (const Span part : all) take(part, drafts_.size());
  drafts_.push_back(std::move(draft));
  return drafts_.size() - 1;
}

// Adds to `owners` the drafts that have words of `span`; false when one of them does not lie wholly in it.
bool Sheet::owners_within(Span span, std::vector<std::size_t>& owners) const {
  const TokenRange words = tree_.words(span);
  for (Word word = words.first; word < words.end; ++word) {
    const std::uint32_t draft = owner_[word];
    if (draft == kNobody || (!owners.empty() && owners.back() == draft)) continue;
    if (draft == kElsewhere || drafts_[draft].continuation || !drafts_[draft].cue) return false;
    // "The port, the army said, was shelled": its own words may be all there is.
    if (drafts_[draft].contents.front().begin < drafts_[draft].cue->begin) return false;
    std::vector<Span> parts = own_parts(drafts_[draft]);
    if (drafts_[draft].speaker) parts.push_back(*drafts_[draft].speaker);
    const auto is_inside = [&](Span part) { return span.contains(part); };
    if (!std::all_of(parts.begin(), parts.end(), is_inside)) return false;
    owners.push_back(draft);
  }
  return true;
}

bool Sheet::make_room(const std::vector<Span>& contents) {
  std::vector<std::size_t> inner;
  for (const Span content : contents) {
    if (content.empty() || !owners_within(content, inner)) return false;
  }
  for (const std::size_t draft : inner) {
    if (drafts_[draft].held) continue;
    drafts_[draft].held = true;
    held_.push_back(drafts_[draft]);
  }
  for (const Span content : contents) {
    const TokenRange words = tree_.words(content);
    for (Word word = words.first; word < words.end; ++word) owner_[word] = kNobody;
  }
  return true;
}

std::optional<std::size_t> Sheet::wrap(Draft outer) {
  if (outer.cue && (outer.cue->empty() || !is_free(*outer.cue))) return std::nullopt;
  if (!make_room(outer.contents)) return std::nullopt;
  return add(std::move(outer));
}

bool Sheet::absorb(std::size_t draft, Span content) { return make_room({content}) && extend(draft, content); }

bool Sheet::extend(std::size_t draft, Span content) {
  if (content.empty() || !is_free(content)) return false;
  take(content, draft);
  auto& contents = drafts_[draft].contents;
  const auto place =
      std::find_if(contents.begin(), contents.end(), [&](Span other) { return content.begin < other.begin; });
  contents.insert(place, content);
  for (std::size_t i = 1; i < contents.size();) {
    if (is_blank(text().substr(contents[i - 1].end, contents[i].begin - contents[i - 1].end)) &&
        block_of(contents[i - 1].begin) == block_of(contents[i].begin)) {
      contents[i - 1].end = contents[i].end;
      contents.erase(contents.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
  return true;
}

std::optional<std::size_t> Sheet::owner(Word word) const {
  if (word >= owner_.size() || owner_[word] == kNobody) return std::nullopt;
  return owner_[word];
}

Span Sheet::extent(std::size_t draft, std::uint32_t block) const {
  const Span bounds = document().blocks()[block].span;
  Span whole;
  std::vector<Span> parts = own_parts(drafts_[draft]);
  const auto& speaker = drafts_[draft].speaker;
  // A speaker shared with an earlier statement stands too far off to count.
  if (speaker && !drafts_[draft].continuation && owner(tree_.word_from(speaker->begin)) == draft)
    parts.push_back(*speaker);
  for (const Span part : parts) {
    if (!bounds.contains(part)) continue;
    whole = whole.empty() ? part : Span{std::min(whole.begin, part.begin), std::max(whole.end, part.end)};
  }
  return whole;
}

std::optional<std::uint32_t> Sheet::quote_from(std::uint32_t offset) const {
  const auto found = std::partition_point(outer_.begin(), outer_.end(),
                                          [&](std::uint32_t i) { return quotes_[i].span.begin < offset; });
  if (found == outer_.end()) return std::nullopt;
  return *found;
}

std::optional<std::uint32_t> Sheet::quote_ending(std::uint32_t offset) const {
  const auto found = std::partition_point(outer_.begin(), outer_.end(),
                                          [&](std::uint32_t i) { return quotes_[i].span.end < offset; });
  if (found == outer_.end() || quotes_[*found].span.end != offset) return std::nullopt;
  return *found;
}

std::optional<std::uint32_t> Sheet::quote_holding(std::uint32_t offset) const {
  const auto found = std::partition_point(outer_.begin(), outer_.end(),
                                          [&](std::uint32_t i) { return quotes_[i].span.end <= offset; });
  if (found == outer_.end() || quotes_[*found].span.begin > offset) return std::nullopt;
  return *found;
}

std::uint32_t Sheet::block_of(std::uint32_t offset) const {
  const auto& blocks = document().blocks();
  const auto found = std::partition_point(blocks.begin(), blocks.end(),
                                          [&](const Block& block) { return block.span.end <= offset; });
  return static_cast<std::uint32_t>(found - blocks.begin());
}

}  // namespace onrecord::statement
