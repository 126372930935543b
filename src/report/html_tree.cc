#include "report/html_tree.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "report/html_entities.h"
#include "report/html_scan.h"

namespace onrecord::report {
namespace {

constexpr std::int32_t kNone = -1;

bool is_table_part(Tag tag) {
  switch (tag) {
    case Tag::table:
    case Tag::thead:
    case Tag::tbody:
    case Tag::tfoot:
    case Tag::tr:
    case Tag::td:
    case Tag::th:
    case Tag::caption:
      return true;
    default:
      return false;
  }
}

bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }

// What may stand in <head>; the start of any other block ends it.
bool belongs_in_head(Tag tag) { return !traits_of(tag).is_block || tag == Tag::head || tag == Tag::html; }

// The elements that are open, and the tree that grows under them.
class Nesting {
 public:
  Nesting(HtmlTree& tree, std::uint32_t max_depth) : tree_(tree), max_depth_(max_depth) {
    last_.fill(kNone);
    push(Tag::unknown, add(Tag::unknown, 0, 0));
  }

  bool too_deep() const { return open_.size() > std::size_t{max_depth_} + 1; }

  void text(std::size_t begin, std::size_t end) {
    if (begin < end) add(Tag::text, begin, end);
  }

  void start(Tag tag, std::size_t begin, std::size_t end, bool self_closing) {
    if ((tag == Tag::html || tag == Tag::body) && last(tag) != kNone) return;
    close_implied(tag);
    const std::uint32_t node = add(tag, begin, end);
    const bool foreign = last(Tag::svg) != kNone || last(Tag::math) != kNone || tag == Tag::unknown;
    if (traits_of(tag).is_void || (self_closing && foreign)) return;
    push(tag, node);
  }

  void end(Tag tag) {
    const std::int32_t found = last(tag);
    if (found == kNone || found == 0) return;
    const TagTraits& traits = traits_of(tag);
    // <b><p>…</b> does not end the paragraph, and nothing in a cell ends what is around its table.
    if (!traits.is_block && !traits.is_dropped && found < open_.back().last_block) return;
    if (!is_table_part(tag) && found < open_.back().last_scope) return;
    pop_to(found);
  }

  void finish() { pop_to(0); }

 private:
  struct Open {
    std::uint32_t node;
    Tag tag;
    std::int32_t same;        // The element of the same tag that is open around it.
    std::int32_t last_block;  // The innermost block, itself included; likewise below.
    std::int32_t last_scope;
  };

  std::int32_t last(Tag tag) const { return last_[static_cast<std::size_t>(tag)]; }

