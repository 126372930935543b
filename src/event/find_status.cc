#include "event/find_status.h"

#include <algorithm>
#include <string>

#include "event/operators.h"
#include "event/tables.h"
#include "event/word_of.h"

namespace onrecord::event {
namespace {

// How often each way of deciding is right.
constexpr float kByOperator = 0.85F, kByWord = 0.75F, kByDate = 0.85F, kByDefault = 0.9F;
// From which score on the neural reader's status stands where no word governs the deed.
constexpr float kSureReader = 0.8F;
constexpr int kYear = 365;

std::optional<EventStatus> status_seen(const Ground& ground, const Draft& draft) {
  if (draft.tag == nullptr || draft.tag->status_score < kSureReader) return std::nullopt;
  const auto& names = ground.tree().tags().labels->status;
  if (draft.tag->status >= names.size()) return std::nullopt;
  for (std::uint8_t i = 1; i <= static_cast<std::uint8_t>(EventStatus::background); ++i) {
    if (to_string(static_cast<EventStatus>(i)) == names[draft.tag->status])
      return static_cast<EventStatus>(i);
  }
  return std::nullopt;
}

void set(Draft& draft, EventStatus status, float score, std::string_view rule,
         std::optional<Word> evidence = {}) {
  draft.status_rule = rule;
  draft.status = status;
  draft.status_score = score;
  draft.evidence = evidence;
}

// Whether it was over a year before the report.
bool is_long_past(const Ground& ground, const Draft& draft) {
  const auto& published = ground.told().published;
  if (!published || !draft.happened.period || draft.happened.period->open_last) return false;
  if (draft.happened.dating == Dating::tense || draft.happened.dating == Dating::unknown) return false;
  const auto day = std::chrono::sys_days(*published);
  return (day - draft.happened.period->last).count() > kYear;
}

bool is_to_come(const Ground& ground, const Draft& draft) {
  const auto& published = ground.told().published;
  if (!published || !draft.happened.period || draft.happened.period->open_first) return false;
  if (draft.happened.dating == Dating::tense || draft.happened.dating == Dating::unknown) return false;
  return draft.happened.period->first > std::chrono::sys_days(*published);
}

// A clause that only adds to an indirect report is the report's own: "said they had left the Donbas, where
// rebels fight the army".
bool is_added(const Ground& ground, std::uint32_t statement, Word trigger) {
  const Statement& said = ground.told().statements[statement];
  if (said.form == Form::direct || said.form == Form::continuation) return false;
  // "Has described the talks as difficult": that there were talks is taken as given.
  const Word governor = ground.tree().head(trigger);
  if (is_nominal(ground.tree(), trigger) && governor != kRoot &&
      ground.statement_announced_by(governor) == statement) {
    const Act act = said.stance.act.value;
    if (act == Act::name || act == Act::express || act == Act::think || act == Act::say ||
        act == Act::support || act == Act::oppose)
      return true;
  }
  const Tree& tree = ground.tree();
  Word at = trigger;
  for (int step = 0; step < 5 && at != kRoot && ground.statement_round(at) == statement;
       ++step, at = tree.head(at)) {
    if (!tree.is_any(at, {"acl:relcl", "advcl"})) continue;
    const Word first = tree.subtree(at).first;
    if (tree.text(first) == "," || (first > 0 && tree.text(first - 1) == ","))
      return first != tree.sentence(at).first;
  }
  return false;
}

// "In a call she agreed, her office said": the occasion stands on the word of who tells of the whole.
std::optional<std::uint32_t> word_of_occasion(const Ground& ground, Word trigger) {
  const Tree& tree = ground.tree();
  if (const auto occasion = ground.statement_held_in(trigger))
    return ground.told().statements[*occasion].inside;
  const Word governor = tree.head(trigger);
  if (governor == kRoot || !tree.is_any(trigger, {"obl", "nmod", "advcl"})) return std::nullopt;
  const auto round = ground.statement_round(governor);
  if (!round || ground.statement_announced_by(governor) == round) return std::nullopt;
  return round;
}

// What the speaker of the content does himself, or his side, he plans; what others will do he foretells.
bool is_speakers_own(const Ground& ground, const Draft& draft) {
  return draft.vouched_by && is_own_side(ground, *draft.vouched_by, draft);
}

}  // namespace

void find_status(const Ground& ground, Draft& draft) {
  draft.vouched_by = ground.statement_round(draft.word);
  if (draft.vouched_by && is_added(ground, *draft.vouched_by, draft.word))
    draft.vouched_by.reset();
  else if (!draft.vouched_by)
    draft.vouched_by = word_of_occasion(ground, draft.word);
  const auto governed = operator_over(ground, draft.word);
  if (governed) {
    EventStatus status = governed->status;
    if (governed->hedge && draft.vouched_by) {
      const Act act = ground.told().statements[*draft.vouched_by].stance.act.value;
      const bool own = is_speakers_own(ground, draft);
      if (status == EventStatus::possible && own) status = EventStatus::planned;
      if (status == EventStatus::planned && act == Act::predict && !own) status = EventStatus::possible;
    }
    set(draft, status, kByOperator, "a word that governs it", governed->word);
    return;
  }
  const Said said = word_of(ground, draft);
  if (said.alleged) {
    set(draft, EventStatus::alleged, kByWord, "whoever says so", said.evidence);
    return;
  }
  if (is_to_come(ground, draft)) {
    set(draft, EventStatus::planned, kByDate, "its day is to come");
    if (draft.happened.time) draft.evidence_span = ground.told().times[*draft.happened.time].span;
    return;
  }
  if (is_long_past(ground, draft)) {
    set(draft, EventStatus::background, kByDate, "its day is more than a year past");
    if (draft.happened.time) draft.evidence_span = ground.told().times[*draft.happened.time].span;
    return;
  }
  if (const auto seen = status_seen(ground, draft);
      seen && *seen != EventStatus::happened && *seen != EventStatus::alleged && !draft.vouched_by) {
    set(draft, *seen, draft.tag->status_score * kByWord, "the neural reader");
    return;
  }
  set(draft, EventStatus::happened, kByDefault, "nothing says otherwise");
}

}  // namespace onrecord::event
