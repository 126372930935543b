#include "coder/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "actor_table/fold.h"
#include "actor_table/tables.h"
#include "base/utf8.h"

namespace onrecord::coder {
namespace {

constexpr std::size_t kMostPhrases = 10000;  // Of one set, those of the sets in it written out.
constexpr int kDeepestSet = 8;

std::vector<std::string_view> cut(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(at);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

bool is_code(std::string_view text) {
  return !text.empty() && text.find_first_of(" \t[]:") == std::string_view::npos;
}

// "GOLDEN_GOOSE": joined words; "PRINCE OF X": others may stand between.
std::vector<NameWord> name_words(std::string_view text) {
  std::vector<NameWord> words;
  bool joined = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" _", at), text.size());
    Words parts;
    append_words(text.substr(at, end - at), parts);
    for (std::size_t i = 0; i < parts.size(); ++i) words.push_back({parts[i], joined || i > 0});
    if (!parts.empty()) joined = false;
    if (end < text.size() && text[end] == '_') joined = true;
    at = end + 1;
  }
  if (!words.empty()) words.front().joined = false;
  return words;
}

Words plain_words(std::string_view text) {
  Words words;
  for (NameWord& word : name_words(text)) words.push_back(std::move(word.text));
  return words;
}

}  // namespace

bool parse_codes(std::string_view text, Codes& codes) {
  const std::size_t colon = text.find(':');
  const std::string_view there = text.substr(0, colon);
  const std::string_view back = colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
  if (!is_code(there) || (colon != std::string_view::npos && !is_code(back))) return false;
  const auto code = [](std::string_view one) { return std::string(one == "---" || one == "###" ? "" : one); };
  codes = {code(there), code(back)};
  return true;
}

std::vector<PatternMark> parse_pattern(std::string_view text) {
  using Kind = PatternMark::Kind;
  static constexpr std::array<std::pair<std::string_view, Kind>, 5> kMarks{{{"*", Kind::verb},
                                                                            {"$", Kind::source},
                                                                            {"+", Kind::target},
                                                                            {"^", Kind::skip},
                                                                            {"%", Kind::compound}}};
  std::vector<PatternMark> marks;
  bool joined = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" _", at), text.size());
    const std::string_view part = text.substr(at, end - at);
    const auto mark =
        std::find_if(kMarks.begin(), kMarks.end(), [&](const auto& one) { return one.first == part; });
    if (mark != kMarks.end()) {
      marks.push_back({mark->second, "", joined});
    } else if (part.starts_with('&')) {
      marks.push_back({Kind::set, actor_table::lower(part.substr(1)), joined});
    } else {
      Words words;
      append_words(part, words);
      for (std::size_t i = 0; i < words.size(); ++i) marks.push_back({Kind::word, words[i], joined || i > 0});
    }
    if (!part.empty()) joined = false;
    if (end < text.size()) joined = text[end] == '_' || (joined && part.empty() && text[end] != ' ');
    at = end + 1;
  }
  return marks;
}

void TableReader::fault(const Row& row, std::string message, std::string mend) {
  faults_.push_back({ErrorCode::bad_lexicon, std::move(message), row.file, fmt::format("line {}", row.line),
                     std::move(mend)});
}

void TableReader::read(std::string_view text, const std::string& name) {
  Row row;
  row.file = name;
  bool headed = false, sourced = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++row.line;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    if (line.front() == '#') {
      if (line.find("source:") != std::string_view::npos) sourced = true;
    } else if (!headed) {
      headed = line == actor_table::kCodingColumns;
      if (headed) continue;
      fault(row, "the table does not begin with the names of its columns",
            "Begin it with \"kind, name, words, code, from, to\", parted by tabs.");
      return;
    } else if (base::find_invalid_utf8(line) != std::string_view::npos) {
      fault(row, "the line is not UTF-8", "Write the table in UTF-8.");
    } else if (const auto parts = cut(line, '\t'); parts.size() != 6) {
      fault(row, fmt::format("the line has {} columns instead of 6", parts.size()),
            "Part them by single tabs.");
    } else {
      Row one{std::string(parts[1]),
              std::string(parts[2]),
              std::string(parts[3]),
              std::string(parts[4]),
              std::string(parts[5]),
              row.file,
              row.line};
      ++rows_;
      take(parts[0], std::move(one));
    }
  }
  row.line = 1;
  if (!sourced)
    fault(row, "the table does not name its source", "Begin it with a line \"# source: …; licence: …\".");
}

