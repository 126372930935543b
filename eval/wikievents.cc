// WikiEvents (Li, Ji and Han 2021), the part for development: where events are told and who takes part,
// whatever their kinds, which are not ours. Theirs are of the KAIROS ontology: many that PLOVER has no type
// for.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "eval/measure.h"
#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

using Json = nlohmann::json;

// Kinds that a PLOVER type may stand for; all others are results of a deed (dying, being hurt), statements,
// journeys, accidents, sales and the like.
constexpr std::array<std::string_view, 13> kCoded = {"Conflict.",
                                                     "Justice.",
                                                     "Contact.RequestCommand",
                                                     "Contact.ThreatenCoerce",
                                                     "Contact.Contact.Meet",
                                                     "Contact.Contact.Correspondence",
                                                     "Control.Impede",
                                                     "Personnel.EndPosition",
                                                     "ArtifactExistence.DamageDestroy",
                                                     "Transaction.Donation",
                                                     "Transaction.AidBetweenGovernments",
                                                     "Movement.Transportation.Evacuation",
                                                     "Movement.Transportation.PreventPassage"};

struct WikiArgument {
  Span span;
  std::string role;
};

struct WikiEvent {
  std::string kind;
  Span trigger;
  std::vector<WikiArgument> arguments;
};

struct WikiDocument {
  std::string name, text;
  std::vector<WikiEvent> events;
};

bool is_coded(const std::string& kind) {
  return std::ranges::any_of(kCoded, [&](std::string_view each) { return kind.starts_with(each); });
}

// The bytes of the words [start, end), counted through the document.
std::optional<Span> words_at(const Json& of, const std::vector<Span>& words) {
  const auto start = of.find("start");
  const auto end = of.find("end");
  if (start == of.end() || end == of.end() || !start->is_number_unsigned() || !end->is_number_unsigned())
    return std::nullopt;
  const auto first = start->get<std::size_t>();
  const auto last = end->get<std::size_t>();
  if (first >= last || last > words.size()) return std::nullopt;
  return Span{words[first].begin, words[last - 1].end};
}

// Their counts of characters do not fit their texts: the words are looked for, one after another.
std::vector<Span> words_of(const Json& document, const std::string& text) {
  std::vector<Span> words;
  std::size_t at = 0;
  for (const Json& each : document.at("tokens")) {
    const auto word = each.get<std::string>();
    const std::size_t found = text.find(word, at);
    if (found != std::string::npos) at = found;
    words.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.size())});
    at += word.size();
  }
  return words;
}

WikiDocument document_of(const Json& from) {
  WikiDocument made{from.at("doc_id").get<std::string>(), from.at("text").get<std::string>(), {}};
  const std::vector<Span> words = words_of(from, made.text);
  std::map<std::string, Span> entities;
  for (const Json& each : from.at("entity_mentions")) {
    if (const auto span = words_at(each, words)) entities[each.at("id").get<std::string>()] = *span;
  }
  for (const Json& each : from.at("event_mentions")) {
    const auto trigger = words_at(each.at("trigger"), words);
    if (!trigger) continue;
    WikiEvent event{each.at("event_type").get<std::string>(), *trigger, {}};
    for (const Json& argument : each.at("arguments")) {
      const auto found = entities.find(argument.at("entity_id").get<std::string>());
      if (found != entities.end())
        event.arguments.push_back({found->second, argument.at("role").get<std::string>()});
    }
    made.events.push_back(std::move(event));
  }
  return made;
}

Result<std::vector<WikiDocument>> read_documents(const std::string& path) {
  std::ifstream stream(path);
  std::vector<WikiDocument> documents;
  std::size_t number = 0;
  for (std::string line; std::getline(stream, line);) {
    ++number;
    const auto parsed = Json::parse(line, nullptr, false);
    const Error error{ErrorCode::bad_json, "not a document of WikiEvents", path,
                      "line " + std::to_string(number)};
    if (!parsed.is_object()) return fail(error);
    try {
      documents.push_back(document_of(parsed));
    } catch (const Json::exception&) {
      return fail(error);
    }
  }
  return documents;
}

// Where the head of the words on `span` stands, in bytes: the first whose head stands outside of them.
Span head_of(const Reading& reading, Span span) {
  const auto& tokens = reading.document.tokens();
  const auto byte = [&](std::size_t i) { return reading.document.to_bytes(tokens[i].span); };
  const auto begin = std::ranges::partition_point(
      tokens, [&](const Token& one) { return reading.document.to_bytes(one.span).end <= span.begin; });
  const auto first = static_cast<std::uint32_t>(begin - tokens.begin());
  std::uint32_t end = first;
  while (end < tokens.size() && byte(end).begin < span.end) ++end;
  for (std::uint32_t i = first; i < end && i < reading.tags.words.size(); ++i) {
    const std::uint32_t head = reading.tags.words[i].head;
    if (head == kRoot || head < first || head >= end) return byte(i);
  }
  return span;
}

using Place = std::pair<std::uint32_t, std::uint32_t>;
Place place_of(Span span) { return {span.begin, span.end}; }

// Triggers and arguments as sets: of an argument its trigger's head and its own span, or its own head.
struct Told {
  std::set<Place> triggers, trigger_heads;
  std::set<std::pair<Place, Place>> arguments, argument_heads;
  void put(const Reading& reading, Span trigger, const std::vector<Span>& parties) {
    const Place head = place_of(head_of(reading, trigger));
    triggers.insert(place_of(trigger));
    trigger_heads.insert(head);
    for (const Span party : parties) {
      arguments.emplace(head, place_of(party));
      argument_heads.emplace(head, place_of(head_of(reading, party)));
    }
  }
};

