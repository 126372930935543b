// eval/results.h — figures kept by date and commit, and the floors they must not fall through.

#ifndef ONRECORD_EVAL_RESULTS_H_
#define ONRECORD_EVAL_RESULTS_H_

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "eval/count.h"
#include "onrecord/error.h"

namespace onrecord::eval {

struct RunStamp {
  std::string date;     // YYYY-MM-DD, UTC.
  std::string commit;   // Short; "+" behind it when the tree had changes; "unknown" outside a repository.
  std::string machine;  // CPU model and the number of its threads.
  std::string weights;
};
RunStamp stamp_of(const std::string& source, std::string weights);

std::string to_json(const RunStamp& stamp, const Figures& figures);
Result<Figures> figures_of_json(std::string_view json, const std::string& name);

// Writes `source`/eval/results/DATE-COMMIT.json and a line in README.md beside it; gives the file's name.
Result<std::string> record(const std::string& source, const RunStamp& stamp, const Figures& figures);

struct Floor {
  std::string figure;
  double value = 0;
  bool ceiling = false;  // Of an error: what it may not exceed.
};
// Lines of figure, tab, number ("<=" before a ceiling's); "#" begins a comment.
Result<std::vector<Floor>> parse_floors(std::string_view text, const std::string& name);
Result<std::vector<Floor>> read_floors(const std::string& source);

// Prints each floor beside its figure; false where one is beyond it or was not measured.
bool hold_against(const std::vector<Floor>& floors, const Figures& figures, std::ostream& out);

void print_figures(const Figures& figures, std::ostream& out);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_RESULTS_H_
