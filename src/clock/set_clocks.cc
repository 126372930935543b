#include "clock/set_clocks.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "clock/happenings.h"
#include "clock/tense.h"
#include "lexicon/table.h"

namespace onrecord::clock {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using syntax::Tree;
using syntax::Word;

// How often each is right on TimeBank, AQUAINT and the timelines, without what is held out (doc/times.md).
constexpr float kExplicit = 0.9F, kCarried = 0.85F, kStory = 0.68F, kByTense = 0.55F, kLoose = 0.6F;
// A bound says no more than "not before": the day itself is right less than half the time.
constexpr float kBound = 0.3F;
constexpr int kDeepest = 24;  // Chains of clauses that inherit from one another.

constexpr std::string_view kOpenVerbs =
#include "clock_words.inc"
    ;

const lexicon::Table& open_verbs() {
  static const lexicon::Table table(kOpenVerbs);
  return table;
}

class Dater {
 public:
  Dater(const Tree& tree, std::span<const TimeMention> times, std::optional<sys_days> published)
      : tree_(tree),
        times_(times),
        published_(published),
        all_(find_happenings(tree, times)),
        clocks_(all_.size()),
        done_(all_.size(), false),
        copulas_(tree.size(), false) {
    for (Word word = 0; word < tree.size(); ++word)
      if (tree.head(word) != kRoot && tree.is(word, "cop")) copulas_[tree.head(word)] = true;
  }

  std::vector<DatedWord> date() {
    std::vector<DatedWord> dated;
    dated.reserve(all_.size());
    find_story_days();
    find_nouns();
    for (std::size_t i = 0; i < all_.size(); ++i) {
      DatedWord one;
      one.word = all_[i].word;
      one.happened = happened(i, 0);
      if (all_[i].due) one.due = due_clock(*all_[i].due);
      dated.push_back(one);
    }
    return dated;
  }

 private:
  Clock due_clock(TimeAt at) const {
    const TimeMention& time = times_[at.time];
    Period until = *time.period;
    until.open_first = true;
    return {until, time.granularity, Dating::explicit_, at.time, kExplicit * time.score};
  }

  // The time that stands at a happening itself.
  Clock own(TimeAt at) const {
    const TimeMention& time = times_[at.time];
    Clock clock{time.period, time.granularity, Dating::explicit_, at.time, kExplicit * time.score};
    Period& period = *clock.period;
    switch (at.place) {
      case Place::in:
        break;
      case Place::by:
        period.open_first = true;
        clock.score *= kLoose;
        break;
      case Place::since:
        if (published_ && *published_ >= period.first) period.last = *published_;
        period.open_last = true;
        break;
      case Place::before:
        period = {period.first - days{1}, period.first - days{1}, true, false};
        clock.score *= kLoose;
        break;
      case Place::after:
        period = {period.last, period.last, false, true};
        clock.score *= kLoose;
        break;
    }
    return clock;
  }

  Clock carried(Clock from) const {
    if (!from.period) return {};
    if (from.dating == Dating::explicit_) from.dating = Dating::carried;
    from.score *= kCarried;
    return from;
  }

  // "returned to reveal it" tells of a revealing, "agreed to reveal it" of none.
  bool comes_about(Word word, Word above) const {
    if (!tree_.is_any(word, {"xcomp", "advcl"}) || tree_.head(word) != above) return false;
    return tree_.is_verb(above) && !open_verbs().find(tree_.lemma(above));
  }

  // Whose time a happening shares when it has none: the verb that its own clause or phrase hangs on.
  std::optional<std::size_t> giver(std::size_t index) const {
    const Word word = all_[index].word;
    const Word head = tree_.head(word);
    if (head == kRoot) return std::nullopt;
    const Happening* const above = happening_above(tree_, all_, head);
    if (above == nullptr) return std::nullopt;
    const Tense mine = tense_of(tree_, word), theirs = tense_of(tree_, above->word);
    const bool verb = tree_.is_verb(word);
    if (verb && tree_.is_any(word, {"ccomp", "parataxis", "acl:relcl"})) return std::nullopt;
    if (verb && mine == Tense::pluperfect) return std::nullopt;
    if (verb && mine == Tense::infinitive && !comes_about(word, above->word)) return std::nullopt;
    if (verb && lies_ahead(mine) && mine != Tense::infinitive && !lies_ahead(theirs)) return std::nullopt;
    if (verb && tree_.is(word, "conj") && mine != Tense::none && mine != theirs) return std::nullopt;
    return static_cast<std::size_t>(above - all_.data());
  }

