// eval/engine.h — the reader as the scorers see it; tests put another in its place.

#ifndef ONRECORD_EVAL_ENGINE_H_
#define ONRECORD_EVAL_ENGINE_H_

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "onrecord/document.h"
#include "onrecord/reading.h"
#include "onrecord/report.h"
#include "onrecord/rules.h"

namespace onrecord::eval {

struct Engine {
  std::function<Result<Reading>(Report)> read;                         // A report as it was received.
  std::function<Reading(Report, Document)> read_words;                 // Words already cut.
  std::function<Result<Report>(std::string, std::string)> report;      // Name and bytes to a report.
  std::function<std::vector<StanceRules>(const Reading&)> rules = {};  // One for each statement.
  std::function<Places(const Reading&, const std::vector<Span>&)> places_at = {};  // Of spans given.
};

// A report of plain text whose body is its bytes, whatever they begin with: a treebank text that starts with
// "<" is not HTML.
Report plain_report(std::string name, std::string text);

// Words given beforehand, joined by one space each; `breaks` are the indices at which a new block begins (0
// is one).
struct WordsInput {
  Report report;
  Document document;
};
WordsInput spaced_words(std::string name, const std::vector<std::string>& words,
                        const std::vector<std::size_t>& breaks);

// Words already placed in `text`; `breaks` as above. `joins` says which continue the surface token before.
struct PlacedWord {
  Span span;
  bool joins_left = false;
};
WordsInput placed_words(std::string name, std::string text, const std::vector<PlacedWord>& words,
                        const std::vector<std::size_t>& breaks);

// Calls work(index) for every index below `count`, on `threads` threads; the order of the calls is open.
void for_each_index(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_ENGINE_H_
