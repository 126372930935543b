#include "eval/seed.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <tuple>
#include <utility>

#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kPlain = {{{"\u201C", "\""},
                                                                                   {"\u201D", "\""},
                                                                                   {"\u201E", "\""},
                                                                                   {"\u00AB", "\""},
                                                                                   {"\u00BB", "\""},
                                                                                   {"\u2018", "'"},
                                                                                   {"\u2019", "'"},
                                                                                   {"\u2013", "-"},
                                                                                   {"\u2014", "-"},
                                                                                   {"\u00A0", " "},
                                                                                   {"``", "\""},
                                                                                   {"''", "\""}}};

// Words that cannot stand before a name that is still the head: "a spokesman for Ana Ruiz" is not Ana Ruiz.
constexpr std::array<std::string_view, 14> kTurnsAway = {
    "of", "for", "to", "by", "with", "against", "about", "on", "from", "and", "or", "in", "at", "near"};

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalnum(byte) != 0;
}

// Where `part` stands in `whole` with word ends on both sides.
std::size_t find_words(std::string_view whole, std::string_view part) {
  if (part.empty()) return std::string_view::npos;
  for (std::size_t at = whole.find(part); at != std::string_view::npos; at = whole.find(part, at + 1)) {
    const std::size_t end = at + part.size();
    const bool begins = at == 0 || !is_word_byte(whole[at - 1]) || !is_word_byte(part.front());
    const bool ends = end == whole.size() || !is_word_byte(whole[end]) || !is_word_byte(part.back());
    if (begins && ends) return at;
  }
  return std::string_view::npos;
}

bool is_title(std::string_view before) {
  if (before.find_first_of(",;:\"()") != std::string_view::npos) return false;
  return std::ranges::none_of(split(trim(before), ' '), [](std::string_view word) {
    return std::ranges::find(kTurnsAway, word) != kTurnsAway.end();
  });
}

bool is_apposition(std::string_view after) {
  return after.empty() || after.starts_with(",") || after.starts_with(" (") || after.starts_with(" -");
}

std::string words_of(const Document& document, const std::vector<Span>& spans) {
  std::string joined;
  for (const Span span : spans) {
    if (!joined.empty()) joined += ' ';
    joined += document.text(span);
  }
  return normalised(joined);
}

bool form_fits(const ExpectedStatement& expected, Form form) {
  if (!expected.form) return true;
  if (*expected.form == Form::indirect) return form != Form::direct && form != Form::continuation;
  return form == *expected.form || (form == Form::continuation && *expected.form == Form::direct);
}

bool is_free_of_others(std::string_view content, std::size_t own, const std::vector<ExpectedStatement>& all) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i == own) continue;
    for (const std::string& says : all[i].says) {
      if (holds_words(content, normalised(says))) return false;
    }
  }
  return true;
}

SeedRow compare(const Reading& reading, std::size_t ours, std::size_t own,
                const std::vector<ExpectedStatement>& all) {
  const ExpectedStatement& expected = all[own];
  const Statement& statement = reading.statements[ours];
  const Document& document = reading.document;
  SeedRow row;
  row.id = expected.id;
  row.expected_speaker = expected.speaker;
  row.statement = static_cast<int>(ours);
  if (statement.speaker) {
    const std::string_view speaker = document.text(*statement.speaker);
    row.speaker = match_speaker(expected.speaker, speaker);
    row.strict_speaker = row.speaker != SpeakerMatch::none && strictly_as_long(expected.speaker, speaker);
  }
  row.fields = fields_of(reading, statement, expected);
  if (row.speaker == SpeakerMatch::none && statement.speaker &&
      is_called(reading, statement.speakers, expected.speaker)) {
    row.speaker = SpeakerMatch::same;
    row.strict_speaker = true;
  }
  row.cue = statement.cue && holds_words(normalised(document.text(*statement.cue)), normalised(expected.cue));
  const std::string content = words_of(document, statement.contents);
  const bool holds_all = std::ranges::all_of(
      expected.says, [&](const std::string& says) { return holds_words(content, normalised(says)); });
  row.content = holds_all && is_free_of_others(content, own, all);
  row.form = form_fits(expected, statement.form);
  row.heading = !expected.in_heading || statement.in_heading == *expected.in_heading;
  return row;
}

