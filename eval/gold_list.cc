#include "eval/gold_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "eval/gold_score.h"
#include "eval/gold_speaker.h"

namespace onrecord::eval {
namespace {

using Parts = std::map<std::string, Span, std::less<>>;

std::string words(std::string_view text, Span span) {
  std::string out(text.substr(span.begin, span.size()));
  std::ranges::replace(out, '\n', ' ');
  return out;
}

std::string part_words(std::string_view text, const Parts& parts, const char* part) {
  const auto found = parts.find(part);
  return found == parts.end() ? "-" : words(text, found->second);
}

std::string contents_words(std::string_view text, const std::vector<Span>& contents) {
  std::string out;
  for (const Span span : contents) out += "[" + words(text, span) + "]";
  return out;
}

std::string line_of(std::string_view text, const Parts& parts, const std::vector<Span>& contents) {
  return fmt::format("{} | {} | {}\n", part_words(text, parts, "speaker"), part_words(text, parts, "cue"),
                     contents_words(text, contents));
}

std::string speakers_of(const Reading& reading, const Statement& ours) {
  std::string out;
  for (const std::uint32_t speaker : ours.speakers) {
    if (speaker >= reading.entities.entities.size()) continue;
    const std::uint32_t mention = reading.entities.entities[speaker].clearest;
    if (mention >= reading.entities.mentions.size()) continue;
    out += "[" + std::string(reading.document.text(reading.entities.mentions[mention].span)) + "]";
  }
  return out.empty() ? "-" : out;
}

std::string gold_speakers(const GoldDocument& gold, const GoldStatement& statement) {
  std::string out;
  for (const std::string& key : statement.entities) {
    const auto places = gold.named.find(key);
    const bool named = places != gold.named.end() && !places->second.empty();
    out += "[" + (named ? words(gold.text, places->second[0]) : key) + "]";
  }
  return out.empty() ? "-" : out;
}

// What differs between two that were paired, a line each.
std::string pair_lines(const Reading& reading, const GoldDocument& gold, const SpeakerJudge& judge,
                       const GoldStatement& expected, const Statement& ours) {
  const Found found = in_bytes(reading, ours);
  std::string out;
  const auto put = [&](const char* what, const std::string& wanted, const std::string& given) {
    out += fmt::format("    {:<10} {}  ->  {}\n", what, wanted, given);
  };
  for (const char* part : kGoldParts) {
    const auto wanted = expected.parts.find(part);
    const auto given = found.parts.find(part);
    const bool has = wanted != expected.parts.end();
    const bool gives = given != found.parts.end();
    const bool same = has && gives &&
                      bare_part(gold.text, part, wanted->second) == bare_part(gold.text, part, given->second);
    if ((has || gives) && !same)
      put(part, part_words(gold.text, expected.parts, part), part_words(gold.text, found.parts, part));
  }
  for (const auto& [label, wanted] : expected.labels) {
    const std::string& given = found.labels.at(label);
    if (!wanted.empty() && wanted != given) put(label.c_str(), wanted, given);
  }
  GoldScore one;
  judge.count(expected, &ours, one);
  if (one.entity.gold + one.entity.given > 0 && one.entity.right == 0) {
    put("entity", gold_speakers(gold, expected), speakers_of(reading, ours));
  }
  return out;
}

std::string naming_lines(const Reading& reading, const GoldDocument& gold) {
  const auto pairs = pair_namings(reading, gold);
  std::string out;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (!pairs[i])
      out += fmt::format("  beyond  name {}\n",
                         words(gold.text, reading.document.to_bytes(reading.namings[i].name)));
  }
  for (std::size_t g = 0; g < gold.namings.size(); ++g) {
    if (std::ranges::find(pairs, std::optional(g)) == pairs.end())
      out += fmt::format("  missed  name {}\n", words(gold.text, gold.namings[g].name));
  }
  return out;
}

}  // namespace

std::string list_differences(const Reading& reading, const GoldDocument& gold) {
  const SpeakerJudge judge(reading, gold);
  const auto pairs = pair_statements(reading, gold);
  std::set<std::size_t> beyond;
  for (std::size_t s = 0; s < reading.statements.size(); ++s) beyond.insert(s);
  std::string out = gold.name + "\n";
  for (std::size_t g = 0; g < gold.statements.size(); ++g) {
    const GoldStatement& expected = gold.statements[g];
    const auto pair = std::ranges::find(pairs, g, [](const auto& each) { return each.first; });
    const std::string line = line_of(gold.text, expected.parts, expected.contents);
    if (pair == pairs.end()) {
      out += "  missed " + expected.id + "  " + line;
      continue;
    }
    beyond.erase(pair->second);
    const std::string lines = pair_lines(reading, gold, judge, expected, reading.statements[pair->second]);
    if (!lines.empty()) out += "  " + expected.id + "  " + line + lines;
  }
  if (gold.sampled) return out;
  for (const std::size_t s : beyond) {
    const Found found = in_bytes(reading, reading.statements[s]);
    out += "  beyond  " + line_of(gold.text, found.parts, found.contents);
  }
  return out + naming_lines(reading, gold);
}

}  // namespace onrecord::eval
