// coder/petrarch_verbs.h — a dictionary of verbs in PETRARCH's format, made into the lines of a table.

#ifndef ONRECORD_CODER_PETRARCH_VERBS_H_
#define ONRECORD_CODER_PETRARCH_VERBS_H_

#include <string>
#include <string_view>

#include "onrecord/lexicon.h"

namespace onrecord::coder {

// The table is without its head.
ImportedLexicon import_verbs(std::string_view text, const std::string& name);

// "abandon" → abandon, abandons, abandoned, abandoning, as English spells the forms of regular verbs.
std::string regular_forms(const std::string& verb);

}  // namespace onrecord::coder

#endif  // ONRECORD_CODER_PETRARCH_VERBS_H_
