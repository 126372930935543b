// event/sample.h — sentences built by hand, for the tests of this room.

#ifndef ONRECORD_EVENT_SAMPLE_H_
#define ONRECORD_EVENT_SAMPLE_H_

#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "event/find_events.h"
#include "syntax/tree.h"

namespace onrecord::event {

// Sentences of words "form|lemma|UPOS|relation|head|feature", heads from 1 within the sentence, 0 for the
// root; the lemma "=" is the form in lower case; the feature may be left out.
struct Sample {
  Document document;
  Tags tags;
  std::vector<Statement> statements;
  Entities entities;
  std::vector<TimeMention> times;
  std::vector<DatedWord> dated;
  Places places;
  std::vector<Actor> actors;
  std::optional<std::chrono::year_month_day> published = {};

  explicit Sample(const std::vector<std::string>& sentences) {
    Document::Parts parts;
    auto labels = std::make_shared<LabelSets>();
    labels->event = {"_",       "AGREE",  "CONSULT", "REJECT",  "THREATEN",
                     "ASSAULT", "COERCE", "REQUEST", "PROTEST", "ACCUSE"};
    labels->mode = {"_", "ASSAULT drone"};
    labels->status = {"_", "HAPPENED", "PLANNED"};
    labels->party = {"agent", "recipient", "place", "when", "count"};
    labels->feats = {"_"};
    for (const std::string& sentence : sentences) add(sentence, parts, *labels);
    tags.labels = std::move(labels);
    parts.blocks.push_back({{0, static_cast<std::uint32_t>(parts.text.size())},
                            BlockKind::paragraph,
                            {0, static_cast<std::uint32_t>(parts.tokens.size())}});
    document = Document(std::move(parts));
  }

  // The first word of that form.
  std::uint32_t word(std::string_view form) const {
    for (std::uint32_t w = 0; w < document.tokens().size(); ++w) {
      if (document.word(w) == form) return w;
    }
    return kRoot;
  }

  void tells(std::string_view form, std::string_view type, float score = 0.99F) {
    EventTag tag;
    tag.word = word(form);
    for (std::uint16_t i = 0; i < tags.labels->event.size(); ++i) {
      if (tags.labels->event[i] == type) tag.type = i;
    }
    tag.score = score;
    tag.status = 1;
    tags.events.push_back(tag);
  }

  void is_person(std::string_view form, EntityKind kind = EntityKind::person) {
    const std::uint32_t head = word(form);
    const auto number = static_cast<std::uint32_t>(entities.entities.size());
    const auto mention = static_cast<std::uint32_t>(entities.mentions.size());
    entities.mentions.push_back({document.span_of({head, head + 1}), head, MentionKind::role, number, 1});
    entities.entities.push_back({.kind = kind, .clearest = mention, .mentions = {mention}});
  }

  void says(std::string_view cue, std::string_view from, std::string_view to, Act act = Act::say) {
    Statement statement;
    statement.cue = document.span_of({word(cue), word(cue) + 1});
    statement.contents = {document.span_of({word(from), word(to) + 1})};
    statement.stance.act.value = act;
    statements.push_back(statement);
  }

  std::vector<Event> read() const {
    const syntax::Tree tree(document, tags);
    return find_events({tree, statements, entities, times, dated, places, actors, published});
  }

  std::string words(Span span) const { return std::string(document.text(span)); }

 private:
  static std::uint16_t id(std::vector<std::string>& all, const std::string& value) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i] == value) return static_cast<std::uint16_t>(i);
    }
    all.push_back(value);
    return static_cast<std::uint16_t>(all.size() - 1);
  }

  void add(const std::string& sentence, Document::Parts& parts, LabelSets& labels) {
    const auto first = static_cast<std::uint32_t>(parts.tokens.size());
    std::istringstream all(sentence);
    for (std::string one; all >> one;) {
      std::vector<std::string> cells;
      std::istringstream row(one);
      for (std::string cell; std::getline(row, cell, '|');) cells.push_back(cell);
      const auto begin = static_cast<std::uint32_t>(parts.text.size());
      parts.text += cells[0];
      parts.tokens.push_back({{begin, static_cast<std::uint32_t>(parts.text.size())}, true, false});
      parts.text += ' ';
      WordTags word;
      word.lemma = cells[1] == "=" ? lower(cells[0]) : cells[1];
      word.upos = id(labels.upos, cells[2]);
      word.deprel = id(labels.deprel, cells[3]);
      const auto head = static_cast<std::uint32_t>(std::stoul(cells[4]));
      word.head = head == 0 ? kRoot : first + head - 1;
      word.feats = id(labels.feats, cells.size() > 5 ? cells[5] : "_");
      tags.words.push_back(word);
    }
    tags.sentences.push_back({first, static_cast<std::uint32_t>(parts.tokens.size())});
  }
};

}  // namespace onrecord::event

#endif  // ONRECORD_EVENT_SAMPLE_H_
