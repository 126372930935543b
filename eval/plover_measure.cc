// PLOVER's labelled sentences from plain text: the type and both parties, nothing given.

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "eval/measure.h"
#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

struct PloverSentence {
  std::string name, text, root;
  Span source, target;
};

// Takes the marks <s>…</s> and <t>…</t> out; false where one is lacking.
bool take_marks(std::string marked, PloverSentence& to) {
  for (;;) {
    const std::size_t open = marked.find('<');
    if (open == std::string::npos) break;
    const bool source = marked.compare(open, 3, "<s>") == 0, target = marked.compare(open, 3, "<t>") == 0;
    if (!source && !target) return false;
    marked.erase(open, 3);
    const std::size_t close = marked.find(source ? "</s>" : "</t>", open);
    if (close == std::string::npos) return false;
    marked.erase(close, 4);
    // A mark within a mark moves the ends of the outer one.
    std::string inner = marked.substr(open, close - open);
    if (inner.find('<') != std::string::npos) return false;
    (source ? to.source : to.target) = {static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close)};
  }
  to.text = marked;
  return !to.source.empty() && !to.target.empty();
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  for (const char c : line) {
    if (c == '\t')
      cells.emplace_back();
    else if (c != '\r')
      cells.back() += c;
  }
  for (std::string& cell : cells) {  // Quoted where a quotation mark stands inside.
    if (cell.size() < 2 || cell.front() != '"' || cell.back() != '"') continue;
    std::string plain;
    for (std::size_t i = 1; i + 1 < cell.size(); ++i) {
      plain += cell[i];
      if (cell[i] == '"' && cell[i + 1] == '"') ++i;
    }
    cell = plain;
  }
  return cells;
}

std::vector<PloverSentence> read_sentences(const std::string& path, std::uint32_t& unread) {
  std::ifstream stream(path);
  std::vector<PloverSentence> all;
  std::string line;
  std::getline(stream, line);
  while (std::getline(stream, line)) {
    const auto cells = cells_of(line);
    PloverSentence one;
    if (cells.size() < 6 || !take_marks(cells[2], one)) {
      ++unread;
      continue;
    }
    one.name = "sentence " + cells[0];
    one.root = cells[5];
    all.push_back(std::move(one));
  }
  return all;
}

bool is_type(EventType type, const std::string& root) {
  if (root == "YIELD") return type == EventType::CONCEDE || type == EventType::RETREAT;
  return to_string(type) == root;
}

bool any_touches(const Reading& reading, const std::vector<EventParty>& parties, Span span) {
  return std::ranges::any_of(
      parties, [&](const EventParty& one) { return reading.document.to_bytes(one.span).overlaps(span); });
}

// PLOVER's coders take the place where, and the other side that agrees, for targets too; the handbook does
// not.
bool touches_place(const Reading& reading, const Event& event, Span span) {
  if (!event.place || *event.place >= reading.places.mentions.size()) return false;
  return reading.document.to_bytes(reading.places.mentions[*event.place].span).overlaps(span);
}

struct PloverScore {
  std::uint32_t sentences = 0, any = 0, type = 0, source = 0, target = 0, both = 0, wide = 0;
};

void add(const Reading& reading, const PloverSentence& gold, PloverScore& score) {
  ++score.sentences;
  score.any += reading.events.empty() ? 0 : 1;
  bool type = false, source = false, target = false, both = false, wide = false;
  for (const Event& event : reading.events) {
    if (!is_type(event.type, gold.root)) continue;
    const bool mutual = event.type == EventType::CONSULT || event.type == EventType::COOPERATE;
    const bool s = any_touches(reading, event.agents, gold.source) ||
                   (mutual && any_touches(reading, event.recipients, gold.source));
    const bool t = any_touches(reading, event.recipients, gold.target) ||
                   (mutual && any_touches(reading, event.agents, gold.target));
    type = true;
    source = source || s;
    target = target || t;
    both = both || (s && t);
    wide = wide || (s && (t || touches_place(reading, event, gold.target) ||
                          any_touches(reading, event.agents, gold.target)));
  }
  score.type += type;
  score.source += source;
  score.target += target;
  score.both += both;
  score.wide += wide;
}

double percent(std::uint32_t part, std::uint32_t whole) { return whole == 0 ? 0.0 : 100.0 * part / whole; }

}  // namespace

Result<Figures> measure_plover(const Engine& engine, const Options& options, Talk talk) {
  const std::string path = locate("PLV_train.tsv", options.data + "/plover");
  if (skip(path, talk)) return Figures{};
  std::uint32_t unread = 0;
  const auto sentences = read_sentences(path, unread);
  std::vector<Result<Reading>> readings(sentences.size(), fail({}));
  for_each_index(sentences.size(), options.threads, [&](std::size_t i) {
    readings[i] = engine.read(plain_report(sentences[i].name, sentences[i].text));
  });
  std::map<std::string, PloverScore> by_root;
  PloverScore all;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (!readings[i]) continue;
    add(*readings[i], sentences[i], all);
    add(*readings[i], sentences[i], by_root[sentences[i].root]);
  }
  talk.out << fmt::format(
      "PLOVER's labelled sentences, plain text, nothing given: {} ({} not read; their types were among what "
      "the "
      "weights learned, their words' roles were not)\n",
      all.sentences, unread);
  const auto put = [&](const std::string& name, const PloverScore& one) {
    talk.out << fmt::format(
        "  {:<10} {:>5}  any event {:>5.1f}  type {:>5.1f}  with source {:>5.1f}  with target {:>5.1f}  "
        "with both {:>5.1f}  target wider {:>5.1f}\n",
        name, one.sentences, percent(one.any, one.sentences), percent(one.type, one.sentences),
        percent(one.source, one.sentences), percent(one.target, one.sentences),
        percent(one.both, one.sentences), percent(one.wide, one.sentences));
  };
  for (const auto& [root, score] : by_root) put(root, score);
  put("all", all);
  return Figures{{"plover.type", percent(all.type, all.sentences)},
                 {"plover.type_and_parties", percent(all.both, all.sentences)},
                 {"plover.type_and_parties.wide", percent(all.wide, all.sentences)}};
}

}  // namespace onrecord::eval
