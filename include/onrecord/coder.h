// onrecord/coder.h — CAMEO codes by a user's own dictionaries of verbs, actors and agents.
//
// Dictionaries in PETRARCH's format are made into tables (import_codes), and a Coder applies them to what a
// Reader has read: who did what to whom, as source, target and code, sentence by sentence. doc/petrarch.md
// tells the form of the tables and what of the dictionaries is honoured.

#ifndef ONRECORD_CODER_H_
#define ONRECORD_CODER_H_

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/error.h"
#include "onrecord/lexicon.h"
#include "onrecord/reading.h"
#include "onrecord/span.h"

namespace onrecord {

// What a dictionary is of. PETRARCH keeps each in a file of its own.
enum class CodeDictionary { actors, agents, verbs, discards };

// Told by the lines of `text`; nothing when there is no line of any.
std::optional<CodeDictionary> sniff_codes(std::string_view text);

// Makes a coding table of a dictionary in PETRARCH's format; codes stay as written. `name` is what to call it
// in errors and in the head of the table.
ImportedLexicon import_codes(std::string_view text, const std::string& name, CodeDictionary of);

// The same of a file, of which it is told by sniff_codes. Fails with not_found, not_readable or bad_lexicon.
Result<ImportedLexicon> import_codes_file(const std::string& path);

// Whether the table `text` is one of codes: by its head.
bool is_coding_table(std::string_view text);
// Holds tables of codes, and folders with tables (*.tsv), to their form; tables of another kind are passed
// over.
LexiconCheck check_codes(const std::vector<std::string>& paths);

struct CodedEvent {
  std::string source, target, code;
  Span verb = {};                         // In Document::text(): the words of the verb.
  std::optional<Span> source_words = {};  // Those that gave the source; none: nobody stands there.
  std::optional<Span> target_words = {};
  std::uint32_t sentence = 0;
};

// Words for which a sentence, or the whole report, is not coded.
struct CodeDiscard {
  Span words;
  bool report = false;
};

struct Coding {
  std::vector<CodedEvent> events;  // In order of their verbs.
  std::vector<CodeDiscard> discards;
};

struct CoderOptions {
  bool require_dyad = true;  // Events need a source and a target that the tables know, or describe.
  std::size_t new_actor_words =
      0;  // Who is not known and has so many words at most is coded by them; 0: never.
  std::size_t closing_clause = 8;  // A last clause of at most so many words, parted by a comma, is not coded.
};

// Immutable; cheap to copy; serves any number of threads.
class Coder {
 public:
  // All tables of codes in `paths`, files or folders. Fails with not_found, not_readable or bad_lexicon.
  static Result<Coder> open(const std::vector<std::string>& paths);
  // Of tables in memory.
  static Result<Coder> of_tables(const std::vector<std::string>& tables);

  // `day` decides which of dated codes hold; unless given, the report's day of publication.
  Coding code(const Reading& reading, const CoderOptions& options = {},
              std::optional<std::chrono::year_month_day> day = {}) const;

 private:
  struct Parts;
  std::shared_ptr<const Parts> parts_;
};

}  // namespace onrecord

#endif  // ONRECORD_CODER_H_
