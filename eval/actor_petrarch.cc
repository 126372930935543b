// The dictionaries of PETRARCH's unit tests, told twice: by our importer and its table, and here, line by
// line, by nothing but their own text.

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "eval/actors.h"
#include "eval/text_file.h"
#include "onrecord/lexicon.h"

namespace onrecord::eval {
namespace {

std::string spaced(std::string_view text) {
  std::string words;
  for (const char c : trim(text)) words += c == '_' ? ' ' : c;
  while (words.ends_with(' ')) words.pop_back();
  return words;
}

// A name of the dictionary with the first code that stands after it, undated ones only: what it must be.
struct Record {
  std::string name, code;
  bool dated = false;
};

// Heads, synonyms and their codes, without comments.
std::vector<Record> records_of(std::string_view text) {
  std::vector<Record> records;
  std::size_t first = 0;  // Of the record that is read.
  bool comment = false;
  for (const std::string_view whole : split(text, '\n')) {
    const bool opens = whole.find("<!") != std::string_view::npos;
    const bool closes = whole.find("-->") != std::string_view::npos;
    if (opens || comment) {
      comment = !closes;
      continue;
    }
    std::string_view line = whole.substr(0, whole.find('#'));
    if (trim(line).empty() || (line.front() == '!' && line.find('=') != std::string_view::npos)) continue;
    const std::size_t bracket = line.find('[');
    const std::string_view name = line.substr(0, std::min(bracket, line.find('{')));
    if (!trim(name).empty()) {
      const bool synonym = line.front() == '+';
      if (!synonym) first = records.size();
      const std::string known = synonym && first < records.size() ? records[first].code : std::string();
      const bool dated = synonym && first < records.size() && records[first].dated;
      records.push_back({spaced(synonym ? name.substr(1) : name), known, dated});
    }
    if (bracket == std::string_view::npos) continue;
    const std::string_view inside = trim(line.substr(bracket + 1, line.find(']') - bracket - 1));
    const std::size_t end = std::min(inside.find_first_of(" <>"), inside.size());
    for (std::size_t i = first; i < records.size(); ++i) {
      if (records[i].code.empty()) records[i].code = std::string(inside.substr(0, end));
      records[i].dated = records[i].dated || end < inside.size();
    }
  }
  return records;
}

struct Tried {
  std::size_t all = 0, resolved = 0;
};

// Undated records must be of the country that their code begins with; dated ones must be there at all.
bool resolves(const Lexicon& lexicon, const Record& record) {
  if (record.name.find('!') != std::string::npos) return true;  // A set of words: tried by what it makes.
  const auto found = lexicon.find(record.name);
  if (found.empty()) return false;
  std::string code = record.code;
  std::erase(code, '~');
  if (record.dated || code.size() < 3 || record.code.find('~') != std::string::npos) return true;
  std::transform(code.begin(), code.end(), code.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  const std::string first = code.substr(0, 3);
  if (first == "---" || first == "+++") return found.front().country.empty();
  if (first == "NGM") return found.front().country == "NGO";
  if (first == "IGO") return !found.front().country.empty();
  return found.front().country == first;
}

// Names with days of the dictionary's own tests of dates, and what they are on them.
struct DatedCase {
  std::string_view name;
  int year;
  unsigned month, day;
  std::string_view country, sector;
};
constexpr DatedCase kDated[] = {{"SAM GAMGEE", 1995, 1, 4, "HOB", "CVL"},
                                {"SAM GAMGEE", 2008, 1, 19, "HOB", "CVL"},
                                {"SAM GAMGEE", 2010, 1, 6, "HOB", "MIL"},
                                {"SAM GAMGEE", 2010, 1, 9, "ORC", ""},
                                {"SAM GAMGEE", 2010, 1, 10, "ORC", ""},
                                {"SAM GAMGEE", 2010, 1, 12, "ORC", ""},
                                {"SAM GAMGEE", 2010, 1, 13, "HOB", "MIL"},
                                {"SAM GAMGEE", 2012, 12, 31, "HOB", "GOV"},
                                {"SAM GAMGEE", 2014, 1, 1, "HOB", "ELI"},
                                {"HAMFAST GAMGEE", 1995, 1, 4, "HOB", ""},
                                {"HAMFAST GAMGEE", 2012, 11, 9, "HOB", "GOV"},
                                {"HAMFAST GAMGEE", 2012, 12, 25, "HOB", "GOV"},
                                {"HAMFAST GAMGEE", 2014, 1, 4, "HOB", ""},
                                {"SMEAGOL", 1995, 11, 1, "HOB", "GOV"},
                                {"SLINKER", 1995, 1, 1, "HOB", ""},
                                {"GOLLUM", 2001, 1, 1, "HOB", "REB"},
                                {"ZIMBABWE", 1978, 12, 23, "RHO", ""},
                                {"ZIMBABWE", 1995, 1, 1, "ZBW", ""}};

}  // namespace

Result<Figures> measure_petrarch(const Options& options, Talk talk) {
  Tried actors, dates;
  std::size_t refused = 0;
  for (const char* file : {"PETR.Validate.actors.txt", "PETR.Validate.agents.txt"}) {
    const std::string path = options.data + "/petrarch/" + file;
    if (skip(path, talk)) return Figures{};
    const auto text = read_file(path);
    if (!text) return fail(text.error());
    const ImportedLexicon imported = import_petrarch(*text, file);
    refused += imported.faults.size();
    for (const Error& fault : imported.faults) {
      if (options.list) talk.out << fmt::format("{}, {}: {}\n", file, fault.place, fault.message);
    }
    const auto lexicon = Lexicon::of_table(imported.table, file);
    if (!lexicon) return fail(lexicon.error());
    std::set<std::string> seen;
    for (const Record& record : records_of(*text)) {
      if (!seen.insert(record.name).second) continue;  // Of two records of one name the first holds.
      ++actors.all;
      const bool found = resolves(*lexicon, record);
      actors.resolved += found ? 1 : 0;
      if (!found && options.list)
        talk.out << fmt::format("{}: {} [{}] does not resolve\n", file, record.name, record.code);
    }
    if (file != std::string_view("PETR.Validate.actors.txt")) continue;
    for (const DatedCase& one : kDated) {
      const std::chrono::year_month_day day{std::chrono::year(one.year), std::chrono::month(one.month),
                                            std::chrono::day(one.day)};
      const auto found = lexicon->find(one.name, day);
      const bool right = !found.empty() && found.front().country == one.country &&
                         (one.sector.empty() ? found.front().sectors.empty()
                                             : !found.front().sectors.empty() &&
                                                   to_string(found.front().sectors.front()) == one.sector);
      ++dates.all;
      dates.resolved += right ? 1 : 0;
      if (!right && options.list)
        talk.out << fmt::format("{} on {}-{:02}-{:02} is not {} {}\n", one.name, one.year, one.month, one.day,
                                one.country, one.sector);
    }
  }
  talk.out << fmt::format(
      "PETRARCH's unit tests: {} of {} records of their dictionaries resolve, {} of {} on their days; {} "
      "lines "
      "refused\n",
      actors.resolved, actors.all, dates.resolved, dates.all, refused);
  return Figures{{"actors.petrarch.resolved", static_cast<double>(actors.resolved)},
                 {"actors.petrarch.records", static_cast<double>(actors.all)},
                 {"actors.petrarch.dates", static_cast<double>(dates.resolved)}};
}

}  // namespace onrecord::eval
