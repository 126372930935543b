// eval/events.h — events annotated by hand, and how far a reading agrees with them.
//
// An events file is JSON (doc/events.md, Annotation form), all spans in bytes [begin, end) of the text. Gold
// and found events are paired one to one where the types are equal and a trigger of one overlaps a trigger of
// the other, the clearest first. Everything else is counted over pairs, unless said otherwise.

#ifndef ONRECORD_EVAL_EVENTS_H_
#define ONRECORD_EVAL_EVENTS_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eval/count.h"
#include "eval/gold.h"
#include "eval/gold_score.h"
#include "onrecord/error.h"
#include "onrecord/reading.h"

namespace onrecord::eval {

struct GoldParty {
  Span span;
  std::string entity;  // A key of GoldDocument::named; empty: none there.
};

struct GoldCount {
  std::string kind;
  std::uint64_t low = 0;
  std::optional<std::uint64_t> high = {};
  bool approximate = false;
};

struct GoldEvent {
  std::string id, type, mode, status;
  std::string or_type, or_mode;  // A second reading that is right too; empty: none.
  std::vector<std::string> contexts;
  std::vector<Span> mentions;
  std::size_t clearest = 0;
  std::vector<GoldParty> agents, recipients;
  std::vector<Span> places;
  std::string first, last;  // Days of the period, "2031-05-02"; empty: not known.
  std::vector<GoldCount> counts;
  std::string vouched_by;  // A statement's id; empty: the report's own word.
};

struct GoldEvents {
  std::vector<GoldEvent> events;
  std::vector<Span> refused;  // What was considered and is none.
};

// Fails with bad_statement where the text is not the one that was annotated, or a span stands outside of it.
Result<GoldEvents> parse_events(std::string_view json, const std::string& file, const std::string& text);

struct EventScore {
  Count found;     // With their types.
  Count triggers;  // Whatever the type: mentions, one to one.
  std::map<std::string, Count> by_type;
  std::uint64_t refused = 0, refused_found = 0;  // Spans that are none, and how many of them we call one.
  // Of pairs.
  std::map<std::string, Answers> fields;  // "mode", "status", "agent", "recipient", "parties", …
  Count counts, contexts;
  void add(const EventScore& other);
};

using EventPairs = std::vector<std::pair<std::size_t, std::size_t>>;

// Indices of gold and found events; every one at most once.
EventPairs pair_events(const Reading& reading, const GoldEvents& gold);

// `document`: the statements of the same text, for whose word it is and who an entity is.
EventScore score_events(const Reading& reading, const GoldDocument& document, const GoldEvents& gold);

// For people: a line for each event missed or found beyond the gold, and for each field of a pair that
// differs.
std::string list_events(const Reading& reading, const GoldDocument& document, const GoldEvents& gold);

Figures figures_of(const EventScore& score, const std::string& prefix);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_EVENTS_H_
