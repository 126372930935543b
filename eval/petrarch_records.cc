// The file is XML of a plain kind: no element of a name lies in another of the same, and no value holds ">".

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "eval/petrarch.h"
#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

std::string without_comments(std::string_view xml) {
  std::string kept;
  while (true) {
    const std::size_t begin = std::min(xml.find("<!--"), xml.size());
    kept += xml.substr(0, begin);
    xml.remove_prefix(begin);
    const std::size_t end = xml.find("-->");
    if (xml.empty() || end == std::string_view::npos) return kept;
    xml.remove_prefix(end + 3);
  }
}

std::string unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at).starts_with("&amp;")) {
      plain += '&';
      at += 4;
    } else {
      plain += text[at];
    }
  }
  return plain;
}

// White space is one space, and none at the ends.
std::string flowing(std::string_view text) {
  std::string line;
  for (const char c : trim(text)) {
    const bool gap = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!gap) line += c;
    if (gap && !line.ends_with(' ')) line += ' ';
  }
  return unescaped(line);
}

// `name = "value"` in a tag.
std::string value_of(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    std::string_view rest = trim(tag.substr(at + name.size()));
    if (!rest.starts_with('=')) continue;
    rest = trim(rest.substr(1));
    if (rest.empty()) return {};
    const char quote = rest.front();
    rest.remove_prefix(1);
    return unescaped(rest.substr(0, rest.find(quote)));
  }
  return {};
}

std::string_view between(std::string_view text, std::string_view open, std::string_view close) {
  const std::size_t begin = text.find(open);
  if (begin == std::string_view::npos) return {};
  text.remove_prefix(begin + open.size());
  return text.substr(0, text.find(close));
}

// The words of a bracketed parse, joined as one writes them.
std::string words_of(std::string_view parse) {
  std::string text;
  for (std::size_t close = parse.find(')'); close != std::string_view::npos;
       close = parse.find(')', close + 1)) {
    const std::string_view leaf = trim(parse.substr(0, close));
    const std::size_t space = leaf.find_last_of(" \n\t()");
    if (space == std::string_view::npos || space + 1 >= leaf.size() || leaf[space] != ' ') continue;
    const std::string_view word = leaf.substr(space + 1);
    const bool leans = word == "." || word == "," || word == "'s" || word == "n't" || word == ":";
    if (!text.empty() && !leans) text += ' ';
    text += word;
  }
  return text;
}

std::string letters(std::string_view text) {
  std::string kept;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z') kept += static_cast<char>(c + 32);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) kept += c;
  }
  return kept;
}

std::optional<std::chrono::year_month_day> day_of(std::string_view digits) {
  unsigned number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (digits.size() != 8 || read.ec != std::errc()) return std::nullopt;
  const std::chrono::year_month_day day{std::chrono::year(static_cast<int>(number / 10000)),
                                        std::chrono::month(number / 100 % 100),
                                        std::chrono::day(number % 100)};
  return day.ok() ? std::optional(day) : std::nullopt;
}

void read_expected(std::string_view body, UnitRecord& record) {
  constexpr std::string_view kTag = "<EventCoding";
  for (std::size_t at = body.find(kTag); at != std::string_view::npos; at = body.find(kTag, at + 1)) {
    const std::string_view tag = body.substr(at, body.find('>', at) - at);
    if (const std::string error = value_of(tag, "error"); !error.empty()) record.error = error;
    const std::string code = value_of(tag, "eventcode");
    if (code.empty()) continue;
    record.expected.push_back(
        fmt::format("{} {} {}", value_of(tag, "sourcecode"), value_of(tag, "targetcode"), code));
  }
  std::sort(record.expected.begin(), record.expected.end());
}

}  // namespace

std::vector<UnitRecord> parse_unit_records(std::string_view xml) {
  const std::string plain = without_comments(xml);
  std::vector<UnitRecord> records;
  std::map<std::string, std::string> settings;
  std::string_view rest = plain;
  for (std::size_t at = rest.find('<'); at != std::string_view::npos; at = rest.find('<')) {
    rest.remove_prefix(at);
    const std::string_view tag = rest.substr(0, rest.find('>'));
    if (tag.starts_with("<Config")) settings[value_of(tag, "option")] = value_of(tag, "value");
    if (!tag.starts_with("<Sentence ")) {
      rest.remove_prefix(1);
      continue;
    }
    const std::string_view body = rest.substr(0, rest.find("</Sentence>"));
    UnitRecord record;
    record.id = value_of(tag, "id");
    record.day = day_of(value_of(tag, "date"));
    record.text = flowing(between(body, "<Text>", "</Text>"));
    const std::string parsed = words_of(between(body, "<Parse>", "</Parse>"));
    record.by_parse = !parsed.empty() && letters(parsed) != letters(record.text);
    if (record.by_parse) record.text = parsed;
    read_expected(body, record);
    record.settings = settings;
    records.push_back(std::move(record));
    rest.remove_prefix(body.size());
  }
  return records;
}

CoderOptions coder_options(const UnitRecord& record) {
  CoderOptions options;
  const auto number = [&](const char* name, std::size_t& to) {
    const auto found = record.settings.find(name);
    if (found == record.settings.end()) return;
    std::from_chars(found->second.data(), found->second.data() + found->second.size(), to);
  };
  number("new_actor_length", options.new_actor_words);
  number("comma_emax", options.closing_clause);
  if (const auto dyad = record.settings.find("require_dyad"); dyad != record.settings.end())
    options.require_dyad = letters(dyad->second) == "true";
  return options;
}

std::vector<std::string> told_events(const Coding& coding) {
  std::vector<std::string> told;
  for (const CodedEvent& event : coding.events)
    told.push_back(fmt::format("{} {} {}", event.source, event.target, event.code));
  std::sort(told.begin(), told.end());
  return told;
}

std::string told_error(const Coding& coding) {
  if (coding.discards.empty()) return {};
  const bool report = std::any_of(coding.discards.begin(), coding.discards.end(),
                                  [](const CodeDiscard& discard) { return discard.report; });
  return report ? "storydiscard" : "sentencediscard";
}

}  // namespace onrecord::eval
