// eval/eval.h — how good: what `onrecord eval` runs.
//
// Scores the reader on the sets of a data folder by the definitions that the field uses (eval/README.md
// states each). Sees the public headers only, so a figure is what a user would get.

#ifndef ONRECORD_EVAL_EVAL_H_
#define ONRECORD_EVAL_EVAL_H_

#include <iosfwd>
#include <string>
#include <vector>

namespace onrecord::eval {

// `arguments` are those after "eval". Tables go to `out`, talk to `err`. Returns the exit code: 0 done or
// skipped for want of data, 1 a figure below its floor or its bar, 2 arguments not understood, 3 the engine
// or a file failed.
int run(std::vector<std::string> arguments, std::ostream& out, std::ostream& err);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_EVAL_H_
