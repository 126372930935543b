// entity/test_page.h — for the room's tests: a report written by hand, with its tags.

#ifndef ONRECORD_ENTITY_TEST_PAGE_H_
#define ONRECORD_ENTITY_TEST_PAGE_H_

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entity/find_entities.h"
#include "onrecord/antecedent.h"
#include "onrecord/document.h"
#include "onrecord/tags.h"

namespace onrecord::entity {

// A report by hand: blocks of words "form/UPOS/relation/head", the head counted from 1 within the block and 0
// for the root; "form/UPOS/relation/head/Person" also is (part of) a name.
class Page {
 public:
  void add(const std::string& words, BlockKind kind = BlockKind::paragraph) {
    const auto first = static_cast<std::uint32_t>(parts_.tokens.size());
    const auto begin = static_cast<std::uint32_t>(parts_.text.size());
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find(' ', at), words.size());
      word(words.substr(at, end - at), first);
      at = end + 1;
    }
    const auto end = static_cast<std::uint32_t>(parts_.tokens.size());
    parts_.blocks.push_back({{begin, static_cast<std::uint32_t>(parts_.text.size())}, kind, {first, end}});
    parts_.text += "\n\n";
    tags_.sentences.push_back({first, end});
  }

  // Who said what; each stands where its words are found first.
  void said(const std::string& speaker, const std::string& content) {
    Statement statement;
    statement.contents = {place(content)};
    statement.speaker = place(speaker);
    statements_.push_back(statement);
  }

  // The announcing words of the statement added last.
  void announced(const std::string& cue) { statements_.back().cue = place(cue); }

  // Word `later` speaks of something that the neural reader holds for the same as `earlier` with these odds.
  void odds(std::uint32_t later, std::uint32_t earlier, float odds) {
    tags_.things.push_back({later, 0, 1, {{thing(earlier), odds}}});
  }

  Found find() {
    tags_.labels = std::make_shared<LabelSets>(labels_);
    document_ = Document(parts_);
    return find_entities(syntax::Tree(document_, tags_), statements_);
  }

  std::vector<PronounCase> cases() {
    tags_.labels = std::make_shared<LabelSets>(labels_);
    document_ = Document(parts_);
    return pronoun_cases(document_, tags_, statements_);
  }

  // The clearest words for each speaker of statement `s`, parted by "+".
  std::string speakers(const Found& found, std::size_t s) const {
    std::string all;
    for (const std::uint32_t entity : found.speakers[s].entities) {
      const auto& known = found.entities.entities[entity];
      all += (all.empty() ? "" : "+") +
             std::string(document_.text(found.entities.mentions[known.clearest].span));
    }
    return all;
  }

  bool are_one(const Found& found, std::uint32_t a, std::uint32_t b) const {
    return entity_at(found, a) == entity_at(found, b);
  }

  static std::uint32_t entity_at(const Found& found, std::uint32_t head) {
    for (const Mention& mention : found.entities.mentions) {
      if (mention.head == head) return mention.entity;
    }
    return 0xFFFFFFFFU - head;
  }

 private:
  std::uint32_t thing(std::uint32_t head) {
    const auto found = std::find_if(tags_.things.begin(), tags_.things.end(),
                                    [&](const Thing& each) { return each.head == head; });
    const auto at = static_cast<std::uint32_t>(found - tags_.things.begin());
    if (found == tags_.things.end()) tags_.things.push_back({head, 0, 1, {}});
    return at;
  }

  static std::uint16_t id(std::vector<std::string>& labels, const std::string& label) {
    const auto at = std::find(labels.begin(), labels.end(), label) - labels.begin();
    if (at == std::ssize(labels)) labels.push_back(label);
    return static_cast<std::uint16_t>(at);
  }

  void word(const std::string& text, std::uint32_t first) {
    std::vector<std::string> cells;
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t end = std::min(text.find('/', at), text.size());
      cells.push_back(text.substr(at, end - at));
      at = end + 1;
    }
    const auto at = static_cast<std::uint32_t>(parts_.tokens.size());
    if (at > first) parts_.text += ' ';
    const auto begin = static_cast<std::uint32_t>(parts_.text.size());
    parts_.text += cells[0];
    parts_.tokens.push_back({{begin, static_cast<std::uint32_t>(parts_.text.size())}, true, false});
    WordTags tags;
    tags.upos = id(labels_.upos, cells[1]);
    tags.xpos = id(labels_.xpos, cells[1] == "NOUN" && cells[0].ends_with("s") ? "NNS" : "NN");
    tags.deprel = id(labels_.deprel, cells[2]);
    const auto head = static_cast<std::uint32_t>(std::stoul(cells[3]));
    tags.head = head == 0 ? kRoot : first + head - 1;
    tags.lemma = cells[0];
    tags_.words.push_back(tags);
    if (cells.size() < 5) return;
    const std::uint16_t kind = id(labels_.name, cells[4]);
    if (!tags_.names.empty() && tags_.names.back().words.end == at && tags_.names.back().kind == kind) {
      ++tags_.names.back().words.end;
    } else {
      tags_.names.push_back({{at, at + 1}, kind, 1});
    }
  }

  Span place(const std::string& words) {
    const auto at = static_cast<std::uint32_t>(parts_.text.find(words));
    return {at, at + static_cast<std::uint32_t>(words.size())};
  }

  Document::Parts parts_;
  Document document_;
  Tags tags_;
  LabelSets labels_;
  std::vector<Statement> statements_;
};

}  // namespace onrecord::entity

#endif  // ONRECORD_ENTITY_TEST_PAGE_H_