void TableReader::take(std::string_view kind, Row row) {
  if (row.name.empty()) {
    fault(row, "the line has no name", "Give it one; doc/petrarch.md tells what it is for.");
  } else if (kind == "actor" || kind == "agent") {
    take_holder(row, kind == "agent");
  } else if (kind == "verb") {
    verbs_.push_back(std::move(row));
  } else if (kind == "pattern") {
    patterns_.push_back(std::move(row));
  } else if (kind == "discard") {
    take_discard(row);
  } else if (kind != "set") {
    fault(row, fmt::format("\"{}\" is no kind of line", kind),
          "Write actor, agent, verb, pattern, set or discard.");
  } else if (!sets_.emplace(actor_table::lower(row.name).substr(row.name.front() == '&' ? 1 : 0), row)
                  .second) {
    fault(row, fmt::format("the set \"{}\" stands twice", row.name), "Join the two, or take one out.");
  }
}

void TableReader::take_holder(const Row& row, bool is_agent) {
  const std::string key = (is_agent ? "agent " : "actor ") + row.name;
  const auto [place, is_new] = holders_.emplace(key, static_cast<std::uint32_t>(made_.holders.size()));
  if (is_new) made_.holders.push_back({row.name, is_agent, {}});
  DatedCode code{row.code, actor_table::kFirstDay, actor_table::kLastDay};
  const bool days = (row.from.empty() || actor_table::parse_day(row.from, code.from)) &&
                    (row.to.empty() || actor_table::parse_day(row.to, code.to));
  if (!days || code.from > code.to) {
    fault(row, fmt::format("\"{}\" to \"{}\" are no days in order", row.from, row.to),
          "Write YYYY-MM-DD, or nothing for an open end.");
    return;
  }
  if (!is_code(row.code) || (is_agent && !row.code.starts_with('~') && !row.code.ends_with('~'))) {
    fault(row, fmt::format("\"{}\" is no code", row.code),
          is_agent ? "Write ~GOV after the actor's code, or NGO~ before it."
                   : "Write letters, or --- for nobody.");
    return;
  }
  made_.holders[place->second].codes.push_back(std::move(code));
  if (row.words.empty()) {
    if (is_new) fault(row, "nobody is called so", "Give the names, parted by \"|\".");
    return;
  }
  for (const std::string_view name : cut(row.words, '|')) {
    NameForm form{name_words(name), place->second};
    if (form.words.empty() || !names_.emplace(is_agent, actor_table::lower(name)).second) {
      fault(row, fmt::format("the name \"{}\" {}", name, form.words.empty() ? "is empty" : "stands twice"),
            "Take it out; of two, one may stay.");
      continue;
    }
    made_.names[form.words.front().text].push_back(std::move(form));
  }
}

void TableReader::take_discard(const Row& row) {
  if (row.name != "sentence" && row.name != "report") {
    fault(row, fmt::format("\"{}\" cannot be left out", row.name), "Write sentence or report.");
    return;
  }
  Words words = plain_words(row.words);
  if (words.empty())
    fault(row, "there are no words", "Give the words for which to leave it out.");
  else
    made_.discards[words.front()].push_back({words, row.name == "report"});
}

bool TableReader::take_codes(const Row& row, Codes& codes) {
  if (parse_codes(row.code, codes)) return true;
  fault(row, fmt::format("\"{}\" is no code", row.code), "Write 032, or 032:033 for there and back, or ---.");
  return false;
}

std::uint32_t TableReader::block(const std::string& name) {
  const auto [place, is_new] = blocks_.emplace(name, static_cast<std::uint32_t>(made_.blocks.size()));
  if (is_new) made_.blocks.push_back({name, {}});
  return place->second;
}

// "wire +tap|wire +tapped": "+" marks the word that is the verb; without it, the first is.
void TableReader::take_verb(const Row& row) {
  Codes codes;
  if (!take_codes(row, codes)) return;
  for (const std::string_view form : cut(row.words, '|')) {
    VerbForm made;
    made.codes = codes;
    made.block = block(row.name);
    const std::size_t mark = form.find('+');
    const std::string_view from = mark == std::string_view::npos ? form : form.substr(mark + 1);
    if (mark != std::string_view::npos) made.before = plain_words(form.substr(0, mark));
    made.after = plain_words(from);
    if (made.after.empty()) {
      fault(row, "the verb has no word", "Write its forms, parted by \"|\".");
      continue;
    }
    const std::string verb = made.after.front();
    made.after.erase(made.after.begin());
    made_.verbs[verb].push_back(std::move(made));
  }
}

