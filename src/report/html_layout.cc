#include "report/html_layout.h"

#include <algorithm>
#include <optional>
#include <string>

#include "report/html_scan.h"

namespace onrecord::report {
namespace {

// A paragraph shorter than this is more likely a label.
constexpr std::uint32_t kParagraph = 50;

// More than this share of all prose is never given up for the name of its element (in hundredths).
constexpr std::uint64_t kTooMuchToDrop = 40;

bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }

std::uint32_t count_ink(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; }));
}

// Never the report, whatever it holds.
bool is_hidden(const HtmlTree& tree, std::uint32_t node) {
  if (tree.attribute(node, "hidden")) return true;
  const auto style = tree.attribute(node, "style");
  if (!style) return false;
  std::string plain;
  for (const char c : *style) {
    if (!is_html_space(c)) plain += c;
  }
  return plain.find("display:none") != std::string::npos ||
         plain.find("visibility:hidden") != std::string::npos;
}

bool is_always_dropped(const HtmlTree& tree, std::uint32_t node) {
  const Tag tag = tree.nodes[node].tag;
  if (tag == Tag::head || tag == Tag::html || tag == Tag::body) return tag == Tag::head;
  if (traits_of(tag).is_dropped && !traits_of(tag).is_block) return true;
  return is_hidden(tree, node);
}

// What its tag, its ARIA role and its names make of an element.
Role soft_role(const HtmlTree& tree, std::uint32_t node) {
  const Tag tag = tree.nodes[node].tag;
  if (tag == Tag::html || tag == Tag::body || tag == Tag::main || tag == Tag::article) return Role::none;
  if (traits_of(tag).is_dropped) return Role::dropped;
  if (tag == Tag::figcaption || tag == Tag::caption) return Role::caption;
  if (const auto aria = tree.attribute(node, "role")) {
    for (const char* out : {"navigation", "complementary", "contentinfo", "banner", "search", "dialog"}) {
      if (*aria == out) return Role::dropped;
    }
  }
  if (is_heading(tag) || tag == Tag::a) return Role::none;
  Role role = Role::none;
  for (const char* name : {"class", "id"}) {
    if (role != Role::none) break;
    if (const auto names = tree.attribute(node, name)) role = role_of_names(*names);
  }
  return role;
}

class LayOut {
 public:
  explicit LayOut(const HtmlTree& tree) : tree_(tree), size_(tree.nodes.size()) {
    layout_.roles.assign(size_, Role::none);
    layout_.own.assign(size_, 0);
  }

  HtmlLayout run() {
    drop_always();
    weigh_blocks();
    add_up();
    give_roles();
    add_up();
    return std::move(layout_);
  }

 private:
  Role& role(std::size_t node) { return layout_.roles[node]; }

  void drop_always() {
    for (std::uint32_t i = 1; i < size_; ++i) {
      if (tree_.nodes[i].tag != Tag::text && is_always_dropped(tree_, i)) {
        std::fill(layout_.roles.begin() + i, layout_.roles.begin() + tree_.nodes[i].end, Role::dropped);
        i = tree_.nodes[i].end - 1;
      }
    }
  }

  // Gives each block the ink of the text that stands in it and in no block inside it.
  void weigh_blocks() {
    std::vector<std::uint32_t> block(size_, 0), linked(size_, 0);
    std::vector<bool> in_link(size_, false);
    for (std::uint32_t i = 1; i < size_; ++i) {
      const HtmlNode& node = tree_.nodes[i];
      block[i] = traits_of(node.tag).is_block ? i : block[node.parent];
      in_link[i] = in_link[node.parent] || node.tag == Tag::a;
      if (node.tag != Tag::text || role(i) == Role::dropped) continue;
      const std::uint32_t ink = count_ink(tree_.source_of(i));
      (in_link[i] ? linked : layout_.own)[block[i]] += ink;
    }
    for (std::uint32_t i = 0; i < size_; ++i) {
      const Tag tag = tree_.nodes[i].tag;
      const bool prose = layout_.own[i] >= kParagraph && linked[i] < layout_.own[i] && !is_heading(tag);
      layout_.own[i] = prose ? layout_.own[i] + linked[i] : 0;
    }
  }

  void add_up() {
    layout_.prose.assign(size_, 0);
    for (std::size_t i = size_; i-- > 0;) {
      if (role(i) != Role::none && role(i) != Role::standfirst) {
        layout_.prose[i] = 0;
        continue;
      }
      layout_.prose[i] += layout_.own[i];
      if (i > 0) layout_.prose[tree_.nodes[i].parent] += layout_.prose[i];
    }
  }

