#include "lexicon/tables.h"

namespace onrecord::lexicon {
namespace {

constexpr std::string_view kAbbreviations =
#include "abbreviations.inc"
    ;
constexpr std::string_view kAddresses =
#include "addresses.inc"
    ;
constexpr std::string_view kAffixes =
#include "affixes.inc"
    ;
constexpr std::string_view kBlockCues =
#include "block_cues.inc"
    ;
constexpr std::string_view kContractions =
#include "contractions.inc"
    ;
constexpr std::string_view kUnits =
#include "units.inc"
    ;
constexpr std::string_view kWords =
#include "words.inc"
    ;

}  // namespace

const Table& abbreviations() {
  static const Table table(kAbbreviations);
  return table;
}

const Table& addresses() {
  static const Table table(kAddresses);
  return table;
}

const Table& affixes() {
  static const Table table(kAffixes);
  return table;
}

const Table& block_cues() {
  static const Table table(kBlockCues);
  return table;
}

const Table& contractions() {
  static const Table table(kContractions);
  return table;
}

const Table& units() {
  static const Table table(kUnits);
  return table;
}

const Table& words() {
  static const Table table(kWords);
  return table;
}

}  // namespace onrecord::lexicon