void TableReader::expand_phrase(const std::string& phrase, int depth, std::vector<Words>& phrases) {
  std::vector<Words> made{{}};
  for (const PatternMark& mark : parse_pattern(phrase)) {
    std::vector<Words> parts;
    if (mark.kind == PatternMark::Kind::set)
      expand(mark.text, depth + 1, parts);
    else
      parts.push_back({mark.text});
    std::vector<Words> next;
    for (const Words& left : made) {
      for (const Words& right : parts) {
        if (next.size() >= kMostPhrases) break;
        next.push_back(left);
        next.back().insert(next.back().end(), right.begin(), right.end());
      }
    }
    made = std::move(next);
  }
  for (Words& words : made) {
    if (!words.empty() && phrases.size() < kMostPhrases) phrases.push_back(std::move(words));
  }
}

bool TableReader::expand(const std::string& name, int depth, std::vector<Words>& phrases) {
  const auto found = sets_.find(name);
  if (found == sets_.end() || depth > kDeepestSet) return false;
  for (const std::string_view phrase : cut(found->second.words, '|'))
    expand_phrase(std::string(phrase), depth, phrases);
  return true;
}

bool TableReader::take_pieces(const Row& row, std::vector<Piece>& before, std::vector<Piece>& after) {
  using Kind = PatternMark::Kind;
  const std::vector<PatternMark> marks = parse_pattern(row.words);
  const auto is_verb = [](const PatternMark& mark) { return mark.kind == Kind::verb; };
  const auto verb = std::find_if(marks.begin(), marks.end(), is_verb);
  if (verb == marks.end() || std::count_if(marks.begin(), marks.end(), is_verb) != 1) {
    fault(row, fmt::format("the pattern \"{}\" does not say once where its verb stands", row.words),
          "Write one \"*\" there.");
    return false;
  }
  const auto at = static_cast<std::size_t>(verb - marks.begin());
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (i == at) continue;
    Piece piece;
    piece.kind = static_cast<Piece::Kind>(static_cast<int>(marks[i].kind) - 1);
    piece.text = marks[i].text;
    piece.joined = i > at ? marks[i].joined : marks[i + 1].joined;  // Towards the verb.
    if (marks[i].kind == Kind::set) {
      const auto number = set_numbers_.find(marks[i].text);
      if (number == set_numbers_.end()) {
        fault(row, fmt::format("the pattern names a set \"{}\" that nobody defines", marks[i].text),
              "Define it by a line of the kind set, or mend the name.");
        return false;
      }
      piece.set = number->second;
    }
    (i < at ? before : after).push_back(std::move(piece));
  }
  std::reverse(before.begin(), before.end());
  return true;
}

void TableReader::take_pattern(const Row& row) {
  Pattern pattern;
  if (!take_codes(row, pattern.codes)) return;
  const bool passed_over = pattern.codes.there == "+++";  // TABARI's: for a person to look at.
  if (!blocks_.contains(row.name)) {
    fault(row, fmt::format("the pattern is of \"{}\", which is no verb here", row.name),
          "Name it as the lines of its verb do.");
    return;
  }
  if (!take_pieces(row, pattern.before, pattern.after)) return;
  if (pattern.size() == 0)
    fault(row, "the pattern is nothing but its verb", "Give the verb the code instead.");
  else if (!passed_over)
    made_.blocks[block(row.name)].patterns.push_back(std::move(pattern));
}

Dictionary TableReader::finish() {
  for (const auto& [name, row] : sets_) {
    std::vector<Words> phrases;
    expand(name, 0, phrases);
    if (phrases.empty())
      fault(row, fmt::format("the set \"{}\" is empty", row.name), "Give its words, parted by \"|\".");
    set_numbers_[name] = static_cast<std::uint32_t>(made_.sets.size());
    made_.sets.push_back(std::move(phrases));
  }
  for (const Row& row : verbs_) take_verb(row);
  for (const Row& row : patterns_) take_pattern(row);
  const auto longer = [](const auto& a, const auto& b) { return a.size() > b.size(); };
  for (Block& block : made_.blocks) std::stable_sort(block.patterns.begin(), block.patterns.end(), longer);
  for (auto& [word, forms] : made_.verbs) std::stable_sort(forms.begin(), forms.end(), longer);
  for (auto& [word, forms] : made_.names)
    std::stable_sort(forms.begin(), forms.end(),
                     [](const NameForm& a, const NameForm& b) { return a.words.size() > b.words.size(); });
  return std::move(made_);
}

}  // namespace onrecord::coder
