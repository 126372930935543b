// eval/actors.h — actors against labels made by hand, against the seed's, and against PETRARCH's
// dictionaries.

#ifndef ONRECORD_EVAL_ACTORS_H_
#define ONRECORD_EVAL_ACTORS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eval/count.h"
#include "eval/measure.h"
#include "onrecord/error.h"
#include "onrecord/reading.h"

namespace onrecord::eval {

// One label: the words that name the actor, and what it may be. "A|B" allows either, "-" is unknown, "*" all.
struct ActorLabel {
  std::string report, words, country, sector;
};

struct ActorScore {
  ActorLabel label;
  const Actor* found = nullptr;  // None: no entity stands there, or it is no actor.
  bool country = false, sector = false;
};

// A table as eval/sets/own/actors.tsv is.
Result<std::vector<ActorLabel>> parse_actor_labels(std::string_view text, const std::string& name);

// Whether `code` (empty: unknown) is among `allowed`.
bool is_allowed(std::string_view allowed, std::string_view code);

// The entity whose mention is `span`, or else the narrowest that holds it, or else one that overlaps it.
std::optional<std::uint32_t> entity_at(const Reading& reading, Span span);
const Actor* actor_of(const Reading& reading, std::uint32_t entity);

ActorScore score_actor(const Reading& reading, const ActorLabel& label);

// The actors of expected.json.
Result<Figures> measure_seed_actors(const Reading& reading, const std::string& json, const std::string& name,
                                    Talk talk);
// Every name of PETRARCH's dictionaries for unit tests, read by our importer and looked up on the days that
// they name.
Result<Figures> measure_petrarch(const Options& options, Talk talk);

Result<Figures> measure_actors(const Engine& engine, const Options& options, Talk talk);

}  // namespace onrecord::eval

#endif  // ONRECORD_EVAL_ACTORS_H_
