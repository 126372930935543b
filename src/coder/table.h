// coder/table.h — the lines of coding tables, read, held to their form, and made into a Dictionary.
//
// doc/petrarch.md tells the form.

#ifndef ONRECORD_CODER_TABLE_H_
#define ONRECORD_CODER_TABLE_H_

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "coder/dictionary.h"
#include "onrecord/error.h"

namespace onrecord::coder {

// Takes tables one after the other; what is out of form is told in faults() and passed over.
class TableReader {
 public:
  // `name` is used in errors.
  void read(std::string_view text, const std::string& name);
  // Once all are read: patterns are joined to their verbs and sets.
  Dictionary finish();

  std::size_t rows() const { return rows_; }
  const std::vector<Error>& faults() const { return faults_; }

 private:
  struct Row {
    std::string name, words, code, from, to;
    std::string file;
    std::uint32_t line = 0;
  };

  void fault(const Row& row, std::string message, std::string mend);
  void take(std::string_view kind, Row row);
  void take_holder(const Row& row, bool is_agent);
  void take_discard(const Row& row);
  void take_verb(const Row& row);
  void take_pattern(const Row& row);
  bool take_codes(const Row& row, Codes& codes);
  bool expand(const std::string& name, int depth, std::vector<Words>& phrases);
  void expand_phrase(const std::string& phrase, int depth, std::vector<Words>& phrases);
  bool take_pieces(const Row& row, std::vector<Piece>& before, std::vector<Piece>& after);
  std::uint32_t block(const std::string& name);

  Dictionary made_;
  std::size_t rows_ = 0;
  std::vector<Error> faults_;
  std::vector<Row> verbs_, patterns_;
  std::map<std::string, Row> sets_;
  std::map<std::string, std::uint32_t> holders_, blocks_, set_numbers_;
  std::set<std::pair<bool, std::string>> names_;
};

// "032" or "032:033", or "---" for nothing. False: it is none.
bool parse_codes(std::string_view text, Codes& codes);

// What stands in a pattern: "* FOR_&CURRENCY $". Words in small letters; `joined` here is to the one before.
struct PatternMark {
  enum class Kind : std::uint8_t { verb, word, set, source, target, skip, compound };
  Kind kind = Kind::word;
  std::string text;
  bool joined = false;
};
std::vector<PatternMark> parse_pattern(std::string_view text);

}  // namespace onrecord::coder

#endif  // ONRECORD_CODER_TABLE_H_
