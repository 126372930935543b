// The way of a report. This page alone knows the order.

#include "onrecord/reader.h"

#include <utility>

#include "actor/find_actors.h"
#include "actor_table/tables.h"
#include "clock/set_clocks.h"
#include "entity/find_entities.h"
#include "event/find_events.h"
#include "gazetteer/gazetteer.h"
#include "naming/find_namings.h"
#include "nn/weights.h"
#include "place/find_places.h"
#include "reading/find_gazetteer.h"
#include "reading/find_weights.h"
#include "reading/link_namers.h"
#include "stance/find_stance.h"
#include "statement/find_statements.h"
#include "syntax/tree.h"
#include "tag/tagger.h"
#include "text/make_document.h"
#include "time/find_times.h"

namespace onrecord {

struct Reader::Parts {
  std::shared_ptr<const nn::Weights> weights;
  tag::Tagger tagger;
  std::shared_ptr<const gazetteer::Gazetteer> gazetteer;
  std::string viewpoint;
  std::shared_ptr<const actor_table::Tables> actors;
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
  auto gazetteer = reading::open_gazetteer(options.gazetteer);
  if (!gazetteer) return fail(std::move(gazetteer.error()));
  auto actors = actor_table::Tables::open(options.lexicons);
  if (!actors) return fail(std::move(actors.error()));
  return Reader(
      std::make_shared<const Parts>(Parts{*std::move(weights), *std::move(tagger), *std::move(gazetteer),
                                          options.viewpoint, *std::move(actors)}));
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
  const syntax::Tree tree(document, tags);
  std::vector<Statement> statements = statement::find_statements(tree);
  auto [entities, speakers] = entity::find_entities(tree, statements);
  for (std::size_t s = 0; s < statements.size(); ++s) {
    statements[s].speakers = std::move(speakers[s].entities);
    statements[s].speaker_score = speakers[s].score;
  }
  for (Statement& statement : statements) statement.stance = stance::find_stance(tree, statement, &entities);
  std::vector<Naming> namings = naming::find_namings(tree, statements);
  reading::link_namers(namings, statements, entities);
  std::vector<TimeMention> times = time::find_times(tree, report.published);
  std::vector<DatedWord> dated = clock::set_clocks(tree, times, report.published, statements);
  Places places;
  if (parts_->gazetteer) places = place::find_places(tree, *parts_->gazetteer, parts_->viewpoint);
  std::vector<Actor> actors = actor::find_actors(tree, entities, report.published, *parts_->actors, &places);
  std::vector<Event> events = event::find_events(event::Told{.tree = tree,
                                                             .statements = statements,
                                                             .entities = entities,
                                                             .times = times,
                                                             .dated = dated,
                                                             .places = places,
                                                             .actors = actors,
                                                             .published = report.published});
  return {.report = std::move(report),
          .document = std::move(document),
          .tags = std::move(tags),
          .statements = std::move(statements),
          .entities = std::move(entities),
          .namings = std::move(namings),
          .times = std::move(times),
          .dated = std::move(dated),
          .places = std::move(places),
          .actors = std::move(actors),
          .events = std::move(events)};
}

Places Reader::places_at(const Reading& reading, const std::vector<Span>& spans) const {
  if (!parts_->gazetteer) return {};
  const syntax::Tree tree(reading.document, reading.tags);
  return place::find_places_at(tree, *parts_->gazetteer, parts_->viewpoint, spans);
}

const std::string& Reader::weights_id() const { return parts_->weights->id(); }

}  // namespace onrecord
