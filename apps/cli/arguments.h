// arguments.h — what the user asked for.

#ifndef ONRECORD_CLI_ARGUMENTS_H_
#define ONRECORD_CLI_ARGUMENTS_H_

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "onrecord/error.h"
#include "onrecord/reader.h"
#include "onrecord/report.h"

namespace onrecord::cli {

enum class Format { table, jsonl, json, markdown, conllu, codes };
enum class Colour { automatic, always, never };

// `onrecord read`, `onrecord parse` and `onrecord code`; of `onrecord explain` what they share.
struct ReadRequest {
  std::vector<std::string> files;
  Format format = Format::table;
  Colour colour = Colour::automatic;
  ReportOptions report = {};
  ReaderOptions reader = {};
  std::optional<std::chrono::year_month_day> published = {};
  unsigned threads = 1;
  unsigned max_text_mib = 2;  // Of one report's main text.
  std::string output = {};    // Empty: standard output.
  std::string codes = {};     // `onrecord code`: the tables to code by.
};

// `onrecord explain`: one record of one report. Read as `read` reads.
struct ExplainRequest {
  std::optional<unsigned> statement = {};  // Either this
  std::optional<unsigned> naming = {};     // or this
  std::optional<unsigned> place = {};      // or this
  std::optional<unsigned> event = {};      // or this; from 1.
  unsigned report = 1;                     // Which of the file's.
};

// `onrecord lexicon`.
struct LexiconRequest {
  enum class Task { check, import, import_codes, find };
  Task task = Task::check;
  std::vector<std::string> arguments = {};  // Tables and folders; a dictionary; names.
  std::vector<std::string> lexicons = {};
  std::optional<std::chrono::year_month_day> published = {};
  std::string output = {};
};

struct Request {
  enum class Kind { help, version, completions, manual, read, explain, lexicon };
  Kind kind = Kind::help;
  std::string command = {};  // Whose help; the shell of completions. Empty: the program.
  ReadRequest read = {};
  ExplainRequest explain = {};
  LexiconRequest lexicon = {};
};

// Fails with bad_option or bad_date; the message names the argument at fault.
Result<Request> parse_arguments(const std::vector<std::string>& arguments);

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_ARGUMENTS_H_
