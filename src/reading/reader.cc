// The way of a report. This page alone knows the order.

#include "onrecord/reader.h"

#include <utility>

#include "nn/weights.h"
#include "reading/find_weights.h"
#include "statement/find_statements.h"
#include "tag/tagger.h"
#include "text/make_document.h"

namespace onrecord {

struct Reader::Parts {
  std::shared_ptr<const nn::Weights> weights;
  tag::Tagger tagger;
};

Reader::Reader(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}

Result<Reader> Reader::open(const ReaderOptions& options) {
  const auto path = reading::find_weights(reading::usual_places(options.weights));
  if (!path) return fail(path.error());
  auto weights = nn::Weights::open(*path);
  if (!weights) return fail(std::move(weights.error()));
  auto tagger =
      tag::Tagger::make(*weights, options.exact_arithmetic ? nn::Arithmetic::f32 : nn::Arithmetic::int8);
  if (!tagger) {
    tagger.error().file = *path;
    return fail(std::move(tagger.error()));
  }
  return Reader(std::make_shared<const Parts>(Parts{*std::move(weights), *std::move(tagger)}));
}

Result<Reading> Reader::read(Report report) const {
  Document document = text::make_document(report);
  if (document.tokens().empty()) {
    return fail({ErrorCode::empty_report, "There is no word in this report.", report.name, "",
                 "Check that the file holds the text of a report."});
  }
  return read(std::move(report), std::move(document));
}

Reading Reader::read(Report report, Document document) const {
  Tags tags = parts_->tagger.tag(document);
  std::vector<Statement> statements = statement::find_statements(document, tags);
  return {std::move(report), std::move(document), std::move(tags), std::move(statements)};
}

const std::string& Reader::weights_id() const { return parts_->weights->id(); }

}  // namespace onrecord
