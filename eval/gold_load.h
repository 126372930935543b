// eval/gold_load.h — the annotated documents of a set, with their texts.

#ifndef ONRECORD_EVAL_GOLD_LOAD_H_
#define ONRECORD_EVAL_GOLD_LOAD_H_

#include <string>
#include <vector>

#include "eval/gold.h"
#include "eval/measure.h"

namespace onrecord::eval {

// All documents of a set ("own", "wikinews", "aside", …) whose texts are here; says which are not.
Result<std::vector<GoldDocument>> load_gold(const std::string& set, const Options& options, Talk talk);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_GOLD_LOAD_H_
