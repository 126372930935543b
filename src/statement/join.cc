#include "statement/join.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "statement/beside.h"

namespace onrecord::statement {
namespace {

constexpr std::uint32_t kLongestAside = 25;  // Words of the announcement between two parts of one quotation.
constexpr std::uint32_t kShortestUnknown = 6;  // Words of a quote that is a statement without any speaker.
constexpr Word kMostStray = 16;                // Marks and stops beside a quotation that fills its block.
constexpr float kContinuationScore = 0.7F;
constexpr float kUnknownScore = 0.35F;

bool has_announcement(const Tree& tree, TokenRange words) {
  for (Word word = words.first; word < words.end; ++word) {
    if (announces(tree, word)) return true;
  }
  return false;
}

bool is_owned(const Sheet& sheet, TokenRange words) {
  for (Word word = words.first; word < words.end; ++word) {
    if (sheet.owner(word)) return true;
  }
  return false;
}

// Whether the words between two parts of a quotation are no more than its announcement.
bool is_aside(const Sheet& sheet, TokenRange gap) {
  return gap.size() <= kLongestAside && !is_owned(sheet, gap) && !has_announcement(sheet.tree(), gap);
}

bool is_quoted(const Sheet& sheet, Span content) {
  const auto first = sheet.quote_holding(content.begin);
  return first && sheet.quotes()[*first].span.begin == content.begin;
}

// Whether `quote` after `end`, where the draft ended so far, is a further part of it.
bool goes_on(const Sheet& sheet, std::uint32_t end, const Quote& quote) {
  const Tree& tree = sheet.tree();
  const TokenRange gap = {tree.word_from(end), tree.word_from(quote.span.begin)};
  const Word last = tree.word_from(end - 1);
  const Word first = gap.end;
  if (first >= tree.size() || gap.first > gap.end || !is_aside(sheet, gap)) return false;
  if (begins_sentence(sheet, quote)) {
    const auto from = tree.sentence_number(last);
    const auto to = tree.sentence_number(first);
    // No whole sentence between; where the segmentation erred, at least none with a word of its own.
    if (to > from + 1 && next_word(tree, gap.first, gap.end) != gap.end) return false;
    return ends_sentence(sheet, quote);
  }
  if (tree.sentence_number(last) != tree.sentence_number(first) || gap.empty()) return false;
  const auto before = tree.text(first - 1);
  return (before == "," || before == ":") && ends_sentence(sheet, quote);
}

// The quotation right before the announcement, when only its later part was seen.
void take_front(Sheet& sheet, std::size_t draft, std::uint32_t block) {
  const Span extent = sheet.extent(draft, block);
  const Span first = sheet.drafts()[draft].contents.front();
  if (extent.empty() || first.begin == extent.begin) return;
  std::uint32_t end = extent.begin;
  const auto text = sheet.text();
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == ',')) --end;
  const auto found = sheet.quote_ending(end);
  if (!found) return;
  const Quote& quote = sheet.quotes()[*found];
  const char last = last_inside(sheet, quote);
  const bool tagged = last == ',' || last == '?' || last == '!' || text[quote.span.end] == ',';
  if (quote.block == block && tagged && begins_sentence(sheet, quote)) sheet.extend(draft, quote.span);
}

void take_rest(Sheet& sheet, std::size_t draft, std::uint32_t block) {
  const Span extent = sheet.extent(draft, block);
  if (extent.empty()) return;
  bool quoted = false;
  for (const Span content : sheet.drafts()[draft].contents) quoted |= is_quoted(sheet, content);
  std::uint32_t end = extent.end;
  for (auto next = sheet.quote_from(end); next; next = sheet.quote_from(end)) {
    const Quote& quote = sheet.quotes()[*next];
    if (quote.block != block || !sheet.is_free(quote.span) || !goes_on(sheet, end, quote)) return;
    if (!quoted && begins_sentence(sheet, quote)) {
      Draft further{{quote.span}, sheet.drafts()[draft].speaker, {}, kContinuationScore, true};
      further.score *= sheet.drafts()[draft].score;
      sheet.add(std::move(further));
      return;
    }
    if (!sheet.extend(draft, quote.span)) return;
    end = quote.span.end;
  }
}

// Paragraphs that open the mark again before it was closed.
void take_run(Sheet& sheet, std::size_t draft) {
  const auto& quotes = sheet.quotes();
  const Span last = sheet.drafts()[draft].contents.back();
  auto held = sheet.quote_holding(last.end - 1);
  if (!held) return;
  for (auto next = sheet.going_on(*held); next; next = sheet.going_on(*next)) {
    if (quotes[*next].confidence < kUsable || !sheet.extend(draft, quotes[*next].span)) return;
  }
}

// The paragraphs before, when the announcement stands in the last.
void take_run_before(Sheet& sheet, std::size_t draft) {
  const auto& quotes = sheet.quotes();
  auto held = sheet.quote_holding(sheet.drafts()[draft].contents.front().begin);
  while (held && quotes[*held].goes_on_from) {
    held = quotes[*held].goes_on_from;
    if (quotes[*held].confidence < kUsable || !sheet.extend(draft, quotes[*held].span)) return;
  }
}

// Whether nothing but `quote` stands in its block.
bool fills_block(const Sheet& sheet, const Quote& quote) {
  const Tree& tree = sheet.tree();
  const TokenRange words = sheet.document().blocks()[quote.block].tokens;
  const TokenRange inside = tree.words(quote.span);
  // Stray marks beside it are few; a page full of them would cost time.
  if (inside.first - words.first > kMostStray || words.end - inside.end > kMostStray) return false;
  return next_word(tree, words.first, inside.first) == inside.first &&
         next_word(tree, inside.end, words.end) == words.end;
}

