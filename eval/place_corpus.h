// eval/place_corpus.h — reports whose place names were marked by hand.

#ifndef ONRECORD_EVAL_PLACE_CORPUS_H_
#define ONRECORD_EVAL_PLACE_CORPUS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/error.h"
#include "onrecord/span.h"

namespace onrecord::eval {

struct GoldToponym {
  Span span;                            // Bytes of the text.
  std::optional<std::int64_t> id = {};  // GeoNames'; none: the annotators found none.
  double latitude = 0, longitude = 0;
};

struct PlaceDocument {
  std::string id, text;
  std::vector<GoldToponym> toponyms;  // In order of their first byte.
};

// The XML of LGL and of TR-News: articles with a text and a list of toponyms, counted in characters. A
// toponym whose place does not hold its phrase is looked for nearby (TR-News has some that are off by spaces)
// and left out where it is not found.
Result<std::vector<PlaceDocument>> parse_toponyms(std::string_view xml, const std::string& name);

// "x<SEP>a text with <ENT>x<ENT>": the data on metonymy.
struct MetonymySample {
  std::string text;
  Span mention;
  bool somewhere = false;
};
std::vector<MetonymySample> parse_metonymy(std::string_view lines, bool somewhere);

// Whether the sample is one of the fifth that is held out of training: by its text alone, so that a text that
// stands twice is on one side.
bool is_held_out(std::string_view text);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_PLACE_CORPUS_H_