// Whether anything that was to be said, or a good part of it, is in the statement at all.
bool is_candidate(const Reading& reading, const Statement& statement, const ExpectedStatement& expected) {
  const std::string content = words_of(reading.document, statement.contents);
  return std::ranges::any_of(expected.says, [&](const std::string& says) {
    const std::string wanted = normalised(says);
    return holds_words(content, wanted) ||
           (content.size() * 3 > wanted.size() && holds_words(wanted, content));
  });
}

int goodness(const SeedRow& row) {
  return (row.content ? 8 : 0) + (row.speaker != SpeakerMatch::none ? 4 : 0) + (row.cue ? 2 : 0) +
         (row.form ? 1 : 0);
}

}  // namespace

SpeakerMatch match_speaker(std::string_view expected, std::string_view found) {
  const std::string wanted_text = normalised(expected);
  const std::string found_text = normalised(found);
  const std::string_view wanted = without_article(wanted_text);
  const std::string_view ours = without_article(found_text);
  if (wanted == ours) return SpeakerMatch::same;
  const std::size_t at = find_words(ours, wanted);
  if (at == std::string_view::npos) return SpeakerMatch::none;
  const bool extended = is_title(ours.substr(0, at)) && is_apposition(ours.substr(at + wanted.size()));
  return extended ? SpeakerMatch::extended : SpeakerMatch::none;
}

bool strictly_as_long(std::string_view expected, std::string_view found) {
  return normalised(found).size() * 2 <= normalised(expected).size() * 3;
}

std::vector<SeedRow> score_seed(const Reading& reading, const std::vector<ExpectedStatement>& expected) {
  std::vector<std::tuple<int, std::size_t, SeedRow>> candidates;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    for (std::size_t s = 0; s < reading.statements.size(); ++s) {
      if (!is_candidate(reading, reading.statements[s], expected[i])) continue;
      SeedRow row = compare(reading, s, i, expected);
      candidates.emplace_back(goodness(row), i, std::move(row));
    }
  }
  std::ranges::stable_sort(candidates, std::greater{}, [](const auto& each) { return std::get<0>(each); });
  std::vector<SeedRow> rows(expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    rows[i].id = expected[i].id;
    rows[i].expected_speaker = expected[i].speaker;
  }
  std::vector<bool> used(reading.statements.size());
  for (auto& [worth, i, row] : candidates) {
    const auto ours = static_cast<std::size_t>(row.statement);
    if (rows[i].statement >= 0 || used[ours]) continue;
    used[ours] = true;
    rows[i] = std::move(row);
  }
  return rows;
}

std::string_view without_article(std::string_view text) {
  for (const std::string_view article : {"the ", "The ", "a ", "A ", "an ", "An "}) {
    if (text.starts_with(article)) return text.substr(article.size());
  }
  return text;
}

bool holds_words(std::string_view whole, std::string_view part) {
  return find_words(whole, part) != std::string_view::npos;
}

bool is_called(const Reading& reading, const std::vector<std::uint32_t>& entities, std::string_view name) {
  const Entities& all = reading.entities;
  for (const std::uint32_t entity : entities) {
    if (entity >= all.entities.size()) continue;
    for (const std::uint32_t mention : all.entities[entity].mentions) {
      if (mention >= all.mentions.size()) continue;
      const std::string_view words = reading.document.text(all.mentions[mention].span);
      if (match_speaker(name, words) != SpeakerMatch::none) return true;
    }
  }
  return false;
}

std::string normalised(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const auto rule = std::ranges::find_if(
        kPlain, [&](const auto& each) { return text.substr(at).starts_with(each.first); });
    if (rule != kPlain.end()) {
      plain += rule->second;
      at += rule->first.size();
    } else {
      plain += text[at++];
    }
  }
  std::string single;
  for (const char c : plain) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) single += c;
    if (space && !single.empty() && single.back() != ' ') single += ' ';
  }
  return std::string(trim(single));
}

}  // namespace onrecord::eval
