#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <set>
#include <tuple>

#include "eval/events.h"
#include "eval/gold_speaker.h"

namespace onrecord::eval {
namespace {

Span bytes(const Reading& reading, Span span) { return reading.document.to_bytes(span); }

Span clearest_of(const Reading& reading, const Event& event) {
  return bytes(reading, event.mentions[event.clearest].trigger);
}

bool is_of_type(const GoldEvent& gold, const Event& ours) {
  return to_string(ours.type) == gold.type || to_string(ours.type) == gold.or_type;
}

// 0: both by their clearest mention; 1: one of them; 2: neither; nothing: they do not touch.
std::optional<int> distance(const Reading& reading, const GoldEvent& gold, const Event& ours) {
  std::optional<int> least;
  for (std::size_t g = 0; g < gold.mentions.size(); ++g) {
    for (std::size_t m = 0; m < ours.mentions.size(); ++m) {
      if (!bytes(reading, ours.mentions[m].trigger).overlaps(gold.mentions[g])) continue;
      const int far = (g == gold.clearest ? 0 : 1) + (m == ours.clearest ? 0 : 1);
      least = std::min(least.value_or(far), far);
    }
  }
  return least;
}

std::string day_of(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

// A day whose year is not known ("XXXX-03-10") is held against month and day alone.
bool same_day(const std::string& gold, const std::string& ours) {
  if (gold.empty()) return true;
  return gold.starts_with("XXXX") ? gold.substr(4) == ours.substr(4) : gold == ours;
}

bool same_count(const GoldCount& gold, const EventCount& ours) {
  std::string kind(to_string(ours.kind));
  std::ranges::replace(kind, ' ', '_');
  std::string wanted = gold.kind;
  std::ranges::replace(wanted, ' ', '_');
  return kind == wanted && ours.low == gold.low && ours.high == gold.high;
}

Answers answer(bool gold, bool given, bool right) {
  return {gold ? 1U : 0U, given ? 1U : 0U, right ? 1U : 0U};
}

// Compares the events of one document.
class EventJudge {
 public:
  EventJudge(const Reading& reading, const GoldDocument& document)
      : reading_(reading), document_(document), entities_(reading, document) {
    for (const auto& [g, s] : pair_statements(reading, document)) ids_[s] = document.statements[g].id;
  }

  // The fields of a pair, by name.
  std::map<std::string, Answers> compare(const GoldEvent& gold, const Event& ours) const {
    std::map<std::string, Answers> made;
    const std::string_view type = to_string(ours.type);
    const bool first = type == gold.type && ours.mode == gold.mode;
    const bool other = type == gold.or_type && ours.mode == gold.or_mode;
    made["mode"] = answer(true, true, first || other);
    made["status"] = answer(true, ours.status != EventStatus::unknown, to_string(ours.status) == gold.status);
    const bool mutual = is_mutual(gold);
    const bool agent = mutual ? same_set(gold, ours) : same_parties(gold.agents, ours.agents);
    const bool recipient = mutual ? agent : same_parties(gold.recipients, ours.recipients);
    made["agent"] = answer(true, true, agent);
    made["recipient"] = answer(true, true, recipient);
    made["parties"] = answer(true, true, agent && recipient);
    made["place"] = place(gold, ours);
    made["time"] = time(gold, ours);
    made["vouched_by"] = answer(true, true, voucher(ours) == gold.vouched_by);
    if (!gold.vouched_by.empty())
      made["vouched_by_statement"] =
          answer(true, ours.vouched_by.has_value(), voucher(ours) == gold.vouched_by);
    return made;
  }

  std::string voucher(const Event& ours) const {
    if (!ours.vouched_by) return "";
    const auto found = ids_.find(*ours.vouched_by);
    return found == ids_.end() ? "a statement that is not in the gold" : found->second;
  }

 private:
  static bool is_mutual(const GoldEvent& gold) {
    return gold.type == "CONSULT" || gold.type == "COOPERATE" ||
           (gold.type == "ASSAULT" && gold.agents.size() > 1 && gold.recipients.empty());
  }

  bool is_same(const GoldParty& gold, const EventParty& ours) const {
    if (is_same_mention(document_.text, gold.span, bytes(reading_, ours.span))) return true;
    return !gold.entity.empty() && ours.entity && entities_.stands_for(*ours.entity) == gold.entity;
  }

  // Every one of the gold's is there, and nobody else.
  bool same_parties(const std::vector<GoldParty>& gold, const std::vector<EventParty>& ours) const {
    const bool all = std::ranges::all_of(gold, [&](const GoldParty& one) {
      return std::ranges::any_of(ours, [&](const EventParty& each) { return is_same(one, each); });
    });
    return all && std::ranges::all_of(ours, [&](const EventParty& each) {
             return std::ranges::any_of(gold, [&](const GoldParty& one) { return is_same(one, each); });
           });
  }

  bool same_set(const GoldEvent& gold, const Event& ours) const {
    std::vector<GoldParty> wanted = gold.agents;
    wanted.insert(wanted.end(), gold.recipients.begin(), gold.recipients.end());
    std::vector<EventParty> given = ours.agents;
    given.insert(given.end(), ours.recipients.begin(), ours.recipients.end());
    return same_parties(wanted, given);
  }

  Answers place(const GoldEvent& gold, const Event& ours) const {
    const bool given = ours.place && *ours.place < reading_.places.mentions.size();
    const bool right =
        given && !gold.places.empty() &&
        bytes(reading_, reading_.places.mentions[*ours.place].span).overlaps(gold.places.front());
    return answer(!gold.places.empty(), given, right);
  }

  static Answers time(const GoldEvent& gold, const Event& ours) {
    const bool known = !gold.first.empty() || !gold.last.empty();
    const auto& period = ours.happened.period;
    const bool right = known && period && same_day(gold.first, day_of(period->first)) &&
                       same_day(gold.last, day_of(period->last));
    return answer(known, period.has_value(), right);
  }

  const Reading& reading_;
  const GoldDocument& document_;
  SpeakerJudge entities_;
  std::map<std::size_t, std::string> ids_;  // Our statements to the gold's ids.
};

Count counts_of(const GoldEvent& gold, const Event& ours) {
  std::vector<bool> used(ours.counts.size());
  Count made{gold.counts.size(), ours.counts.size(), 0};
  for (const GoldCount& wanted : gold.counts) {
    for (std::size_t i = 0; i < used.size(); ++i) {
      if (used[i] || !same_count(wanted, ours.counts[i])) continue;
      used[i] = true;
      ++made.right;
      break;
    }
  }
  return made;
}

Count contexts_of(const GoldEvent& gold, const Event& ours) {
  Count made{gold.contexts.size(), ours.contexts.size(), 0};
  for (const std::string& each : gold.contexts)
    made.right += std::ranges::find(ours.contexts, each) != ours.contexts.end() ? 1U : 0U;
  return made;
}

// Mentions of whatever type, each once.
Count triggers_of(const Reading& reading, const GoldEvents& gold) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> expected, ours, right;
  for (const GoldEvent& event : gold.events) {
    for (const Span span : event.mentions) expected.emplace(span.begin, span.end);
  }
  Count made{expected.size(), 0, 0};
  for (const Event& event : reading.events) {
    for (const EventMention& mention : event.mentions) {
      const Span span = bytes(reading, mention.trigger);
      if (!ours.emplace(span.begin, span.end).second) continue;
      for (const auto& each : expected) {
        if (!span.overlaps({each.first, each.second}) || !right.insert(each).second) continue;
        ++made.right;
        break;
      }
    }
  }
  made.system = ours.size();
  return made;
}

std::string words(std::string_view text, Span span) {
  std::string out(text.substr(span.begin, span.size()));
  std::ranges::replace(out, '\n', ' ');
  return out;
}

}  // namespace

EventPairs pair_events(const Reading& reading, const GoldEvents& gold) {
  std::vector<std::tuple<int, std::size_t, std::size_t>> candidates;
  for (std::size_t g = 0; g < gold.events.size(); ++g) {
    for (std::size_t s = 0; s < reading.events.size(); ++s) {
      if (!is_of_type(gold.events[g], reading.events[s])) continue;
      if (const auto far = distance(reading, gold.events[g], reading.events[s]))
        candidates.emplace_back(*far, g, s);
    }
  }
  std::ranges::sort(candidates);
  EventPairs pairs;
  std::set<std::size_t> used_gold, used_ours;
  for (const auto& [far, g, s] : candidates) {
    if (used_gold.contains(g) || used_ours.contains(s)) continue;
    used_gold.insert(g);
    used_ours.insert(s);
    pairs.emplace_back(g, s);
  }
  return pairs;
}

EventScore score_events(const Reading& reading, const GoldDocument& document, const GoldEvents& gold) {
  EventScore score;
  const EventPairs pairs = pair_events(reading, gold);
  score.found = {gold.events.size(), reading.events.size(), pairs.size()};
  score.triggers = triggers_of(reading, gold);
  for (const GoldEvent& event : gold.events) ++score.by_type[event.type].gold;
  for (const Event& event : reading.events) ++score.by_type[std::string(to_string(event.type))].system;
  const EventJudge judge(reading, document);
  for (const auto& [g, s] : pairs) {
    const GoldEvent& expected = gold.events[g];
    const Event& ours = reading.events[s];
    ++score.by_type[expected.type].right;
    for (const auto& [field, answers] : judge.compare(expected, ours)) score.fields[field].add(answers);
    score.counts.add(counts_of(expected, ours));
    score.contexts.add(contexts_of(expected, ours));
  }
  score.refused = gold.refused.size();
  for (const Span span : gold.refused) {
    const bool hit = std::ranges::any_of(reading.events, [&](const Event& event) {
      return std::ranges::any_of(event.mentions, [&](const EventMention& each) {
        return bytes(reading, each.trigger).overlaps(span);
      });
    });
    score.refused_found += hit ? 1 : 0;
  }
  return score;
}

void EventScore::add(const EventScore& other) {
  found.add(other.found);
  triggers.add(other.triggers);
  for (const auto& [type, count] : other.by_type) by_type[type].add(count);
  for (const auto& [field, answers] : other.fields) fields[field].add(answers);
  counts.add(other.counts);
  contexts.add(other.contexts);
  refused += other.refused;
  refused_found += other.refused_found;
}

std::string list_events(const Reading& reading, const GoldDocument& document, const GoldEvents& gold) {
  std::string out = document.name + "\n";
  const EventPairs pairs = pair_events(reading, gold);
  std::set<std::size_t> paired_gold, paired_ours;
  const EventJudge judge(reading, document);
  for (const auto& [g, s] : pairs) {
    paired_gold.insert(g);
    paired_ours.insert(s);
    std::string differ;
    for (const auto& [field, answers] : judge.compare(gold.events[g], reading.events[s])) {
      if (answers.right < std::max(answers.gold, answers.given)) differ += " " + field;
    }
    if (const Count counts = counts_of(gold.events[g], reading.events[s]); counts.right < counts.gold)
      differ += " counts";
    if (!differ.empty())
      out += fmt::format("  differs {} {} “{}”:{}\n", gold.events[g].id, gold.events[g].type,
                         words(document.text, gold.events[g].mentions[gold.events[g].clearest]), differ);
  }
  for (std::size_t g = 0; g < gold.events.size(); ++g) {
    const GoldEvent& each = gold.events[g];
    if (!paired_gold.contains(g))
      out += fmt::format("  missed  {} {} {} “{}”\n", each.id, each.type, each.status,
                         words(document.text, each.mentions[each.clearest]));
  }
  for (std::size_t s = 0; s < reading.events.size(); ++s) {
    const Event& each = reading.events[s];
    if (!paired_ours.contains(s))
      out += fmt::format("  beyond  {} {} “{}” {:.2f}\n", to_string(each.type), to_string(each.status),
                         words(document.text, clearest_of(reading, each)), each.type_score);
  }
  return out;
}

Figures figures_of(const EventScore& score, const std::string& prefix) {
  Figures all;
  const auto put = [&](const std::string& name, double value) {
    all.push_back({prefix + "." + name, value});
  };
  const auto put_count = [&](const std::string& name, const Count& count) {
    put(name + ".precision", count.precision());
    put(name + ".recall", count.recall());
    put(name + ".f1", count.f1());
  };
  put_count("found", score.found);
  put_count("triggers", score.triggers);
  static constexpr std::array<const char*, 9> kFields = {"mode",      "status",     "agent",
                                                         "recipient", "parties",    "place",
                                                         "time",      "vouched_by", "vouched_by_statement"};
  for (const char* field : kFields) {
    const auto found = score.fields.find(field);
    const Answers answers = found == score.fields.end() ? Answers{} : found->second;
    put(std::string(field) + ".accuracy", answers.accuracy());
    const bool may_be_open = field == std::string_view("place") || field == std::string_view("time");
    if (may_be_open) put(std::string(field) + ".precision", answers.precision());
  }
  put_count("counts", score.counts);
  put("contexts.f1", score.contexts.f1());
  put("refused.found", static_cast<double>(score.refused_found));
  put("refused", static_cast<double>(score.refused));
  put("events", static_cast<double>(score.found.gold));
  return all;
}

}  // namespace onrecord::eval
