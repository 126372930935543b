// Every row of this folder's tables: which events the text tells, and that it tells no others. What fails is
// counted; the number in KNOWN_FAILURES may only fall.

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cases.h"
#include "onrecord/reader.h"

namespace onrecord::golden {
namespace {

constexpr const char* kWeights = ONRECORD_GOLDEN_WEIGHTS;

using Faults = std::vector<std::string>;  // What is wrong with a row: "status", "agent", …

// The word of the span whose head stands outside of it: the first of several.
std::optional<std::uint32_t> head_of(const Reading& reading, Span span) {
  const auto& tokens = reading.document.tokens();
  std::optional<std::uint32_t> first;
  std::optional<std::uint32_t> end;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].span.overlaps(span)) continue;
    if (!first) first = i;
    end = i + 1;
  }
  if (!first) return std::nullopt;
  for (std::uint32_t i = *first; i < *end; ++i) {
    const std::uint32_t head = i < reading.tags.words.size() ? reading.tags.words[i].head : kRoot;
    if (head == kRoot || head < *first || head >= *end) return i;
  }
  return first;
}

// By the head of the party's own words, or of another mention of its entity.
bool stands_for(const Reading& reading, const EventParty& party, Span marked) {
  const auto wanted = head_of(reading, marked);
  if (party.span.overlaps(marked) && head_of(reading, party.span) == wanted) return true;
  if (!party.entity || *party.entity >= reading.entities.entities.size()) return false;
  const auto& mentions = reading.entities.entities[*party.entity].mentions;
  return std::ranges::any_of(mentions, [&](std::uint32_t m) {
    const Mention& mention = reading.entities.mentions[m];
    return mention.span.overlaps(marked) && head_of(reading, mention.span) == wanted;
  });
}

bool all_found(const Reading& reading, const std::vector<EventParty>& parties,
               const std::vector<Span>& marked) {
  return std::ranges::all_of(marked, [&](Span span) {
    return std::ranges::any_of(parties,
                               [&](const EventParty& party) { return stands_for(reading, party, span); });
  });
}

// Of talks, joint work and two-sided fighting it is one whether a party is agent or recipient.
bool is_mutual(const WantedEvent& wanted) {
  return wanted.type == "CONSULT" || wanted.type == "COOPERATE" ||
         (wanted.type == "ASSAULT" && wanted.agents.size() > 1 && wanted.recipients.empty());
}

void compare_parties(const Reading& reading, const WantedEvent& wanted, const Event& found, Faults& faults) {
  std::vector<EventParty> all = found.agents;
  all.insert(all.end(), found.recipients.begin(), found.recipients.end());
  const bool mutual = is_mutual(wanted);
  if (!all_found(reading, mutual ? all : found.agents, wanted.agents)) faults.emplace_back("agent");
  if (!all_found(reading, mutual ? all : found.recipients, wanted.recipients))
    faults.emplace_back("recipient");
  if (wanted.no_agent && !found.agents.empty()) faults.emplace_back("agent where there is none");
  if (wanted.no_recipient && !found.recipients.empty()) faults.emplace_back("recipient where there is none");
}

bool same_count(const WantedCount& wanted, const EventCount& found) {
  return wanted.kind == found.kind && wanted.low == found.low && wanted.high == found.high &&
         (!wanted.high || wanted.approximate == found.approximate);
}

bool same_counts(const WantedEvent& wanted, const Event& found) {
  return wanted.counts.size() == found.counts.size() &&
         std::ranges::all_of(wanted.counts, [&](const WantedCount& count) {
           return std::ranges::any_of(found.counts,
                                      [&](const EventCount& each) { return same_count(count, each); });
         });
}

bool same_place(const Reading& reading, const WantedEvent& wanted, const Event& found) {
  if (wanted.places.empty()) return true;
  return found.place && *found.place < reading.places.mentions.size() &&
         reading.places.mentions[*found.place].span.overlaps(wanted.places.front());
}

bool same_day(const WantedEvent& wanted, const Event& found) {
  if (wanted.day.empty()) return true;
  const auto date = parse_date(wanted.day);
  if (!date || !found.happened.period) return false;
  const std::chrono::sys_days day(*date);
  return found.happened.period->first == day && found.happened.period->last == day;
}

bool is_told_at(const Event& event, Span span) {
  return std::ranges::any_of(event.mentions,
                             [&](const EventMention& each) { return each.trigger.overlaps(span); });
}

Faults compare(const Reading& reading, const WantedEvent& wanted, const Event& found) {
  Faults faults;
  if (!std::ranges::all_of(wanted.triggers, [&](Span span) { return is_told_at(found, span); }))
    faults.emplace_back("mentions not joined");
  const std::string_view mode = wanted.mode == "-" ? "" : std::string_view(wanted.mode);
  if (mode != "." && mode != found.mode) faults.emplace_back("mode");
  if (wanted.status != to_string(found.status)) faults.emplace_back("status");
  if (wanted.by_statement && !found.vouched_by) faults.emplace_back("whose word");
  compare_parties(reading, wanted, found, faults);
  if (!same_counts(wanted, found)) faults.emplace_back("counts");
  if (!same_place(reading, wanted, found)) faults.emplace_back("place");
  if (!same_day(wanted, found)) faults.emplace_back("day");
  return faults;
}

