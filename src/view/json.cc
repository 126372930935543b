// The form is documented in doc/format/json.md and doc/format/reading-1.schema.json; a change to it is a
// change of kFormat and kSchema there and here.

#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "onrecord/view.h"
#include "view/actors.h"
#include "view/places.h"
#include "view/vocabulary.h"

namespace onrecord {
namespace {

using Json = nlohmann::ordered_json;
using view::Places;

constexpr std::string_view kFormat = "onrecord-reading/1";
constexpr std::string_view kSchema = "onrecord-reading-1";

Json pair(Span span) { return Json::array({span.begin, span.end}); }

// Three digits: more than a score deserves, and the same on every machine.
double rounded(float score) { return std::round(static_cast<double>(score) * 1000.0) / 1000.0; }

Json known(const std::string& value) { return value.empty() ? Json(nullptr) : Json(value); }

Json place(const Places& places, Span span) {
  return {{"words", places.words(span)},
          {"bytes", pair(places.bytes(span))},
          {"chars", pair(places.code_points(span))}};
}

Json place(const Places& places, const std::optional<Span>& span) {
  return span ? place(places, *span) : Json(nullptr);
}

Json blocks(const Reading& reading, const Places& places) {
  Json all = Json::array();
  for (const Block& block : reading.document.blocks()) {
    all.push_back({{"kind", view::to_string(block.kind)},
                   {"bytes", pair(places.bytes(block.span))},
                   {"chars", pair(places.code_points(block.span))}});
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

Json names(const Reading& reading, const Places& places) {
  Json all = Json::array();
  for (const Name& name : reading.tags.names) {
    Json one = place(places, reading.document.span_of(name.words));
    const bool labelled = reading.tags.labels && name.kind < reading.tags.labels->name.size();
    one["kind"] = labelled ? Json(reading.tags.labels->name[name.kind]) : Json(nullptr);
    one["score"] = rounded(name.score);
    all.push_back(std::move(one));
  }
  return all;
}

Json number(const std::optional<std::uint32_t>& index) { return index ? Json(*index) : Json(nullptr); }

// Entities by their numbers, each with the words to show it by.
Json actors(const Reading& reading, const Places& places, const std::vector<std::uint32_t>& entities) {
  Json all = Json::array();
  for (const std::uint32_t entity : entities) {
    const auto name = view::name_of(reading, entity);
    all.push_back({{"entity", entity}, {"name", name ? Json(places.words(*name)) : Json(nullptr)}});
  }
  return all;
}

template <typename Value>
Json label(const Places& places, const Label<Value>& label) {
  if (label.value == Value::unknown) return nullptr;
  return {{"value", to_string(label.value)},
          {"score", rounded(label.score)},
          {"evidence", place(places, label.evidence)}};
}

Json stance(const Places& places, const Stance& stance) {
  return {{"act", label(places, stance.act)},
          {"cue_status", label(places, stance.cue_status)},
          {"polarity", label(places, stance.polarity)},
          {"certainty", label(places, stance.certainty)},
          {"modality", label(places, stance.modality)},
          {"time", label(places, stance.time)},
          {"commitment", label(places, stance.commitment)},
          {"status", label(places, stance.status)}};
}

Json statements(const Reading& reading, const Places& places) {
  Json all = Json::array();
  for (const Statement& statement : reading.statements) {
    Json contents = Json::array();
    for (const Span content : statement.contents) contents.push_back(place(places, content));
    all.push_back({{"speaker", place(places, statement.speaker)},
                   {"speakers", actors(reading, places, statement.speakers)},
                   {"speaker_score", rounded(statement.speaker_score)},
                   {"on_behalf_of", place(places, statement.on_behalf_of)},
                   {"cue", place(places, statement.cue)},
                   {"contents", std::move(contents)},
                   {"addressee", place(places, statement.addressee)},
                   {"channel", place(places, statement.channel)},
                   {"where", place(places, statement.where)},
                   {"language", place(places, statement.language)},
                   {"when", place(places, statement.when)},
                   {"form", to_string(statement.form)},
                   {"in_heading", statement.in_heading},
                   {"inside", number(statement.inside)},
                   {"stance", stance(places, statement.stance)},
                   {"score", rounded(statement.score)}});
  }
  return all;
}

Json namings(const Reading& reading, const Places& places) {
  Json all = Json::array();
  for (const Naming& naming : reading.namings) {
    all.push_back({{"name", place(places, naming.name)},
                   {"named", place(places, naming.named)},
                   {"namer", place(places, naming.namer)},
                   {"namers", actors(reading, places, naming.namers)},
                   {"cue", place(places, naming.cue)},
                   {"quoted", naming.quoted},
                   {"statement", number(naming.statement)},
                   {"score", rounded(naming.score)}});
  }
  return all;
}

Json mention(const Places& places, const Mention& mention) {
  Json one = place(places, mention.span);
  one["kind"] = to_string(mention.kind);
  one["score"] = rounded(mention.score);
  return one;
}

Json entities(const Reading& reading, const Places& places) {
  Json all = Json::array();
  for (std::uint32_t i = 0; i < reading.entities.entities.size(); ++i) {
    const Entity& entity = reading.entities.entities[i];
    Json mentions = Json::array();
    for (const std::uint32_t one : entity.mentions) {
      if (one < reading.entities.mentions.size())
        mentions.push_back(mention(places, reading.entities.mentions[one]));
    }
    const bool unknown = entity.kind == EntityKind::unknown;
    all.push_back({{"kind", unknown ? Json(nullptr) : Json(to_string(entity.kind))},
                   {"name", place(places, view::name_of(reading, i))},
                   {"mentions", std::move(mentions)},
                   {"members", entity.members}});
  }
  return all;
}

Json describe(const Reading& reading) {
  const Report& report = reading.report;
  const Places places(reading);
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
  all["statements"] = statements(reading, places);
  all["namings"] = namings(reading, places);
  all["entities"] = entities(reading, places);
  all["names"] = names(reading, places);
  all["blocks"] = blocks(reading, places);
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
