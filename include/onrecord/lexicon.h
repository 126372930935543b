// onrecord/lexicon.h — tables of actors: checked, made from dictionaries in PETRARCH's format, looked up.
//
// The form of the tables is documented in doc/format/lexicon.md. A Reader takes a user's own by
// ReaderOptions::lexicons.

#ifndef ONRECORD_LEXICON_H_
#define ONRECORD_LEXICON_H_

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/actor.h"
#include "onrecord/error.h"

namespace onrecord {

struct LexiconCheck {
  std::size_t tables = 0, rows = 0;
  std::vector<Error> faults = {};  // Each with its file, its line and its mend, in the order of the files.
};

// Checks tables, and folders with tables (*.tsv): lines out of form, days that are none or out of order,
// codes that nobody knows, rows and names that stand twice, circles, two holders of one office on one day.
// Tables of codes are passed over: onrecord/coder.h has check_codes.
LexiconCheck check_lexicon(const std::vector<std::string>& paths);

struct ImportedLexicon {
  std::string table;            // In our form: of actors, or of roles from a dictionary of agents.
  std::size_t records = 0;      // Names (with their synonyms) that were taken over.
  std::vector<Error> faults{};  // Lines that could not be, each with its mend.
};

// Makes a table of a dictionary of actors or of agents in PETRARCH's format. `text` is the dictionary, `name`
// what to call it in errors and in the head of the table.
ImportedLexicon import_petrarch(std::string_view text, const std::string& name);
// The same of a file. Fails with not_found or not_readable.
Result<ImportedLexicon> import_petrarch_file(const std::string& path);

// What a table says of a name on a day.
struct LexiconEntry {
  std::string id;
  std::string name;     // As the table writes it.
  std::string country;  // Empty: not known.
  std::vector<Sector> sectors = {};
  std::string office = {};
  float score = 0;
};

// Tables to look names up in. Immutable; cheap to copy.
class Lexicon {
 public:
  // The tables built in, and those in `folders` laid over them. Fails as check_lexicon finds faults.
  static Result<Lexicon> open(const std::vector<std::string>& folders);
  // One table alone.
  static Result<Lexicon> of_table(std::string table, const std::string& name);

  // All actors called `name` on `day`, or at the table's end. Also nouns of roles: then without an id.
  std::vector<LexiconEntry> find(std::string_view name,
                                 std::optional<std::chrono::year_month_day> day = {}) const;

 private:
  struct Parts;
  std::shared_ptr<const Parts> parts_;
};

}  // namespace onrecord

#endif  // ONRECORD_LEXICON_H_