Told ours_of(const Reading& reading) {
  Told made;
  const auto bytes = [&](Span span) { return reading.document.to_bytes(span); };
  for (const Event& event : reading.events) {
    std::vector<Span> parties;
    for (const auto* side : {&event.agents, &event.recipients}) {
      for (const EventParty& party : *side) parties.push_back(bytes(party.span));
    }
    if (event.place && *event.place < reading.places.mentions.size())
      parties.push_back(bytes(reading.places.mentions[*event.place].span));
    for (const EventMention& mention : event.mentions) made.put(reading, bytes(mention.trigger), parties);
  }
  return made;
}

template <typename Set>
Count overlap(const Set& gold, const Set& ours) {
  Count made{gold.size(), ours.size(), 0};
  for (const auto& each : gold) made.right += ours.contains(each) ? 1U : 0U;
  return made;
}

struct WikiScore {
  Count trigger, trigger_head, argument, argument_head;
  // Where only kinds count that are ours too: what stands on another of theirs is neither right nor wrong.
  Count coded_head, coded_argument_head;
  std::map<std::string, Count> kinds;  // Recall of triggers by the first two parts of their kind.
  void add(const WikiScore& other) {
    trigger.add(other.trigger);
    trigger_head.add(other.trigger_head);
    argument.add(other.argument);
    argument_head.add(other.argument_head);
    coded_head.add(other.coded_head);
    coded_argument_head.add(other.coded_argument_head);
    for (const auto& [kind, count] : other.kinds) kinds[kind].add(count);
  }
};

WikiScore score(const Reading& reading, const WikiDocument& document) {
  Told gold, coded;
  Told ours = ours_of(reading);
  WikiScore made;
  std::set<Place> foreign;
  for (const WikiEvent& event : document.events) {
    std::vector<Span> parties;
    for (const WikiArgument& each : event.arguments) parties.push_back(each.span);
    gold.put(reading, event.trigger, parties);
    const Place head = place_of(head_of(reading, event.trigger));
    if (is_coded(event.kind)) coded.put(reading, event.trigger, parties);
    if (!is_coded(event.kind)) foreign.insert(head);
    const std::string kind = event.kind.substr(0, event.kind.rfind('.')) + (is_coded(event.kind) ? "" : " *");
    made.kinds[kind].add({1, 0, ours.trigger_heads.contains(head) ? 1U : 0U});
  }
  made.trigger = overlap(gold.triggers, ours.triggers);
  made.trigger_head = overlap(gold.trigger_heads, ours.trigger_heads);
  made.argument = overlap(gold.arguments, ours.arguments);
  made.argument_head = overlap(gold.argument_heads, ours.argument_heads);
  const auto is_foreign = [&](const Place& head) {
    return foreign.contains(head) && !coded.trigger_heads.contains(head);
  };
  std::erase_if(ours.trigger_heads, is_foreign);
  std::erase_if(ours.argument_heads, [&](const auto& each) { return is_foreign(each.first); });
  made.coded_head = overlap(coded.trigger_heads, ours.trigger_heads);
  made.coded_argument_head = overlap(coded.argument_heads, ours.argument_heads);
  return made;
}

Figures report(const WikiScore& score, std::size_t documents, std::ostream& out) {
  Figures all;
  out << fmt::format("WikiEvents dev, {} documents: whatever the kind{:>17} {:>7} {:>7}\n", documents, "P",
                     "R", "F1");
  const auto put = [&](const std::string& name, const std::string& words, const Count& count) {
    out << fmt::format("  {:<58} {:>7.1f} {:>7.1f} {:>7.1f}\n", words, count.precision(), count.recall(),
                       count.f1());
    all.push_back({"wikievents." + name + ".f1", count.f1()});
  };
  put("trigger", "triggers, whole spans", score.trigger);
  put("trigger.head", "triggers, heads", score.trigger_head);
  put("argument", "arguments of triggers by head, whole spans", score.argument);
  put("argument.head", "arguments of triggers by head, heads", score.argument_head);
  put("coded.trigger.head", "triggers of kinds that have a type here, heads", score.coded_head);
  put("coded.argument.head", "arguments of such, heads", score.coded_argument_head);
  out << "  their kinds, and how many of each have a trigger of ours; *: no type here\n";
  for (const auto& [kind, count] : score.kinds)
    out << fmt::format("    {:<58} {:>4} of {:>4}\n", kind, count.right, count.gold);
  return all;
}

}  // namespace

Result<Figures> measure_wikievents(const Engine& engine, const Options& options, Talk talk) {
  const std::string path = locate("wikievents_dev.jsonl", options.data + "/plover");
  if (skip(path, talk)) return Figures{};
  const auto documents = read_documents(path);
  if (!documents) return fail(documents.error());
  std::vector<WikiScore> scores(documents->size());
  std::vector<std::string> problems(documents->size());
  for_each_index(documents->size(), options.threads, [&](std::size_t i) {
    const WikiDocument& document = (*documents)[i];
    const auto reading = engine.read(plain_report(document.name, document.text));
    if (reading) scores[i] = score(*reading, document);
    if (!reading) problems[i] = reading.error().message;
  });
  WikiScore total;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    total.add(scores[i]);
    if (!problems[i].empty()) talk.err << (*documents)[i].name << ": not read: " << problems[i] << "\n";
  }
  return report(total, documents->size(), talk.out);
}

}  // namespace onrecord::eval
