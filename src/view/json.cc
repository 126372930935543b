// The form is documented in doc/format/json.md and doc/format/reading-1.schema.json; a change to it is a
// change of kFormat and kSchema there and here.

#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "onrecord/view.h"
#include "view/event_views.h"
#include "view/json_times.h"
#include "view/people.h"
#include "view/place_views.h"
#include "view/positions.h"
#include "view/times.h"
#include "view/vocabulary.h"

namespace onrecord {
namespace {

using Json = nlohmann::ordered_json;
using view::Positions;

constexpr std::string_view kFormat = "onrecord-reading/1";
constexpr std::string_view kSchema = "onrecord-reading-1";

Json pair(Span span) { return Json::array({span.begin, span.end}); }

// Three digits: more than a score deserves, and the same on every machine.
double rounded(float score) { return std::round(static_cast<double>(score) * 1000.0) / 1000.0; }

Json known(const std::string& value) { return value.empty() ? Json(nullptr) : Json(value); }

Json place(const Positions& positions, Span span) {
  return {{"words", positions.words(span)},
          {"bytes", pair(positions.bytes(span))},
          {"chars", pair(positions.code_points(span))}};
}

Json place(const Positions& positions, const std::optional<Span>& span) {
  return span ? place(positions, *span) : Json(nullptr);
}

Json blocks(const Reading& reading, const Positions& positions) {
  Json all = Json::array();
  for (const Block& block : reading.document.blocks()) {
    all.push_back({{"kind", view::to_string(block.kind)},
                   {"bytes", pair(positions.bytes(block.span))},
                   {"chars", pair(positions.code_points(block.span))}});
  }
  return all;
}

Json repairs(const Reading& reading) {
  Json all = Json::array();
  for (const Repair& repair : reading.document.repairs()) {
    all.push_back({{"kind", view::to_string(repair.kind)},
                   {"bytes", pair(repair.source)},
                   {"reads_as", repair.reads_as}});
  }
  return all;
}

Json names(const Reading& reading, const Positions& positions) {
  Json all = Json::array();
  for (const Name& name : reading.tags.names) {
    Json one = place(positions, reading.document.span_of(name.words));
    const bool labelled = reading.tags.labels && name.kind < reading.tags.labels->name.size();
    one["kind"] = labelled ? Json(reading.tags.labels->name[name.kind]) : Json(nullptr);
    one["score"] = rounded(name.score);
    all.push_back(std::move(one));
  }
  return all;
}

Json number(const std::optional<std::uint32_t>& index) { return index ? Json(*index) : Json(nullptr); }

// Entities by their numbers, each with the words to show it by.
Json actors(const Reading& reading, const Positions& positions, const std::vector<std::uint32_t>& entities) {
  Json all = Json::array();
  for (const std::uint32_t entity : entities) {
    const auto name = view::name_of(reading, entity);
    all.push_back({{"entity", entity}, {"name", name ? Json(positions.words(*name)) : Json(nullptr)}});
  }
  return all;
}

template <typename Value>
Json label(const Positions& positions, const Label<Value>& label) {
  if (label.value == Value::unknown) return nullptr;
  return {{"value", to_string(label.value)},
          {"score", rounded(label.score)},
          {"evidence", place(positions, label.evidence)}};
}

Json stance(const Positions& positions, const Stance& stance) {
  return {{"act", label(positions, stance.act)},
          {"cue_status", label(positions, stance.cue_status)},
          {"polarity", label(positions, stance.polarity)},
          {"certainty", label(positions, stance.certainty)},
          {"modality", label(positions, stance.modality)},
          {"time", label(positions, stance.time)},
          {"commitment", label(positions, stance.commitment)},
          {"status", label(positions, stance.status)}};
}

Json statements(const Reading& reading, const Positions& positions) {
  Json all = Json::array();
  for (const Statement& statement : reading.statements) {
    Json contents = Json::array();
    for (const Span content : statement.contents) contents.push_back(place(positions, content));
    all.push_back({{"speaker", place(positions, statement.speaker)},
                   {"speakers", actors(reading, positions, statement.speakers)},
                   {"speaker_score", rounded(statement.speaker_score)},
                   {"on_behalf_of", place(positions, statement.on_behalf_of)},
                   {"cue", place(positions, statement.cue)},
                   {"contents", std::move(contents)},
                   {"addressee", place(positions, statement.addressee)},
                   {"channel", place(positions, statement.channel)},
                   {"where", place(positions, statement.where)},
                   {"language", place(positions, statement.language)},
                   {"when", place(positions, statement.when)},
                   {"form", to_string(statement.form)},
                   {"in_heading", statement.in_heading},
                   {"inside", number(statement.inside)},
                   {"said", view::clock_json(statement.said)},
                   {"due", view::clock_json(statement.due)},
                   {"stance", stance(positions, statement.stance)},
                   {"score", rounded(statement.score)}});
  }
  return all;
}

Json namings(const Reading& reading, const Positions& positions) {
  Json all = Json::array();
  for (const Naming& naming : reading.namings) {
    all.push_back({{"name", place(positions, naming.name)},
                   {"named", place(positions, naming.named)},
                   {"namer", place(positions, naming.namer)},
                   {"namers", actors(reading, positions, naming.namers)},
                   {"cue", place(positions, naming.cue)},
                   {"quoted", naming.quoted},
                   {"statement", number(naming.statement)},
                   {"score", rounded(naming.score)}});
  }
  return all;
}

Json mention(const Positions& positions, const Mention& mention) {
  Json one = place(positions, mention.span);
  one["kind"] = to_string(mention.kind);
  one["score"] = rounded(mention.score);
  return one;
}

Json entities(const Reading& reading, const Positions& positions) {
  Json all = Json::array();
  for (std::uint32_t i = 0; i < reading.entities.entities.size(); ++i) {
    const Entity& entity = reading.entities.entities[i];
    Json mentions = Json::array();
    for (const std::uint32_t one : entity.mentions) {
      if (one < reading.entities.mentions.size())
        mentions.push_back(mention(positions, reading.entities.mentions[one]));
    }
    const bool unknown = entity.kind == EntityKind::unknown;
    all.push_back({{"kind", unknown ? Json(nullptr) : Json(to_string(entity.kind))},
                   {"name", place(positions, view::name_of(reading, i))},
                   {"mentions", std::move(mentions)},
                   {"members", entity.members}});
  }
  return all;
}

// Who the entities are. Sectors are PLOVER's; "cameo_role" is the first of them as CAMEO writes it.
Json acting(const Reading& reading, const Positions& positions) {
  Json all = Json::array();
  for (const Actor& actor : reading.actors) {
    const auto shown = view::name_of(reading, actor.entity);
    Json more = Json::array();
    for (const Sector one : actor.more_sectors) more.push_back(to_string(one));
    const std::string_view role = cameo_role(actor.sector);
    all.push_back({{"entity", actor.entity},
                   {"name", shown ? Json(positions.words(*shown)) : Json(nullptr)},
                   {"id", known(actor.id)},
                   {"known_as", known(actor.name)},
                   {"country", known(actor.country)},
                   {"sector", known(std::string(to_string(actor.sector)))},
                   {"more_sectors", std::move(more)},
                   {"cameo_role", known(std::string(role))},
                   {"role", place(positions, actor.role)},
                   {"by", to_string(actor.by)},
                   {"evidence", place(positions, actor.evidence)},
                   {"score", rounded(actor.score)}});
  }
  return all;
}

Json describe(const Reading& reading) {
  const Report& report = reading.report;
  const Positions positions(reading);
  Json all;
  all["format"] = kFormat;
  all["schema"] = kSchema;
  all["name"] = report.name;
  all["source"] = view::to_string(report.format);
  all["encoding"] = known(report.encoding);
  all["title"] = known(report.title);
  all["outlet"] = known(report.outlet);
  all["address"] = known(report.address);
  all["id"] = known(report.id);
  all["published"] = report.published ? Json(view::to_string(*report.published)) : Json(nullptr);
  all["size"] = report.bytes.size();
  all["sentences"] = reading.tags.sentences.size();
  all["words"] = reading.document.tokens().size();
  all["statements"] = statements(reading, positions);
  all["events"] = view::events_json(reading, positions);
  all["namings"] = namings(reading, positions);
  all["entities"] = entities(reading, positions);
  all["actors"] = acting(reading, positions);
  all["places"] = view::places_json(reading);
  all["place_mentions"] = view::place_mentions_json(reading, positions);
  all["names"] = names(reading, positions);
  all["times"] = view::times_json(reading, positions);
  all["dated"] = view::dated_json(reading, positions);
  const std::string notice = view::time_notice(reading);
  all["notices"] = notice.empty() ? Json::array() : Json::array({notice});
  all["blocks"] = blocks(reading, positions);
  all["repairs"] = repairs(reading);
  all["text"] = reading.document.text();
  return all;
}

// A file's name may be any bytes; what is not UTF-8 becomes U+FFFD rather than an exception.
std::string dump(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string to_json(const Reading& reading) { return dump(describe(reading), -1); }

std::string to_json_pretty(const Reading& reading) { return dump(describe(reading), 2); }

}  // namespace onrecord
