#include "eval/time_timeml.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <system_error>
#include <utility>

#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

// What the links of a file refer to, by their ids.
struct Ids {
  std::map<std::string, Span> events;
  std::map<std::string, std::string> times;      // Their values.
  std::map<std::string, std::string> instances;  // Of events.
  std::string published;
};

struct Tag {
  std::string_view name, attributes;
  bool closes = false, empty = false;
};

// The tag that begins at `at`; moves `at` past it. Nothing where the text ends within it.
std::optional<Tag> take_tag(std::string_view xml, std::size_t& at) {
  const std::size_t end = xml.find('>', at);
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view inside = xml.substr(at + 1, end - at - 1);
  at = end + 1;
  Tag tag;
  tag.closes = inside.starts_with('/');
  if (tag.closes) inside.remove_prefix(1);
  tag.empty = inside.ends_with('/');
  tag.name = inside.substr(0, inside.find_first_of(" \t\r\n/"));
  tag.attributes = inside.substr(tag.name.size());
  return tag;
}

std::string attribute(const Tag& tag, std::string_view name) {
  const std::string key = " " + std::string(name) + "=\"";
  const std::size_t begin = tag.attributes.find(key);
  if (begin == std::string_view::npos) return {};
  const std::size_t first = begin + key.size(), end = tag.attributes.find('"', first);
  return std::string(tag.attributes.substr(first, end - first));
}

// One character of the text, its entity decoded.
void take_character(std::string_view xml, std::size_t& at, std::string& text) {
  constexpr std::pair<std::string_view, char> kEntities[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
  for (const auto& [entity, character] : kEntities) {
    if (!xml.substr(at).starts_with(entity)) continue;
    text += character;
    at += entity.size();
    return;
  }
  text += xml[at++];
}

void take_published(std::string_view xml, TimedReport& report, Ids& ids) {
  for (const std::string_view function : {"CREATION_TIME", "PUBLICATION_TIME"}) {
    const std::size_t found = xml.find("functionInDocument=\"" + std::string(function) + "\"");
    if (found == std::string_view::npos) continue;
    std::size_t at = xml.rfind('<', found);
    const auto tag = at == std::string_view::npos ? std::nullopt : take_tag(xml, at);
    if (!tag) continue;
    report.published_value = attribute(*tag, "value");
    report.published = day_at_head(report.published_value);
    ids.published = attribute(*tag, "tid");
    ids.times[ids.published] = report.published_value;
    return;
  }
}

void take_link(const Tag& tag, const Ids& ids, TimedReport& report) {
  std::string event = attribute(tag, "eventInstanceID"), time = attribute(tag, "relatedToTime");
  const std::string how = attribute(tag, "relType");
  bool within = how == "IS_INCLUDED" || how == "DURING" || how == "SIMULTANEOUS";
  if (event.empty()) {
    event = attribute(tag, "relatedToEventInstance");
    time = attribute(tag, "timeID");
    within = how == "INCLUDES" || how == "SIMULTANEOUS";
  }
  const auto instance = ids.instances.find(event);
  const auto value = ids.times.find(time);
  if (!within || instance == ids.instances.end() || value == ids.times.end()) return;
  const auto span = ids.events.find(instance->second);
  if (span == ids.events.end()) return;
  const bool known =
      std::ranges::any_of(report.linked, [&](const LinkedEvent& one) { return one.span == span->second; });
  if (!known) report.linked.push_back({span->second, value->second, time == ids.published});
}

// The instances first: links stand behind them.
void take_links(std::string_view xml, Ids& ids, TimedReport& report) {
  for (const std::string_view wanted : {"MAKEINSTANCE", "TLINK"}) {
    const std::string mark = "<" + std::string(wanted) + " ";
    for (std::size_t at = xml.find(mark); at != std::string_view::npos; at = xml.find(mark, at)) {
      const auto tag = take_tag(xml, at);
      if (!tag) return;
      if (wanted == "TLINK") {
        take_link(*tag, ids, report);
      } else {
        ids.instances[attribute(*tag, "eiid")] = attribute(*tag, "eventID");
      }
    }
  }
}

}  // namespace

