#include "report/html_report.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "report/html_blocks.h"
#include "report/html_layout.h"
#include "report/html_meta.h"
#include "report/html_tree.h"
#include "report/json_string.h"
#include "report/shingles.h"

namespace onrecord::report {
namespace {

using Blocks = std::vector<HtmlBlock>;

bool is_prose(const HtmlBlock& block) {
  return block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item;
}

// --- The headline
// -------------------------------------------------------------------------------------------------

// Whether one of two headings says what the other says.
bool same_heading(std::string_view a, std::string_view b) {
  const auto shingles = shingles_of(a), others = shingles_of(b);
  if (shingles.empty() || others.empty()) return false;
  if (shingles.size() == 1 || others.size() == 1) return shingles == others;
  constexpr double kMost = 0.6;
  return share_in(shingles, {others.begin(), others.end()}) >= kMost ||
         share_in(others, {shingles.begin(), shingles.end()}) >= kMost;
}

// The <h1> that is the report's headline: the one that says what the page's title says, else the only one.
std::optional<std::uint32_t> find_headline(const HtmlTree& tree, const HtmlLayout& layout,
                                           const HtmlMeta& meta) {
  std::optional<std::uint32_t> first;
  unsigned count = 0;
  constexpr unsigned kLook = 20;
  for (std::uint32_t i = 1; i < tree.nodes.size() && count < kLook; ++i) {
    if (tree.nodes[i].tag != Tag::h1 || layout.roles[i] != Role::none) continue;
    const auto blocks = read_blocks(tree, layout, i, tree.nodes[i].end);
    if (blocks.empty()) continue;
    const std::string& text = blocks.front().made.text;
    if (same_heading(text, meta.title) || same_heading(text, meta.page_title)) return i;
    if (text == meta.outlet) continue;
    if (count++ == 0) first = i;
  }
  return count == 1 ? first : std::nullopt;
}

// The headline and what stands between it and the main text: standfirst, byline.
Blocks read_head(const HtmlTree& tree, const HtmlLayout& layout, std::uint32_t headline, std::uint32_t main) {
  Blocks head = read_blocks(tree, layout, headline, tree.nodes[headline].end);
  if (head.size() > 1) head.resize(1);
  std::uint32_t i = tree.nodes[headline].end;
  while (i < main) {
    const bool holds_main = tree.nodes[i].end > main;
    const Role role = layout.roles[i];
    const bool wanted = tree.nodes[i].tag == Tag::h2 || role == Role::standfirst || role == Role::byline ||
                        role == Role::dateline;
    if (wanted && !holds_main) {
      Blocks more = read_blocks(tree, layout, i, tree.nodes[i].end);
      std::move(more.begin(), more.end(), std::back_inserter(head));
    }
    const bool passed = !holds_main && (wanted || role != Role::none);
    i = passed ? tree.nodes[i].end : i + 1;
  }
  return head;
}

// --- The body
// -----------------------------------------------------------------------------------------------------

// A paragraph that is all link leads elsewhere; a list of such is a menu, and goes. One that is mostly a time
// tells when the page was put up.
void sort_out(Blocks& blocks) {
  const auto all_link = [](const HtmlBlock& block) {
    return is_prose(block) && block.linked * std::uint64_t{100} >= block.ink * std::uint64_t{95};
  };
  std::erase_if(
      blocks, [&](const HtmlBlock& block) { return block.kind == BlockKind::list_item && all_link(block); });
  for (HtmlBlock& block : blocks) {
    if (all_link(block)) block.kind = BlockKind::promo;
    if (is_prose(block) && block.timed * std::uint64_t{2} >= block.ink) block.kind = BlockKind::byline;
  }
}

void keep_one_headline(Blocks& blocks) {
  bool seen = false;
  for (HtmlBlock& block : blocks) {
    if (block.kind != BlockKind::headline) continue;
    if (seen) block.kind = BlockKind::subheadline;
    seen = true;
  }
}

Blocks read_page(const HtmlTree& tree, const HtmlLayout& layout, const HtmlMeta& meta) {
  const std::uint32_t main = find_main_text(tree, layout);
  Blocks blocks;
  const auto headline = find_headline(tree, layout, meta);
  if (headline && tree.nodes[*headline].end <= main) blocks = read_head(tree, layout, *headline, main);
  Blocks body = read_blocks(tree, layout, main, tree.nodes[main].end);
  sort_out(body);
  std::move(body.begin(), body.end(), std::back_inserter(blocks));
  keep_one_headline(blocks);
  return blocks;
}

// --- JSON-LD
// ------------------------------------------------------------------------------------------------------

// The page's own words for its main text, if they are long enough to be that.
struct ArticleBody {
  MadeText made;  // Its map leads to the source of the page.
  std::vector<std::uint64_t> shingles;
};

std::optional<ArticleBody> read_article_body(const HtmlTree& tree, const HtmlMeta& meta) {
  constexpr std::uint32_t kShortest = 200;
  if (!meta.article_body || meta.article_body->size() < kShortest) return std::nullopt;
  const Span raw = *meta.article_body;
  auto made = unescape_json(tree.source.substr(raw.begin, raw.size()), raw.begin);
  if (!made) return std::nullopt;
  ArticleBody body{std::move(*made), {}};
  body.shingles = shingles_of(body.made.text);
  return body;
}

// Takes off the paragraphs before the first and behind the last that the article body has too.
void trim_to(const std::vector<std::uint64_t>& article, Blocks& blocks) {
  constexpr double kHalf = 0.5;
  const ShingleSet set(article.begin(), article.end());
  const auto is_shared = [&](const HtmlBlock& block) {
    return is_prose(block) && share_in(shingles_of(block.made.text), set) >= kHalf;
  };
  const auto first = std::find_if(blocks.begin(), blocks.end(), is_shared);
  if (first == blocks.end()) return;
  const auto last = std::find_if(blocks.rbegin(), blocks.rend(), is_shared).base();
  blocks.erase(std::remove_if(last, blocks.end(), [](const HtmlBlock& block) { return is_prose(block); }),
               blocks.end());
  blocks.erase(std::remove_if(blocks.begin(), first, [](const HtmlBlock& block) { return is_prose(block); }),
               first);
}

// The article body as blocks. It may itself be markup, escaped.
Result<Blocks> blocks_of(ArticleBody body, const ReportOptions& options) {
  const auto& text = body.made.text;
  Blocks blocks;
  if (text.find("</") != std::string::npos || text.find("<br") != std::string::npos) {
    const auto tree = parse_html(text, options.max_depth);
    if (!tree) return fail(tree.error());
    blocks = read_blocks(*tree, lay_out(*tree), 0, tree->nodes[0].end);
    for (HtmlBlock& block : blocks) block.made.map = block.made.map.over(body.made.map);
    return blocks;
  }
  normalize_line_ends(body.made);
  HtmlBlock whole;
  whole.made = std::move(body.made);
  blocks.push_back(std::move(whole));
  return blocks;
}

std::vector<std::uint64_t> prose_shingles(const Blocks& blocks) {
  std::vector<std::uint64_t> all;
  for (const HtmlBlock& block : blocks) {
    if (!is_prose(block)) continue;
    const auto some = shingles_of(block.made.text);
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

// Sets the page's blocks against the article body of its JSON-LD. The page's own markup has the paragraphs
// and is kept where it holds that text; where it does not (a page built by scripts), the article body stands
// instead.
Result<Blocks> choose(Blocks page, ArticleBody article, const ReportOptions& options) {
  const auto shown = prose_shingles(page);
  const double found = share_in(article.shingles, {shown.begin(), shown.end()});
  constexpr double kMost = 0.7;
  if (found >= kMost) {
    // An article body far shorter than the page is an excerpt of it, and nothing to trim by.
    if (article.shingles.size() * 10 >= shown.size() * 6) trim_to(article.shingles, page);
    return page;
  }
  if (article.shingles.size() * 10 < shown.size() * 8) return page;
  auto blocks = blocks_of(std::move(article), options);
  if (!blocks) return blocks;
  Blocks result;
  std::copy_if(page.begin(), page.end(), std::back_inserter(result),
               [](const HtmlBlock& block) { return block.kind == BlockKind::headline; });
  std::move(blocks->begin(), blocks->end(), std::back_inserter(result));
  return result;
}

// --- All together
// -------------------------------------------------------------------------------------------------

// Joins the blocks by empty lines.
void join(Blocks blocks, const TextMap& below, Report& report) {
  MadeText body;
  for (const HtmlBlock& block : blocks) {
    const auto& runs = block.made.map.runs();
    if (!body.text.empty()) body.replace("\n\n", runs.front().source, 0);
    const std::uint32_t begin = MadeText::narrow(body.text.size());
    body.text += block.made.text;
    for (const TextRun& run : runs) body.map.append(run.made_size, run.source, run.source_size);
    report.hints.push_back({{begin, MadeText::narrow(body.text.size())}, block.kind});
  }
  report.body = std::move(body.text);
  report.body_map = body.map.over(below);
}

std::string headline_of(const Blocks& blocks) {
  const auto found = std::find_if(blocks.begin(), blocks.end(),
                                  [](const HtmlBlock& block) { return block.kind == BlockKind::headline; });
  return found == blocks.end() ? std::string{} : collapsed(found->made.text);
}

}  // namespace

Result<Ok> read_html(const Decoded& decoded, const ReportOptions& options, Report& report) {
  const auto tree = parse_html(decoded.made.text, options.max_depth);
  if (!tree) return fail(tree.error());
  const HtmlMeta meta = read_meta(*tree);
  Blocks blocks = read_page(*tree, lay_out(*tree), meta);
  if (auto article = read_article_body(*tree, meta)) {
    auto chosen = choose(std::move(blocks), std::move(*article), options);
    if (!chosen) return fail(chosen.error());
    blocks = std::move(*chosen);
  }
  report.title = meta.title;
  if (report.title.empty()) report.title = headline_of(blocks);
  if (report.title.empty()) report.title = meta.page_title;
  report.outlet = meta.outlet;
  report.address = meta.address;
  report.published = meta.published;
  join(std::move(blocks), decoded.made.map, report);
  return Ok{};
}

}  // namespace onrecord::report
