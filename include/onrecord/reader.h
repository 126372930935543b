// onrecord/reader.h — the door: a report in, its reading out.

#ifndef ONRECORD_READER_H_
#define ONRECORD_READER_H_

#include <memory>
#include <string>
#include <vector>

#include "onrecord/error.h"
#include "onrecord/reading.h"
#include "onrecord/report.h"

namespace onrecord {

struct ReaderOptions {
  std::string weights = {};       // The weights file; empty: looked for as doc/guide.md tells.
  bool exact_arithmetic = false;  // True: the slow f32 twin instead of int8.
  std::string gazetteer = {};  // The file of places; empty: looked for likewise; "none": no places are read.
  std::string viewpoint = "un";  // Whose view of disputed places: "un", or a country: "ua", "ru", "tr", …
  // Folders with tables of actors of the user's own, each laid over those before and over the built-in ones.
  std::vector<std::string> lexicons = {};
};

// Holds the weights, mapped read-only. Immutable: one Reader serves any number of threads at once, and the
// same bytes give the same reading on any of them. Cheap to move; copies share the weights.
class Reader {
 public:
  // Fails with weights_missing, weights_damaged or weights_unknown, gazetteer_missing, gazetteer_damaged or
  // gazetteer_unknown.
  static Result<Reader> open(const ReaderOptions& options);

  // Reads one report: makes its document, tags it, finds its statements. Fails with empty_report when there
  // is no word in it.
  Result<Reading> read(Report report) const;

  // The same for words already cut (treebank scoring on gold tokens): tags `document` and finds its
  // statements.
  Reading read(Report report, Document document) const;

  // The places that `spans` of the document's text name, one mention for each, in their order: for those who
  // know already which words name places. Empty where no gazetteer was opened.
  Places places_at(const Reading& reading, const std::vector<Span>& spans) const;

  // Which weights these are: the file's name, version and checksum, for records and --version.
  const std::string& weights_id() const;

 private:
  struct Parts;
  explicit Reader(std::shared_ptr<const Parts> parts);
  std::shared_ptr<const Parts> parts_;
};

}  // namespace onrecord

#endif  // ONRECORD_READER_H_
