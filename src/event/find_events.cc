#include "event/find_events.h"

#include <algorithm>
#include <tuple>

#include "event/by_outcome.h"
#include "event/classify.h"
#include "event/find_counts.h"
#include "event/find_parties.h"
#include "event/find_status.h"
#include "event/find_triggers.h"
#include "event/join.h"
#include "event/place_and_time.h"
#include "event/refuse.h"
#include "event/tables.h"

namespace onrecord::event {
namespace {

// An assault's mode, where its trigger tells none: by what its doer is or has in hand.
void set_mode_by_means(const Tree& tree, Draft& draft) {
  if (draft.type != EventType::ASSAULT || !draft.mode.empty()) return;
  const auto look = [&](Word word) {
    if (const auto means = table_value("means", lemma_of(tree, word)); means && draft.mode.empty())
      draft.mode = mode_named(EventType::ASSAULT, "ASSAULT " + std::string(*means));
  };
  for (const Word c : tree.children(draft.word)) {
    if (tree.is_any(c, {"compound", "amod"})) look(c);
    if (tree.is(c, "obl") && (has_case(tree, c, "with") || has_case(tree, c, "by"))) look(c);
    if (tree.is(c, "obj")) look(c);
  }
  for (const DraftParty& agent : draft.agents) look(agent.head);
}

// How much of a happening a mention's own clause tells.
int fullness(const Draft& draft) {
  return (draft.agents.empty() ? 0 : 1) + (draft.recipients.empty() ? 0 : 1) + (draft.place ? 1 : 0) +
         (draft.happened.period ? 1 : 0);
}

std::uint32_t clearest(const Tree& tree, const std::vector<Draft>& drafts,
                       const std::vector<std::uint32_t>& group) {
  const auto rank = [&](std::uint32_t i) {
    return std::tuple(!drafts[i].in_heading, fullness(drafts[i]), tree.is_verb(drafts[i].word));
  };
  std::uint32_t best = 0;
  for (std::uint32_t k = 1; k < group.size(); ++k) {
    if (rank(group[k]) > rank(group[best])) best = k;
  }
  return best;
}

std::vector<EventParty> parties_of(const std::vector<DraftParty>& drafts) {
  std::vector<EventParty> out;
  for (const DraftParty& one : drafts) out.push_back(one.party);
  return out;
}

// Which of a happening's mentions says how it stands: what the report affirms itself; then what anybody
// affirms; then the clearest.
const Draft& deciding(const std::vector<Draft>& drafts, const std::vector<std::uint32_t>& group,
                      const Draft& clearest) {
  const Draft* best = nullptr;
  for (const std::uint32_t i : group) {
    const Draft& one = drafts[i];
    if (one.status != EventStatus::happened && one.status != EventStatus::background) continue;
    if (best == nullptr || (best->vouched_by && !one.vouched_by)) best = &one;
  }
  return best == nullptr ? clearest : *best;
}

void fill_gaps(const Draft& from, Event& event) {
  if (event.agents.empty()) event.agents = parties_of(from.agents);
  if (event.recipients.empty()) event.recipients = parties_of(from.recipients);
  if (!event.place) event.place = from.place;
  if (!event.happened.period) event.happened = from.happened;
  if (event.mode.empty()) event.mode = from.mode;
}

Event event_of(const Ground& ground, const std::vector<Draft>& drafts,
               const std::vector<std::uint32_t>& group) {
  const Tree& tree = ground.tree();
  Event event;
  event.clearest = clearest(tree, drafts, group);
  const Draft& shown = drafts[group[event.clearest]];
  event.type = shown.type;
  event.type_score = shown.score;
  fill_gaps(shown, event);
  for (const std::uint32_t i : group) {
    const Draft& one = drafts[i];
    event.mentions.push_back({tree.document().span_of(one.words), one.word, one.score, one.rule});
    fill_gaps(one, event);
    for (const EventCount& count : one.counts) {
      const bool again = std::any_of(event.counts.begin(), event.counts.end(), [&](const EventCount& had) {
        return had.words == count.words ||
               (had.kind == count.kind && had.low == count.low && had.high == count.high);
      });
      if (!again) event.counts.push_back(count);
    }
  }
  const Draft& told = deciding(drafts, group, shown);
  event.status = told.status;
  event.status_score = told.status_score;
  event.status_rule = told.status_rule;
  event.vouched_by = told.vouched_by;
  event.status_evidence = told.evidence_span;
  if (told.evidence) event.status_evidence = tree.document().span_of({*told.evidence, *told.evidence + 1});
  event.contexts = contexts_of(ground, shown.word, event.type, event.mode);
  event.cameo = cameo_of(event.type, event.mode, event.contexts);
  return event;
}

}  // namespace

std::vector<Event> find_events(const Told& told) {
  const Ground ground(told);
  std::vector<Draft> drafts = find_triggers(ground);
  if (ground.knows_events()) add_by_outcome(ground, drafts);
  for (Draft& draft : drafts) find_parties(ground, draft);
  std::erase_if(drafts, [&](const Draft& draft) { return is_refused(ground, draft); });
  for (Draft& draft : drafts) set_mode_by_means(ground.tree(), draft);
  for (Draft& draft : drafts) {
    find_place_and_time(ground, draft);
    find_status(ground, draft);
  }
  find_counts(ground, drafts);
  std::vector<Event> events;
  for (const auto& group : join(ground, drafts)) events.push_back(event_of(ground, drafts, group));
  return events;
}

}  // namespace onrecord::event
