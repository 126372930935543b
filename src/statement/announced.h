// statement/announced.h — one announcement found by rule, put on the sheet.

#ifndef ONRECORD_STATEMENT_ANNOUNCED_H_
#define ONRECORD_STATEMENT_ANNOUNCED_H_

#include <optional>
#include <vector>

#include "statement/sheet.h"

namespace onrecord::statement {

struct Announced {
  std::optional<TokenRange> speaker = {};
  TokenRange cue = {};
  std::vector<TokenRange> contents = {};
  float score = 0;
  bool nobody = false;  // The report names no speaker.
  bool wraps = false;   // What stands wholly in its content is put inside it.
};

// Cuts and adds it; false when its words are taken or too few.
bool add_announced(Sheet& sheet, const Announced& announced);

// "did she say …?": nothing is told.
bool is_asked(const Tree& tree, Word verb);

bool is_within_quote(const Sheet& sheet, Word word);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_ANNOUNCED_H_