  // Of what a sentence tells first of all: not what stands beside it, or within what somebody says.
  bool is_main(Word word) const {
    for (int step = 0; step < kDeepest && tree_.head(word) != kRoot; ++step) {
      if (!tree_.is_any(word, {"conj", "obj", "obl", "nsubj", "nmod", "xcomp"})) return false;
      word = tree_.head(word);
    }
    return true;
  }

  // The day that the report tells of as it goes on: the last that a happening of the days before publication
  // has at itself. Until the first one it is that one, as a headline and a lead tell what follows; and some
  // sentences after another one it is that one again, as reports turn aside and come back.
  void find_story_days() {
    story_.assign(all_.size(), std::nullopt);
    if (!published_) return;
    std::optional<std::uint32_t> day, first;
    constexpr int kDays = 4;
    constexpr std::uint32_t kLead = 5;  // Sentences in which the first day may stand.
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const auto& at = all_[i].at;
      if (at && at->place == Place::in) {
        const Period& period = *times_[at->time].period;
        const auto age = (*published_ - period.first).count();
        const Tense tense = tense_of(tree_, all_[i].word);
        const bool past = tense == Tense::past || tense == Tense::perfect || tense == Tense::none;
        const bool tells = past && is_main(all_[i].word);
        if (tells && period.first == period.last && age >= 0 && age <= kDays) day = at->time;
        if (day && !first && tree_.sentence_number(all_[i].word) < kLead) first = day;
      }
      story_[i] = day;
    }
    constexpr std::uint32_t kAside = 3;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      auto& one = story_[i];
      const bool aside = one && tree_.sentence_number(all_[i].word) >
                                    tree_.sentence_number(times_[*one].words.first) + kAside;
      if (!one || (aside && first)) one = first;
    }
  }

  // Nouns whose day is told anywhere: a headline has it from below.
  void find_nouns() {
    for (const Happening& one : all_)
      if (one.at && one.at->place == Place::in && tree_.upos(one.word) == "NOUN")
        nouns_.try_emplace(tree_.lemma(one.word), own(*one.at));
  }

  // The word that carries the clause of `word`.
  Word clause_of(Word word) const {
    for (int step = 0; step < kDeepest; ++step) {
      if (tree_.is_verb(word) || tree_.head(word) == kRoot || copulas_[word]) return word;
      word = tree_.head(word);
    }
    return word;
  }

  Tense clause_tense(Word word) const {
    const Tense tense = tense_of(tree_, tree_.is_verb(word) ? word : clause_of(word));
    // "will turn and fly": the auxiliary stands at the first.
    const bool shared = tense == Tense::none && tree_.is(word, "conj") && tree_.head(word) != kRoot;
    return shared ? tense_of(tree_, tree_.head(word)) : tense;
  }

  // "refused to pay", "want to pay"
  bool is_idle(Word word) const {
    const Word clause = tree_.is_verb(word) ? word : clause_of(word);
    if (tree_.head(clause) == kRoot) return false;
    const auto row = open_verbs().find(tree_.lemma(tree_.head(clause)));
    return row && *row == "idle";
  }

  bool is_denied(Word word) const {
    const Word clause = tree_.is_verb(word) ? word : clause_of(word);
    constexpr Word kNear = 8;  // Negations stand before their verb, and near.
    for (Word child = clause > kNear ? clause - kNear : 0; child < clause; ++child)
      if (tree_.head(child) == clause && (tree_.lemma(child) == "not" || tree_.lemma(child) == "never"))
        return true;
    return false;
  }

  // What lies ahead is not before what it hangs on, nor before its telling: a bound, and no day. "Agreed on
  // Monday to sell" sells on Monday or later.
  Clock bound(std::size_t index, int depth) {
    const Word word = all_[index].word;
    const Tense tense = clause_tense(word);
    // What may be, will not be, is refused or only wished has no time; what is planned or agreed has none
    // before it.
    const bool comes = tense == Tense::future || (tense == Tense::infinitive && !is_idle(word));
    if (!published_ || all_[index].due || !comes || is_denied(word)) return {};
    Clock clock{Period{*published_, *published_, false, true}, Granularity::day, Dating::tense, std::nullopt,
                kBound};
    const Happening* const above =
        tree_.head(word) == kRoot ? nullptr : happening_above(tree_, all_, tree_.head(word));
    if (above == nullptr || depth >= kDeepest) return clock;
    const Clock given = happened(static_cast<std::size_t>(above - all_.data()), depth + 1);
    if (!given.period || given.period->open_first) return clock;
    clock.period = Period{given.period->first, given.period->last, false, true};
    clock.granularity = given.granularity;
    clock.dating = Dating::carried;
    clock.time = given.time;
    return clock;
  }

  Clock by_tense(std::size_t index) const {
    if (!published_) return {};
    const Word word = all_[index].word;
    const bool verb = tree_.is_verb(word);
    const Tense tense = clause_tense(word);
    if (lies_ahead(tense) || tense == Tense::pluperfect) return {};
    const auto& story = story_[index];
    if (story && tense != Tense::present && tense != Tense::perfect) {
      const TimeMention& time = times_[*story];
      return {time.period, time.granularity, Dating::carried, story, kStory};
    }
    if (story && tense == Tense::present && tree_.sentence_number(word) == 0) {
      const TimeMention& time = times_[*story];
      return {time.period, time.granularity, Dating::carried, story, kStory};
    }
    Period period{*published_, *published_, true, tense == Tense::present};
    return {period, Granularity::day, Dating::tense, std::nullopt, verb ? kByTense : kByTense * kLoose};
  }

  // "the launch", whose day is told at the same noun, or was at its verb ("launched"); "a launch" is another
  // one.
  const Clock* told(std::size_t index) const {
    const Word word = all_[index].word;
    if (tree_.upos(word) != "NOUN" || tree_.child(word, "amod")) return nullptr;
    const auto article = tree_.child(word, "det");
    if (article && tree_.lemma(*article) == "a") return nullptr;
    const auto found = nouns_.find(tree_.lemma(word));
    return found != nouns_.end() ? &found->second : nullptr;
  }

  Clock happened(std::size_t index, int depth) {
    if (done_[index]) return clocks_[index];
    done_[index] = true;  // A chain that came back here would find it unknown.
    Clock& clock = clocks_[index];
    if (all_[index].at) {
      clock = own(*all_[index].at);
      nouns_.try_emplace(tree_.lemma(all_[index].word), clock);
      return clock;
    }
    if (const Clock* const same = told(index)) return clock = carried(*same);
    for (const auto from : {described(index), giver(index)}) {
      if (!from || depth >= kDeepest) continue;
      const Clock given = happened(*from, depth + 1);
      if (given.period) return clock = carried(given);
    }
    clock = by_tense(index);
    if (!clock.period) clock = bound(index, depth);
    return clock;
  }

  // "the 1998 bombing that killed one": the noun that a relative clause tells of, where the noun's day is
  // told.
  std::optional<std::size_t> described(std::size_t index) const {
    const Word word = all_[index].word;
    if (!tree_.is(word, "acl:relcl") || tree_.head(word) == kRoot) return std::nullopt;
    const auto at = std::ranges::lower_bound(all_, tree_.head(word), {}, &Happening::word);
    if (at == all_.end() || at->word != tree_.head(word)) return std::nullopt;
    const auto noun = static_cast<std::size_t>(at - all_.begin());
    return all_[noun].at || told(noun) != nullptr ? std::optional(noun) : std::nullopt;
  }

  const Tree& tree_;
  std::span<const TimeMention> times_;
  std::optional<sys_days> published_;
  std::vector<Happening> all_;
  std::vector<std::optional<std::uint32_t>> story_;  // Index of the time that tells the day.
  std::unordered_map<std::string_view, Clock>
      nouns_;  // By lemma of noun or verb: its clock where it has its own.
  std::vector<Clock> clocks_;
  std::vector<bool> done_;
  std::vector<bool> copulas_;  // Of each word, whether it has one.
};

