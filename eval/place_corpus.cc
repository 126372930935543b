#include "eval/place_corpus.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace onrecord::eval {
namespace {

constexpr std::size_t kNearby = 300;  // Bytes before and behind where a phrase should stand.

// What stands between `<tag…>` and `</tag>` behind `from`; empty where there is none.
std::string_view inside(std::string_view xml, std::string_view tag, std::string_view* attributes = nullptr) {
  const std::string open = "<" + std::string(tag), close = "</" + std::string(tag) + ">";
  std::size_t at = 0;
  while ((at = xml.find(open, at)) != std::string_view::npos) {
    const char next = at + open.size() < xml.size() ? xml[at + open.size()] : '>';
    if (next == '>' || next == ' ') break;
    ++at;
  }
  if (at == std::string_view::npos) return {};
  const std::size_t begin = xml.find('>', at);
  const std::size_t end = xml.find(close, at);
  if (begin == std::string_view::npos || end == std::string_view::npos || begin >= end) return {};
  if (attributes != nullptr) *attributes = xml.substr(at + open.size(), begin - at - open.size());
  return xml.substr(begin + 1, end - begin - 1);
}

std::string unescaped(std::string_view xml) {
  constexpr std::array<std::pair<std::string_view, char>, 5> kEntities = {
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};
  constexpr std::string_view kBegin = "<![CDATA[";
  if (xml.starts_with(kBegin)) return std::string(xml.substr(kBegin.size(), xml.size() - kBegin.size() - 3));
  std::string text;
  for (std::size_t at = 0; at < xml.size();) {
    const auto entity = std::find_if(kEntities.begin(), kEntities.end(),
                                     [&](const auto& one) { return xml.substr(at).starts_with(one.first); });
    if (entity == kEntities.end()) {
      text += xml[at++];
    } else {
      text += entity->second;
      at += entity->first.size();
    }
  }
  return text;
}

// The byte at which each character of `text` begins, and its end.
std::vector<std::uint32_t> characters_of(std::string_view text) {
  std::vector<std::uint32_t> starts;
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) starts.push_back(at);
  }
  starts.push_back(static_cast<std::uint32_t>(text.size()));
  return starts;
}

std::optional<Span> place_of(std::string_view text, std::string_view phrase, std::uint32_t expected) {
  const auto size = static_cast<std::uint32_t>(phrase.size());
  if (size == 0) return std::nullopt;
  std::optional<Span> best;
  std::size_t nearest = kNearby;
  const std::size_t from = expected > kNearby ? expected - kNearby : 0;
  for (std::size_t at = text.find(phrase, from); at != std::string_view::npos && at < expected + kNearby;
       at = text.find(phrase, at + 1)) {
    const std::size_t off = at > expected ? at - expected : expected - at;
    if (off >= nearest) continue;
    nearest = off;
    best = Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at) + size};
  }
  return best;
}

std::optional<GoldToponym> toponym_of(std::string_view xml, std::string_view text,
                                      const std::vector<std::uint32_t>& characters) {
  const auto first =
      static_cast<std::size_t>(std::strtoul(std::string(inside(xml, "start")).c_str(), nullptr, 10));
  const std::string phrase = unescaped(inside(xml, "phrase"));
  const std::uint32_t expected = characters[std::min(first, characters.size() - 1)];
  const auto span = place_of(text, phrase, expected);
  if (!span) return std::nullopt;
  GoldToponym gold{.span = *span};
  std::string_view attributes;
  const std::string_view tag = inside(xml, "gaztag", &attributes);
  const std::size_t quote = attributes.find('"');
  if (quote != std::string_view::npos) {
    gold.id = std::strtoll(std::string(attributes.substr(quote + 1)).c_str(), nullptr, 10);
    gold.latitude = std::strtod(std::string(inside(tag, "lat")).c_str(), nullptr);
    gold.longitude = std::strtod(std::string(inside(tag, "lon")).c_str(), nullptr);
  }
  return gold;
}

}  // namespace

Result<std::vector<PlaceDocument>> parse_toponyms(std::string_view xml, const std::string& name) {
  std::vector<PlaceDocument> documents;
  constexpr std::string_view kOpen = "<article docid=\"", kClose = "</article>";
  for (std::size_t at = xml.find(kOpen); at != std::string_view::npos; at = xml.find(kOpen, at)) {
    const std::size_t end = std::min(xml.find(kClose, at), xml.size());
    const std::string_view article = xml.substr(at, end - at);
    PlaceDocument document;
    document.id = article.substr(kOpen.size(), article.find('"', kOpen.size()) - kOpen.size());
    document.text = unescaped(inside(article, "text"));
    const auto characters = characters_of(document.text);
    constexpr std::string_view kToponym = "<toponym>";
    for (std::size_t t = article.find(kToponym); t != std::string_view::npos;
         t = article.find(kToponym, t + kToponym.size())) {
      const std::size_t close = std::min(article.find("</toponym>", t), article.size());
      if (const auto gold = toponym_of(article.substr(t, close - t), document.text, characters))
        document.toponyms.push_back(*gold);
    }
    std::ranges::sort(document.toponyms, {}, [](const GoldToponym& one) { return one.span.begin; });
    documents.push_back(std::move(document));
    at = end;
  }
  if (documents.empty()) return fail({ErrorCode::missing_field, "no articles with toponyms", name});
  return documents;
}

std::vector<MetonymySample> parse_metonymy(std::string_view lines, bool somewhere) {
  constexpr std::string_view kMark = "<ENT>", kParts = "<SEP>";
  std::vector<MetonymySample> samples;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    std::string line(lines.substr(0, end));
    lines.remove_prefix(std::min(end + 1, lines.size()));
    const std::size_t parts = line.find(kParts);
    if (parts == std::string::npos) continue;
    line.erase(0, parts + kParts.size());
    const std::size_t begin = line.find(kMark);
    if (begin == std::string::npos) continue;
    line.erase(begin, kMark.size());
    const std::size_t close = line.find(kMark, begin);
    if (close == std::string::npos) continue;
    line.erase(close, kMark.size());
    samples.push_back(
        {std::move(line), {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(close)}, somewhere});
  }
  return samples;
}

bool is_held_out(std::string_view text) {
  std::uint64_t value = 14695981039346656037ULL;
  for (const char byte : text) {
    if ((byte | 0x20) < 'a' || (byte | 0x20) > 'z')
      continue;  // Letters: spacing differs between copies of a text.
    value = (value ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  }
  return (value >> 33U) % 5 == 0;
}

}  // namespace onrecord::eval
