// PETRARCH's dictionaries made into tables of codes. doc/petrarch.md tells what of them is read.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "actor_table/fold.h"
#include "actor_table/petrarch_records.h"
#include "actor_table/tables.h"
#include "base/utf8.h"
#include "coder/petrarch_verbs.h"
#include "coder/table.h"
#include "onrecord/coder.h"

namespace onrecord {
namespace {

std::string head(const std::string& name) {
  return fmt::format(
      "# Made by `onrecord lexicon import-codes` of a dictionary in PETRARCH's format.\n"
      "# source: {}; licence: the dictionary's own\n{}\n",
      name.substr(name.rfind('/') + 1), actor_table::kCodingColumns);
}

std::string small(std::string_view name) {
  std::string words = actor_table::lower(name);
  while (!words.empty() && (words.back() == '_' || words.back() == ' ')) words.pop_back();
  return words;
}

// "MINISTRY" → "ministries", "MINISTER" → "ministers".
std::string plural_of(const std::string& word) {
  if (word.ends_with('y') && word.size() > 1 &&
      std::string_view("aeiou").find(word[word.size() - 2]) == std::string_view::npos)
    return word.substr(0, word.size() - 1) + "ies";
  const bool hisses =
      word.ends_with('s') || word.ends_with('x') || word.ends_with("ch") || word.ends_with("sh");
  return word + (hisses ? "es" : "s");
}

class HolderImporter {
 public:
  HolderImporter(const std::string& name, bool are_agents) : are_agents_(are_agents) {
    imported_.table = head(name);
    name_ = name;
  }

  ImportedLexicon import(std::string_view text) {
    actor_table::read_petrarch_records(text, name_, imported_.faults,
                                       [this](const actor_table::PetrarchRecord& record) { take(record); });
    return std::move(imported_);
  }

 private:
  void add(const std::string& words, std::string& joined) {
    if (words.empty() || !seen_.insert(words).second) return;
    joined += (joined.empty() ? "" : "|") + words;
    ++imported_.records;
  }

  void take(const actor_table::PetrarchRecord& record) {
    std::string names;
    for (const auto& name : record.names) {
      const std::string words = small(name.text);
      add(words, names);
      const bool regular =
          are_agents_ && !name.is_plural && name.plural == actor_table::PetrarchPlural::regular;
      if (regular) add(plural_of(words), names);
    }
    if (names.empty()) {
      imported_.faults.push_back({ErrorCode::bad_lexicon,
                                  fmt::format("\"{}\" stands in the dictionary already",
                                              actor_table::petrarch_words(record.names.front().text)),
                                  name_, fmt::format("line {}", record.line),
                                  "Take the second out; the first holds."});
      return;
    }
    std::string id = names.substr(0, names.find('|'));
    const auto day = [](actor_table::Day of) {
      const bool open = of == actor_table::kFirstDay || of == actor_table::kLastDay;
      return open ? std::string() : actor_table::day_text(of);
    };
    for (const auto& code : record.codes) {
      imported_.table += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\n", are_agents_ ? "agent" : "actor", id,
                                     std::exchange(names, ""), code.letters, day(code.from), day(code.to));
    }
  }

  bool are_agents_;
  std::string name_;
  ImportedLexicon imported_;
  std::set<std::string> seen_;
};

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

// "+TYPHOON": the whole report; "BASEBALL": the sentence.
ImportedLexicon import_discards(std::string_view text, const std::string& name) {
  ImportedLexicon imported;
  imported.table = head(name);
  std::uint32_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    line = trimmed(line.substr(0, line.find('#')));
    const bool report = line.starts_with('+');
    const std::string words = small(trimmed(line.substr(report ? 1 : 0)));
    if (base::find_invalid_utf8(line) != std::string_view::npos) {
      imported.faults.push_back({ErrorCode::bad_lexicon, "the line is not UTF-8", name,
                                 fmt::format("line {}", number), "Write the dictionary in UTF-8."});
    } else if (!words.empty()) {
      imported.table += fmt::format("discard\t{}\t{}\t\t\t\n", report ? "report" : "sentence", words);
      ++imported.records;
    }
  }
  return imported;
}

}  // namespace

std::optional<CodeDictionary> sniff_codes(std::string_view text) {
  std::size_t verbs = 0, agents = 0, actors = 0, other = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.front() == '#' || line.front() == '<') continue;
    if (line.starts_with("- ") || line.starts_with("---") || line.starts_with('&'))
      ++verbs;
    else if (line.find('[') == std::string_view::npos)
      ++other;
    else if (line.substr(0, line.find('#')).find('~') != std::string_view::npos)
      ++agents;
    else
      ++actors;
  }
  if (verbs > 0) return CodeDictionary::verbs;
  if (agents > actors) return CodeDictionary::agents;
  if (actors > 0) return CodeDictionary::actors;
  return other > 0 ? std::optional(CodeDictionary::discards) : std::nullopt;
}

ImportedLexicon import_codes(std::string_view text, const std::string& name, CodeDictionary of) {
  switch (of) {
    case CodeDictionary::actors:
    case CodeDictionary::agents:
      return HolderImporter(name, of == CodeDictionary::agents).import(text);
    case CodeDictionary::discards:
      return import_discards(text, name);
    case CodeDictionary::verbs:
      break;
  }
  ImportedLexicon imported = coder::import_verbs(text, name);
  imported.table = head(name) + imported.table;
  return imported;
}

Result<ImportedLexicon> import_codes_file(const std::string& path) {
  const auto text = actor_table::read_table(path);
  if (!text) return fail(text.error());
  const auto of = sniff_codes(*text);
  if (!of)
    return fail({ErrorCode::bad_lexicon, "there is no line of a dictionary in it", path, "",
                 "Name a dictionary of actors, agents, verbs or discards in PETRARCH's format."});
  return import_codes(*text, path, *of);
}

}  // namespace onrecord
