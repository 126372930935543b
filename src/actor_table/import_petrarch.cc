// The format: doc/format/lexicon.md tells what of it is read, and how.

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "actor_table/codes.h"
#include "actor_table/petrarch_records.h"
#include "actor_table/rows.h"
#include "actor_table/tables.h"
#include "onrecord/lexicon.h"

namespace onrecord {
namespace {

using actor_table::Day;

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
char large(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }
bool is_letter(char c) {
  return (small(c) >= 'a' && small(c) <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// "VLADIMIR PUTIN" → "Vladimir Putin"; words of up to three letters, and such with stops, stay in capitals.
std::string titled(std::string_view name) {
  std::string text;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    const std::string_view word = name.substr(at, end - at);
    const bool stays = word.size() <= 3 || word.find('.') != std::string_view::npos;
    bool begins = true;
    for (const char c : word) {
      text += begins || stays ? large(c) : small(c);
      begins = !is_letter(c);
    }
    if (end < name.size()) text += ' ';
    at = end + 1;
  }
  return text;
}

std::string in_small(std::string_view name) {
  std::string text;
  for (const char c : name) text += small(c);
  return text;
}

// One [code with days], and what it says in our words.
struct Code {
  std::string country, sectors;
  Day from = actor_table::kFirstDay, to = actor_table::kLastDay;
};

class Importer {
 public:
  Importer(std::string_view text, const std::string& name) : text_(text), name_(name) {}

  ImportedLexicon import() {
    actor_table::read_petrarch_records(text_, name_, faults_,
                                       [this](const actor_table::PetrarchRecord& record) { take(record); });
    ImportedLexicon imported;
    imported.table = head() + std::move(rows_);
    imported.records = records_;
    imported.faults = std::move(faults_);
    return imported;
  }

 private:
  void take(const actor_table::PetrarchRecord& record) {
    names_.clear();
    codes_.clear();
    for (const auto& name : record.names) {
      const std::string words = actor_table::petrarch_words(name.text);
      if (std::find(names_.begin(), names_.end(), words) == names_.end()) names_.push_back(words);
    }
    for (const auto& written : record.codes) {
      Code code{{}, {}, written.from, written.to};
      std::string letters = written.letters;
      std::transform(letters.begin(), letters.end(), letters.begin(), large);
      if (letters.find('~') != std::string::npos) is_agents_ = true;
      std::erase(letters, '~');
      if (!(letters == "---" || letters == "+++")) translate(letters, code);
      codes_.push_back(std::move(code));
    }
    is_agents_ ? write_roles() : write_actors(record.line);
    records_ += names_.size();
  }

  // "PSEREBHMS": a country, and roles as far as PLOVER has them; the rest is dropped. Of "ELR/GAL" the first.
  void translate(const std::string& whole, Code& code) {
    const std::string letters = whole.substr(0, whole.find('/'));
    for (std::size_t at = 0; at < letters.size(); at += 3) {
      const std::string part = letters.substr(at, 3);
      const auto role = actor_table::find_cameo_role(part);
      if (at == 0 && part == "NGM") {
        code.country = "NGO";
      } else if (actor_table::is_country(part) && (code.country.empty() || code.country == "IGO")) {
        if (at == 0 || actor_table::is_supranational(part)) code.country = part;
      } else if (role && !(at == 0 && (part == "UNK" || part == "INS"))) {  // Lands of old, when they lead.
        if (code.sectors.find(to_string(*role)) == std::string::npos)
          code.sectors += fmt::format("{}{}", code.sectors.empty() ? "" : ",", to_string(*role));
      } else if (at == 0) {
        code.country = part;
        own_codes_.insert(part);
      }
    }
  }

  void write_roles() {
    for (const std::string& name : names_) {
      const std::string words = in_small(name);
      if (!seen_.insert(words).second) continue;
      rows_ += fmt::format("{}\t{}\tperson\t\n", words, codes_.front().sectors);
    }
  }

  void write_actors(std::uint32_t line) {
    std::string names;
    for (const std::string& name : names_) {
      std::string one = titled(name);
      if (!seen_.insert(one).second) continue;
      names += (names.empty() ? "" : "|") + one;
    }
    if (names.empty()) {
      faults_.push_back({ErrorCode::bad_lexicon,
                         fmt::format("\"{}\" stands in the dictionary already", names_.front()), name_,
                         fmt::format("line {}", line), "Take the second out; the first holds."});
      return;
    }
    const std::string id = id_of(names_.front());
    const bool in_office = std::any_of(codes_.begin(), codes_.end(), [](const Code& code) {
      return code.sectors.find("GOV") != std::string::npos || code.sectors.find("ELI") != std::string::npos;
    });
    std::set<std::pair<Day, Day>> written;
    for (const Code& code : codes_) {
      if (!written.insert({code.from, code.to}).second) continue;
      const auto day = [](Day of) {
        const bool open = of == actor_table::kFirstDay || of == actor_table::kLastDay;
        return open ? std::string() : actor_table::day_text(of);
      };
      rows_ += fmt::format("{}\t{}\t{}\t\t{}\t{}\t\t{}\t{}\n", id, std::exchange(names, ""),
                           in_office ? "person" : "organization", code.country, code.sectors, day(code.from),
                           day(code.to));
    }
  }

  std::string id_of(std::string_view name) {
    std::string id = "petrarch:";
    for (const char c : name) {
      if (is_letter(c) || (c >= '0' && c <= '9'))
        id += small(c);
      else if (!id.ends_with('-'))
        id += '-';
    }
    while (!ids_.insert(id).second) id += '+';
    return id;
  }

  std::string head() const {
    std::string text = fmt::format(
        "# Made by `onrecord lexicon import` of a dictionary in PETRARCH's format.\n"
        "# source: {}; licence: the dictionary's own\n",
        name_.substr(name_.rfind('/') + 1));
    if (!own_codes_.empty()) {
      text += "# codes:";
      for (const std::string& code : own_codes_) text += " " + code;
      text += '\n';
    }
    return text + (is_agents_ ? "words\tsectors\tsort\toffice\n"
                              : "id\tnames\tkind\tof\tcountry\tsectors\toffice\tfrom\tto\n");
  }

  std::string_view text_;
  const std::string& name_;
  bool is_agents_ = false;
  std::vector<std::string> names_;  // Of the record that is being read: its head and its synonyms,
  std::vector<Code> codes_;         // and what is known of it.
  std::set<std::string> seen_, ids_, own_codes_;
  std::string rows_;
  std::size_t records_ = 0;
  std::vector<Error> faults_;
};

}  // namespace

ImportedLexicon import_petrarch(std::string_view text, const std::string& name) {
  return Importer(text, name).import();
}

Result<ImportedLexicon> import_petrarch_file(const std::string& path) {
  const auto text = actor_table::read_table(path);
  if (!text) return fail(text.error());
  return import_petrarch(*text, path);
}

}  // namespace onrecord
