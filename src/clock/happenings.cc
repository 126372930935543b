#include "clock/happenings.h"

#include <algorithm>
#include <string_view>

#include "clock/tense.h"

namespace onrecord::clock {
namespace {

using syntax::Tree;
using syntax::Word;

constexpr int kMostSteps = 8;  // Up a tree, from a time to what it dates.

// Heads of events by the neural reader.
std::vector<bool> event_heads(const Tree& tree) {
  const Tags& tags = tree.tags();
  std::vector<bool> heads(tree.size(), false);
  for (const Predicate& predicate : tags.predicates)
    if (predicate.word < heads.size()) heads[predicate.word] = true;
  if (!tags.labels) return heads;
  for (const Thing& thing : tags.things) {
    const bool event = thing.kind < tags.labels->thing.size() && tags.labels->thing[thing.kind] == "event";
    if (event && thing.head < heads.size() && tree.upos(thing.head) != "PRON") heads[thing.head] = true;
  }
  return heads;
}

std::vector<Happening> words_that_happen(const Tree& tree) {
  const std::vector<bool> events = event_heads(tree);
  std::vector<Happening> all;
  for (Word word = 0; word < tree.size(); ++word) {
    const bool verb = tree.is_verb(word) && !tree.is(word, "case") && !tree.is(word, "mark");
    const bool named = events[word] && tree.upos(word) != "AUX";
    if (verb || named) all.push_back({word});
  }
  return all;
}

Happening* find(std::vector<Happening>& all, Word word) {
  const auto at = std::ranges::lower_bound(all, word, {}, &Happening::word);
  return at != all.end() && at->word == word ? &*at : nullptr;
}

// The word of the mention that hangs on one outside.
Word head_of(const Tree& tree, TokenRange words) {
  for (Word word = words.first; word < words.end; ++word)
    if (!words.contains(tree.head(word)) && !tree.is_punctuation(word)) return word;
  return words.first;
}

Place place_of(const Tree& tree, TokenRange words) {
  if (words.first == 0) return Place::in;
  const Word before = words.first - 1;
  if (tree.sentence_number(before) != tree.sentence_number(words.first)) return Place::in;
  const std::string_view lemma = tree.lemma(before);
  if (lemma == "by" || lemma == "until" || lemma == "till" || lemma == "within") return Place::by;
  if (lemma == "since") return Place::since;
  if (lemma == "before") return Place::before;
  if (lemma == "after") return Place::after;
  return Place::in;
}

bool places(const TimeMention& time) {
  const bool point = time.type == TimeType::date || time.type == TimeType::time;
  return point && time.period && time.granularity != Granularity::vague;
}

// Whether a verb is one in which things are said, thought or planned: a time at it is its own, not that of
// what is said.
void put(const Tree& tree, Happening& happening, TimeAt at) {
  const bool ahead = lies_ahead(tense_of(tree, happening.word)) || tree.is(happening.word, "acl") ||
                     tense_of(tree, happening.word) == Tense::none;
  if (at.place == Place::by && ahead) {
    if (!happening.due) happening.due = at;
    return;
  }
  // The first plain time is kept: a second one is mostly of something within.
  if (!happening.at || (happening.at->place != Place::in && at.place == Place::in)) happening.at = at;
}

}  // namespace

const Happening* happening_above(const Tree& tree, const std::vector<Happening>& all, Word word) {
  for (int step = 0; step < kMostSteps && word != kRoot; ++step, word = tree.head(word)) {
    const auto at = std::ranges::lower_bound(all, word, {}, &Happening::word);
    if (at != all.end() && at->word == word) return &*at;
  }
  return nullptr;
}

std::vector<Happening> find_happenings(const Tree& tree, std::span<const TimeMention> times) {
  std::vector<Happening> all = words_that_happen(tree);
  for (std::uint32_t i = 0; i < times.size(); ++i) {
    if (!places(times[i]) || times[i].words.end > tree.size() || times[i].words.empty()) continue;
    const TimeAt at{i, place_of(tree, times[i].words)};
    const Word head = head_of(tree, times[i].words);
    // "The first flight was in 1994."
    if (const auto subject = tree.child(head, "nsubj")) {
      if (Happening* const happening = find(all, *subject)) {
        put(tree, *happening, at);
        continue;
      }
    }
    Word word = tree.head(head);
    for (int step = 0; step < kMostSteps && word != kRoot; ++step, word = tree.head(word)) {
      Happening* const happening = find(all, word);
      if (happening == nullptr) continue;
      put(tree, *happening, at);
      break;
    }
  }
  return all;
}

}  // namespace onrecord::clock
