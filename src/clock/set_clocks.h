// clock/set_clocks.h — the room's one verb.

#ifndef ONRECORD_CLOCK_SET_CLOCKS_H_
#define ONRECORD_CLOCK_SET_CLOCKS_H_

#include <chrono>
#include <optional>
#include <span>
#include <vector>

#include "onrecord/statement.h"
#include "onrecord/time.h"
#include "syntax/tree.h"

namespace onrecord::clock {

// When each word of `tree` that tells a happening happened, and by when it must; and of each statement when
// it was said and by when what it promises, plans or demands is to be. `times` are those of the document, in
// order. A happening is given the day of publication by the tense of its clause only, and says so. Linear in
// the words. Never fails.
std::vector<DatedWord> set_clocks(const syntax::Tree& tree, std::span<const TimeMention> times,
                                  std::optional<std::chrono::year_month_day> published,
                                  std::vector<Statement>& statements);

}  // namespace onrecord::clock

#endif  // ONRECORD_CLOCK_SET_CLOCKS_H_
