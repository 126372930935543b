// eval/gold_list.h — for people: where a reading is not as annotated.

#ifndef ONRECORD_EVAL_GOLD_LIST_H_
#define ONRECORD_EVAL_GOLD_LIST_H_

#include <string>

#include "eval/gold.h"
#include "onrecord/reading.h"

namespace onrecord::eval {

// A line for each statement missed or found beyond the gold, and for each part or label of a pair that
// differs, the gold's first.
std::string list_differences(const Reading& reading, const GoldDocument& gold);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_GOLD_LIST_H_