// --- statements

std::optional<std::uint32_t> time_in(std::span<const TimeMention> times, Span span) {
  const auto first = std::ranges::partition_point(
      times, [&](const TimeMention& time) { return time.span.end <= span.begin; });
  for (auto at = first; at != times.end() && at->span.begin < span.end; ++at) {
    const bool point = at->type == TimeType::date || at->type == TimeType::time;
    if (point && at->period && at->granularity != Granularity::vague)
      return static_cast<std::uint32_t>(at - times.begin());
  }
  return std::nullopt;
}

const DatedWord* dated_at(const std::vector<DatedWord>& dated, Word word) {
  const auto at = std::ranges::lower_bound(dated, word, {}, &DatedWord::word);
  return at != dated.end() && at->word == word ? &*at : nullptr;
}

Clock said_at(const Tree& tree, std::span<const TimeMention> times, const std::vector<DatedWord>& dated,
              const Statement& statement) {
  if (statement.when) {
    if (const auto time = time_in(times, *statement.when))
      return {times[*time].period, times[*time].granularity, Dating::explicit_, time,
              kExplicit * times[*time].score};
  }
  if (!statement.cue) return {};
  const TokenRange words = tree.words(*statement.cue);
  const DatedWord* best = nullptr;
  for (Word word = words.first; word < words.end; ++word) {
    const DatedWord* const one = dated_at(dated, word);
    if (one == nullptr || !one->happened.period) continue;
    if (best == nullptr || tree.is_verb(word)) best = one;
  }
  return best != nullptr ? best->happened : Clock{};
}

