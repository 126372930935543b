#include "report/html_tags.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace onrecord::report {
namespace {

enum : std::uint8_t { kVoid = 1, kRaw = 2, kBlock = 4, kDropped = 8, kScope = 16, kClosesP = 32 };

struct Row {
  std::string_view name;
  Tag tag;
  int traits;
};

// In the order of the names, which is that of the enumeration.
constexpr Row kRows[] = {
    // clang-format off
    {"a", Tag::a, 0},
    {"abbr", Tag::abbr, 0},
    {"acronym", Tag::acronym, 0},
    {"address", Tag::address, kBlock | kClosesP},
    {"area", Tag::area, kVoid},
    {"article", Tag::article, kBlock | kClosesP},
    {"aside", Tag::aside, kBlock | kClosesP | kDropped},
    {"audio", Tag::audio, kDropped},
    {"b", Tag::b, 0},
    {"base", Tag::base, kVoid},
    {"basefont", Tag::basefont, kVoid},
    {"bdi", Tag::bdi, 0},
    {"bdo", Tag::bdo, 0},
    {"bgsound", Tag::bgsound, kVoid},
    {"big", Tag::big, 0},
    {"blockquote", Tag::blockquote, kBlock | kClosesP},
    {"body", Tag::body, kBlock | kClosesP},
    {"br", Tag::br, kVoid},
    {"button", Tag::button, kDropped | kScope},
    {"canvas", Tag::canvas, kDropped},
    {"caption", Tag::caption, kBlock | kScope},
    {"center", Tag::center, kBlock | kClosesP},
    {"cite", Tag::cite, 0},
    {"code", Tag::code, 0},
    {"col", Tag::col, kVoid},
    {"colgroup", Tag::colgroup, kBlock},
    {"data", Tag::data, 0},
    {"datalist", Tag::datalist, kDropped},
    {"dd", Tag::dd, kBlock | kClosesP},
    {"del", Tag::del, 0},
    {"details", Tag::details, kBlock | kClosesP},
    {"dfn", Tag::dfn, 0},
    {"dialog", Tag::dialog, kBlock | kClosesP},
    {"div", Tag::div, kBlock | kClosesP},
    {"dl", Tag::dl, kBlock | kClosesP},
    {"dt", Tag::dt, kBlock | kClosesP},
    {"em", Tag::em, 0},
    {"embed", Tag::embed, kVoid},
    {"fieldset", Tag::fieldset, kBlock | kClosesP},
    {"figcaption", Tag::figcaption, kBlock | kClosesP},
    {"figure", Tag::figure, kBlock | kClosesP},
    {"font", Tag::font, 0},
    {"footer", Tag::footer, kBlock | kClosesP | kDropped},
    {"form", Tag::form, kBlock | kClosesP},
    {"frame", Tag::frame, kVoid},
    {"h1", Tag::h1, kBlock | kClosesP},
    {"h2", Tag::h2, kBlock | kClosesP},
    {"h3", Tag::h3, kBlock | kClosesP},
    {"h4", Tag::h4, kBlock | kClosesP},
    {"h5", Tag::h5, kBlock | kClosesP},
    {"h6", Tag::h6, kBlock | kClosesP},
    {"head", Tag::head, kBlock},
    {"header", Tag::header, kBlock | kClosesP},
    {"hgroup", Tag::hgroup, kBlock | kClosesP},
    {"hr", Tag::hr, kVoid | kBlock | kClosesP},
    {"html", Tag::html, kBlock | kClosesP},
    {"i", Tag::i, 0},
    {"iframe", Tag::iframe, kRaw | kDropped},
    {"img", Tag::img, kVoid},
    {"input", Tag::input, kVoid},
    {"ins", Tag::ins, 0},
    {"kbd", Tag::kbd, 0},
    {"label", Tag::label, 0},
    {"legend", Tag::legend, kBlock | kClosesP},
    {"li", Tag::li, kBlock | kClosesP},
    {"link", Tag::link, kVoid},
    {"main", Tag::main, kBlock | kClosesP},
    {"map", Tag::map, 0},
    {"mark", Tag::mark, 0},
    {"math", Tag::math, kDropped},
    {"menu", Tag::menu, kBlock | kClosesP},
    {"meta", Tag::meta, kVoid},
    {"meter", Tag::meter, 0},
    {"nav", Tag::nav, kBlock | kClosesP | kDropped},
    {"nobr", Tag::nobr, 0},
    {"noembed", Tag::noembed, kRaw | kDropped},
    {"noframes", Tag::noframes, kRaw | kDropped},
    {"noscript", Tag::noscript, kDropped},
    {"object", Tag::object, kDropped},
    {"ol", Tag::ol, kBlock | kClosesP},
    {"optgroup", Tag::optgroup, kDropped},
    {"option", Tag::option, kDropped},
    {"output", Tag::output, 0},
    {"p", Tag::p, kBlock | kClosesP},
    {"param", Tag::param, kVoid},
    {"picture", Tag::picture, 0},
    {"pre", Tag::pre, kBlock | kClosesP},
    {"progress", Tag::progress, 0},
    {"q", Tag::q, 0},
    {"rb", Tag::rb, 0},
    {"rp", Tag::rp, 0},
    {"rt", Tag::rt, 0},
    {"ruby", Tag::ruby, 0},
    {"s", Tag::s, 0},
    {"samp", Tag::samp, 0},
    {"script", Tag::script, kRaw | kDropped},
    {"search", Tag::search, kBlock | kClosesP},
    {"section", Tag::section, kBlock | kClosesP},
    {"select", Tag::select, kDropped},
    {"small", Tag::small, 0},
    {"source", Tag::source, kVoid},
    {"span", Tag::span, 0},
    {"strike", Tag::strike, 0},
    {"strong", Tag::strong, 0},
    {"style", Tag::style, kRaw | kDropped},
    {"sub", Tag::sub, 0},
    {"summary", Tag::summary, kBlock | kClosesP},
    {"sup", Tag::sup, 0},
    {"svg", Tag::svg, kDropped},
    {"table", Tag::table, kBlock | kScope | kClosesP},
    {"tbody", Tag::tbody, kBlock},
    {"td", Tag::td, kBlock | kScope},
    {"template", Tag::template_, kDropped},
    {"textarea", Tag::textarea, kRaw | kDropped},
    {"tfoot", Tag::tfoot, kBlock},
    {"th", Tag::th, kBlock | kScope},
    {"thead", Tag::thead, kBlock},
    {"time", Tag::time, 0},
    {"title", Tag::title, kRaw | kDropped},
    {"tr", Tag::tr, kBlock},
    {"track", Tag::track, kVoid},
    {"tt", Tag::tt, 0},
    {"u", Tag::u, 0},
    {"ul", Tag::ul, kBlock | kClosesP},
    {"var", Tag::var, 0},
    {"video", Tag::video, kDropped},
    {"wbr", Tag::wbr, kVoid},
    {"xmp", Tag::xmp, kRaw | kDropped},
    // clang-format on
};

constexpr auto kTraits = [] {
  std::array<TagTraits, kTags> all = {};
  for (const Row& row : kRows) {
    all[static_cast<std::size_t>(row.tag)] = {(row.traits & kVoid) != 0,  (row.traits & kRaw) != 0,
                                              (row.traits & kBlock) != 0, (row.traits & kDropped) != 0,
                                              (row.traits & kScope) != 0, (row.traits & kClosesP) != 0};
  }
  return all;
}();

constexpr std::size_t kLongestName = 10;  // blockquote, figcaption

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

}  // namespace

Tag tag_of(std::string_view name) {
  if (name.size() > kLongestName) return Tag::unknown;
  std::array<char, kLongestName> buffer = {};
  std::transform(name.begin(), name.end(), buffer.begin(), lower);
  const std::string_view lowered(buffer.data(), name.size());
  const auto row =
      std::lower_bound(std::begin(kRows), std::end(kRows), lowered,
                       [](const Row& each, std::string_view wanted) { return each.name < wanted; });
  return row != std::end(kRows) && row->name == lowered ? row->tag : Tag::unknown;
}

const TagTraits& traits_of(Tag tag) { return kTraits[static_cast<std::size_t>(tag)]; }

}  // namespace onrecord::report
