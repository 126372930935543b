#include "report/html_blocks.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "report/html_entities.h"
#include "report/html_scan.h"

namespace onrecord::report {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// Whether there is nothing to see in `text`: only no-break spaces, zero-width ones and soft hyphens.
bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto point = base::decode_utf8(text, at);
    const char32_t c = point.value;
    const bool blank = c <= U' ' || c == 0xA0 || c == 0xAD || (c >= 0x2000 && c <= 0x200F) || c == 0xFEFF;
    if (!blank) return false;
    at += point.size;
  }
  return true;
}

// Writes the blocks, one after the other.
class BlockWriter {
 public:
  explicit BlockWriter(std::string_view source) : source_(source) {}

  // How the next text stands in the page.
  struct Place {
    BlockKind kind = BlockKind::paragraph;
    bool linked = false;
    bool timed = false;
    bool preformatted = false;
  };

  void text(std::size_t begin, std::size_t end, const Place& place) {
    place_ = place;
    for (std::size_t at = begin; at < end;) {
      if (is_html_space(source_[at])) {
        at = space(at, end);
      } else if (source_[at] == '&') {
        at = ampersand(at, end);
      } else {
        std::size_t stop = at + 1;
        while (stop < end && !is_html_space(source_[stop]) && source_[stop] != '&') ++stop;
        ink(source_[at]);
        block_.made.copy(source_.substr(at, stop - at), at);
        count(stop - at);
        at = stop;
      }
    }
  }

  void line_break(std::size_t begin, std::size_t end) {
    if (block_.made.text.empty()) return;
    ++breaks_;
    break_begin_ = begin;
    break_end_ = end;
    space_ = {};
  }

  void end_block() {
    if (!is_blank(block_.made.text)) blocks_.push_back(std::move(block_));
    block_ = {};
    space_ = {};
    breaks_ = 0;
    closed_ = closed_then_opened_ = strange_ = false;
  }

  // An inline element begins or ends here; `strange` when HTML knows no such element.
  void border(bool opens, bool strange) {
    closed_then_opened_ = closed_then_opened_ || (opens && closed_);
    closed_ = closed_ || !opens;
    strange_ = strange_ || strange;
  }

  std::vector<HtmlBlock> take() {
    end_block();
    return std::move(blocks_);
  }

 private:
  std::size_t space(std::size_t at, std::size_t end) {
    std::size_t stop = at + 1;
    while (stop < end && is_html_space(source_[stop])) ++stop;
    note_space(at, stop);
    return stop;
  }

  void note_space(std::size_t begin, std::size_t end) {
    if (space_.empty() && !block_.made.text.empty()) {
      space_ = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
      space_is_kept_ = place_.preformatted;
    }
  }

  std::size_t ampersand(std::size_t at, std::size_t end) {
    const auto entity = entity_at(source_.substr(at, end - at), false);
    if (!entity) {
      ink('&');
      block_.made.copy("&", at);
      count(1);
      return at + 1;
    }
    if (entity->value <= U' ' && entity->value != 0 && is_html_space(static_cast<char>(entity->value))) {
      note_space(at, at + entity->size);
      space_is_kept_ = false;
      return at + entity->size;
    }
    std::string character;
    base::append_utf8(character, entity->value);
    ink(character[0]);
    block_.made.replace(character, at, entity->size);
    count(character.size());
    return at + entity->size;
  }

  void count(std::size_t size) {
    const auto ink = static_cast<std::uint32_t>(size);
    block_.ink += ink;
    if (place_.linked) block_.linked += ink;
    if (place_.timed) block_.timed += ink;
  }

  // Called before every visible character: writes the white space that stands before it, now that it
  // separates.
  void ink(char next) {
    if (breaks_ >= 2) end_block();  // Two <br> are how old pages end a paragraph.
    MadeText& made = block_.made;
    if (made.text.empty()) {
      block_.kind = place_.kind;
    } else if (breaks_ == 1) {
      made.replace("\n", break_begin_, break_end_ - break_begin_);
    } else if (!space_.empty()) {
      if (space_is_kept_)
        made.copy(source_.substr(space_.begin, space_.size()), space_.begin);
      else
        made.replace(" ", space_.begin, space_.size());
    } else if (would_glue(made.text.back(), next)) {
      const auto& last = made.map.runs().back();
      made.replace(" ", last.source + last.source_size, 0);
    }
    space_ = {};
    breaks_ = 0;
    closed_ = closed_then_opened_ = strange_ = false;
  }

