#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <optional>
#include <system_error>
#include <utility>

#include "eval/polnear.h"
#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

using Parts = std::map<std::string, std::vector<CharacterRange>, std::less<>>;

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// "Cue 3 7;9 12"
std::optional<std::vector<CharacterRange>> ranges_of(std::string_view text) {
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  std::vector<CharacterRange> ranges;
  for (const std::string_view part : split(text.substr(space + 1), ';')) {
    const std::size_t middle = part.find(' ');
    if (middle == std::string_view::npos) return std::nullopt;
    const auto begin = number(part.substr(0, middle));
    const auto end = number(part.substr(middle + 1));
    if (!begin || !end || *end < *begin) return std::nullopt;
    ranges.push_back({*begin, *end});
  }
  return ranges;
}

// "Attribution:T4 Content:T3 Content2:T9 Cue:T2 Source:T1"
GoldAttribution linked_parts(std::string_view text, const Parts& parts) {
  GoldAttribution attribution;
  for (const std::string_view link : split(text, ' ')) {
    const std::size_t colon = link.find(':');
    if (colon == std::string_view::npos) continue;
    std::string_view role = link.substr(0, colon);
    role = role.substr(0, role.find_last_not_of("0123456789") + 1);
    const auto part = parts.find(link.substr(colon + 1));
    if (part == parts.end()) continue;
    std::vector<CharacterRange>* to = role == "Source"    ? &attribution.source
                                      : role == "Cue"     ? &attribution.cue
                                      : role == "Content" ? &attribution.contents
                                                          : nullptr;
    if (to != nullptr) to->insert(to->end(), part->second.begin(), part->second.end());
  }
  return attribution;
}

// "article_ef2d.ann" → "article"
std::string article_of(const std::string& stem) { return stem.substr(0, stem.rfind('_')); }

}  // namespace

Result<Annotation> parse_brat(std::string_view text, const std::string& name) {
  Parts parts;
  std::vector<std::string_view> links;
  std::size_t line_number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++line_number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    const auto columns = split(line, '\t');
    if (line.starts_with('E') && columns.size() >= 2) links.push_back(columns[1]);
    if (!line.starts_with('T')) continue;
    auto ranges = columns.size() >= 2 ? ranges_of(columns[1]) : std::nullopt;
    if (!ranges) {
      return fail({ErrorCode::not_readable, "not a brat span", name, "line " + std::to_string(line_number)});
    }
    parts[std::string(columns[0])] = std::move(*ranges);
  }
  Annotation annotation;
  for (const std::string_view link : links) {
    GoldAttribution attribution = linked_parts(link, parts);
    if (!attribution.cue.empty() || !attribution.contents.empty())
      annotation.push_back(std::move(attribution));
  }
  return annotation;
}

Result<std::vector<PolnearArticle>> read_polnear(const std::string& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code problem;
  for (const auto& entry : std::filesystem::directory_iterator(folder + "/attributions", problem)) {
    if (entry.path().extension() == ".ann") files.push_back(entry.path());
  }
  if (problem) return fail({ErrorCode::not_found, "cannot list " + folder, folder, "", "Give --data DIR."});
  std::ranges::sort(files);
  std::vector<PolnearArticle> articles;
  for (const std::filesystem::path& file : files) {
    const std::string name = article_of(file.stem().string());
    auto text = read_file(file.string());
    if (!text) return fail(text.error());
    auto annotation = parse_brat(*text, file.string());
    if (!annotation) return fail(annotation.error());
    if (articles.empty() || articles.back().name != name) {
      auto article = read_file(folder + "/text/" + name + ".txt");
      if (!article) return fail(article.error());
      articles.push_back({name, std::move(*article), {}});
    }
    articles.back().copies.push_back(std::move(*annotation));
  }
  return articles;
}

}  // namespace onrecord::eval
