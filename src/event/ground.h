// event/ground.h — what the rooms before this one found in a report, asked by word.

#ifndef ONRECORD_EVENT_GROUND_H_
#define ONRECORD_EVENT_GROUND_H_

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/actor.h"
#include "onrecord/entity.h"
#include "onrecord/place.h"
#include "onrecord/statement.h"
#include "onrecord/time.h"
#include "syntax/tree.h"

namespace onrecord::event {

using syntax::Tree;
using syntax::Word;

struct Told {
  const Tree& tree;
  std::span<const Statement> statements;
  const Entities& entities;
  std::span<const TimeMention> times;
  std::span<const DatedWord> dated;
  const Places& places;
  std::span<const Actor> actors;
  std::optional<std::chrono::year_month_day> published;
};

// A view of Told, which must outlive it. Each question takes constant or logarithmic time.
class Ground {
 public:
  explicit Ground(const Told& told);

  const Told& told() const { return told_; }
  const Tree& tree() const { return told_.tree; }

  // The closest mention with that head; the statement in whose content the word stands, the innermost; the
  // statement whose cue it is; the mention of a place; the actor of an entity, by index. Nothing: none.
  std::optional<std::uint32_t> mention_at(Word head) const { return at(mention_, head); }
  std::optional<std::uint32_t> statement_round(Word word) const { return at(inside_, word); }
  std::optional<std::uint32_t> statement_announced_by(Word word) const { return at(cue_, word); }
  // The statement through whose channel, or at whose place, it was said: "in a call", where the word stands.
  std::optional<std::uint32_t> statement_held_in(Word word) const { return at(channel_, word); }
  std::optional<std::uint32_t> place_at(Word word) const { return at(place_, word); }
  std::optional<std::uint32_t> time_at(Word word) const { return at(time_, word); }
  std::optional<std::uint32_t> actor_of(std::optional<std::uint32_t> entity) const;
  std::optional<std::uint32_t> entity_at(Word head) const;
  const DatedWord* dated(Word word) const;
  // The predicate that the word is, with its arguments; nullptr when it is none.
  const Predicate* predicate(Word word) const;
  // Whether the weights know events at all.
  bool knows_events() const { return tree().tags().labels && !tree().tags().labels->event.empty(); }
  // The kind of thing that the word stands for ("person"); empty when the reader does not know.
  std::string_view thing_kind(Word head) const;

 private:
  using Column = std::vector<std::uint32_t>;  // One a word, kRoot for none.
  std::optional<std::uint32_t> at(const Column& column, Word word) const {
    if (word >= column.size() || column[word] == kRoot) return std::nullopt;
    return column[word];
  }
  void paint_statements();

  const Told& told_;
  Column mention_, inside_, cue_, channel_, place_, time_, predicate_, thing_;
  Column actor_;  // One an entity.
};

// The word's base form and the word as written, in lower case (ASCII).
std::string lemma_of(const Tree& tree, Word word);
std::string lower(std::string_view text);
bool is_nominal(const Tree& tree, Word word);
// The word of `range` that carries the others: the first whose head lies outside.
Word head_of(const Tree& tree, TokenRange range);
// Whether a preposition `name` stands at the word: case_is(w, "of").
bool has_case(const Tree& tree, Word word, std::string_view name);

}  // namespace onrecord::event

#endif  // ONRECORD_EVENT_GROUND_H_