  // <span>28 March</span><span>By Ana Ruiz</span>: styles keep them apart, so must we. A drop cap,
  // <b>T</b>he, is not so.
  bool would_glue(char before, char next) const {
    const bool word_ends = is_lower_or_digit(before) || is_upper(before);
    if (strange_ && word_ends && (is_lower_or_digit(next) || is_upper(next))) return true;
    return closed_then_opened_ && is_lower_or_digit(before) && is_upper(next);
  }

  std::string_view source_;
  std::vector<HtmlBlock> blocks_;
  HtmlBlock block_;
  Place place_;
  Span space_;  // White space that waits for what it separates.
  bool space_is_kept_ = false;
  unsigned breaks_ = 0;
  std::size_t break_begin_ = 0, break_end_ = 0;
  bool closed_ = false, closed_then_opened_ = false, strange_ = false;
};

bool is_typed(BlockKind kind) {
  return kind == BlockKind::promo || kind == BlockKind::caption || kind == BlockKind::byline ||
         kind == BlockKind::dateline || kind == BlockKind::correction;
}

BlockKind kind_of(const HtmlNode& node, Role role, BlockKind around) {
  if (around == BlockKind::promo || role == Role::promo) return BlockKind::promo;
  switch (role) {
    case Role::caption:
      return BlockKind::caption;
    case Role::byline:
      return BlockKind::byline;
    case Role::dateline:
      return BlockKind::dateline;
    case Role::correction:
      return BlockKind::correction;
    case Role::standfirst:
      return BlockKind::subheadline;
    default:
      break;
  }
  if (is_typed(around)) return around;
  if (node.tag == Tag::h1) return BlockKind::headline;
  if (node.tag >= Tag::h2 && node.tag <= Tag::h6) return BlockKind::subheadline;
  if (node.tag == Tag::li) return BlockKind::list_item;
  return around;
}

struct Open {
  std::uint32_t end;
  bool is_block;
  bool strange;
  BlockWriter::Place place;
};

class Walk {
 public:
  Walk(const HtmlTree& tree, const HtmlLayout& layout) : tree_(tree), layout_(layout), writer_(tree.source) {}

  std::vector<HtmlBlock> run(std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t i = first; i < end;) i = visit(i);
    close_until(end);
    return writer_.take();
  }

 private:
  // Returns the node to visit next.
  std::uint32_t visit(std::uint32_t i) {
    close_until(i);
    const HtmlNode& node = tree_.nodes[i];
    const bool block = traits_of(node.tag).is_block;
    if (layout_.roles[i] == Role::dropped) {
      if (block) writer_.end_block();
      return node.end;
    }
    if (node.tag == Tag::text) {
      writer_.text(node.begin, node.stop, around());
    } else if (node.tag == Tag::br) {
      writer_.line_break(node.begin, node.stop);
    } else if (node.end == i + 1) {
      if (block) writer_.end_block();  // Empty, or <hr>.
    } else {
      open(i);
    }
    return i + 1;
  }

  void open(std::uint32_t i) {
    const HtmlNode& node = tree_.nodes[i];
    const Role role = layout_.roles[i];
    const bool block = traits_of(node.tag).is_block || role != Role::none;
    const bool strange = node.tag == Tag::unknown && i != 0;
    if (block)
      writer_.end_block();
    else
      writer_.border(true, strange);
    BlockWriter::Place place = around();
    place.kind = kind_of(node, role, place.kind);
    place.linked = place.linked || node.tag == Tag::a;
    place.timed = place.timed || node.tag == Tag::time;
    place.preformatted = place.preformatted || node.tag == Tag::pre;
    open_.push_back({node.end, block, strange, place});
  }

  void close_until(std::uint32_t i) {
    while (!open_.empty() && open_.back().end <= i) {
      if (open_.back().is_block)
        writer_.end_block();
      else
        writer_.border(false, open_.back().strange);
      open_.pop_back();
    }
  }

  BlockWriter::Place around() const { return open_.empty() ? BlockWriter::Place{} : open_.back().place; }

  const HtmlTree& tree_;
  const HtmlLayout& layout_;
  BlockWriter writer_;
  std::vector<Open> open_;
};

}  // namespace

std::vector<HtmlBlock> read_blocks(const HtmlTree& tree, const HtmlLayout& layout, std::uint32_t first,
                                   std::uint32_t end) {
  return Walk(tree, layout).run(first, end);
}

}  // namespace onrecord::report