std::optional<std::chrono::year_month_day> day_at_head(std::string_view value) {
  constexpr std::size_t kSize = 10;
  // One file of the corpora writes the day first: "03-02-2009".
  if (value.size() == kSize && value[2] == '-' && value[5] == '-')
    return day_at_head(std::string(value.substr(6)) + '-' + std::string(value.substr(3, 2)) + '-' +
                       std::string(value.substr(0, 2)));
  if (value.size() < kSize || value[4] != '-' || value[7] != '-') return std::nullopt;
  int year = 0;
  unsigned month = 0, day = 0;
  const char* const text = value.data();
  const bool read = std::from_chars(text, text + 4, year).ptr == text + 4 &&
                    std::from_chars(text + 5, text + 7, month).ptr == text + 7 &&
                    std::from_chars(text + 8, text + kSize, day).ptr == text + kSize;
  const std::chrono::year_month_day found{std::chrono::year{year}, std::chrono::month{month},
                                          std::chrono::day{day}};
  return read && found.ok() ? std::optional(found) : std::nullopt;
}

Result<TimedReport> parse_timeml(std::string_view xml, const std::string& name) {
  const std::size_t begin = xml.find("<TEXT>"), end = xml.find("</TEXT>");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin)
    return fail({ErrorCode::missing_field, "no <TEXT> in it", name});
  TimedReport report;
  report.name = name;
  Ids ids;
  take_published(xml, report, ids);
  const std::string_view body = xml.substr(0, end);
  std::vector<GoldTime> open;
  std::string event;
  std::uint32_t sentence = 0;
  for (std::size_t at = begin + 6; at < body.size();) {
    if (body[at] != '<') {
      take_character(body, at, report.text);
      continue;
    }
    const auto tag = take_tag(body, at);
    if (!tag) break;
    const auto here = static_cast<std::uint32_t>(report.text.size());
    if (tag->name == "EVENT" && !tag->closes) {
      event = attribute(*tag, "eid");
      ids.events[event] = {here, here};
    } else if (tag->name == "EVENT") {
      if (const auto at_event = ids.events.find(event); at_event != ids.events.end())
        at_event->second.end = here;
    } else if (tag->name == "TIMEX3" && !tag->closes && !tag->empty) {
      ids.times[attribute(*tag, "tid")] = attribute(*tag, "value");
      open.push_back(
          {{here, here}, attribute(*tag, "type"), attribute(*tag, "value"), attribute(*tag, "mod")});
    } else if (tag->name == "TIMEX3" && tag->closes && !open.empty()) {
      open.back().span.end = here;
      report.times.push_back(std::move(open.back()));
      open.pop_back();
    } else if (tag->name == "s" && !tag->closes) {
      // Sentences stand without anything between them: each is given a line of its own.
      if (!report.text.empty()) report.text += "\n\n";
      sentence = static_cast<std::uint32_t>(report.text.size());
    } else if (tag->name == "s") {
      report.sentences.push_back({sentence, here});
    }
  }
  take_links(xml, ids, report);
  std::ranges::sort(report.times, {}, [](const GoldTime& time) { return time.span.begin; });
  return report;
}

Result<std::vector<TimedReport>> read_timeml_folder(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  std::error_code trouble;
  for (std::filesystem::recursive_directory_iterator at(folder, trouble), end; at != end;
       at.increment(trouble)) {
    if (trouble) break;
    if (at->path().extension() == ".tml") paths.push_back(at->path());
  }
  if (trouble) return fail({ErrorCode::not_readable, "cannot list the folder", folder});
  std::ranges::sort(paths, {}, [](const auto& path) { return path.filename().string(); });
  std::vector<TimedReport> reports;
  for (const auto& path : paths) {
    const auto xml = read_file(path.string());
    if (!xml) return fail(xml.error());
    auto report = parse_timeml(*xml, path.stem().string());
    if (!report) return fail(report.error());
    reports.push_back(*std::move(report));
  }
  return reports;
}

}  // namespace onrecord::eval
