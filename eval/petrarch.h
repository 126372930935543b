// eval/petrarch.h — PETRARCH's unit tests: its dictionaries imported, its sentences read from plain text.

#ifndef ONRECORD_EVAL_PETRARCH_H_
#define ONRECORD_EVAL_PETRARCH_H_

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eval/measure.h"
#include "onrecord/coder.h"
#include "onrecord/error.h"

namespace onrecord::eval {

// One <Sentence> of the file.
struct UnitRecord {
  std::string id;
  std::optional<std::chrono::year_month_day> day;
  std::string text;                   // What is read: see `by_parse`.
  bool by_parse = false;              // The words of <Parse> differ from those of <Text>: theirs are read.
  std::vector<std::string> expected;  // "ARN GON 064", in order of the alphabet.
  std::string error;                  // "storydiscard", …; empty: none is expected.
  std::map<std::string, std::string> settings;  // Those of <Config> that stand at it.
};

std::vector<UnitRecord> parse_unit_records(std::string_view xml);

// The settings that a Coder has.
CoderOptions coder_options(const UnitRecord& record);

// What a coding comes to, written as `expected` is; discards as "storydiscard" or "sentencediscard".
std::vector<std::string> told_events(const Coding& coding);
std::string told_error(const Coding& coding);

Result<Figures> measure_coder(const Engine& engine, const Options& options, Talk talk);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_PETRARCH_H_