  // Names and tags that speak of other things than the report count unless most of the prose would go with
  // them: a page whose whole content stands in a <form>, or whose body is of class "has-sidebar".
  void give_roles() {
    const std::uint64_t all = layout_.prose[0];
    for (std::uint32_t i = 1; i < size_; ++i) {
      const HtmlNode& node = tree_.nodes[i];
      if (node.tag == Tag::text || role(i) == Role::dropped) continue;
      Role found = node.tag == Tag::form ? Role::dropped : soft_role(tree_, i);
      if (found == Role::none) continue;
      if (layout_.prose[i] * std::uint64_t{100} > all * kTooMuchToDrop) continue;
      if (!traits_of(node.tag).is_block && found != Role::dropped && found != Role::promo) {
        if (found != Role::byline && found != Role::caption) continue;
        if (!is_alone(i)) continue;  // <span class="author"> in a sentence.
      }
      if (found == Role::dropped) {
        std::fill(layout_.roles.begin() + i, layout_.roles.begin() + node.end, Role::dropped);
        i = node.end - 1;
      } else {
        role(i) = found;
      }
    }
  }

  // Whether no text stands beside an element in its parent.
  bool is_alone(std::uint32_t node) const {
    const std::uint32_t parent = tree_.nodes[node].parent;
    const std::uint32_t before = node - 1, after = tree_.nodes[node].end;
    const auto is_ink = [&](std::uint32_t i) {
      return i < size_ && tree_.nodes[i].tag == Tag::text && tree_.nodes[i].parent == parent &&
             count_ink(tree_.source_of(i)) > 0;
    };
    return !is_ink(before) && !is_ink(after);
  }

  const HtmlTree& tree_;
  const std::size_t size_;
  HtmlLayout layout_;
};

// --- The main text
// ------------------------------------------------------------------------------------------------

bool is_article_body(const HtmlTree& tree, std::uint32_t node) {
  const auto property = tree.attribute(node, "itemprop");
  return property && property->find("articleBody") != std::string::npos;
}

bool is_main(const HtmlTree& tree, std::uint32_t node) {
  if (tree.nodes[node].tag == Tag::main) return true;
  const auto role = tree.attribute(node, "role");
  return role && *role == "main";
}

// The element with most prose among those that `is_one` accepts, if it has at least half of all.
template <typename IsOne>
std::optional<std::uint32_t> largest(const HtmlTree& tree, const HtmlLayout& layout, IsOne is_one) {
  std::optional<std::uint32_t> best;
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    if (tree.nodes[i].tag == Tag::text || layout.prose[i] == 0) continue;
    if ((!best || layout.prose[i] > layout.prose[*best]) && is_one(i)) best = i;
  }
  if (best && std::uint64_t{layout.prose[*best]} * 2 < layout.prose[0]) return std::nullopt;
  return best;
}

struct Children {
  std::uint32_t best = 0;   // The one with most prose; 0: none has any.
  bool paragraphs = false;  // Some are paragraphs themselves, or `node` is.
  bool alike = false;       // Another with prose has the names of the best.
};

Children look_into(const HtmlTree& tree, const HtmlLayout& layout, std::uint32_t node) {
  Children children;
  children.paragraphs = layout.own[node] > 0;
  for (std::uint32_t i = node + 1; i < tree.nodes[node].end; i = tree.nodes[i].end) {
    if (layout.prose[i] == 0) continue;
    if (layout.own[i] > 0) children.paragraphs = true;
    if (children.best == 0 || layout.prose[i] > layout.prose[children.best]) children.best = i;
  }
  if (children.best == 0) return children;
  const auto names = tree.attribute(children.best, "class");
  const Tag tag = tree.nodes[children.best].tag;
  std::uint32_t looked = 0;
  constexpr std::uint32_t kLook = 200;
  for (std::uint32_t i = node + 1; i < tree.nodes[node].end && looked < kLook; i = tree.nodes[i].end) {
    if (i == children.best || layout.prose[i] == 0) continue;
    ++looked;
    if (tree.nodes[i].tag == tag && tree.attribute(i, "class") == names) children.alike = true;
  }
  return children;
}

// Goes down from `node` while one child holds nearly all: at least `share` hundredths of the prose.
std::uint32_t narrow_down(const HtmlTree& tree, const HtmlLayout& layout, std::uint32_t node,
                          std::uint64_t share) {
  for (;;) {
    const Children children = look_into(tree, layout, node);
    if (children.best == 0 || children.paragraphs || children.alike) return node;
    if (layout.prose[children.best] * std::uint64_t{100} < layout.prose[node] * share) return node;
    node = children.best;
  }
}

}  // namespace

HtmlLayout lay_out(const HtmlTree& tree) { return LayOut(tree).run(); }

std::uint32_t find_main_text(const HtmlTree& tree, const HtmlLayout& layout) {
  const auto body = largest(tree, layout, [&](std::uint32_t i) { return is_article_body(tree, i); });
  if (body) return *body;
  const auto article =
      largest(tree, layout, [&](std::uint32_t i) { return tree.nodes[i].tag == Tag::article; });
  if (article) return *article;
  constexpr std::uint64_t kNearlyAll = 90, kMost = 60;
  const auto main = largest(tree, layout, [&](std::uint32_t i) { return is_main(tree, i); });
  if (main) return narrow_down(tree, layout, *main, kNearlyAll);
  return narrow_down(tree, layout, 0, kMost);
}

}  // namespace onrecord::report
