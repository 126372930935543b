// onrecord/reading.h — everything that was read out of one report.

#ifndef ONRECORD_READING_H_
#define ONRECORD_READING_H_

#include <vector>

#include "onrecord/actor.h"
#include "onrecord/document.h"
#include "onrecord/entity.h"
#include "onrecord/event.h"
#include "onrecord/naming.h"
#include "onrecord/place.h"
#include "onrecord/report.h"
#include "onrecord/statement.h"
#include "onrecord/tags.h"
#include "onrecord/time.h"

namespace onrecord {

// Owns all of it; independent of the Reader that made it.
struct Reading {
  Report report;
  Document document;
  Tags tags;
  std::vector<Statement> statements;    // In order of their first byte.
  Entities entities = {};               // Whom and what the report speaks of.
  std::vector<Naming> namings = {};     // In order of their names.
  std::vector<TimeMention> times = {};  // In order of their first byte; none lies in another.
  std::vector<DatedWord> dated = {};    // In order of their words.
  Places places = {};
  std::vector<Actor> actors = {};  // In order of their entities.
  std::vector<Event> events = {};  // In order of their first mention; empty where the weights know none.
};

}  // namespace onrecord

#endif  // ONRECORD_READING_H_