Faults check(const Case& row, const Reading& reading) {
  Faults faults;
  std::set<const Event*> used;
  for (const WantedEvent& wanted : row.events) {
    const Event* match = nullptr;
    for (const Event& event : reading.events) {
      const bool here = std::ranges::any_of(wanted.triggers, [&](Span at) { return is_told_at(event, at); });
      if (match == nullptr && here && !used.contains(&event) && to_string(event.type) == wanted.type)
        match = &event;
    }
    used.insert(match);
    if (match == nullptr) faults.push_back("missed " + wanted.type);
    if (match == nullptr) continue;
    for (const std::string& fault : compare(reading, wanted, *match)) faults.push_back(fault);
  }
  for (const Event& event : reading.events) {
    const bool tempted = std::ranges::any_of(row.tempting, [&](Span at) { return is_told_at(event, at); });
    if (row.events.empty() || (tempted && !used.contains(&event)))
      faults.push_back("found where there is none: " + std::string(to_string(event.type)));
  }
  return faults;
}

// What holds of every event, right or wrong.
void expect_sound(const Reading& reading, const Event& event) {
  EXPECT_NE(event.type, EventType::unknown);
  EXPECT_FALSE(event.mentions.empty());
  EXPECT_LT(event.clearest, event.mentions.size());
  for (const EventMention& mention : event.mentions) {
    EXPECT_TRUE(reading.document.contains(mention.trigger) && !mention.trigger.empty());
    EXPECT_LT(mention.word, reading.document.tokens().size());
  }
  for (const auto* parties : {&event.agents, &event.recipients}) {
    for (const EventParty& party : *parties) {
      EXPECT_TRUE(reading.document.contains(party.span) && !party.span.empty());
      EXPECT_TRUE(!party.entity || *party.entity < reading.entities.entities.size());
      EXPECT_TRUE(!party.actor || *party.actor < reading.actors.size());
    }
  }
  for (const EventCount& count : event.counts) {
    EXPECT_TRUE(!count.high || *count.high >= count.low);
    EXPECT_TRUE(reading.document.contains(count.words) && !count.words.empty());
  }
  EXPECT_TRUE(!event.place || *event.place < reading.places.mentions.size());
  EXPECT_TRUE(!event.vouched_by || *event.vouched_by < reading.statements.size());
  EXPECT_TRUE(!event.status_evidence || reading.document.contains(*event.status_evidence));
}

std::optional<Reading> read(const Case& row, const Reader& reader) {
  auto report = read_report(row.file, row.text, {});
  if (!report) return std::nullopt;
  if (row.day != "-") report->published = parse_date(row.day);
  auto reading = reader.read(std::move(*report));
  if (!reading) return std::nullopt;
  return std::move(*reading);
}

std::string shown(const Reading& reading) {
  std::string out;
  for (const Event& event : reading.events) {
    out += "\n    has " + std::string(to_string(event.type)) + " " +
           (event.mode.empty() ? "-" : std::string(event.mode)) + " " + std::string(to_string(event.status)) +
           " “" + std::string(reading.document.text(event.mentions[event.clearest].trigger)) + "”";
    for (const EventParty& each : event.agents) out += " A:" + std::string(reading.document.text(each.span));
    for (const EventParty& each : event.recipients)
      out += " R:" + std::string(reading.document.text(each.span));
    for (const EventCount& each : event.counts)
      out += " " + std::string(to_string(each.kind)) + "=" + std::to_string(each.low) + "-" +
             (each.high ? std::to_string(*each.high) : "");
  }
  return out;
}

std::size_t known_failures() {
  std::ifstream stream(std::string(ONRECORD_GOLDEN_DIR) + "/KNOWN_FAILURES");
  std::size_t number = 0;
  stream >> number;
  return number;
}

TEST(GoldenEvents, TheTablesAreInFormAndAThirdOfThemIsRefused) {
  Faults faults;
  const auto rows = read_cases(ONRECORD_GOLDEN_DIR, faults);
  for (const std::string& fault : faults) ADD_FAILURE() << "not in form: " << fault;
  EXPECT_GE(rows.size(), 250U);
  const auto refused = std::ranges::count_if(rows, [](const Case& row) { return row.events.empty(); });
  EXPECT_GE(3 * static_cast<std::size_t>(refused), rows.size());
  std::map<std::string, int> types;
  for (const Case& row : rows) {
    for (const WantedEvent& event : row.events) ++types[event.type];
  }
  EXPECT_EQ(types.size(), 16U);
  for (const auto& [type, number] : types) EXPECT_GE(number, 8) << type;
}

TEST(GoldenEvents, AreThoseOfTheTables) {
  const auto reader = Reader::open({.weights = kWeights});
  if (!reader) GTEST_SKIP() << "SKIPPED: no weights";
  Faults ignored;
  const auto rows = read_cases(ONRECORD_GOLDEN_DIR, ignored);
  std::size_t failed = 0, beyond = 0;
  std::size_t refused = 0, found_there = 0;  // Rows without events, and events found in them.
  std::map<std::string, std::size_t> tally;  // How often each fault.
  for (const Case& row : rows) {
    const auto reading = read(row, *reader);
    ASSERT_TRUE(reading) << row.text;
    for (const Event& event : reading->events) expect_sound(*reading, event);
    const Faults faults = check(row, *reading);
    for (const std::string& fault : faults) ++tally[fault.substr(0, fault.find_first_of(":"))];
    if (row.events.empty()) {
      ++refused;
      found_there += reading->events.size();
    } else if (reading->events.size() > row.events.size()) {
      beyond += reading->events.size() - row.events.size();
    }
    if (faults.empty()) continue;
    ++failed;
    std::cout << row.file << ": " << row.text << "\n   ";
    for (const std::string& fault : faults) std::cout << " [" << fault << "]";
    std::cout << shown(*reading) << "\n";
  }
  for (const auto& [fault, number] : tally) std::cout << fault << ": " << number << "\n";
  std::cout << rows.size() - failed << " of " << rows.size() << " pass; " << beyond
            << " events more than listed; " << found_there << " events in " << refused
            << " rows that have none\n";
  EXPECT_LE(failed, known_failures()) << "more fail than before";
}

}  // namespace
}  // namespace onrecord::golden
