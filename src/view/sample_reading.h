// view/sample_reading.h — readings made by hand, for the tests of this room.

#ifndef ONRECORD_VIEW_SAMPLE_READING_H_
#define ONRECORD_VIEW_SAMPLE_READING_H_

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/reading.h"

namespace onrecord::view {

inline std::uint32_t size_of(std::string_view text) { return static_cast<std::uint32_t>(text.size()); }

// The first place of `words` in the text of `document`.
inline Span find(const Document& document, std::string_view words) {
  const auto at = static_cast<std::uint32_t>(document.text().find(words));
  return {at, at + size_of(words)};
}

// A report whose body is its bytes, one block a line, words cut at spaces and before punctuation marks and
// "n't".
inline Reading plain_reading(const std::string& text) {
  Reading reading;
  reading.report.name = "a.txt";
  reading.report.bytes = text;
  reading.report.body = text;
  reading.report.encoding = "UTF-8";
  reading.report.body_map.append(size_of(text), 0, size_of(text));

  Document::Parts parts;
  parts.text = text;
  parts.map = reading.report.body_map;
  std::uint32_t begin = 0;
  const auto close_word = [&](std::uint32_t end, bool space_after, bool joins_left) {
    if (end > begin) parts.tokens.push_back({{begin, end}, space_after, joins_left});
    begin = end;
  };
  std::uint32_t block_begin = 0, first_token = 0;
  bool joins = false;
  for (std::uint32_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : '\n';
    if (text.compare(i, 3, "n't") == 0) {
      close_word(i, false, false);
      joins = true;
    } else if (c == '.' || c == ',' || c == '"') {
      close_word(i, false, std::exchange(joins, false));
      close_word(i + 1, i + 1 >= text.size() || text[i + 1] == ' ' || text[i + 1] == '\n', false);
    } else if (c == ' ' || c == '\n') {
      close_word(i, true, std::exchange(joins, false));
      begin = i + 1;
    }
    if (c != '\n') continue;
    const TokenRange words{first_token, static_cast<std::uint32_t>(parts.tokens.size())};
    if (!words.empty()) {
      parts.blocks.push_back({{block_begin, i}, BlockKind::paragraph, words});
      reading.tags.sentences.push_back(words);
    }
    block_begin = i + 1;
    first_token = words.end;
  }
  reading.document = Document(std::move(parts));

  LabelSets labels;
  labels.upos = {"X", "NOUN", "VERB"};
  labels.xpos = {"FW", "NN", "VBD"};
  labels.feats = {"_", "Number=Sing"};
  labels.deprel = {"dep", "root", "nsubj"};
  labels.name = {"Person", "Location"};
  reading.tags.labels = std::make_shared<LabelSets>(std::move(labels));
  reading.tags.words.resize(reading.document.tokens().size());
  return reading;
}

// A direct statement made of the first positions of these words.
inline Statement statement_of(const Reading& reading, std::string_view speaker, std::string_view cue,
                              const std::vector<std::string_view>& contents) {
  Statement statement;
  for (const std::string_view content : contents)
    statement.contents.push_back(find(reading.document, content));
  if (!speaker.empty()) statement.speaker = find(reading.document, speaker);
  if (!cue.empty()) statement.cue = find(reading.document, cue);
  statement.form = Form::direct;
  statement.score = 0.9876F;
  return statement;
}

// A reading with something in every field: a speaker who is a person, a statement inside another, a name
// given.
inline Reading full_reading() {
  Reading reading = plain_reading(
      "Mayor Ana Ruiz spoke.\nOn Monday she told Reuters in a letter that aides warned the \"toll\" may "
      "rise.");
  const auto span = [&](std::string_view words) { return find(reading.document, words); };
  reading.report.published = std::chrono::year(2022) / 3 / 28;
  reading.statements.push_back(
      statement_of(reading, "she", "told", {"that aides warned the \"toll\" may rise"}));
  reading.statements.push_back(statement_of(reading, "aides", "warned", {"the \"toll\" may rise"}));
  Statement& outer = reading.statements[0];
  outer.form = Form::mixed;
  outer.addressee = span("Reuters");
  outer.channel = span("a letter");
  outer.when = span("On Monday");
  outer.speakers = {0};
  outer.speaker_score = 0.9F;
  outer.stance.act = {Act::say, 0.95F, span("told")};
  outer.stance.status = {Status::asserted, 0.8F, std::nullopt};
  Statement& inner = reading.statements[1];
  inner.form = Form::indirect;
  inner.inside = 0;
  inner.speakers = {1};
  inner.stance.act = {Act::warn, 0.9F, span("warned")};
  inner.stance.certainty = {Certainty::possible, 0.7F, span("may")};

  reading.entities.mentions = {{span("Mayor Ana Ruiz"), 2, MentionKind::name, 0, 1.0F},
                               {span("she"), 7, MentionKind::pronoun, 0, 0.9F},
                               {span("aides"), 13, MentionKind::role, 1, 0.8F}};
  reading.entities.entities = {{EntityKind::person, 0, {0, 1}, {}}, {EntityKind::group, 2, {2}, {0}}};
  Actor actor;
  actor.entity = 0;
  actor.id = "onrecord:ana-ruiz";
  actor.name = "Ana Ruiz";
  actor.country = "PER";
  actor.sector = Sector::JRN;
  actor.more_sectors = {Sector::OPP};
  actor.role = span("Mayor");
  actor.evidence = span("Mayor Ana Ruiz");
  actor.by = ActorBy::name;
  actor.score = 0.95F;
  reading.actors = {actor};
  Naming naming;
  naming.name = span("toll");
  naming.named = span("a letter");
  naming.namer = span("aides");
  naming.cue = span("warned");
  naming.quoted = true;
  naming.namers = {1};
  naming.statement = 1;
  naming.score = 0.75F;
  reading.namings = {naming};
  return reading;
}

// The places of full_reading(): one that is known, one that is not.
inline void add_places(Reading& reading) {
  Place town;
  town.id = 5128581;
  town.kind = PlaceKind::city;
  town.name = "Monday Town";
  town.country = "USA";
  town.latitude = 40.7;
  town.longitude = -74.0;
  town.administered_by = "USA";
  reading.places.places = {town};
  PlaceMention mention;
  mention.span = find(reading.document, "Reuters");
  mention.use = PlaceUse::actor;
  mention.use_score = 0.75F;
  mention.place = 0;
  mention.place_score = 0.5F;
  mention.rule = "the only place called so";
  reading.places.mentions = {mention, mention};
  reading.places.mentions[1] = {find(reading.document, "Monday"), {}};
}

}  // namespace onrecord::view

#endif  // ONRECORD_VIEW_SAMPLE_READING_H_
