#include "report/html_meta.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>
#include <vector>

#include "onrecord/report.h"
#include "report/html_entities.h"
#include "report/html_scan.h"
#include "report/json_fields.h"
#include "report/json_string.h"

namespace onrecord::report {
namespace {

// What was found for one meaning: the one from the best source, the first of these.
struct Candidate {
  std::string text;
  std::size_t rank = 0;

  void offer(std::string found, std::size_t found_rank) {
    found = collapsed(found);
    if (found.empty() || (!text.empty() && rank <= found_rank)) return;
    text = std::move(found);
    rank = found_rank;
  }
};

struct Gathered {
  Candidate title, outlet, address, date;
  std::string page_title;
  std::optional<Span> article_body;

  // A date that is none gives way to the next.
  void offer_date(const std::string& found, std::size_t rank) {
    if (parse_date(found)) date.offer(found, rank);
  }
};

// Whether `name` is one of `names`; its place among them is its rank.
std::optional<std::size_t> rank_in(std::initializer_list<std::string_view> names, std::string_view name) {
  const auto found = std::find_if(names.begin(), names.end(),
                                  [name](std::string_view each) { return equal_ignoring_case(each, name); });
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

constexpr std::size_t kBehindJsonLd = 10, kBehindMeta = 50;

void read_meta_tag(const HtmlTree& tree, std::uint32_t node, Gathered& gathered) {
  const auto content = tree.attribute(node, "content");
  if (!content) return;
  auto name = tree.attribute(node, "property");
  if (!name) name = tree.attribute(node, "name");
  if (!name) name = tree.attribute(node, "itemprop");
  if (!name) return;
  if (const auto rank = rank_in({"og:title", "twitter:title", "dc.title", "parsely-title"}, *name)) {
    gathered.title.offer(*content, kBehindJsonLd + *rank);
  } else if (const auto site = rank_in({"og:site_name", "application-name", "dc.publisher"}, *name)) {
    gathered.outlet.offer(*content, *site);
  } else if (rank_in({"og:url"}, *name)) {
    gathered.address.offer(*content, 1);
  } else if (const auto date =
                 rank_in({"article:published_time", "datePublished", "og:published_time", "parsely-pub-date",
                          "sailthru.date", "pubdate", "publishdate", "publish-date", "date", "dc.date",
                          "dc.date.issued", "dcterms.created", "dc.date.created"},
                         *name)) {
    gathered.offer_date(*content, kBehindJsonLd + *date);
  }
}

void read_link_tag(const HtmlTree& tree, std::uint32_t node, Gathered& gathered) {
  const auto relation = tree.attribute(node, "rel");
  if (!relation || !equal_ignoring_case(*relation, "canonical")) return;
  if (const auto href = tree.attribute(node, "href")) gathered.address.offer(*href, 0);
}

void read_time_tag(const HtmlTree& tree, std::uint32_t node, Gathered& gathered) {
  const auto when = tree.attribute(node, "datetime");
  if (!when) return;
  const auto property = tree.attribute(node, "itemprop");
  const bool marked = tree.attribute(node, "pubdate") || (property && *property == "datePublished");
  gathered.offer_date(*when, marked ? kBehindMeta : kBehindMeta + 1);
}

// "@graph.headline" and "headline" speak of the page; "publisher.headline" would not.
std::string_view own_path(std::string_view path) {
  constexpr std::string_view kGraph = "@graph.";
  return path.starts_with(kGraph) ? path.substr(kGraph.size()) : path;
}

void read_json_ld(const HtmlTree& tree, std::uint32_t script, Gathered& gathered) {
  const auto type = tree.attribute(script, "type");
  if (!type || type->find("ld+json") == std::string::npos) return;
  if (tree.nodes[script].end == script + 1) return;
  const HtmlNode& content = tree.nodes[script + 1];
  // Line breaks inside strings are an error in JSON and common in pages. As spaces they take the same room.
  std::string json(tree.source_of(script + 1));
  std::replace_if(
      json.begin(), json.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  const auto read = visit_json(json, [&](const JsonScalar& scalar) {
    if (scalar.kind != JsonKind::string) return;
    const auto path = own_path(scalar.path);
    const auto value = [&] {
      const auto made = unescape_json(std::string_view(json).substr(scalar.raw.begin, scalar.raw.size()), 0);
      return made ? decode_entities(made->text, false) : std::string{};
    };
    if (path == "headline")
      gathered.title.offer(value(), 0);
    else if (path == "datePublished")
      gathered.offer_date(value(), 0);
    else if (path == "publisher.name")
      gathered.outlet.offer(value(), 3);
    else if (path == "url" || path == "mainEntityOfPage" || path == "mainEntityOfPage.@id") {
      if (const auto address = value(); address.starts_with("http")) gathered.address.offer(address, 2);
    } else if (path == "articleBody") {
      const Span span = {content.begin + scalar.raw.begin, content.begin + scalar.raw.end};
      if (!gathered.article_body || gathered.article_body->size() < span.size()) gathered.article_body = span;
    }
  });
  static_cast<void>(
      read);  // A script that is no JSON says nothing, but what it said before its fault stands.
}

std::size_t words_in(std::string_view text) {
  return text.empty() ? 0 : static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

// "Council votes no | The Paper" → "Council votes no".
std::string without_outlet(std::string title, const std::string& outlet) {
  for (const std::string_view mark : {" | ", " - ", " – ", " — ", " :: ", " » "}) {
    const auto at = title.rfind(mark);
    if (at == std::string::npos || at == 0) continue;
    const auto tail = std::string_view(title).substr(at + mark.size());
    const bool is_outlet = equal_ignoring_case(tail, outlet);
    const bool is_short = words_in(tail) <= 4 && words_in(std::string_view(title).substr(0, at)) >= 4;
    if (is_outlet || is_short) return title.substr(0, at);
  }
  return title;
}

// "https://www.paper.example/a" → "paper.example".
std::string host_of(std::string_view address) {
  const auto at = address.find("://");
  if (at == std::string_view::npos) return {};
  auto host = address.substr(at + 3);
  host = host.substr(0, host.find_first_of("/:?#"));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return std::string(host);
}

}  // namespace

std::string collapsed(std::string_view text) {
  std::string result;
  bool space = false;
  for (const char c : text) {
    if (is_html_space(c)) {
      space = !result.empty();
      continue;
    }
    if (space) result += ' ';
    space = false;
    result += c;
  }
  return result;
}

HtmlMeta read_meta(const HtmlTree& tree) {
  Gathered gathered;
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    switch (tree.nodes[i].tag) {
      case Tag::meta:
        read_meta_tag(tree, i, gathered);
        break;
      case Tag::link:
        read_link_tag(tree, i, gathered);
        break;
      case Tag::time:
        read_time_tag(tree, i, gathered);
        break;
      case Tag::script:
        read_json_ld(tree, i, gathered);
        break;
      case Tag::title:
        if (gathered.page_title.empty() && tree.nodes[i].end > i + 1) {
          gathered.page_title = collapsed(decode_entities(tree.source_of(i + 1), false));
        }
        break;
      default:
        break;
    }
  }
  HtmlMeta meta;
  meta.address = gathered.address.text;
  meta.outlet = gathered.outlet.text.empty() ? host_of(meta.address) : gathered.outlet.text;
  meta.title = gathered.title.text;
  meta.page_title = without_outlet(gathered.page_title, meta.outlet);
  meta.published = parse_date(gathered.date.text);
  meta.article_body = gathered.article_body;
  return meta;
}

}  // namespace onrecord::report
