// actor_table/petrarch_records.h — dictionaries of actors and agents in PETRARCH's format, cut into records.

#ifndef ONRECORD_ACTOR_TABLE_PETRARCH_RECORDS_H_
#define ONRECORD_ACTOR_TABLE_PETRARCH_RECORDS_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "actor_table/rows.h"
#include "onrecord/error.h"

namespace onrecord::actor_table {

// One [code with days], as written but for its days.
struct PetrarchCode {
  std::string letters;
  Day from = kFirstDay, to = kLastDay;
};

// How the plural of a name is made.
enum class PetrarchPlural : std::uint8_t { regular, given, none };

struct PetrarchName {
  std::string text;  // "BAN_KI-MOON": as written, sets of words written out.
  PetrarchPlural plural = PetrarchPlural::regular;
  bool is_plural = false;  // It is the plural given for the name before.
};

// A head, its synonyms, and the codes of all.
struct PetrarchRecord {
  std::vector<PetrarchName> names;
  std::vector<PetrarchCode> codes;  // Never empty.
  std::uint32_t line = 0;           // Of the head.
};

// "BAN_KI-MOON_" → "BAN KI-MOON".
std::string petrarch_words(std::string_view name);

// Calls visit(record) for each record of `text` that is in form; what is not is told in `faults`, under the
// name `name`.
using PetrarchVisitor = std::function<void(const PetrarchRecord&)>;
void read_petrarch_records(std::string_view text, const std::string& name, std::vector<Error>& faults,
                           const PetrarchVisitor& visit);

}  // namespace onrecord::actor_table

#endif  // ONRECORD_ACTOR_TABLE_PETRARCH_RECORDS_H_
