#include "eval/reader_engine.h"

#include <utility>

namespace onrecord::eval {

Result<OpenedEngine> open_engine(const ReaderOptions& options) {
  auto opened = Reader::open(options);
  if (!opened) return fail(opened.error());
  const Reader reader = std::move(*opened);
  Engine engine;
  engine.read = [reader](Report report) { return reader.read(std::move(report)); };
  engine.read_words = [reader](Report report, Document document) {
    return reader.read(std::move(report), std::move(document));
  };
  engine.rules = stance_rules;
  engine.places_at = [reader](const Reading& reading, const std::vector<Span>& spans) {
    return reader.places_at(reading, spans);
  };
  engine.report = [](std::string name, std::string bytes) {
    return read_report(std::move(name), std::move(bytes), ReportOptions{});
  };
  return OpenedEngine{std::move(engine), reader.weights_id()};
}

}  // namespace onrecord::eval
