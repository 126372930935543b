// onrecord/reading.h — everything that was read out of one report.

#ifndef ONRECORD_READING_H_
#define ONRECORD_READING_H_

#include <vector>

#include "onrecord/document.h"
#include "onrecord/entity.h"
#include "onrecord/naming.h"
#include "onrecord/report.h"
#include "onrecord/statement.h"
#include "onrecord/tags.h"

namespace onrecord {

// Owns all of it; independent of the Reader that made it.
struct Reading {
  Report report;
  Document document;
  Tags tags;
  std::vector<Statement> statements;  // In order of their first byte.
  Entities entities = {};             // Whom and what the report speaks of.
  std::vector<Naming> namings = {};   // In order of their names.
};

}  // namespace onrecord

#endif  // ONRECORD_READING_H_
