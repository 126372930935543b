// eval/options.h — what was asked for on the command line, and where the data is.

#ifndef ONRECORD_EVAL_OPTIONS_H_
#define ONRECORD_EVAL_OPTIONS_H_

#include <string>
#include <vector>

#include "onrecord/error.h"

namespace onrecord::eval {

struct Options {
  std::string what;                // "ud", "names", …
  std::vector<std::string> files;  // Those that follow it.
  std::string data, seed;          // Folders: given, or of the environment, or beside the source tree.
  std::string source;              // The source tree: floors, results, bench/articles.txt.
  std::string weights;
  std::string set;      // gold: "own", "wikinews", "aside", "polnear-dev2" …; empty: the first two.
  std::string results;  // floors: a results file to hold against them instead of measuring anew.
  std::string json;     // Where else to write the figures.
  bool list = false;    // gold: each statement that is not as annotated.
  bool exact = false;   // The f32 twin.
  bool gold_tokens = false, first_annotator = false, sentence_blocks = false;
  bool record = false, with_speed = true, with_twin = true;
  unsigned threads = 2, runs = 5;
};

// Fails with bad_option.
Result<Options> parse_options(const std::vector<std::string>& arguments);

// `name` itself when there is such a file, else `folder`/`name`.
std::string locate(const std::string& name, const std::string& folder);
bool exists(const std::string& path);

extern const char* const kUsage;

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_OPTIONS_H_
