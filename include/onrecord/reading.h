// onrecord/reading.h — everything that was read out of one report.

#ifndef ONRECORD_READING_H_
#define ONRECORD_READING_H_

#include <vector>

#include "onrecord/document.h"
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
};

}  // namespace onrecord

#endif  // ONRECORD_READING_H_
