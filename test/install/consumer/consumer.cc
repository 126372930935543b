// Somebody else's program: one that knows the public headers and nothing else.

#include <onrecord/reader.h>
#include <onrecord/report.h>
#include <onrecord/view.h>

#include <cstdio>
#include <string>
#include <utility>

namespace {

bool holds(bool condition, const char* what) {
  if (!condition) std::fprintf(stderr, "does not hold: %s\n", what);
  return condition;
}

}  // namespace

int main() {
  const std::string words = "\"The bridge stays shut,\" the harbour master said.\n";
  const auto report = onrecord::read_report("note.txt", words, {});
  bool good = holds(report.has_value(), "a report in memory can be read");
  if (good) good = holds(report->bytes == words, "the report keeps its bytes");

  const auto nothing = onrecord::read_report("empty.txt", "", {});
  good &= holds(!nothing && nothing.error().code == onrecord::ErrorCode::empty_report,
                "an empty report is an error");

  const auto reader = onrecord::Reader::open({.weights = "no/such/weights"});
  good &=
      holds(!reader && reader.error().code == onrecord::ErrorCode::weights_missing, "no weights, no reader");

  good &= holds(!onrecord::to_json(onrecord::Reading{}).empty(), "an empty reading has a view");
  return good ? 0 : 1;
}