  std::uint32_t add(Tag tag, std::size_t begin, std::size_t end) {
    const auto node = static_cast<std::uint32_t>(tree_.nodes.size());
    const std::uint32_t parent = open_.empty() ? 0 : open_.back().node;
    tree_.nodes.push_back(
        {tag, parent, node + 1, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    return node;
  }

  void push(Tag tag, std::uint32_t node) {
    const auto index = static_cast<std::int32_t>(open_.size());
    const TagTraits& traits = traits_of(tag);
    Open open = {node, tag, last(tag), kNone, kNone};
    if (!open_.empty()) {
      open.last_block = open_.back().last_block;
      open.last_scope = open_.back().last_scope;
    }
    if (traits.is_block) open.last_block = index;
    if (traits.is_scope) open.last_scope = index;
    last_[static_cast<std::size_t>(tag)] = index;
    open_.push_back(open);
  }

  // Closes the open elements down to that at `index`, it included.
  void pop_to(std::int32_t index) {
    while (static_cast<std::int32_t>(open_.size()) > index) {
      const Open& top = open_.back();
      tree_.nodes[top.node].end = static_cast<std::uint32_t>(tree_.nodes.size());
      last_[static_cast<std::size_t>(top.tag)] = top.same;
      open_.pop_back();
    }
  }

  // Closes the outermost open element of `tags` that is inside the innermost of `within` and of any scope.
  void close_within(std::initializer_list<Tag> tags, std::initializer_list<Tag> within) {
    std::int32_t floor = kNone;
    for (const Tag tag : within) floor = std::max(floor, last(tag));
    std::int32_t found = kNone;
    for (const Tag tag : tags) {
      if (last(tag) > floor && (found == kNone || last(tag) < found)) found = last(tag);
    }
    if (found != kNone) pop_to(found);
  }

  void close_implied(Tag tag) {
    if (!belongs_in_head(tag) && last(Tag::head) != kNone) pop_to(last(Tag::head));
    if (traits_of(tag).closes_p && last(Tag::p) > open_.back().last_scope) pop_to(last(Tag::p));
    if (is_heading(tag) && is_heading(open_.back().tag)) pop_to(static_cast<std::int32_t>(open_.size()) - 1);
    switch (tag) {
      case Tag::li:
        return close_within({Tag::li}, {Tag::ul, Tag::ol, Tag::menu, Tag::td, Tag::th, Tag::table});
      case Tag::dt:
      case Tag::dd:
        return close_within({Tag::dt, Tag::dd}, {Tag::dl, Tag::td, Tag::th, Tag::table});
      case Tag::td:
      case Tag::th:
        return close_within({Tag::td, Tag::th, Tag::caption}, {Tag::tr, Tag::table});
      case Tag::tr:
        return close_within({Tag::tr, Tag::td, Tag::th, Tag::caption}, {Tag::table});
      case Tag::thead:
      case Tag::tbody:
      case Tag::tfoot:
        return close_within({Tag::thead, Tag::tbody, Tag::tfoot, Tag::tr, Tag::td, Tag::th, Tag::caption},
                            {Tag::table});
      case Tag::option:
      case Tag::optgroup:
        return close_within({Tag::option}, {Tag::select, Tag::datalist});
      case Tag::a:
        if (last(Tag::a) > open_.back().last_block) pop_to(last(Tag::a));
        return;
      default:
        return;
    }
  }

  HtmlTree& tree_;
  std::uint32_t max_depth_;
  std::vector<Open> open_;
  std::array<std::int32_t, kTags> last_ = {};
};

// Goes through the source once and tells the nesting what it finds.
class Parser {
 public:
  Parser(HtmlTree& tree, std::uint32_t max_depth)
      : source_(tree.source), nesting_(tree, max_depth), last_close_(source_.rfind('>')) {}

  Result<Ok> parse() {
    while (at_ < source_.size()) {
      const std::size_t mark = find_mark();
      nesting_.text(at_, mark);
      at_ = mark;
      if (at_ < source_.size()) read_mark();
      if (nesting_.too_deep()) return fail(too_deep());
    }
    nesting_.finish();
    return Ok{};
  }

 private:
  // The next "<" that begins a tag, a comment or a declaration.
  std::size_t find_mark() const {
    for (std::size_t mark = source_.find('<', at_); mark != std::string_view::npos;
         mark = source_.find('<', mark + 1)) {
      if (mark + 1 == source_.size() || last_close_ == std::string_view::npos || mark > last_close_) break;
      const char next = source_[mark + 1];
      if (is_letter(next) || next == '!' || next == '?') return mark;
      if (next == '/' && mark + 2 < source_.size()) return mark;
    }
    return source_.size();
  }

  void read_mark() {
    const char next = source_[at_ + 1];
    if (next == '!' && source_.substr(at_).starts_with("<!--")) return pass_comment();
    if (next == '/') return read_end_tag();
    if (next == '!' || next == '?') return pass_to_close();
    read_start_tag();
  }

  void pass_to_close() { at_ = std::min(source_.find('>', at_), source_.size() - 1) + 1; }

  void pass_comment() {
    const bool is_short =
        source_.substr(at_).starts_with("<!-->") || source_.substr(at_).starts_with("<!--->");
    const std::size_t close =
        is_short || endless_comment_ ? std::string_view::npos : source_.find("-->", at_ + 4);
    if (close != std::string_view::npos) {
      at_ = close + 3;
      return;
    }
    // One that never ends would swallow the page. It is not looked for twice.
    endless_comment_ = endless_comment_ || !is_short;
    pass_to_close();
  }

  void read_end_tag() {
    const std::size_t name_end = std::min(source_.find_first_of(" \n\t\r\f/>", at_ + 2), source_.size());
    const auto name = source_.substr(at_ + 2, name_end - at_ - 2);
    if (!name.empty() && is_letter(name[0])) nesting_.end(tag_of(name));
    pass_to_close();
  }

  void read_start_tag() {
    TagScan scan(source_.substr(at_));
    for (Attribute attribute; scan.next(attribute);) {
    }
    const Tag tag = tag_of(scan.name());
    const std::size_t begin = at_;
    at_ += scan.size();
    nesting_.start(tag, begin, at_, scan.self_closing());
    if (traits_of(tag).is_raw && !scan.self_closing()) read_raw(tag, scan.name());
  }

  // The content of <script>, <title> and the like, up to the end tag.
  void read_raw(Tag tag, std::string_view name) {
    auto& endless = endless_raw_[static_cast<std::size_t>(tag)];
    std::size_t close = at_;
    while (!endless) {
      close = source_.find("</", close);
      if (close == std::string_view::npos) {
        endless = true;
        break;
      }
      const auto behind = source_.substr(close + 2);
      if (equal_ignoring_case(behind.substr(0, name.size()), name)) {
        const auto rest = behind.substr(name.size());
        if (rest.empty() || rest[0] == '>' || rest[0] == '/' || is_html_space(rest[0])) break;
      }
      close += 2;
    }
    if (!endless) {
      nesting_.text(at_, close);
      at_ = close;
    } else if (tag == Tag::script || tag == Tag::style) {
      at_ = source_.size();  // A page cut off: the rest is no text.
    } else {
      nesting_.end(tag);
    }
  }

  Error too_deep() const {
    return {ErrorCode::too_deep, "the page nests its elements past the limit", "",
            "byte " + std::to_string(at_), "Leave it out: no browser made this page."};
  }

  std::string_view source_;
  Nesting nesting_;
  std::size_t last_close_;  // The last ">": behind it there is text only.
  std::size_t at_ = 0;
  bool endless_comment_ = false;
  std::array<bool, kTags> endless_raw_ = {};
};

}  // namespace

std::optional<std::string> HtmlTree::attribute(std::uint32_t node, std::string_view name) const {
  if (nodes[node].tag == Tag::text || nodes[node].begin == nodes[node].stop) return std::nullopt;
  TagScan scan(source_of(node));
  for (Attribute attribute; scan.next(attribute);) {
    if (equal_ignoring_case(attribute.name, name)) return decode_entities(attribute.value, true);
  }
  return std::nullopt;
}

std::string_view HtmlTree::name_of(std::uint32_t node) const {
  if (nodes[node].tag == Tag::text || nodes[node].begin == nodes[node].stop) return {};
  return TagScan(source_of(node)).name();
}

Result<HtmlTree> parse_html(std::string_view source, std::uint32_t max_depth) {
  HtmlTree tree;
  tree.source = source;
  tree.nodes.reserve(source.size() / 32 + 16);
  if (auto parsed = Parser(tree, max_depth).parse(); !parsed) {
    Error error = std::move(parsed.error());
    error.message += " of " + std::to_string(max_depth) + " levels";
    return fail(std::move(error));
  }
  return tree;
}

}  // namespace onrecord::report