// `due`: those that have one.
Clock due_at(const Tree& tree, const std::vector<DatedWord>& due, const Statement& statement) {
  for (const Span content : statement.contents) {
    const TokenRange words = tree.words(content);
    const auto at = std::ranges::lower_bound(due, words.first, {}, &DatedWord::word);
    if (at != due.end() && at->word < words.end) return at->due;
  }
  return {};
}

void set_statements(const Tree& tree, std::span<const TimeMention> times, const std::vector<DatedWord>& dated,
                    std::vector<Statement>& statements) {
  std::vector<DatedWord> due;
  std::ranges::copy_if(dated, std::back_inserter(due),
                       [](const DatedWord& one) { return one.due.period.has_value(); });
  for (std::size_t i = 0; i < statements.size(); ++i) {
    Statement& statement = statements[i];
    statement.said = said_at(tree, times, dated, statement);
    statement.due = due_at(tree, due, statement);
    // More of the same speech, without an announcement of its own, was said when the speech was.
    const bool goes_on =
        !statement.said.period && !statement.cue && i > 0 && statement.form == Form::continuation;
    if (!goes_on || !statements[i - 1].said.period || statements[i - 1].speakers != statement.speakers)
      continue;
    statement.said = statements[i - 1].said;
    if (statement.said.dating == Dating::explicit_) statement.said.dating = Dating::carried;
    statement.said.score *= kCarried;
  }
}

}  // namespace

std::vector<DatedWord> set_clocks(const Tree& tree, std::span<const TimeMention> times,
                                  std::optional<std::chrono::year_month_day> published,
                                  std::vector<Statement>& statements) {
  std::optional<sys_days> day;
  if (published && published->ok()) day = sys_days{*published};
  std::vector<DatedWord> dated = Dater(tree, times, day).date();
  set_statements(tree, times, dated, statements);
  return dated;
}

}  // namespace onrecord::clock
