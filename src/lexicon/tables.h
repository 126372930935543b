// lexicon/tables.h — the tables of data/lexicon/en, each as its own file describes it. Built in; read on
// first use.

#ifndef ONRECORD_LEXICON_TABLES_H_
#define ONRECORD_LEXICON_TABLES_H_

#include "lexicon/table.h"

namespace onrecord::lexicon {

const Table& abbreviations();  // "mr" → "name": when a word's full stop belongs to it.
const Table& addresses();      // "com" → "domain", "pdf" → "file".
const Table& affixes();        // "anti" → "prefix": stays one word with what its hyphen joins.
const Table& block_cues();     // "read more" → "promo": how a block begins.
const Table& contractions();   // "cannot" → "3": letters of each part but the last.
const Table& units();          // "km": stands alone after its digits.
const Table& words();          // "danger": common English words, lower case.

}  // namespace onrecord::lexicon

#endif  // ONRECORD_LEXICON_TABLES_H_