// The paragraph before block `block`, advertisements, pictures and sub-headlines passed over.
std::optional<std::uint32_t> paragraph_before(const Sheet& sheet, std::uint32_t block) {
  const auto& blocks = sheet.document().blocks();
  for (std::uint32_t i = block; i-- > 0 && i + 4 > block;) {
    if (blocks[i].kind == BlockKind::paragraph || blocks[i].kind == BlockKind::list_item) return i;
    if (blocks[i].kind == BlockKind::subheadline || blocks[i].kind == BlockKind::headline)
      return std::nullopt;
  }
  return std::nullopt;
}

// The draft that the paragraph `block` ends with: whoever speaks there, in whatever form, speaks on.
std::optional<std::size_t> speech_at_end(const Sheet& sheet, std::uint32_t block) {
  const TokenRange words = sheet.document().blocks()[block].tokens;
  if (words.empty()) return std::nullopt;
  const auto sentence = sheet.tree().sentence(words.end - 1);
  std::optional<std::size_t> last;
  for (Word word = words.end; word-- > std::max(words.first, sentence.first) && !last;)
    last = sheet.owner(word);
  if (!last) return std::nullopt;
  return last;
}

void take_paragraph(Sheet& sheet, const Quote& quote) {
  const auto inside = sheet.document().text(quote.inner);
  if (is_title(inside) || is_labelled(inside)) return;
  const auto before = paragraph_before(sheet, quote.block);
  const auto speech = before ? speech_at_end(sheet, *before) : std::nullopt;
  if (speech && sheet.drafts()[*speech].speaker) {
    Draft further{{quote.span}, sheet.drafts()[*speech].speaker, {}, 0, true};
    further.score = kContinuationScore * sheet.drafts()[*speech].score;
    if (const auto draft = sheet.add(std::move(further))) take_run(sheet, *draft);
    return;
  }
  if (quote.confidence < kSure || sheet.tree().words(quote.inner).size() < kShortestUnknown) return;
  if (!is_stop(last_inside(sheet, quote))) return;
  if (const auto draft = sheet.add({{quote.span}, {}, {}, kUnknownScore, false})) take_run(sheet, *draft);
}

// Whether `content` is a quotation by itself, to be kept as a record of its own beside `so_far`: a paragraph
// of quotation below the announcement, or a quoted sentence after what was told without quotation marks.
bool starts_anew(const Sheet& sheet, const std::vector<Span>& so_far, Span cue, Span content) {
  if (so_far.empty() || content.begin < cue.end || content.begin < so_far.back().end) return false;
  const auto held = sheet.quote_holding(content.begin);
  if (!held) return false;
  const Quote& quote = sheet.quotes()[*held];
  if (quote.span.begin != content.begin || quote.goes_on_from || !begins_sentence(sheet, quote)) return false;
  const std::uint32_t home = sheet.block_of(cue.begin);
  const auto first = sheet.quote_from(so_far.front().begin);
  const bool quoted = sheet.quote_holding(so_far.front().begin) ||
                      (first && sheet.quotes()[*first].span.begin < so_far.back().end);
  if (quote.block == home && !quoted) return true;  // She said that nobody came. | “We waited.”
  return quote.block > home && sheet.block_of(so_far.front().begin) <= home && fills_block(sheet, quote);
}

// The colon that ends the paragraph right above `content` and announces it.
std::optional<Span> colon_above(const Sheet& sheet, Span content) {
  const auto& blocks = sheet.document().blocks();
  const std::uint32_t block = sheet.block_of(content.begin);
  if (block == 0 || block >= blocks.size() || blocks[block - 1].tokens.empty()) return std::nullopt;
  const Word colon = blocks[block - 1].tokens.end - 1;
  if (sheet.tree().text(colon) != ":" || sheet.owner(colon)) return std::nullopt;
  return sheet.document().tokens()[colon].span;
}

}  // namespace

void part_continuations(Sheet& sheet, std::size_t draft) {
  const Draft whole = sheet.drafts()[draft];
  if (!whole.cue || !whole.speaker || whole.contents.size() < 2 || whole.continuation) return;
  std::vector<std::vector<Span>> parts(1);
  for (const Span content : whole.contents) {
    if (starts_anew(sheet, parts.back(), *whole.cue, content)) parts.emplace_back();
    parts.back().push_back(content);
  }
  if (parts.size() < 2 || !sheet.recut(draft, parts.front())) return;
  for (std::size_t part = 1; part < parts.size(); ++part) {
    const auto colon = colon_above(sheet, parts[part].front());
    sheet.add({std::move(parts[part]), whole.speaker, colon, whole.score, !colon});
  }
}

void complete_quotation(Sheet& sheet, std::size_t draft) {
  if (sheet.drafts()[draft].continuation || sheet.drafts()[draft].turn) return;
  const auto& at = sheet.drafts()[draft];
  const Span anchor = at.cue ? *at.cue : at.contents.back();
  const std::uint32_t block = sheet.block_of(anchor.begin);
  take_front(sheet, draft, block);
  take_rest(sheet, draft, block);
  take_run_before(sheet, draft);
  take_run(sheet, draft);
}

void take_unannounced(Sheet& sheet) {
  for (const Quote& quote : sheet.quotes()) {
    if (quote.depth > 0 || quote.confidence < kUsable) continue;
    if (sheet.document().blocks()[quote.block].kind != BlockKind::paragraph) continue;
    if (sheet.is_free(quote.span) && fills_block(sheet, quote)) take_paragraph(sheet, quote);
  }
}

}  // namespace onrecord::statement
