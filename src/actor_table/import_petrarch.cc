// The format: doc/format/lexicon.md tells what of it is read, and how.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "actor_table/codes.h"
#include "actor_table/rows.h"
#include "actor_table/tables.h"
#include "base/utf8.h"
#include "onrecord/lexicon.h"

namespace onrecord {
namespace {

using actor_table::Day;

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
char large(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }
bool is_letter(char c) {
  return (small(c) >= 'a' && small(c) <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// "BAN_KI-MOON_" → "BAN KI-MOON"; stems and whole words are not told apart.
std::string spaced(std::string_view name) {
  std::string text;
  for (const char c : name) {
    const bool gap = c == '_' || c == ' ' || c == '\t' || c == '|';
    if (!gap) text += c;
    if (gap && !text.empty() && text.back() != ' ') text += ' ';
  }
  return std::string(trim(text));
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

// YYMMDD or YYYYMMDD.
std::optional<Day> day_of(std::string_view digits) {
  if (digits.size() != 6 && digits.size() != 8) return std::nullopt;
  if (!std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return std::nullopt;
  const std::string century = digits.size() == 8 ? "" : digits.substr(0, 2) > "30" ? "19" : "20";
  const std::string whole = century + std::string(digits);
  Day day = 0;
  const bool is_day = actor_table::parse_day(
      fmt::format("{}-{}-{}", whole.substr(0, 4), whole.substr(4, 2), whole.substr(6)), day);
  return is_day ? std::optional(day) : std::nullopt;
}

class Importer {
 public:
  Importer(std::string_view text, const std::string& name) : text_(text), name_(name) {}

  ImportedLexicon import() {
    while (!text_.empty()) {
      const std::size_t end = std::min(text_.find('\n'), text_.size());
      const std::string_view line = text_.substr(0, end);
      text_.remove_prefix(std::min(end + 1, text_.size()));
      ++line_;
      read(without_comments(line));
    }
    close();
    ImportedLexicon imported;
    imported.table = head() + std::move(rows_);
    imported.records = records_;
    imported.faults = std::move(faults_);
    return imported;
  }

 private:
  void fault(std::string message, std::string mend, std::uint32_t line = 0) {
    faults_.push_back({ErrorCode::bad_lexicon, std::move(message), name_,
                       fmt::format("line {}", line == 0 ? line_ : line), std::move(mend)});
  }

  // "<!-- … -->" may go over lines; "#" goes to the line's end.
  std::string without_comments(std::string_view line) {
    std::string kept;
    for (std::size_t at = 0; at < line.size();) {
      if (in_comment_) {
        const std::size_t end = line.find("-->", at);
        if (end == std::string_view::npos) return kept;
        in_comment_ = false;
        at = end + 3;
      } else if (line.substr(at).starts_with("<!")) {
        in_comment_ = true;
        at += 2;
      } else if (line[at] == '#') {
        break;
      } else {
        kept += line[at++];
      }
    }
    return kept;
  }

  void read(const std::string& line) {
    const std::string_view rest = trim(line);
    if (rest.empty()) {
      after_blank_ = true;
      return;
    }
    if (base::find_invalid_utf8(rest) != std::string_view::npos) {
      fault("the line is not UTF-8", "Write the dictionary in UTF-8.");
    } else if (rest.front() == '!' && rest.find('=') != std::string_view::npos) {
      macro(rest);
    } else if (rest.front() == '[') {
      if (names_.empty())
        fault("a code without a name before it", "Put it below the name that it is for.");
      else
        codes(rest);
    } else {
      name(rest);
    }
    after_blank_ = false;
  }

  // "!PERSON! = MAN, MEN, WOMAN"
  void macro(std::string_view line) {
    const std::size_t equals = line.find('=');
    std::vector<std::string> words;
    for (std::string_view list = line.substr(equals + 1); !list.empty();) {
      const std::size_t comma = std::min(list.find(','), list.size());
      if (const std::string_view word = trim(list.substr(0, comma)); !word.empty()) words.emplace_back(word);
      list.remove_prefix(std::min(comma + 1, list.size()));
    }
    macros_[std::string(trim(line.substr(0, equals)))] = std::move(words);
  }

  // The head of a record, or a synonym: "+NAME". A head that follows one without a code, in the next line, is
  // taken for a synonym of it: so the dictionaries in use write them.
  void name(std::string_view line) {
    bool synonym = line.front() == '+';
    if (synonym) line.remove_prefix(1);
    if (!synonym && !names_.empty() && codes_.empty() && !after_blank_) synonym = true;
    if (synonym && names_.empty()) {
      fault("a synonym of nothing", "Put it below the name that it is another word for.");
      return;
    }
    if (!synonym) close();
    if (names_.empty()) first_line_ = line_;
    const std::size_t end = std::min(line.find_first_of("[{"), line.size());
    add_name(spaced(line.substr(0, end)));
    line.remove_prefix(end);
    if (line.starts_with('{')) {
      const std::size_t close = line.find('}');
      if (close == std::string_view::npos) {
        fault("a plural without its closing brace", "Close it: \"{GEESE}\".");
        return;
      }
      if (const std::string plural = spaced(line.substr(1, close - 1)); !plural.empty()) add_name(plural);
      line.remove_prefix(close + 1);
    }
    codes(trim(line));
  }

  // With each macro in it written out.
  void add_name(const std::string& name) {
    for (const auto& [mark, words] : macros_) {
      const std::size_t at = name.find(mark);
      if (at == std::string::npos) continue;
      for (const std::string& word : words)
        add_name(spaced(name.substr(0, at) + word + name.substr(at + mark.size())));
      return;
    }
    if (name.find('!') != std::string::npos)
      fault(fmt::format("\"{}\" names a set of words that is not known", name),
            "Define it above: \"!PERSON! = MAN, WOMAN\".");
    else if (!name.empty() && std::find(names_.begin(), names_.end(), name) == names_.end())
      names_.push_back(name);
  }

  void codes(std::string_view line) {
    while (!(line = trim(line)).empty()) {
      const std::size_t end = line.find(']');
      if (line.front() != '[' || end == std::string_view::npos) {
        fault(fmt::format("\"{}\" is no code in brackets", line), "Write it as [CODE] or [CODE from-to].");
        broken_ = true;
        return;
      }
      code(trim(line.substr(1, end - 1)));
      line.remove_prefix(end + 1);
    }
  }

  void code(std::string_view inside) {
    const std::size_t end = std::min(inside.find_first_of(" \t<>"), inside.size());
    Code code;
    if (!days(trim(inside.substr(end)), code)) {
      broken_ = true;
      return;
    }
    std::string letters(inside.substr(0, end));
    std::transform(letters.begin(), letters.end(), letters.begin(), large);
    if (letters.find('~') != std::string::npos) is_agents_ = true;
    std::erase(letters, '~');
    if (!(letters == "---" || letters == "+++")) translate(letters, code);
    codes_.push_back(std::move(code));
  }

  bool days(std::string_view rest, Code& code) {
    if (rest.empty()) return true;
    const char sign = rest.front();
    if (sign == '<' || sign == '>') rest = trim(rest.substr(1));
    const std::size_t dash = rest.find('-');
    const auto first = day_of(trim(rest.substr(0, dash)));
    const auto last = dash == std::string_view::npos ? first : day_of(trim(rest.substr(dash + 1)));
    if (!first || !last || (dash == std::string_view::npos && sign != '<' && sign != '>')) {
      fault(fmt::format("\"{}\" are no days", rest),
            "Write <YYYYMMDD, >YYYYMMDD or YYYYMMDD-YYYYMMDD, with days of the calendar.");
      return false;
    }
    if (sign == '<') {
      code.to = *first - 1;
    } else if (sign == '>') {
      code.from = *first + 1;
    } else {
      code.from = *first;
      code.to = *last;
    }
    if (code.from <= code.to) return true;
    fault(fmt::format("{} ends before it begins", rest), "Put the days in order.");
    return false;
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

  void close() {
    if (!names_.empty() && codes_.empty() && !broken_)
      fault(fmt::format("\"{}\" has no code", names_.front()), "Give it one in brackets, or take it out.",
            first_line_);
    if (!names_.empty() && !codes_.empty()) {
      is_agents_ ? write_roles() : write_actors();
      records_ += names_.size();
    }
    names_.clear();
    codes_.clear();
    broken_ = false;
  }

  void write_roles() {
    for (const std::string& name : names_) {
      const std::string words = in_small(name);
      if (!seen_.insert(words).second) continue;
      rows_ += fmt::format("{}\t{}\tperson\t\n", words, codes_.front().sectors);
    }
  }

  void write_actors() {
    std::string names;
    for (const std::string& name : names_) {
      std::string one = titled(name);
      if (!seen_.insert(one).second) continue;
      names += (names.empty() ? "" : "|") + one;
    }
    if (names.empty()) {
      fault(fmt::format("\"{}\" stands in the dictionary already", names_.front()),
            "Take the second out; the first holds.", first_line_);
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
  std::uint32_t line_ = 0, first_line_ = 0;
  bool in_comment_ = false, after_blank_ = false, broken_ = false, is_agents_ = false;
  std::map<std::string, std::vector<std::string>> macros_;
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
